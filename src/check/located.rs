//! Where a file lies, seen from elsewhere.

use std::path::{Component, Path, PathBuf};

/// The current folder, and the one that paths of a configuration count from.
#[derive(Clone, Debug)]
pub struct Located {
    base: PathBuf,
    here: PathBuf,
}

impl Located {
    /// Nothing where either folder is not there.
    pub fn new(base: &Path) -> Option<Self> {
        Some(Self { base: base.canonicalize().ok()?, here: std::env::current_dir().ok()?.canonicalize().ok()? })
    }

    /// The name of a file as the configuration would write it; as it is, where it lies elsewhere.
    pub fn name(&self, path: &str) -> String {
        let whole = absolute(&self.here, Path::new(path));
        let below = whole.strip_prefix(&self.base).unwrap_or(Path::new(path));
        below.to_string_lossy().replace('\\', "/")
    }
}

/// `path` from the root, without `.` and `..`; what links lead to is not asked.
pub fn absolute(here: &Path, path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
    }
    whole
}
