//! The thread that keeps what is being typed, so that no key waits for the disk. What failed is told at the next keeping.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    },
    thread::JoinHandle,
};

use crate::log::{Cause, Draft, Drafts};

enum Order {
    Keep(Draft),
    Forget { place: String, author: String },
    TakeOver(String, SyncSender<Result<Vec<Draft>, Cause>>),
}

/// The near end of the thread.
pub(super) struct Scribe {
    orders: Option<Sender<Order>>,
    failed: Arc<Mutex<Option<Cause>>>,
    thread: Option<JoinHandle<()>>,
}

impl Scribe {
    /// Starts the thread over a folder of drafts.
    pub(super) fn start(drafts: Drafts) -> std::io::Result<Self> {
        let (orders, inbox) = channel();
        let failed = Arc::default();
        let told = Arc::clone(&failed);
        let work = move || work(&drafts, &inbox, &told);
        let thread = std::thread::Builder::new().name("vigie-drafts".into()).spawn(work)?;
        Ok(Self { orders: Some(orders), failed, thread: Some(thread) })
    }

    /// Keeps a draft; why the one before could not be, if so.
    pub(super) fn keep(&self, draft: Draft) -> Result<(), Cause> {
        self.order(Order::Keep(draft))
    }

    /// Forgets the draft of a place. That one before it could not be kept is past.
    pub(super) fn forget(&self, place: String, author: String) -> Result<(), Cause> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.order(Order::Forget { place, author })
    }

    /// What somebody typed in sittings that have ended, latest first; ours from now on.
    pub(super) fn take_over(&self, author: &str) -> Result<Vec<Draft>, Cause> {
        let (reply, answer) = sync_channel(1);
        self.order(Order::TakeOver(author.to_owned(), reply))?;
        answer.recv().unwrap_or_else(|_| Ok(Vec::new()))
    }

    fn order(&self, order: Order) -> Result<(), Cause> {
        if let Some(orders) = &self.orders {
            // The thread ends only with this end.
            let _ = orders.send(order);
        }
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
    }
}

impl Drop for Scribe {
    /// What was ordered is done before we go.
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn work(drafts: &Drafts, inbox: &Receiver<Order>, failed: &Mutex<Option<Cause>>) {
    for order in inbox {
        let done = match order {
            Order::Keep(draft) => drafts.keep(&draft),
            Order::Forget { place, author } => drafts.forget(&place, &author),
            Order::TakeOver(author, reply) => {
                // Whoever asked may have gone.
                let _ = reply.send(drafts.take_over(&author));
                Ok(())
            }
        };
        if let Err(why) = done {
            *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_ordered_is_done_before_it_ends_and_a_failure_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("drafts");
        let draft =
            |text: &str| Draft { place: "field".into(), author: "Sandrine".into(), kept_at: 0, text: text.into() };
        let scribe = Scribe::start(Drafts::at(&at).unwrap()).unwrap();
        for n in 0..20 {
            scribe.keep(draft(&n.to_string())).unwrap();
        }
        drop(scribe);
        assert_eq!(Drafts::at(&at).unwrap().all().unwrap().drafts, [draft("19")]);
        let scribe = Scribe::start(Drafts::at(&at).unwrap()).unwrap();
        std::fs::remove_dir_all(&at).unwrap();
        let told = scribe
            .keep(draft("20"))
            .and_then(|()| scribe.take_over("Sandrine").map(drop))
            .and_then(|()| scribe.keep(draft("21")));
        assert!(told.is_err());
    }
}
