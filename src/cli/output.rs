//! Where results go. A file appears under its name only when it is whole.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use unspoof::Error;

/// A file that is written beside its place and moved there when it is whole: killed half-way, it leaves the old one alone.
pub struct Atomic {
    file: BufWriter<File>,
    target: PathBuf,
    /// Nothing where the target is a device or a pipe, which is written to directly.
    temporary: Option<Temporary>,
}

/// A file that is deleted unless it is kept.
struct Temporary {
    path: PathBuf,
    kept: bool,
}

impl Atomic {
    /// Begins a file that will replace `target`; its folder is made when it is not there.
    pub fn create(target: &Path) -> Result<Self, Error> {
        Self::begin(target).map_err(|error| Error::cannot_at("write", target, &error))
    }

    fn begin(target: &Path) -> io::Result<Self> {
        // A link stays a link: what it points to is replaced.
        let target = if target.is_symlink() { target.canonicalize()? } else { target.to_owned() };
        match fs::metadata(&target) {
            Ok(found) if found.is_dir() => return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder")),
            Ok(found) if !found.is_file() => {
                let file = BufWriter::new(OpenOptions::new().write(true).open(&target)?);
                return Ok(Self { file, target, temporary: None });
            }
            _ => {}
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let (path, file) = temporary(folder)?;
        Ok(Self { file: BufWriter::new(file), target, temporary: Some(Temporary { path, kept: false }) })
    }

    /// Gives the file its name.
    pub fn commit(self) -> Result<(), Error> {
        let target = self.target.clone();
        self.finish(None).map_err(|error| Error::cannot_at("write", &target, &error))
    }

    /// Puts the file in the place of the one it was made from: on the disk first, with the same permissions and owner.
    pub fn replace(self, original: &fs::Metadata) -> Result<(), Error> {
        let target = self.target.clone();
        self.finish(Some(original)).map_err(|error| Error::cannot_at("write", &target, &error))
    }

    fn finish(mut self, original: Option<&fs::Metadata>) -> io::Result<()> {
        self.file.flush()?;
        let Some(mut temporary) = self.temporary else { return Ok(()) };
        if let Some(original) = original {
            keep_owner(&temporary.path, original);
            fs::set_permissions(&temporary.path, original.permissions())?;
            self.file.get_ref().sync_all()?;
        }
        fs::rename(&temporary.path, &self.target)?;
        temporary.kept = true;
        Ok(())
    }
}

impl Write for Atomic {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.kept {
            // What cannot be deleted is hidden and says whose it is.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A new file in `folder`, which is on the same disk as the target, so that moving it there is one step.
fn temporary(folder: &Path) -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".unspoof-{}-{number}.part", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            // Left over from a killed run that had our number.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(unix)]
fn keep_owner(path: &Path, original: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    // Only the superuser may give files away; for all others the file is theirs already.
    let _ = chown(path, Some(original.uid()), Some(original.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &fs::Metadata) {}

/// Keeps `file` as it is under `file` + `suffix`, or under the first free `file` + `suffix.2`, `.3` … An older copy is never
/// replaced: it may be the only one of what stood there at first.
pub fn back_up(file: &Path, suffix: &str) -> Result<PathBuf, Error> {
    // A second name for a link would be one more link, to what is about to be replaced.
    let original = file.canonicalize().map_err(|error| Error::cannot_at("read", file, &error))?;
    for number in 1_u32.. {
        let mut name = OsString::from(file);
        name.push(suffix);
        if number > 1 {
            name.push(format!(".{number}"));
        }
        let copy = PathBuf::from(name);
        // A second name for the same file costs nothing, and fails when the name is taken.
        match fs::hard_link(&original, &copy) {
            Ok(()) => return Ok(copy),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(_) => match OpenOptions::new().write(true).create_new(true).open(&copy) {
                Ok(_) => {
                    fs::copy(file, &copy).map_err(|error| Error::cannot_at("write", &copy, &error))?;
                    return Ok(copy);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(Error::cannot_at("write", &copy, &error)),
            },
        }
    }
    Err(Error::other("no name is left for the copy").in_file(file.to_string_lossy()))
}
