//! Shards as folders, with a file for each document.
//!
//! A folder is a shard like any other: it is filled beside its place, moved there when it is whole and on the disk, and then told to
//! the manifest. So a batch of a million documents is some hundred folders, none of them too large to be looked into.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::disk::{self, Written, partial};
use super::queue;
use crate::document::hex;
use crate::error::Error;

/// From how many documents on a folder is full, whatever they come to.
pub(super) const MOST: u64 = 10_000;

/// How long a name is at most, in bytes, without digest, number and ending: file systems take 255.
const LONGEST: usize = 100;

/// How many files are written at a time: disks make many durable in little more time than one.
const AT_A_TIME: usize = 8;

/// A document on its way into a file of its own.
#[derive(Debug)]
pub(super) struct Page {
    /// The name of the file without its ending; not yet told apart from others.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// A folder that is being filled beside its place.
pub(super) struct Folder<'a> {
    parent: &'a Path,
    name: String,
    path: PathBuf,
    /// How the names of its files end.
    ending: String,
    names: Names,
    bytes: u64,
    digests: BTreeMap<String, String>,
    kept: bool,
}

impl<'a> Folder<'a> {
    /// Begins the folder that will be called `name`.
    pub(super) fn create(parent: &'a Path, name: String, ending: String) -> Result<Self, Error> {
        let path = parent.join(partial(&name));
        fs::create_dir(&path).map_err(|error| Error::cannot_at("write into", &path, &error))?;
        let (names, digests) = (Names::default(), BTreeMap::new());
        Ok(Self { parent, name, path, ending, names, bytes: 0, digests, kept: false })
    }

    /// Writes each into a file, which is on the disk then.
    pub(super) fn add(&mut self, pages: &[Page]) -> Result<(), Error> {
        let Self { path, ending, names, bytes, digests, .. } = self;
        let named = pages.iter().map(|page| (format!("{}{ending}", names.take(&page.name)), &page.bytes));
        queue::in_order(
            named,
            AT_A_TIME.min(pages.len()),
            |(name, bytes)| write(&path.join(&name), bytes).map(|digest| (name, digest, bytes.len())),
            |written| {
                let (name, digest, length) = written?;
                *bytes += length as u64;
                digests.insert(name, digest);
                Ok(())
            },
        )
    }

    /// Gives the folder its name. All that is in it is on the disk before.
    pub(super) fn keep(mut self) -> Result<Written, Error> {
        disk::sync(&self.path)?;
        let place = self.parent.join(&self.name);
        fs::rename(&self.path, &place).map_err(|error| Error::cannot_at("write", &place, &error))?;
        self.kept = true;
        let list = self.digests.iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect::<String>();
        Ok(Written { name: std::mem::take(&mut self.name), bytes: self.bytes, sha256: hex(Sha256::digest(list)) })
    }
}

impl Drop for Folder<'_> {
    fn drop(&mut self) {
        if !self.kept {
            // What cannot be deleted is hidden, and removed when the batch goes on.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

/// Writes a file, and tells its digest.
fn write(path: &Path, bytes: &[u8]) -> Result<String, Error> {
    let written = File::create_new(path).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.map_err(|error| Error::cannot_at("write", path, &error))?;
    Ok(hex(Sha256::digest(bytes)))
}

/// What a folder of documents holds: how many files, and how many bytes they have together.
pub(super) fn measure(folder: &Path) -> Result<(u64, u64), Error> {
    let measured = fs::read_dir(folder).and_then(|mut entries| {
        entries.try_fold((0, 0), |(files, bytes), entry| Ok((files + 1, bytes + entry?.metadata()?.len())))
    });
    measured.map_err(|error| Error::cannot_at("read", folder, &error))
}

/// A name for the file of a document, from its id: letters, digits, `-`, `_` and `.` of ASCII as they are, `_` for all else. Where
/// that is not the whole id, a digest of the id tells it from others that look like it then.
pub(super) fn name(id: &str) -> String {
    let is_plain = |at: usize, c: char| c.is_ascii_alphanumeric() || c == '_' || at > 0 && matches!(c, '-' | '.');
    let plain: String = id.chars().take(LONGEST).enumerate().map(|(at, c)| if is_plain(at, c) { c } else { '_' }).collect();
    if plain == id && !id.is_empty() {
        return plain;
    }
    let digest = hex(Sha256::digest(id));
    format!("{plain}-{}", digest.get(..8).unwrap_or(&digest))
}

/// The names that are taken in a folder, in lower case, as not every file system tells case; each with the last number behind it.
#[derive(Default)]
struct Names(HashMap<String, usize>);

impl Names {
    /// The name, with a number behind it where it is taken.
    fn take(&mut self, name: &str) -> String {
        let lower = name.to_ascii_lowercase();
        let Some(last) = self.0.get(&lower).copied() else {
            self.0.insert(lower, 1);
            return name.to_owned();
        };
        let mut number = last + 1;
        while self.0.contains_key(&format!("{lower}-{number}")) {
            number += 1;
        }
        self.0.insert(format!("{lower}-{number}"), 1);
        self.0.insert(lower, number);
        format!("{name}-{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_as_much_of_an_id_as_files_can() {
        assert_eq!([name("q-17"), name("A_b.2")], ["q-17", "A_b.2"]);
        let told = ["https://example.org/a?b", "https://example.org/a!b", "../up", ".hidden", "-rf", "", "Привет"].map(name);
        assert!(told[0].starts_with("https___example.org_a_b-") && told[0] != told[1], "{told:?}");
        assert!(told[2].starts_with("_._up-") && told[3].starts_with("_hidden-") && told[4].starts_with("_rf-"), "{told:?}");
        assert!(told[5].len() == 9 && told[6].starts_with("______-"), "{told:?}");
        assert_eq!(name(&"x".repeat(5000)).len(), LONGEST + 9);
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut names = Names::default();
        let taken = ["a", "A", "a-2", "a", "b", "A"].map(|name| names.take(name));
        assert_eq!(taken, ["a", "A-2", "a-2-2", "a-3", "b", "A-4"]);
    }
}
