//! The output folder: which of its files are ours, and whether they are still wanted.

use std::fs;
use std::path::Path;

use super::disk::{self, partial_name};
use super::manifest::MANIFEST;
use super::shards::{DIGITS, REJECTS, ROWS};
use super::summary::SUMMARY;
use crate::error::Error;

/// How the names of shards end: those of folders not at all.
const ENDINGS: [&str; 5] = ["", ".jsonl", ".jsonl.gz", ".jsonl.zst", ".parquet"];

/// A file or folder that a batch has written, or was writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ours {
    Manifest,
    Summary,
    /// What belongs to the shard of this number.
    Shard(usize),
    Unfinished,
}

impl Ours {
    fn of(name: &str) -> Option<Self> {
        let shard = |name: &str, endings: &[&str]| {
            let (number, ending) = name.split_at_checked(name.find('.').unwrap_or(name.len()))?;
            let is_number = number.len() >= DIGITS && number.bytes().all(|byte| byte.is_ascii_digit());
            if is_number && endings.contains(&ending) { number.parse().ok().map(Self::Shard) } else { None }
        };
        match name {
            MANIFEST => Some(Self::Manifest),
            SUMMARY => Some(Self::Summary),
            _ => match partial_name(name) {
                Some(name) => Self::of(name).map(|_| Self::Unfinished),
                None => match name.strip_prefix(ROWS) {
                    Some(rest) => shard(rest, &ENDINGS),
                    None => shard(name.strip_prefix(REJECTS)?, &[".jsonl"]),
                },
            },
        }
    }
}

/// Refuses a folder with a batch in it, or with files that would be taken for a part of one.
pub(super) fn refuse_batch(folder: &Path) -> Result<(), Error> {
    let ours = ours(folder)?;
    let message = if ours.iter().any(|(_, ours)| *ours == Ours::Manifest) {
        "a batch is in this folder already; --resume goes on with it, --overwrite begins anew".to_owned()
    } else if let Some((name, _)) = ours.iter().find(|(_, ours)| *ours != Ours::Unfinished) {
        format!("expected a folder for a batch, but found {name} and no {MANIFEST}; --overwrite removes it")
    } else {
        return Ok(());
    };
    Err(Error::other(message).in_file(folder.to_string_lossy()))
}

/// Removes what a batch with so many shards has left over: files that were being written, and those that came into their places
/// without being told to the manifest.
pub(super) fn remove_leftovers(folder: &Path, shards: usize, is_finished: bool) -> Result<(), Error> {
    remove(folder, |ours| match ours {
        Ours::Manifest => false,
        Ours::Summary => !is_finished,
        Ours::Shard(number) => number >= shards,
        Ours::Unfinished => true,
    })
}

/// Removes a batch: its manifest last, so that what is half removed is never taken for a whole.
pub(super) fn remove_batch(folder: &Path) -> Result<(), Error> {
    remove(folder, |ours| ours != Ours::Manifest)?;
    remove(folder, |_| true)
}

fn remove(folder: &Path, is_unwanted: impl Fn(Ours) -> bool) -> Result<(), Error> {
    let unwanted = ours(folder)?.into_iter().filter(|&(_, ours)| is_unwanted(ours)).collect::<Vec<_>>();
    for (name, _) in &unwanted {
        let path = folder.join(name);
        tracing::info!(file = name, "removed");
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(|error| Error::cannot_at("remove", &path, &error))?;
    }
    if unwanted.is_empty() { Ok(()) } else { disk::sync(folder) }
}

fn ours(folder: &Path) -> Result<Vec<(String, Ours)>, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Error::cannot_at("read", folder, &error))? {
        let entry = entry.map_err(|error| Error::cannot_at("read", folder, &error))?;
        if let Ok(name) = entry.file_name().into_string()
            && let Some(ours) = Ours::of(&name)
        {
            found.push((name, ours));
        }
    }
    Ok(found)
}
