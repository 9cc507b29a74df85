//! Keys as they come in: one thread that reads, gathers what came at once, and tells a burst from typing.

use std::{
    io::{self, PipeReader, PipeWriter, Read as _, Write as _},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc::Sender},
    thread,
    time::{Duration, Instant},
};

use crossterm::event::{
    self, Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
    stdio::stdin,
};

use crate::cockpit::event::{Event, Gesture, Mouse};

/// Letters read at once that nobody types as commands.
const BURST: usize = 6;
/// Two presses at one place within this time are one double click.
const DOUBLE: Duration = Duration::from_millis(400);
/// Events taken at once.
const MOST: usize = 4096;
/// Long enough for crossterm to look at all: asked to wait for nothing it does not.
const LOOK: Duration = Duration::from_micros(50);
/// How long whoever wants the keys waits for the reading thread; it may have ended.
const PATIENCE: Duration = Duration::from_secs(1);

/// Who has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keys {
    Ours,
    Wanted,
    Lent,
    Over,
}

/// Between the reading thread and whoever takes the keys from it.
struct Gate {
    bell: Mutex<PipeWriter>,
    keys: Mutex<Keys>,
    turned: Condvar,
}

static GATE: Mutex<Option<Arc<Gate>>> = Mutex::new(None);

impl Gate {
    fn keys(&self) -> MutexGuard<'_, Keys> {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ring(&self, keys: Keys) {
        *self.keys() = keys;
        // A bell that cannot be rung belongs to a thread that has ended.
        let _ = self.bell.lock().unwrap_or_else(PoisonError::into_inner).write_all(b"!");
    }

    /// The reading thread stands aside until the keys are ours again; false where it is to end.
    fn stand_aside(&self) -> bool {
        let mut keys = self.keys();
        if *keys == Keys::Wanted {
            *keys = Keys::Lent;
        }
        self.turned.notify_all();
        while *keys == Keys::Lent {
            keys = self.turned.wait(keys).unwrap_or_else(PoisonError::into_inner);
        }
        *keys != Keys::Over
    }
}

fn gate() -> MutexGuard<'static, Option<Arc<Gate>>> {
    GATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Nothing is read any more: another program gets the keys.
pub fn hold() {
    let Some(gate) = gate().clone() else { return };
    gate.ring(Keys::Wanted);
    let lent = gate.turned.wait_timeout_while(gate.keys(), PATIENCE, |keys| *keys == Keys::Wanted);
    drop(lent.unwrap_or_else(PoisonError::into_inner));
}

/// Keys are read again.
pub fn release() {
    if let Some(gate) = gate().clone() {
        *gate.keys() = Keys::Ours;
        gate.turned.notify_all();
    }
}

/// Ends the reading, so that the next key is not lost to a thread nobody listens to.
pub fn stop() {
    if let Some(gate) = gate().take() {
        gate.ring(Keys::Over);
        gate.turned.notify_all();
    }
}

/// Starts the reading thread. It ends when the terminal does or when nobody listens any more.
pub fn start(inbox: Sender<Event>) -> io::Result<()> {
    let (mut ear, bell) = io::pipe()?;
    let ours = Arc::new(Gate { bell: Mutex::new(bell), keys: Mutex::new(Keys::Ours), turned: Condvar::new() });
    *gate() = Some(Arc::clone(&ours));
    thread::spawn(move || {
        let mut clicks = Clicks::default();
        while let Some(batch) = next(&mut ear, &ours) {
            for event in sorted(batch, &mut clicks) {
                if inbox.send(event).is_err() {
                    return;
                }
            }
        }
        // Whoever listens learns that nothing will be typed any more.
        let _ = inbox.send(Event::HungUp);
    });
    Ok(())
}

/// Waits for keys and takes all that came; nothing where the terminal is gone or the reading is to end. crossterm is
/// asked only when there is something to read, for what waits inside it cannot be called back.
fn next(ear: &mut PipeReader, gate: &Gate) -> Option<Vec<Raw>> {
    let mut idle = 0;
    loop {
        let input = stdin();
        let mut watched = [PollFd::new(&input, PollFlags::IN), PollFd::new(ear, PollFlags::IN)];
        match poll(&mut watched, None) {
            Err(Errno::INTR) => continue,
            Err(_) => return None,
            Ok(_) => {}
        }
        let [keys, bell] = watched.map(|watched| watched.revents());
        if bell.contains(PollFlags::IN) {
            ear.read_exact(&mut [0]).ok()?;
            if !gate.stand_aside() {
                return None;
            }
            continue;
        }
        if keys.intersects(PollFlags::HUP | PollFlags::ERR) {
            return None;
        }
        // A tty that cannot be polled, and letters crossterm has not heard of, are waited for inside it.
        if keys.contains(PollFlags::NVAL) || idle > 1 {
            return batch(vec![event::read().ok()?]);
        }
        match batch(Vec::new()) {
            Some(batch) if batch.is_empty() => idle += 1,
            batch => return batch,
        }
    }
}

/// What waits to be read, after what was read already.
fn batch(mut batch: Vec<Raw>) -> Option<Vec<Raw>> {
    // Twice, for whoever is held up in between has not looked.
    let more = || (0..2).any(|_| event::poll(LOOK).unwrap_or(false));
    while batch.len() < MOST && more() {
        batch.push(event::read().ok()?);
    }
    Some(batch)
}

/// What was read at once, as events: a burst of letters is one event.
fn sorted(mut batch: Vec<Raw>, clicks: &mut Clicks) -> Vec<Event> {
    // A size is heard of by its signal.
    batch.retain(|raw| !matches!(raw, Raw::Resize(..)));
    if is_burst(&batch) {
        return vec![Event::Burst(batch.iter().filter_map(typed).collect())];
    }
    let mut events = Vec::with_capacity(batch.len());
    for raw in batch {
        match raw {
            Raw::Key(key) if key.kind != KeyEventKind::Release => events.push(Event::Key(key)),
            Raw::Paste(text) => events.push(Event::Paste(text)),
            Raw::Mouse(mouse) => gathered(&mut events, mouse, clicks),
            _ => {}
        }
    }
    events
}

/// The last press of the button.
#[derive(Default)]
struct Clicks {
    last: Option<(Instant, u16, u16)>,
}

impl Clicks {
    fn press(&mut self, now: Instant, x: u16, y: u16) -> Gesture {
        let again = |(at, left, top): (Instant, u16, u16)| (left, top) == (x, y) && now.duration_since(at) < DOUBLE;
        if self.last.take().is_some_and(again) {
            return Gesture::Double;
        }
        self.last = Some((now, x, y));
        Gesture::Press
    }
}

/// What the mouse did; of several drags at once only the last counts, turns of the wheel add up.
fn gathered(events: &mut Vec<Event>, mouse: MouseEvent, clicks: &mut Clicks) {
    let (x, y) = (mouse.column, mouse.row);
    let did = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => clicks.press(Instant::now(), x, y),
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
        MouseEventKind::ScrollUp => Gesture::Wheel(-1),
        MouseEventKind::ScrollDown => Gesture::Wheel(1),
        _ => return,
    };
    if let Some(Event::Mouse(last)) = events.last_mut() {
        match (last.did, did) {
            (Gesture::Drag, Gesture::Drag) => return *last = Mouse { did, x, y },
            (Gesture::Wheel(before), Gesture::Wheel(more)) if (last.x, last.y) == (x, y) => {
                last.did = Gesture::Wheel(before.saturating_add(more));
                return;
            }
            _ => {}
        }
    }
    events.push(Event::Mouse(Mouse { did, x, y }));
}

/// Six letters or more, nothing but text, and not one key held down.
fn is_burst(batch: &[Raw]) -> bool {
    let letters: Option<Vec<char>> = batch.iter().map(typed).collect();
    letters.is_some_and(|letters| {
        letters.iter().filter(|letter| letter.is_alphabetic()).count() >= BURST
            && letters.iter().any(|letter| Some(letter) != letters.first())
    })
}

fn typed(raw: &Raw) -> Option<char> {
    match raw {
        Raw::Key(KeyEvent { code: KeyCode::Char(letter), modifiers, .. })
            if *modifiers == KeyModifiers::NONE || *modifiers == KeyModifiers::SHIFT =>
        {
            Some(*letter)
        }
        Raw::Key(KeyEvent { code: KeyCode::Enter, modifiers: KeyModifiers::NONE, .. }) => Some('\n'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Raw> {
        text.chars().map(|letter| Raw::Key(KeyCode::Char(letter).into())).collect()
    }

    fn hear(batch: Vec<Raw>) -> Vec<Event> {
        sorted(batch, &mut Clicks::default())
    }

    #[test]
    fn drags_read_at_once_are_one_and_turns_of_the_wheel_add_up() {
        let left = MouseButton::Left;
        let at = |kind, column| Raw::Mouse(MouseEvent { kind, column, row: 2, modifiers: KeyModifiers::NONE });
        let batch = vec![
            at(MouseEventKind::Down(left), 1),
            at(MouseEventKind::Drag(left), 2),
            at(MouseEventKind::Drag(left), 3),
            at(MouseEventKind::Drag(left), 9),
            at(MouseEventKind::Up(left), 9),
            at(MouseEventKind::ScrollDown, 9),
            at(MouseEventKind::ScrollDown, 9),
            at(MouseEventKind::Moved, 9),
        ];
        let did = |did, x| Event::Mouse(Mouse { did, x, y: 2 });
        let expected = [(Gesture::Press, 1), (Gesture::Drag, 9), (Gesture::Release, 9), (Gesture::Wheel(2), 9)];
        assert_eq!(hear(batch), expected.map(|(gesture, x)| did(gesture, x)));
    }

    #[test]
    fn two_presses_at_one_place_are_a_double_click() {
        let mut clicks = Clicks::default();
        let begun = Instant::now();
        let mut press = |millis, x| clicks.press(begun + Duration::from_millis(millis), x, 4);
        let did = [press(0, 3), press(200, 3), press(250, 3), press(300, 9), press(1300, 9)];
        let [once, twice] = [Gesture::Press, Gesture::Double];
        assert_eq!(did, [once, twice, once, once, once]);
    }

    #[test]
    fn a_word_read_at_once_is_a_burst() {
        assert_eq!(hear(keys("Bonjour")), [Event::Burst("Bonjour".into())]);
    }

    #[test]
    fn a_key_held_down_stays_keys() {
        assert_eq!(hear(keys("jjjjjjjjjj")).len(), 10);
    }

    #[test]
    fn a_few_quick_keys_stay_keys() {
        assert_eq!(hear(keys("jjlka")).len(), 5);
    }

    #[test]
    fn letters_around_an_arrow_stay_keys() {
        let mut batch = keys("Bonjour");
        batch.push(Raw::Key(KeyCode::Down.into()));
        assert_eq!(hear(batch).len(), 8);
    }

    #[test]
    fn a_size_between_letters_is_nobodys_key() {
        let mut batch = keys("Bonj");
        batch.push(Raw::Resize(120, 36));
        batch.extend(keys("our"));
        assert_eq!(hear(batch), [Event::Burst("Bonjour".into())]);
    }
}
