//! Shards: what is committed at a time.
//!
//! A shard is written beside its place with what was rejected, moved there when it is full, and then told to the manifest. Only what
//! the manifest tells is there; a batch that was killed goes on behind it.

use std::path::Path;

use super::disk::{self, Partial};
use super::input::Place;
use super::manifest::{Manifest, Shard};
use super::settings::Settings;
use super::tally::Tally;
use super::work::Done;
use crate::error::Error;

/// The names of shards, and of the files of rejects beside them.
pub(super) const ROWS: &str = "part-";
pub(super) const REJECTS: &str = "rejects-";
/// How many digits their numbers have at least: up to there, names sort as numbers do.
pub(super) const DIGITS: usize = 5;

/// Shards on their way to the disk, in order.
pub(super) struct Shards<'a> {
    folder: &'a Path,
    settings: &'a Settings,
    manifest: &'a mut Manifest,
    open: Option<Open<'a>>,
}

/// The shard that is being filled.
struct Open<'a> {
    rows: Partial<'a>,
    rejects: Option<Partial<'a>>,
    tally: Tally,
    end: Place,
    size: u64,
}

impl<'a> Shards<'a> {
    pub(super) const fn new(folder: &'a Path, settings: &'a Settings, manifest: &'a mut Manifest) -> Self {
        Self { folder, settings, manifest, open: None }
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
                rows: Partial::create(self.folder, format!("{ROWS}{number:0DIGITS$}{}", self.settings.ending()))?,
                rejects: None,
                tally: Tally::default(),
                end: done.end,
                size: 0,
            },
        };
        open.size += done.tally.bytes_written + done.rejects.len() as u64;
        open.rows.write(&done.rows)?;
        if !done.rejects.is_empty() {
            let rejects = match &mut open.rejects {
                Some(rejects) => rejects,
                None => open.rejects.insert(Partial::create(self.folder, format!("{REJECTS}{number:0DIGITS$}.jsonl"))?),
            };
            rejects.write(&done.rejects)?;
        }
        open.tally.add(done.tally);
        open.end = done.end;
        if open.size >= self.settings.shard_size {
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

    fn commit(&mut self, mut open: Open<'a>) -> Result<(), Error> {
        if open.tally.bytes_written == 0 {
            // A packed file of no bytes at all is none that readers take.
            open.rows.write(&self.settings.packing.pack(Vec::new())?)?;
        }
        let rejects = open.rejects.map(Partial::keep).transpose()?;
        let rows = open.rows.keep()?;
        disk::sync(self.folder)?;
        self.manifest.commit(Shard { number: self.manifest.shards(), rows, rejects, end: open.end, tally: open.tally })
    }
}
