//! Files that are there as a whole or not at all, even where the power fails.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::document::hex;
use crate::error::Error;

/// What is added to the name of a file while it is written; it is hidden as well.
const PARTIAL: &str = ".partial";

/// A file of the output, as the manifest names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Its name in the folder.
    pub name: String,
    /// Its length; of a folder of documents, that of all its files.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal; of a folder of documents, of the list that `sha256sum` makes of its files, sorted by name.
    pub sha256: String,
}

/// A file that is being written beside its place.
pub(super) struct Partial<'a> {
    folder: &'a Path,
    name: String,
    path: PathBuf,
    file: File,
    bytes: u64,
    digest: Sha256,
    kept: bool,
}

impl<'a> Partial<'a> {
    /// Begins the file that will be called `name`.
    pub(super) fn create(folder: &'a Path, name: String) -> Result<Self, Error> {
        let path = folder.join(partial(&name));
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(&path);
        let file = file.map_err(|error| Error::cannot_at("write", &path, &error))?;
        Ok(Self { folder, name, path, file, bytes: 0, digest: Sha256::new(), kept: false })
    }

    pub(super) fn add(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.write_all(bytes).map_err(|error| self.cannot_write(&error))
    }

    /// Gives the file its name. It is on the disk before, the name is only after [`sync`] of the folder.
    pub(super) fn keep(mut self) -> Result<Written, Error> {
        self.file.sync_all().map_err(|error| self.cannot_write(&error))?;
        fs::rename(&self.path, self.folder.join(&self.name)).map_err(|error| self.cannot_write(&error))?;
        self.kept = true;
        let sha256 = hex(std::mem::take(&mut self.digest).finalize());
        Ok(Written { name: std::mem::take(&mut self.name), bytes: self.bytes, sha256 })
    }

    /// The file, to go on with after it has its name.
    pub(super) fn handle(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    fn cannot_write(&self, error: &io::Error) -> Error {
        Error::cannot_at("write", &self.folder.join(&self.name), error)
    }
}

impl Write for Partial<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or(bytes));
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Partial<'_> {
    fn drop(&mut self) {
        if !self.kept {
            // What cannot be deleted is hidden, and removed when the batch goes on.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Makes sure that the names in a folder are on the disk.
pub(super) fn sync(folder: &Path) -> Result<(), Error> {
    // Only Unix can open folders; elsewhere the file system is trusted with names.
    if cfg!(unix) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| Error::cannot_at("write into", folder, &error))?;
    }
    Ok(())
}

/// What a file or folder is called while it is written.
pub(super) fn partial(name: &str) -> String {
    format!(".{name}{PARTIAL}")
}

/// The name of a file that was being written, from that of the file on the disk.
pub(super) fn partial_name(name: &str) -> Option<&str> {
    name.strip_prefix('.')?.strip_suffix(PARTIAL)
}
