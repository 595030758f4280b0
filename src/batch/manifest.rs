//! The manifest: what of a batch is there.
//!
//! JSON Lines, each line on the disk before anything goes on: the job, each shard, the end. A line that was torn by a kill is as if it
//! had never been begun. There is no clock in it (the times are those of the inputs), so that a batch that went on after a kill leaves
//! the very manifest of one that ran through.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::apart;
use super::disk::{self, Partial, Written};
use super::input::{Input, Place};
use super::settings::{self, Settings};
use super::tally::Tally;
use crate::error::Error;

/// Its name in the output folder.
pub const MANIFEST: &str = "manifest.jsonl";

/// The schema's name, which stands first in every manifest.
pub const SCHEMA: &str = "unspoof.batch/1";

/// A line of the manifest.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
enum Line {
    Job(Job),
    Shard(Box<Shard>),
    End(End),
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Job {
    schema: String,
    versions: Value,
    /// By the names of the options.
    settings: serde_json::Map<String, Value>,
    inputs: Vec<Value>,
}

/// A shard that is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Counted from 0.
    pub number: usize,
    /// The file of rows, or the folder of documents.
    pub rows: Written,
    /// The file of what was rejected, if anything was.
    pub rejects: Option<Written>,
    /// Where the next shard begins.
    pub end: Place,
    /// What is in it.
    pub tally: Tally,
}

/// All is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct End {
    shards: usize,
    summary: Written,
}

/// An open manifest, and what it tells. While it is open, no other process can write the folder.
#[derive(Debug)]
pub(super) struct Manifest {
    path: PathBuf,
    file: File,
    shards: Vec<Shard>,
    tally: Tally,
    is_finished: bool,
}

impl Manifest {
    /// Begins one, in a folder that has none.
    pub(super) fn create(folder: &Path, settings: &Settings, inputs: &[Input]) -> Result<Self, Error> {
        let mut partial = Partial::create(folder, MANIFEST.to_owned())?;
        let path = folder.join(MANIFEST);
        let file = partial.handle().map_err(|error| Error::cannot_at("write", &path, &error))?;
        lock(&file, folder)?;
        partial.add(&Line::Job(Job::of(settings, inputs)).to_bytes()?)?;
        partial.keep()?;
        disk::sync(folder)?;
        Ok(Self { path, file, shards: Vec::new(), tally: Tally::default(), is_finished: false })
    }

    /// Opens that of a job that was begun; nothing where there is none. Another job's is an error.
    pub(super) fn open(folder: &Path, settings: &Settings, inputs: &[Input]) -> Result<Option<Self>, Error> {
        let path = folder.join(MANIFEST);
        if !path.exists() {
            return Ok(None);
        }
        let mut file =
            OpenOptions::new().read(true).append(true).open(&path).map_err(|error| Error::cannot_at("write", &path, &error))?;
        lock(&file, folder)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|error| Error::cannot_at("read", &path, &error))?;
        let (lines, whole) = read(&bytes).map_err(|error| error.in_file(path.to_string_lossy()))?;
        // A torn line goes, so that the next one stands on its own.
        file.set_len(whole as u64).map_err(|error| Error::cannot_at("write", &path, &error))?;
        let mut manifest = Self { path, file, shards: Vec::new(), tally: Tally::default(), is_finished: false };
        manifest.follow(lines, &Job::of(settings, inputs)).map_err(|error| error.in_file(manifest.path.to_string_lossy()))?;
        manifest.shards.iter().try_for_each(|shard| shard.check(folder))?;
        Ok(Some(manifest))
    }

    fn follow(&mut self, lines: Vec<Line>, asked: &Job) -> Result<(), Error> {
        for (at, line) in lines.into_iter().enumerate() {
            match line {
                Line::Job(begun) if at == 0 => begun.refuse_another(asked)?,
                Line::Shard(shard) if at == self.shards.len() + 1 && !self.is_finished => self.count(*shard),
                Line::End(_) if at == self.shards.len() + 1 => self.is_finished = true,
                _ => {
                    return Err(Error::other("expected a job, its shards and an end, but found them in another order")
                        .in_record(at as u64 + 1));
                }
            }
        }
        Ok(())
    }

    fn count(&mut self, shard: Shard) {
        self.tally.add(shard.tally.clone());
        self.shards.push(shard);
    }

    /// How many shards are there.
    pub(super) const fn shards(&self) -> usize {
        self.shards.len()
    }

    /// Where the next shard begins.
    pub(super) fn place(&self) -> Place {
        self.shards.last().map_or_else(Place::default, |shard| shard.end)
    }

    /// The counts of all shards.
    pub(super) const fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Whether all is done.
    pub(super) const fn is_finished(&self) -> bool {
        self.is_finished
    }

    /// Tells a shard whose files are in their places.
    pub(super) fn commit(&mut self, shard: Shard) -> Result<(), Error> {
        tracing::info!(shard = shard.rows.name, documents = shard.tally.documents, rejects = shard.tally.rejected(), "committed");
        self.append(&Line::Shard(Box::new(shard.clone())))?;
        self.count(shard);
        Ok(())
    }

    /// Tells that all is done.
    pub(super) fn end(&mut self, summary: Written) -> Result<(), Error> {
        self.append(&Line::End(End { shards: self.shards.len(), summary }))?;
        self.is_finished = true;
        Ok(())
    }

    fn append(&mut self, line: &Line) -> Result<(), Error> {
        let bytes = line.to_bytes()?;
        let written = self.file.write_all(&bytes).and_then(|()| self.file.sync_all());
        written.map_err(|error| Error::cannot_at("write", &self.path, &error))
    }
}

/// Makes sure that no other process is writing the folder, for as long as what is returned lives.
pub(super) fn lock_existing(folder: &Path) -> Result<Option<File>, Error> {
    match File::open(folder.join(MANIFEST)) {
        Ok(file) => lock(&file, folder).map(|()| Some(file)),
        Err(_) => Ok(None),
    }
}

fn lock(file: &File, folder: &Path) -> Result<(), Error> {
    match file.try_lock() {
        // Where files cannot be locked, nobody is kept out.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            Err(Error::other("another process is writing a batch into this folder").in_file(folder.to_string_lossy()))
        }
    }
}

/// The lines, and how many bytes they take without one that is torn.
fn read(bytes: &[u8]) -> Result<(Vec<Line>, usize), Error> {
    let mut lines = Vec::new();
    let mut whole = 0;
    let mut rest = bytes.split_inclusive(|&byte| byte == b'\n').peekable();
    while let Some(bytes) = rest.next() {
        match serde_json::from_slice(bytes) {
            Ok(line) if bytes.ends_with(b"\n") => lines.push(line),
            // Only the last line can be torn.
            _ if rest.peek().is_none() && !lines.is_empty() => break,
            Ok(_) => break,
            Err(error) => {
                let message = format!("expected the manifest of a batch, but found another line ({error})");
                return Err(Error::other(message).in_record(lines.len() as u64 + 1));
            }
        }
        whole += bytes.len();
    }
    Ok((lines, whole))
}

impl Line {
    fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = serde_json::to_vec(self).map_err(std::io::Error::from)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

impl Job {
    fn of(settings: &Settings, inputs: &[Input]) -> Self {
        let input = |input: &Input| json!({"name": input.name, "format": input.format(), "bytes": input.bytes, "modified": input.modified});
        Self {
            schema: SCHEMA.to_owned(),
            versions: settings::versions(),
            settings: settings.told(),
            inputs: inputs.iter().map(input).collect(),
        }
    }

    /// An error where `asked` would not write the same bytes; it names what differs.
    fn refuse_another(&self, asked: &Self) -> Result<(), Error> {
        let differs = |what: String, begun: &Value, now: &Value| {
            let message = format!("the batch was begun with {what} {begun}, but is to go on with {now}; --overwrite begins anew");
            Err(Error::other(message))
        };
        if self.schema != asked.schema {
            return differs("the schema".to_owned(), &json!(self.schema), &json!(asked.schema));
        }
        if self.versions != asked.versions {
            return differs("versions".to_owned(), &self.versions, &asked.versions);
        }
        for name in self.settings.keys().chain(asked.settings.keys()) {
            let (begun, now) =
                (self.settings.get(name).unwrap_or(&Value::Null), asked.settings.get(name).unwrap_or(&Value::Null));
            if begun != now {
                return differs(format!("--{name}"), begun, now);
            }
        }
        let (begun, now) = (self.inputs.len(), asked.inputs.len());
        if begun != now {
            return differs("inputs in the number of".to_owned(), &json!(begun), &json!(now));
        }
        match self.inputs.iter().zip(&asked.inputs).find(|(begun, now)| begun != now) {
            Some((begun, now)) => differs("the input".to_owned(), begun, now),
            None => Ok(()),
        }
    }
}

impl Shard {
    /// How many bytes the files of a folder have; an error where there are not as many of them as there were.
    fn check_folder(&self, path: &Path) -> Result<u64, Error> {
        let (files, bytes) = apart::measure(path)?;
        if files != self.tally.documents {
            let wanted = self.tally.documents;
            let message = format!("expected {wanted} files, as the manifest says, but found {files}; --overwrite begins anew");
            return Err(Error::other(message).in_file(path.to_string_lossy()));
        }
        Ok(bytes)
    }

    /// An error where its files are not as long as they were.
    fn check(&self, folder: &Path) -> Result<(), Error> {
        for written in self.rejects.iter().chain([&self.rows]) {
            let path = folder.join(&written.name);
            let found = path.metadata().map_err(|error| Error::cannot_at("read", &path, &error))?;
            let found = if found.is_dir() { self.check_folder(&path)? } else { found.len() };
            if found != written.bytes {
                let message =
                    format!("expected {} bytes, as the manifest says, but found {found}; --overwrite begins anew", written.bytes);
                return Err(Error::other(message).in_file(path.to_string_lossy()));
            }
        }
        Ok(())
    }
}
