//! Forgetting somebody for good: the store is written anew without a word of them. Needs the store for itself alone.

use std::path::Path;

use super::{Trouble, start::Past};
use crate::{
    log::{Disk, Forgotten, Holder, Log, drafts::Drafts, generation::Old},
    sales::{
        book::{Book, Unreadable},
        entity::Entity,
        erasure::Erasure,
        mention::mentions,
    },
};

/// Who is forgotten, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whom {
    /// The person or the company.
    pub entity: Entity,
    /// They do not want to be taken in again.
    pub objects: bool,
    /// What was said of others and names them goes as well.
    pub mentions: bool,
}

/// Erases a person or a company from the store in a folder: journal, index, snapshot, quarantine, the backups kept here
/// and the drafts. Gives how many facts lost words. Where it ends early the next open goes on with it, or nothing changed.
pub fn forget(store: &Path, holder: &Holder, whom: Whom) -> Result<usize, Trouble> {
    let mut disk = Disk::alone(store, holder)?;
    let unread = |Unreadable| Trouble::Unread;
    let book = Book::of(&mut Past(&mut disk)).map_err(unread)?;
    let mut erasure = Erasure::of(&book, whom.entity, &mut Past(&mut disk)).map_err(unread)?;
    if whom.mentions {
        let mentions = mentions(&erasure, &book, &mut Past(&mut disk)).map_err(unread)?;
        erasure.take(&mentions);
    }
    if (whom.objects || erasure.opposed) && !erasure.reach.is_empty() {
        Forgotten::read(store)?.note(store, &erasure.reach)?;
    }
    Drafts::at(&disk.places().drafts())?.erase(&mut |draft| erasure.speaks_of(&draft.place, &draft.text))?;
    disk.renew(Old::Erase, &mut |fact| Some(erasure.strip(fact)))?;
    disk.catch_up()?;
    Box::new(disk).close()?;
    Ok(erasure.facts)
}
