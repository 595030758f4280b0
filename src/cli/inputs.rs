//! From what was named on the command line to a list of inputs.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use ignore::{DirEntry, WalkBuilder};
use unspoof::Error;
use unspoof::formats::records::read_text;
use unspoof::formats::unpack::{self, Packing};

use super::formats::{Format, Takes};
use super::messages::Messages;
use super::report::plural;

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The file; nothing for the standard input.
    pub path: Option<PathBuf>,
    /// Its name in the output: its path below the folder that was named. Never a path of this machine.
    pub name: String,
    pub format: Format,
    /// Whether it was found in a folder rather than named: then it may turn out to be no text.
    pub walked: bool,
}

/// How to choose among files.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The format of every file; told by the ending where there is none.
    pub format: Option<Format>,
    /// What is being written, which is not to be read.
    pub output: Option<PathBuf>,
    /// Whether a folder is a source tree: then its ignore files count, and every file that is text is taken.
    pub tree: bool,
    /// What is taken where the ending tells the format.
    pub takes: Takes,
}

impl Choice {
    /// The format that was asked for, else what the ending tells, if that is taken.
    fn format_of(&self, path: &Path) -> Option<Format> {
        self.format.or_else(|| Format::of(path).filter(|&format| self.takes.takes(format)))
    }

    /// What a file is read as that was named: as a text, unless something says that it is none.
    fn format_of_named(&self, path: &Path) -> Format {
        let records = || Format::of(path).filter(|format| format.kind().is_some());
        self.format_of(path).or_else(records).unwrap_or(Format::Text)
    }
}

impl Input {
    fn file(path: &Path, name: &Path, choice: &Choice) -> Self {
        let format = choice.format_of_named(path);
        let parts = name.components().filter_map(|part| match part {
            Component::Normal(part) => Some(part.to_string_lossy()),
            _ => None,
        });
        Self { path: Some(path.to_owned()), name: parts.collect::<Vec<_>>().join("/"), format, walked: choice.tree }
    }

    /// What it is called in messages: as it was named.
    pub fn label(&self) -> String {
        self.path.as_ref().map_or_else(|| "-".to_owned(), |path| path.to_string_lossy().into_owned())
    }

    /// Its length in bytes, where that is known before it is read.
    pub fn size(&self) -> Option<u64> {
        self.path.as_ref().and_then(|path| fs::metadata(path).ok()).map(|metadata| metadata.len())
    }

    /// Its bytes, unpacked.
    pub fn open(&self) -> Result<Box<dyn Read + Send>, Error> {
        unpack::open(self.path.as_deref(), 0).map_err(|error| Error::cannot("read", &error).in_file(self.label()))
    }

    /// All of it, unpacked, if it has no more bytes than this.
    pub fn read(&self, limit: usize) -> Result<Vec<u8>, Error> {
        read_text(self.path.as_deref(), limit).map_err(|error| error.in_file(self.label()))
    }

    /// Whether it is a packed file.
    pub fn is_packed(&self) -> bool {
        // What cannot be read is found out when it is.
        self.path.as_deref().is_some_and(|path| Packing::of_file(path).is_ok_and(|packing| packing.is_some()))
    }
}

/// The inputs that `named` stands for, in the order they were named, folders and patterns sorted. What cannot be found is
/// reported, and the rest goes on.
pub fn find(named: &[PathBuf], choice: &Choice, messages: &mut Messages) -> Vec<Input> {
    let mut found = Vec::new();
    for path in named {
        let before = found.len();
        let result = match fs::metadata(path) {
            _ if path.as_os_str() == "-" => standard(&mut found, choice, messages),
            Ok(kind) if kind.is_dir() => folder(path, &mut found, choice, messages),
            Ok(_) => named_file(path, &mut found, choice),
            Err(error) => match pattern(path) {
                Some(pattern) => matching(pattern, path, &mut found, choice, messages),
                None => Err(Error::cannot_at("read", path, &error)),
            },
        };
        if let Err(error) = result {
            found.truncate(before);
            messages.trouble(&error);
        }
    }
    found
}

fn standard(found: &mut Vec<Input>, choice: &Choice, messages: &mut Messages) -> Result<(), Error> {
    if found.iter().any(|input| input.path.is_none()) {
        return Err(Error::other("expected the standard input once, but found it named twice").in_file("-"));
    }
    if io::stdin().is_terminal() {
        messages.note("reading what you type; end it with Ctrl-D (on Windows, Ctrl-Z and Enter)");
    }
    found.push(Input { path: None, name: "-".to_owned(), format: choice.format.unwrap_or(Format::Text), walked: false });
    Ok(())
}

fn named_file(path: &Path, found: &mut Vec<Input>, choice: &Choice) -> Result<(), Error> {
    if choice.output.as_deref().is_some_and(|output| same(output, path)) {
        return Err(
            Error::other("it is the output; reading it while it is written would lose it").in_file(path.to_string_lossy())
        );
    }
    let name = Path::new(path.file_name().unwrap_or(path.as_os_str()));
    found.push(Input { walked: false, ..Input::file(path, name, choice) });
    Ok(())
}

fn folder(root: &Path, found: &mut Vec<Input>, choice: &Choice, messages: &mut Messages) -> Result<(), Error> {
    let before = found.len();
    let mut others = 0;
    for path in walk(root, choice, messages) {
        let format = Format::of(&path);
        let fits =
            choice.tree || if choice.format.is_some() { format == choice.format } else { choice.format_of(&path).is_some() };
        if fits {
            found.push(Input::file(&path, path.strip_prefix(root).unwrap_or(&path), choice));
        } else {
            others += 1;
        }
    }
    let wanted = choice.takes.endings(choice.format);
    let root = root.to_string_lossy();
    if found.len() == before && !choice.tree {
        return Err(
            Error::other(format!("expected files that end in {wanted}, but found {}", plural(others, "other"))).in_file(root)
        );
    }
    if others > 0 {
        let others = plural(others, "file");
        messages
            .note(format!("{root}: {others} not read, as only {wanted} are taken from a folder; a pattern takes all it fits"));
    }
    Ok(())
}

fn matching(
    pattern: Pattern,
    named: &Path,
    found: &mut Vec<Input>,
    choice: &Choice,
    messages: &mut Messages,
) -> Result<(), Error> {
    let before = found.len();
    let root = if pattern.root.as_os_str().is_empty() { Path::new(".") } else { &pattern.root };
    for path in walk(root, choice, messages) {
        let below = path.strip_prefix(root).unwrap_or(&path);
        if pattern.matcher.is_match(below) {
            let path = if pattern.root.as_os_str().is_empty() { below } else { &path };
            found.push(Input::file(path, below, choice));
        }
    }
    if found.len() == before {
        return Err(Error::other("expected files that fit this pattern, but found none").in_file(named.to_string_lossy()));
    }
    Ok(())
}

/// A folder, and what the paths below it must look like.
struct Pattern {
    root: PathBuf,
    matcher: GlobMatcher,
}

fn pattern(path: &Path) -> Option<Pattern> {
    let is_pattern = |part: &Component<'_>| part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    let parts = path.components().collect::<Vec<_>>();
    let (root, rest) = parts.split_at_checked(parts.iter().position(is_pattern)?)?;
    let rest = rest.iter().map(|part| part.as_os_str().to_str()).collect::<Option<Vec<_>>>()?.join("/");
    let matcher = GlobBuilder::new(&rest).literal_separator(true).build().ok()?.compile_matcher();
    Some(Pattern { root: root.iter().collect(), matcher })
}

/// All files below `root`, sorted; links to files are taken, links to folders are not followed.
fn walk(root: &Path, choice: &Choice, messages: &mut Messages) -> Vec<PathBuf> {
    // An output folder inside the input is left out; where both are the same, the endings tell results from inputs.
    let output = choice.output.as_deref().filter(|output| !same(output, root)).and_then(|output| output.canonicalize().ok());
    let is_output = move |entry: &DirEntry| {
        let same_name = output.as_deref().and_then(Path::file_name) == Some(entry.file_name());
        same_name && entry.depth() > 0 && entry.path().canonicalize().ok() == output
    };
    let mut builder = WalkBuilder::new(root);
    builder.standard_filters(choice.tree).hidden(false).require_git(false).sort_by_file_name(OsStr::cmp);
    let is_history = choice.tree;
    builder.filter_entry(move |entry| !(is_output(entry) || is_history && entry.file_name() == ".git"));
    let mut files = Vec::new();
    for entry in builder.build() {
        match entry {
            Ok(entry) if entry.path().is_file() => files.push(entry.path().strip_prefix(".").unwrap_or(entry.path()).to_owned()),
            Ok(_) => {}
            Err(error) => messages.trouble(&Error::other(error.to_string())),
        }
    }
    files
}

/// Whether two paths lead to the same file or folder.
pub fn same(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
