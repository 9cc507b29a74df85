//! Guests nobody would invite, at the door of a desk: they are put out, and the desk works on.

use std::{
    fs,
    io::{ErrorKind, Read, Write},
    os::unix::{fs::PermissionsExt, net::UnixStream},
    path::Path,
    time::Duration,
};

use vigie::{
    desk::{Desk, door::MOST},
    log::{
        Position,
        wire::{self, Asked, HIGHEST, Sorry, Told},
    },
    sales::entity::Kind,
};

use super::{named, names, sit, until};

/// A holder that has recorded, and its folder.
fn holder() -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = sit(folder.path(), "Sandrine");
    desk.record_now(named("Lefèvre")).unwrap();
    (folder, desk)
}

fn knock(store: &Path) -> UnixStream {
    UnixStream::connect(store.join("door")).unwrap()
}

fn says(stream: &mut UnixStream, asked: &Asked) {
    stream.write_all(&wire::frame(asked).unwrap()).unwrap();
}

fn enter(store: &Path) -> UnixStream {
    let mut stream = knock(store);
    says(&mut stream, &Asked::Hello { lowest: 1, highest: HIGHEST });
    assert!(matches!(wire::read(&mut stream).unwrap(), Told::Welcome { version: HIGHEST, .. }));
    stream
}

/// Whether the other end hangs up, however it does.
fn is_out(mut stream: UnixStream) -> bool {
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let waited = [ErrorKind::WouldBlock, ErrorKind::TimedOut];
    stream.read_to_end(&mut Vec::new()).map_or_else(|error| !waited.contains(&error.kind()), |_| true)
}

fn works_on(desk: &mut Desk) {
    desk.record_now(named("Petit")).unwrap();
    assert_eq!(names(desk), ["Lefèvre", "Petit"]);
}

#[test]
fn the_door_is_its_owners_alone_and_gone_when_it_is_shut() {
    let (folder, desk) = holder();
    let door = folder.path().join("door");
    until(&mut sit(folder.path(), "Karim"), "somebody came in", |_| door.exists());
    assert_eq!(fs::metadata(&door).unwrap().permissions().mode() & 0o777, 0o600);
    desk.close().unwrap();
    assert!(!door.exists());
}

#[test]
fn nonsense_is_put_out() {
    let (folder, mut desk) = holder();
    for nonsense in
        [&b"GET / HTTP/1.1\r\n\r\n"[..], &[0xFF; 64], &[0, 0, 0, 0], &[2, 0, 0, 0, b'{', b'}'], b"\x05\0\0\0\"hi\xFF\""]
    {
        let mut early = knock(folder.path());
        // It may be put out before the last byte.
        early.write_all(nonsense).ok();
        assert!(is_out(early), "{nonsense:?}");
        let mut late = enter(folder.path());
        late.write_all(nonsense).ok();
        assert!(is_out(late), "{nonsense:?}");
    }
    let mut twice = enter(folder.path());
    says(&mut twice, &Asked::Hello { lowest: 1, highest: 1 });
    assert!(is_out(twice));
    let mut nothing = enter(folder.path());
    says(&mut nothing, &Asked::Keep(Vec::new()));
    assert!(is_out(nothing));
    works_on(&mut desk);
}

#[test]
fn another_version_is_told_which_are_spoken() {
    let (folder, _desk) = holder();
    let mut stream = knock(folder.path());
    says(&mut stream, &Asked::Hello { lowest: HIGHEST + 1, highest: HIGHEST + 5 });
    assert_eq!(wire::read::<Told>(&mut stream).unwrap(), Told::Sorry(Sorry::Version { lowest: 1, highest: HIGHEST }));
    assert!(is_out(stream));
    let mut newer = knock(folder.path());
    says(&mut newer, &Asked::Hello { lowest: 1, highest: HIGHEST + 5 });
    assert!(matches!(wire::read(&mut newer).unwrap(), Told::Welcome { version: HIGHEST, .. }));
}

#[test]
fn who_says_nothing_or_stops_within_a_word_is_put_out() {
    let (folder, mut desk) = holder();
    let silent = knock(folder.path());
    let mut halting = enter(folder.path());
    halting.write_all(&[40, 0, 0, 0, b'{']).unwrap();
    works_on(&mut desk);
    assert!(is_out(silent));
    assert!(is_out(halting));
}

#[test]
fn a_fact_of_the_day_after_tomorrow_is_put_out_and_not_kept() {
    let (folder, mut desk) = holder();
    let mut stream = enter(folder.path());
    let mut fact = desk.record_now(named("Petit")).unwrap();
    fact.recorded_at += 2 * 86_400_000;
    says(&mut stream, &Asked::Keep(vec![fact]));
    assert!(is_out(stream));
    desk.record_now(named("Zoé")).unwrap();
    assert_eq!(names(&desk), ["Lefèvre", "Petit", "Zoé"]);
}

#[test]
fn a_guests_numbers_do_not_count() {
    let (folder, mut desk) = holder();
    let mut stream = enter(folder.path());
    let mut fact = desk.record_now(named("Petit")).unwrap();
    fact.id.seq = 900;
    fact.id.device = 4;
    says(&mut stream, &Asked::Keep(vec![fact]));
    let told: Vec<Told> = (0..2).map(|_| wire::read(&mut stream).unwrap()).collect();
    assert!(matches!(told.as_slice(), [Told::Grew(grown), Told::Kept(kept)] if kept > grown), "{told:?}");
    until(&mut desk, "it is seen", |desk| desk.unremembered() == 3);
    let mut seqs = Vec::new();
    desk.every_fact(&mut |fact| seqs.push(fact.id.seq)).unwrap();
    assert_eq!(seqs, [1, 2, 3]);
}

#[test]
fn who_does_not_listen_is_put_out() {
    let (folder, mut desk) = holder();
    let mut deaf = enter(folder.path());
    let mut good = sit(folder.path(), "Karim");
    for n in 0..600 {
        desk.record(named(&format!("{n:03}")));
    }
    until(&mut desk, "all are kept", |desk| desk.book().count(Kind::Contact) == 601);
    until(&mut good, "all are seen", |desk| desk.book().count(Kind::Contact) == 601);
    let mut heard = Vec::new();
    deaf.read_to_end(&mut heard).unwrap();
    let mut heard = heard.as_slice();
    let mut last = Position::default();
    while let Ok(Told::Grew(position)) = wire::read(&mut heard) {
        assert!(position > last);
        last = position;
    }
}

#[test]
fn there_is_room_for_so_many_and_the_next_is_told() {
    let (folder, mut desk) = holder();
    let mut inside: Vec<UnixStream> = (0..MOST).map(|_| enter(folder.path())).collect();
    let mut one_more = knock(folder.path());
    assert_eq!(wire::read::<Told>(&mut one_more).unwrap(), Told::Sorry(Sorry::Full));
    assert!(is_out(one_more));
    works_on(&mut desk);
    inside.pop();
    let mut guest = sit(folder.path(), "Karim");
    guest.record_now(named("Zoé")).unwrap();
    until(&mut desk, "it is seen", |desk| names(desk).len() == 3);
}
