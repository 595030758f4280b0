//! Batches: many inputs, all cores, and nothing lost when it is killed.
//!
//! ```text
//! inputs ─read─▶ pieces ═▶ rows, packed, and rejects ═▶ shards ─▶ manifest
//!         one thread     many threads     one thread, in order
//! ```
//! A [`Job`] reads its inputs piece by piece, has every piece worked on by some thread, and puts what comes out into shards in the
//! order of the inputs. A shard is the transaction: it is written beside its place, moved there when it is full and on the disk, and
//! then told to the manifest. Whatever kills the process, what the manifest tells is there, and [`Begin::Resume`] goes on behind it.
//!
//! Names and bytes of the output follow from inputs and [`Settings`]: no thread, clock or kill has a say.

mod apart;
mod disk;
mod folder;
mod input;
mod manifest;
mod pack;
#[cfg(feature = "parquet")]
mod parquet;
pub mod queue;
mod rejects;
mod settings;
mod shards;
mod summary;
mod tally;
mod work;

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

pub use disk::Written;
pub use input::{Holds, Input, Place};
pub use manifest::{MANIFEST, SCHEMA, Shard};
pub use pack::Packing;
pub use rejects::KEPT;
pub use settings::{Documents, Product, Settings, Shape};
pub use summary::{Lookalike, SUMMARY, Summary};
pub use tally::{Counts, Pair, Tally};

use crate::error::Error;
use disk::Partial;
use input::Pieces;
use manifest::Manifest;
use shards::Shards;
use work::Worker;

/// A batch: what is read, what is made of it, and where it goes.
#[derive(Clone, Debug)]
pub struct Job {
    /// What is read, in this order.
    pub inputs: Vec<Input>,
    /// What is made of it.
    pub settings: Settings,
    /// The folder for shards, rejects, manifest and summary. It is made when it is not there.
    pub folder: PathBuf,
    /// What to do with a folder that has a batch already.
    pub begin: Begin,
    /// How many threads work. The output does not depend on it.
    pub threads: usize,
    /// How many records may be rejected before the batch is given up.
    pub most_rejects: MostRejects,
}

/// What to do with a folder that has a batch already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// Refuse it.
    New,
    /// Go on with it, if it is the same job; begin where there is none.
    Resume,
    /// Remove it, and begin.
    Overwrite,
}

/// How many records may be rejected before a batch is given up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MostRejects {
    /// All.
    Any,
    /// So many.
    Count(u64),
    /// This share of all records, from 0 to 1. It counts from the thousandth record on, and at the end.
    Share(f64),
}

/// Before so many records, a share means nothing.
const FEW: u64 = 1000;

/// How far a batch is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many bytes are read, unpacked.
    pub read: u64,
    /// How many bytes of the files are done, packed as they are. It is not known before the first piece.
    pub passed: Option<u64>,
    /// How many they have; not known of what comes through a pipe.
    pub whole: Option<u64>,
    /// Documents, or rows, that are written.
    pub documents: u64,
    /// Records that could not be read.
    pub rejected: u64,
    /// Shards that are committed.
    pub shards: usize,
}

/// How a batch ended.
#[derive(Clone, Debug)]
pub enum Ended {
    /// All is done.
    Done(Summary),
    /// All had been done before.
    Before(Summary),
    /// It was asked to stop, with so many shards committed.
    Stopped(usize),
}

impl Job {
    /// Does it. Stops soon after `stop` is set, with what is committed until then; `watch` is told now and then how far it is.
    ///
    /// Fails where the folder has a batch that does not fit [`begin`](Self::begin), where it cannot be written, or where too much is
    /// rejected. Then, too, what is committed stays, and can be gone on with.
    pub fn run(&self, stop: &AtomicBool, mut watch: impl FnMut(&Progress)) -> Result<Ended, Error> {
        let worker = Worker::new(&self.settings, &self.inputs)?;
        let mut manifest = self.manifest()?;
        let mut progress = Progress { whole: self.inputs.iter().map(|input| input.bytes).sum(), ..Progress::default() };
        progress.shards = manifest.shards();
        progress.count(manifest.tally());
        if manifest.is_finished() {
            return Ok(Ended::Before(Summary::new(manifest.shards(), manifest.tally())));
        }
        tracing::info!(inputs = self.inputs.len(), shards = manifest.shards(), threads = self.threads, "begun");
        watch(&progress);
        let pieces = Pieces::from(&self.inputs, &self.settings, manifest.place()).take_while(|_| !stop.load(Ordering::Relaxed));
        let mut shards = Shards::new(&self.folder, &worker, &mut manifest);
        let mut is_stopped = false;
        queue::in_order(
            pieces,
            self.threads,
            // What waits for a thread when it is asked to stop is not begun any more.
            |piece| (!stop.load(Ordering::Relaxed)).then(|| worker.work(piece)),
            |done| {
                is_stopped |= done.is_none();
                let Some(done) = done.filter(|_| !is_stopped).transpose()? else { return Ok(()) };
                progress.count(&done.tally);
                progress.passed = Some(done.passed);
                self.most_rejects.refuse(&progress, false)?;
                shards.take(done)?;
                progress.shards = shards.committed();
                watch(&progress);
                Ok(())
            },
        )?;
        if stop.load(Ordering::Relaxed) {
            return Ok(Ended::Stopped(shards.committed()));
        }
        self.most_rejects.refuse(&progress, true)?;
        shards.finish()?;
        let summary = Summary::new(manifest.shards(), manifest.tally());
        manifest.end(self.write(&summary)?)?;
        Ok(Ended::Done(summary))
    }

    fn write(&self, summary: &Summary) -> Result<Written, Error> {
        let mut file = Partial::create(&self.folder, SUMMARY.to_owned())?;
        let mut bytes = serde_json::to_vec_pretty(summary).map_err(std::io::Error::from)?;
        bytes.push(b'\n');
        file.add(&bytes)?;
        let written = file.keep()?;
        disk::sync(&self.folder)?;
        Ok(written)
    }

    /// The manifest to go on with, in a folder with nothing that it does not tell.
    fn manifest(&self) -> Result<Manifest, Error> {
        let folder = &self.folder;
        fs::create_dir_all(folder).map_err(|error| Error::cannot_at("write into", folder, &error))?;
        match self.begin {
            Begin::New => folder::refuse_batch(folder)?,
            Begin::Overwrite => {
                let _lock = manifest::lock_existing(folder)?;
                folder::remove_batch(folder)?;
            }
            Begin::Resume => {
                if self.inputs.iter().any(|input| input.path.is_none()) {
                    let message = "standard input cannot be read again; a batch that is to go on needs files";
                    return Err(Error::other(message).in_file("-"));
                }
                if let Some(manifest) = Manifest::open(folder, &self.settings, &self.inputs)? {
                    folder::remove_leftovers(folder, manifest.shards(), manifest.is_finished())?;
                    return Ok(manifest);
                }
                folder::refuse_batch(folder)?;
            }
        }
        folder::remove_leftovers(folder, 0, false)?;
        Manifest::create(folder, &self.settings, &self.inputs)
    }
}

impl MostRejects {
    fn refuse(self, progress: &Progress, is_end: bool) -> Result<(), Error> {
        let (rejected, records) = (progress.rejected, progress.documents + progress.rejected);
        let (is_over, most) = match self {
            Self::Any => return Ok(()),
            Self::Count(most) => (rejected > most, most.to_string()),
            Self::Share(most) => {
                ((is_end || records >= FEW) && rejected as f64 > most * records as f64, format!("{} %", most * 100.0))
            }
        };
        if is_over {
            return Err(Error::other(format!("expected at most {most} rejected records, but found {rejected} of {records}")));
        }
        Ok(())
    }
}

impl Progress {
    fn count(&mut self, tally: &Tally) {
        self.read += tally.bytes_read;
        self.documents += tally.documents;
        self.rejected += tally.rejected();
    }
}
