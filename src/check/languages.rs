//! Which file is in which language, and how that language writes comments and strings: one table.
//!
//! It is a classifier, no grammar: enough to know whether a character stands in code, in a comment or in a string.

mod table;

use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;

pub use table::{LANGUAGES, UNKNOWN};

/// What stands between comments and strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Names and signs that a compiler reads.
    Code,
    /// Words for people, or data.
    Prose,
    /// Tags around words.
    Markup,
    /// Words for people, with code between fences.
    Markdown,
    /// A message of a version control system: lines that begin with `#` are its template's.
    Message,
}

/// A way to write a string.
#[derive(Clone, Copy, Debug)]
pub struct Quote {
    pub open: &'static str,
    pub close: &'static str,
    /// What takes the next character away from `close`, as far as anything does.
    pub escape: Option<char>,
    /// Whether it may go on behind the end of its line.
    pub long: bool,
}

/// Forms that a pair of delimiters cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    None,
    /// `r#"…"#`, and an apostrophe that is a lifetime unless it closes behind one character.
    Rust,
    /// `/…/`, where a value may begin.
    Regex,
    /// `R"x(…)x"`.
    Cpp,
    /// `[[…]]`, `[=[…]=]`, and the same behind `--`.
    Lua,
    /// `#"…"#`.
    Swift,
    /// `<<WORD` up to a line of `WORD`.
    Heredoc,
    /// `<<WORD` with no blank between, and `/…/`.
    Ruby,
    /// `<<<WORD` up to a line that begins with `WORD`.
    Php,
    /// `$tag$…$tag$`.
    Sql,
    /// An apostrophe that may belong to a name, and is a string only where it closes behind one character.
    Prime,
}

/// How a language is written.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    pub id: &'static str,
    /// Endings of file names, without the dot; also what a fence in Markdown may say.
    pub endings: &'static [&'static str],
    /// Whole names of files, and of interpreters in a first line `#!`.
    pub names: &'static [&'static str],
    pub line_comments: &'static [&'static str],
    pub block_comments: &'static [(&'static str, &'static str)],
    /// Whether block comments may hold block comments.
    pub nested: bool,
    pub quotes: &'static [Quote],
    pub special: Special,
    pub body: Body,
    /// Whether its compilers take no blank or sign beyond ASCII between names and signs.
    pub is_strict: bool,
    /// Whether its names are of signs of any kind.
    pub is_symbolic: bool,
    /// Whether line and paragraph separators end a line, and a comment with it.
    pub breaks_lines: bool,
    /// Whether a carriage return alone does.
    pub returns: bool,
}

impl Language {
    /// Whether a file in it is code.
    pub const fn has_code(&self) -> bool {
        matches!(self.body, Body::Code | Body::Markup)
    }

    /// Whether a file in it is code, or holds some.
    pub const fn may_have_code(&self) -> bool {
        self.has_code() || matches!(self.body, Body::Markdown)
    }

    /// Whether it is sentences for people, in which nothing but words has a meaning to a program.
    pub fn is_words(&self) -> bool {
        const WORDS: [&str; 7] = ["text", "unknown", "markdown", "restructuredtext", "asciidoc", "org", "commit-message"];
        WORDS.contains(&self.id)
    }

    /// Whether a program reads it, so that what a reader does not see counts even in a file that is no clean text.
    pub const fn is_run(&self) -> bool {
        self.may_have_code() || !self.line_comments.is_empty()
    }

    /// Whether names are the same to its compilers that are after compatibility composition (PEP 3131).
    pub fn composes_names(&self) -> bool {
        self.folds_names() || self.id == "julia"
    }

    /// Whether that makes letters in any style plain ones.
    pub fn folds_names(&self) -> bool {
        self.id == "python"
    }
}
/// The table by whole names and by endings.
struct Index {
    names: HashMap<&'static str, &'static Language>,
    endings: HashMap<&'static str, &'static Language>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index { names: HashMap::new(), endings: HashMap::new() };
    for language in LANGUAGES {
        index.names.extend(language.names.iter().map(|name| (*name, *language)));
        index.endings.extend(language.endings.iter().map(|ending| (*ending, *language)));
    }
    index
});

/// The language of a file, by its name, or else by what its first line says; text where neither is known.
pub fn of_file(name: &str, text: &str) -> &'static Language {
    let path = Path::new(name);
    let file = path.file_name().and_then(|file| file.to_str()).unwrap_or(name);
    if let Some(language) = INDEX.names.get(file) {
        return language;
    }
    // So are translations of Qt, whose ending is that of TypeScript.
    if text.starts_with("<?xml") || text.starts_with("<!DOCTYPE TS") {
        return named("html").unwrap_or(&UNKNOWN);
    }
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    if let Some(language) = ending.as_deref().filter(|ending| !is_translation(path, ending, text)).and_then(named) {
        return language;
    }
    if file.starts_with("Dockerfile") {
        return named("dockerfile").unwrap_or(&UNKNOWN);
    }
    interpreter(text).unwrap_or(&UNKNOWN)
}

/// Whether a text for people ends with the language of its words: `TUTORIAL.cs` is Czech, and so is `mc.hint.cs`, in which nothing looks
/// like code.
fn is_translation(path: &Path, ending: &str, text: &str) -> bool {
    // Of people, and of programs.
    const BOTH: [&str; 10] = ["as", "cs", "cu", "el", "hy", "ml", "pl", "sc", "ss", "sv"];
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let is_title = || stem.len() > 3 && stem.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'-' | b'_'));
    BOTH.contains(&ending) && (is_title() || !text.is_empty() && !looks_like_code(text))
}

/// Whether some line begins or ends as only lines of code do, or has a sign that hardly a sentence has.
fn looks_like_code(text: &str) -> bool {
    text.lines().any(|line| {
        let words = line.trim();
        line.starts_with('\t')
            || words.starts_with(['(', '#', ';', ':', '@', '/'])
            || words.ends_with([';', '}', '{'])
            || words.contains(['=', '{', '}', '$', '_', '"', '\\', '|', '<', '>'])
    })
}

/// The language that a fence names, or that has this ending.
pub fn named(name: &str) -> Option<&'static Language> {
    let by_id = || LANGUAGES.iter().find(|language| language.id == name).copied();
    INDEX.endings.get(name).copied().or_else(by_id)
}

/// `#!/usr/bin/env python3`.
fn interpreter(text: &str) -> Option<&'static Language> {
    let line = text.strip_prefix("#!")?.lines().next()?;
    let mut words = line.split_whitespace().flat_map(|word| word.rsplit('/').next());
    let program = words.find(|word| *word != "env" && !word.starts_with('-'))?;
    let program = program.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    INDEX.names.get(program).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_endings_and_first_lines() {
        let id = |name, text| of_file(name, text).id;
        assert_eq!(id("src/a.RS", ""), "rust");
        assert_eq!(id("deep/CMakeLists.txt", ""), "cmake");
        assert_eq!(id("deploy", "#!/usr/bin/env -S python3.12 -u\n"), "python");
        assert_eq!(id("run", "#!/bin/bash\n"), "shell");
        assert_eq!(id("Dockerfile.dev", ""), "dockerfile");
        assert_eq!(id(".git/COMMIT_EDITMSG", ""), "commit-message");
        assert_eq!(id("LICENSE", ""), "unknown");
        assert_eq!(id("doc/TUTORIAL.cs", ""), "unknown");
        assert_eq!(id("doc/TUTORIAL.ru", ""), "unknown");
        assert_eq!(id("src/IO.cs", ""), "c#");
        assert_eq!(id("src/Tutorial.cs", ""), "c#");
        assert_eq!(id("mc.hint.cs", "Rada: „man mc“.\nTip: stiskněte F1.\n"), "unknown");
        assert_eq!(id("mc.hint.cs", "class A\n{\n}\n"), "c#");
        assert_eq!(id("hint.el", "(setq x 1)\n"), "lisp");
    }

    #[test]
    fn no_ending_is_claimed_twice() {
        let (mut endings, mut names) = (HashSet::new(), HashSet::new());
        for language in LANGUAGES {
            for ending in language.endings {
                assert!(endings.insert(*ending), "{ending} belongs to {} and to another", language.id);
            }
            for name in language.names {
                assert!(names.insert(*name), "{name} belongs to {} and to another", language.id);
            }
        }
    }
}
