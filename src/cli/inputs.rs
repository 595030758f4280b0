//! From what was named on the command line to a list of inputs.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use ignore::{DirEntry, WalkBuilder};
use unspoof::Error;
use unspoof::markup::Markup;

use super::messages::Messages;
use super::output::cannot;
use super::report::plural;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One text.
    Text,
    /// One HTML page.
    Html,
    /// One text in Markdown.
    Markdown,
    /// A JSON object on each line, with a text in one field.
    Jsonl,
}

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
    /// Whether marked-up pages are read as such: else they are texts like any other, if they are named.
    pub pages: bool,
}

const TEXT: [&str; 2] = ["txt", "text"];
const HTML: [&str; 3] = ["html", "htm", "xhtml"];
const MARKDOWN: [&str; 2] = ["md", "markdown"];
const JSONL: [&str; 2] = ["jsonl", "ndjson"];

impl Format {
    /// Its name in the output and in `--from`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => Markup::Html.as_str(),
            Self::Markdown => Markup::Markdown.as_str(),
            Self::Jsonl => "jsonl",
        }
    }

    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            ending if TEXT.contains(&ending) => Some(Self::Text),
            ending if HTML.contains(&ending) => Some(Self::Html),
            ending if MARKDOWN.contains(&ending) => Some(Self::Markdown),
            ending if JSONL.contains(&ending) => Some(Self::Jsonl),
            _ => None,
        }
    }
}

impl Choice {
    /// The format that was asked for, else what the ending tells.
    fn format_of(&self, path: &Path) -> Option<Format> {
        let told = || Format::of(path).filter(|format| self.pages || matches!(format, Format::Text | Format::Jsonl));
        self.format.or_else(told)
    }
}

impl Input {
    fn file(path: &Path, name: &Path, choice: &Choice) -> Self {
        let format = choice.format_of(path).unwrap_or(Format::Text);
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

    /// Opens it.
    pub fn open(&self) -> Result<Box<dyn Read + Send>, Error> {
        let Some(path) = &self.path else { return Ok(Box::new(io::stdin())) };
        Ok(Box::new(File::open(path).map_err(|error| cannot("read", path, &error))?))
    }

    /// All of it.
    pub fn read(&self) -> Result<Vec<u8>, Error> {
        match &self.path {
            Some(path) => fs::read(path).map_err(|error| cannot("read", path, &error)),
            None => unspoof::formats::lines::read_all(io::stdin().lock()).map_err(|error| error.in_file("-")),
        }
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
                None => Err(cannot("read", path, &error)),
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
    let wanted = match choice.format {
        Some(Format::Text) => ".txt or .text",
        Some(Format::Html) => ".html, .htm or .xhtml",
        Some(Format::Markdown) => ".md or .markdown",
        Some(Format::Jsonl) => ".jsonl or .ndjson",
        None if !choice.pages => ".txt, .text, .jsonl or .ndjson",
        None => ".txt, .text, .html, .htm, .xhtml, .md, .markdown, .jsonl or .ndjson",
    };
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
