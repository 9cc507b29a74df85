//! Keys as they come in: one thread that reads, gathers what came at once, and tells a burst from typing.

use std::{sync::mpsc::Sender, thread, time::Duration};

use crossterm::event::{self, Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::cockpit::event::Event;

/// Letters read at once that nobody types as commands.
const BURST: usize = 6;

/// Starts the reading thread. It ends when the terminal does or when nobody listens any more.
pub fn start(inbox: Sender<Event>) {
    thread::spawn(move || {
        while let Ok(first) = event::read() {
            let mut batch = vec![first];
            while batch.len() < 4096 && event::poll(Duration::ZERO).unwrap_or(false) {
                match event::read() {
                    Ok(next) => batch.push(next),
                    Err(_) => break,
                }
            }
            for event in sorted(batch) {
                if inbox.send(event).is_err() {
                    return;
                }
            }
        }
        // Whoever listens learns that nothing will be typed any more.
        let _ = inbox.send(Event::HungUp);
    });
}

/// What was read at once, as events: a burst of letters is one event.
fn sorted(mut batch: Vec<Raw>) -> Vec<Event> {
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
            _ => {}
        }
    }
    events
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

    #[test]
    fn a_word_read_at_once_is_a_burst() {
        assert_eq!(sorted(keys("Bonjour")), [Event::Burst("Bonjour".into())]);
    }

    #[test]
    fn a_key_held_down_stays_keys() {
        assert_eq!(sorted(keys("jjjjjjjjjj")).len(), 10);
    }

    #[test]
    fn a_few_quick_keys_stay_keys() {
        assert_eq!(sorted(keys("jjlka")).len(), 5);
    }

    #[test]
    fn letters_around_an_arrow_stay_keys() {
        let mut batch = keys("Bonjour");
        batch.push(Raw::Key(KeyCode::Down.into()));
        assert_eq!(sorted(batch).len(), 8);
    }

    #[test]
    fn a_size_between_letters_is_nobodys_key() {
        let mut batch = keys("Bonj");
        batch.push(Raw::Resize(120, 36));
        batch.extend(keys("our"));
        assert_eq!(sorted(batch), [Event::Burst("Bonjour".into())]);
    }
}
