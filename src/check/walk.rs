//! From a folder to the files in it that people write.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use globset::GlobSet;
use ignore::{DirEntry, WalkBuilder, WalkState};

use super::located::Located;

/// How to go through a folder.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// Whether files are taken that nobody writes by hand, by convention: vendored, minified, generated.
    pub vendored: bool,
    /// What is left out besides.
    pub exclude: Option<GlobSet>,
    /// Where the patterns of `exclude` count from, besides the folder that is gone through.
    pub located: Option<Located>,
    /// How many threads; 0 for as many as fit.
    pub threads: usize,
}

/// What a walk found.
#[derive(Debug, Default)]
pub struct Found {
    /// The files, sorted.
    pub files: Vec<PathBuf>,
    /// What could not be looked into.
    pub troubles: Vec<String>,
}

/// Folders that hold the work of others, wherever they lie.
const VENDORED: &[&str] = &[
    "node_modules",
    "bower_components",
    "jspm_packages",
    "vendor",
    "vendored",
    "third_party",
    "thirdparty",
    "third-party",
    "site-packages",
    "__pycache__",
    "Pods",
    "Carthage",
    ".venv",
    "venv",
    ".tox",
    ".nox",
    ".yarn",
    ".pnpm-store",
];

/// Folders of version control.
const HISTORY: &[&str] = &[".git", ".hg", ".svn", ".jj", ".bzr", "CVS", "_darcs"];

/// Files that a program writes.
const GENERATED: &[&str] = &[
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "bun.lock",
    "Cargo.lock",
    "poetry.lock",
    "uv.lock",
    "Pipfile.lock",
    "composer.lock",
    "Gemfile.lock",
    "go.sum",
    "flake.lock",
    "mix.lock",
    "pubspec.lock",
    "Podfile.lock",
];

/// How files that a program writes end: minified ones, maps of them, reports (which quote what was found), what is not whole yet.
const MADE: &[&str] = &[".min.js", ".min.css", ".min.mjs", ".bundle.js", ".map", ".sarif", ".part"];

impl Walk {
    /// The files below `root`. What ignore files name is left out; hidden files are taken, for those that steer builds and agents
    /// are hidden. Links are not followed: what they lead to within the folder is taken by its own name, and what lies outside is no
    /// part of it, and nobody's to repair.
    pub fn files(&self, root: &Path) -> Found {
        let mut builder = WalkBuilder::new(root);
        builder.standard_filters(true).hidden(false).require_git(false).threads(self.threads);
        let walk = self.clone();
        let top = root.to_owned();
        builder.filter_entry(move |entry| entry.depth() == 0 || walk.takes(entry, &top));
        let found = Mutex::new(Found::default());
        builder.build_parallel().run(|| {
            Box::new(|entry| {
                // A panic in another thread is that thread's; the list is whole all the same.
                let mut found = found.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                match entry {
                    Ok(entry) if is_file(&entry) => {
                        found.files.push(entry.path().strip_prefix(".").unwrap_or(entry.path()).to_owned());
                    }
                    Ok(_) => {}
                    Err(error) => found.troubles.push(error.to_string()),
                }
                WalkState::Continue
            })
        });
        let mut found = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        found.files.sort();
        found.troubles.sort();
        found
    }

    /// Whether a file that was named is one that no walk would take, as far as its name tells.
    pub fn leaves_out(&self, path: &Path) -> bool {
        let is_vendored = |part: std::path::Component<'_>| VENDORED.contains(&&*part.as_os_str().to_string_lossy());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let folders = path.parent().into_iter().flat_map(Path::components);
        self.is_excluded(path, path) || !self.vendored && (is_generated(&name) || folders.into_iter().any(is_vendored))
    }

    fn is_excluded(&self, path: &Path, below: &Path) -> bool {
        let Some(exclude) = &self.exclude else { return false };
        let located = || self.located.as_ref().map(|located| located.name(&path.to_string_lossy()));
        exclude.is_match(below) || located().is_some_and(|name| exclude.is_match(name))
    }

    fn takes(&self, entry: &DirEntry, root: &Path) -> bool {
        let name = entry.file_name().to_string_lossy();
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        if is_folder && HISTORY.contains(&&*name) {
            return false;
        }
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        if self.is_excluded(entry.path(), below) {
            return false;
        }
        self.vendored || !if is_folder { VENDORED.contains(&&*name) } else { is_generated(&name) }
    }
}

fn is_file(entry: &DirEntry) -> bool {
    // What was named is a link that is meant.
    let is_named = |kind: std::fs::FileType| entry.depth() == 0 && kind.is_symlink() && entry.path().is_file();
    entry.file_type().is_some_and(|kind| kind.is_file() || is_named(kind))
}

fn is_generated(name: &str) -> bool {
    GENERATED.contains(&name) || MADE.iter().any(|ending| name.ends_with(ending))
}

/// Whether this is a text at all, as `git` would say: no NUL near its beginning, unless it is UTF-16; and hardly any other control that
/// has no use in texts.
pub fn is_binary(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 8000;
    const MANY: usize = 50; // one byte in so many
    let head = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or_default();
    let is_wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let is_useless = |byte: &&u8| matches!(byte, 1..=6 | 0xE..=0x1A | 0x1C..=0x1F);
    !is_wide && (memchr::memchr(0, head).is_some() || head.iter().filter(is_useless).count() > head.len() / MANY)
}

/// Whether so many bytes have no use in texts that it is none, whatever its name says: a film, say, whose ending is that of TypeScript.
pub fn is_rubbish(bytes: &[u8]) -> bool {
    const MANY: usize = 8; // one byte in so many
    const FEW: usize = 16;
    let is_useless = |byte: &&u8| matches!(byte, 0..=6 | 0xE..=0x1A | 0x1C..=0x1F);
    let useless = bytes.iter().filter(is_useless).count();
    let lost: usize = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    useless > FEW.max(bytes.len() / MANY) || lost > FEW && useless > 0 && useless + lost > bytes.len() / MANY
}

/// Whether a text was packed by a program: lines that nobody reads.
pub fn is_minified(name: &str, bytes: &[u8]) -> bool {
    const LONG: usize = 5000;
    let is_packed = [".js", ".css", ".mjs", ".cjs", ".svg"].iter().any(|ending| name.ends_with(ending));
    is_packed && bytes.len() > LONG && bytes.len() / (1 + memchr::memchr_iter(b'\n', bytes).count()) > LONG / 5
}
