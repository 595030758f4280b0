//! Shards: what is committed at a time.
//!
//! A shard is written beside its place with what was rejected, moved there when it is full, and then told to the manifest. Only what
//! the manifest tells is there; a batch that was killed goes on behind it.

use std::path::Path;

use super::apart::{self, Folder};
use super::disk::{self, Partial, Written};
use super::input::Place;
use super::manifest::{Manifest, Shard};
#[cfg(feature = "parquet")]
use super::parquet::Table;
use super::settings::{Settings, Shape};
use super::tally::Tally;
use super::work::{Done, Worker};
use crate::error::Error;

/// The names of shards, and of the files of rejects beside them.
pub(super) const ROWS: &str = "part-";
pub(super) const REJECTS: &str = "rejects-";
/// How many digits their numbers have at least: up to there, names sort as numbers do.
pub(super) const DIGITS: usize = 5;

/// Shards on their way to the disk, in order.
pub(super) struct Shards<'a> {
    folder: &'a Path,
    worker: &'a Worker<'a>,
    manifest: &'a mut Manifest,
    open: Option<Open<'a>>,
}

/// The shard that is being filled.
struct Open<'a> {
    rows: File<'a>,
    rejects: Option<Partial<'a>>,
    tally: Tally,
    end: Place,
    size: u64,
}

/// A file of rows, or a folder of documents.
enum File<'a> {
    Lines(Partial<'a>),
    Apart(Folder<'a>),
    #[cfg(feature = "parquet")]
    Parquet(Box<Table<'a>>),
}

impl<'a> Shards<'a> {
    pub(super) const fn new(folder: &'a Path, worker: &'a Worker<'a>, manifest: &'a mut Manifest) -> Self {
        Self { folder, worker, manifest, open: None }
    }

    /// How many are committed.
    pub(super) const fn committed(&self) -> usize {
        self.manifest.shards()
    }

    /// Adds what became of the next piece. Shards are cut where pieces end, by what is in them and nothing else.
    pub(super) fn take(&mut self, done: Done) -> Result<(), Error> {
        let number = self.manifest.shards();
        let mut open = match self.open.take() {
            Some(open) => open,
            None => Open {
                rows: File::create(self.folder, number, self.worker)?,
                rejects: None,
                tally: Tally::default(),
                end: done.end,
                size: 0,
            },
        };
        open.size += done.tally.bytes_written + done.rejects.len() as u64;
        open.rows.write(&done)?;
        if !done.rejects.is_empty() {
            let rejects = match &mut open.rejects {
                Some(rejects) => rejects,
                None => open.rejects.insert(Partial::create(self.folder, format!("{REJECTS}{number:0DIGITS$}.jsonl"))?),
            };
            rejects.add(&done.rejects)?;
        }
        open.tally.add(done.tally);
        open.end = done.end;
        let settings = self.worker.settings;
        let is_full = open.size >= settings.shard_size || settings.shape == Shape::Apart && open.tally.documents >= apart::MOST;
        if is_full {
            return self.commit(open);
        }
        self.open = Some(open);
        Ok(())
    }

    /// Commits what is left: the last shard is as full as it is.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        match self.open.take() {
            Some(open) => self.commit(open),
            None => Ok(()),
        }
    }

    fn commit(&mut self, open: Open<'a>) -> Result<(), Error> {
        let rejects = open.rejects.map(Partial::keep).transpose()?;
        let rows = open.rows.keep(self.worker.settings, open.tally.bytes_written == 0)?;
        disk::sync(self.folder)?;
        self.manifest.commit(Shard { number: self.manifest.shards(), rows, rejects, end: open.end, tally: open.tally })
    }
}

impl<'a> File<'a> {
    fn create(folder: &'a Path, number: usize, worker: &Worker<'_>) -> Result<Self, Error> {
        let settings = worker.settings;
        let name = format!("{ROWS}{number:0DIGITS$}{}", settings.ending());
        Ok(match settings.shape {
            Shape::Lines => Self::Lines(Partial::create(folder, name)?),
            Shape::Apart => Self::Apart(Folder::create(folder, name, settings.ending_of_page())?),
            #[cfg(feature = "parquet")]
            Shape::Parquet => {
                Self::Parquet(Box::new(Table::create(Partial::create(folder, name)?, &worker.columns, settings.packing)?))
            }
        })
    }

    fn write(&mut self, done: &Done) -> Result<(), Error> {
        match self {
            Self::Lines(file) => file.add(&done.rows),
            Self::Apart(folder) => folder.add(&done.pages),
            #[cfg(feature = "parquet")]
            Self::Parquet(table) => table.write(&done.columns),
        }
    }

    fn keep(self, settings: &Settings, is_empty: bool) -> Result<Written, Error> {
        match self {
            Self::Lines(mut file) => {
                if is_empty {
                    // A packed file of no bytes at all is none that readers take.
                    file.add(&settings.packing.pack(Vec::new())?)?;
                }
                file.keep()
            }
            Self::Apart(folder) => folder.keep(),
            #[cfg(feature = "parquet")]
            Self::Parquet(table) => table.keep(),
        }
    }
}
