//! Many threads, one order: results come out as the items went in, and only a few are ever under way.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::Error;

/// How many items may be under way for each thread: enough that a slow one does not stop the others.
const AHEAD: usize = 3;

/// As many as the machine has cores, unless told otherwise.
pub fn threads(asked: Option<NonZeroUsize>) -> usize {
    asked.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
}

/// Does `work` on each item, on `threads` threads, and hands the results to `sink` in the order of the items.
///
/// Items are made, and results taken, by the calling thread. It stops at the first error of `sink`.
pub fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T>,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut sink: impl FnMut(R) -> Result<(), Error>,
) -> Result<(), Error> {
    if threads <= 1 {
        return items.map(work).try_for_each(sink);
    }
    let (jobs, queue) = sync_channel(threads * AHEAD);
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| serve(&queue, &work));
        }
        // `feed` drops `jobs` whichever way it ends; the threads find the queue closed, and end too.
        feed(items, threads * AHEAD, jobs, &mut sink)
    })
}

fn feed<T, R>(
    items: impl Iterator<Item = T>,
    most: usize,
    jobs: SyncSender<(T, SyncSender<R>)>,
    sink: &mut impl FnMut(R) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut under_way: VecDeque<Receiver<R>> = VecDeque::with_capacity(most);
    let mut take = |slot: Option<Receiver<R>>| match slot.map(|slot| slot.recv()) {
        Some(Ok(result)) => sink(result),
        Some(Err(_)) => Err(Error::other("a worker thread stopped before its work was done")),
        None => Ok(()),
    };
    for item in items {
        if under_way.len() >= most {
            take(under_way.pop_front())?;
        }
        let (done, slot) = sync_channel(1);
        if jobs.send((item, done)).is_err() {
            break;
        }
        under_way.push_back(slot);
    }
    drop(jobs);
    while let Some(slot) = under_way.pop_front() {
        take(Some(slot))?;
    }
    Ok(())
}

fn serve<T, R>(queue: &Mutex<Receiver<(T, SyncSender<R>)>>, work: &impl Fn(T) -> R) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((item, done)) = job else { return };
        // Nobody waits for it any more when the sink has failed.
        let _ = done.send(work(item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threads_work_at_the_same_time() {
        let barrier = std::sync::Barrier::new(3);
        let mut seen = Vec::new();
        let meet = |n: u32| {
            barrier.wait();
            n
        };
        in_order(0..9, 3, meet, |n| {
            seen.push(n);
            Ok(())
        })
        .unwrap();
        assert!(seen.into_iter().eq(0..9));
    }

    #[test]
    fn order_is_kept_and_errors_stop() {
        for threads in [1, 2, 7] {
            let mut seen = Vec::new();
            let slow = |n: u32| {
                thread::sleep(std::time::Duration::from_micros(u64::from(n * 7919 % 50)));
                n * 2
            };
            in_order(0..300, threads, slow, |n| {
                seen.push(n);
                Ok(())
            })
            .unwrap();
            assert!(seen.iter().copied().eq((0..300).map(|n| n * 2)));
            let stopped = in_order(0..300, threads, slow, |n| if n > 40 { Err(Error::other("enough")) } else { Ok(()) });
            assert_eq!(stopped.unwrap_err().to_string(), "enough");
        }
    }
}
