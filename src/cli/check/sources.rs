//! Which files and texts a check reads, and by which configuration.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use unspoof::check::{Config, Located, Walk};
use unspoof::rules::RuleId;
use unspoof::{Error, check};

use super::CheckArgs;
use crate::cli::formats::{Format, Takes};
use crate::cli::inputs::{self, Choice};
use crate::cli::messages::Messages;

/// A text to check.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file; nothing for the standard input.
    pub path: Option<PathBuf>,
    /// Its name in reports.
    pub name: String,
    /// Whether it was found in a folder rather than named: then it may turn out to be no text.
    pub walked: bool,
}

impl Source {
    fn file(path: PathBuf, walked: bool) -> Self {
        let shown = path.strip_prefix("./").unwrap_or(&path);
        Self { name: shown.to_string_lossy().replace('\\', "/"), path: Some(path), walked }
    }

    /// All of it.
    pub fn read(&self) -> Result<Vec<u8>, Error> {
        match &self.path {
            Some(path) => std::fs::read(path).map_err(|error| Error::cannot_at("read", path, &error)),
            None => unspoof::formats::lines::read_all(io::stdin().lock()).map_err(|error| error.in_file(&*self.name)),
        }
    }
}

impl CheckArgs {
    /// The configuration with what was typed laid over it, and the folder that its paths count from.
    pub fn configuration(&self) -> Result<(Config, Option<PathBuf>), Error> {
        let found = match &self.config.config {
            Some(path) => Some((Config::read(path)?.unwrap_or_default(), path.clone())),
            None if self.config.isolated => None,
            None => Config::find(&self.start())?,
        };
        let (mut config, path) = found.map_or_else(Default::default, |(config, path)| (config, Some(path)));
        let rules = &self.rules;
        if !rules.select.is_empty() {
            config.select.clone_from(&rules.select);
        }
        config.ignore.extend(rules.ignore.iter().cloned());
        if let Some(level) = rules.level {
            config.level = Some(level.to_string());
        }
        if rules.typography {
            config.typography = Some(true);
        }
        if self.what.vendored {
            config.vendored = Some(true);
        }
        config.exclude.extend(self.what.exclude.iter().cloned());
        if let Some(baseline) = &self.baseline.baseline {
            config.baseline = Some(baseline.to_string_lossy().into_owned());
        }
        debug_assert!(
            config.select.iter().all(|name| RuleId::from_id(name).is_some() || matches!(&**name, "all" | "restore" | "tidy"))
        );
        let base = path.and_then(|path| path.parent().map(Path::to_owned));
        Ok((config, base))
    }

    /// Where the look for a configuration begins: at what is read.
    fn start(&self) -> PathBuf {
        let named = self.inputs.first().or(self.what.stdin_filename.as_ref()).filter(|path| path.as_os_str() != "-");
        match named {
            Some(path) if path.is_dir() => path.clone(),
            Some(path) => path.parent().filter(|folder| folder.is_dir()).map_or_else(|| PathBuf::from("."), Path::to_owned),
            None => PathBuf::from("."),
        }
    }

    /// The texts to check, in order. What cannot be found is reported, and the rest goes on.
    pub fn sources(&self, walk: &Walk, messages: &mut Messages) -> Result<Vec<Source>, Error> {
        let mut sources = Vec::new();
        if let Some(name) = &self.what.stdin_filename {
            let name = name.to_string_lossy().replace('\\', "/");
            sources.push(Source { path: None, name, walked: false });
        }
        if let Some(list) = &self.what.file_list {
            for path in listed(list)? {
                if path.exists() {
                    sources.push(Source::file(path, true));
                } else {
                    messages.trouble(
                        &Error::other("cannot read it: there is no such file or folder").in_file(path.to_string_lossy()),
                    );
                }
            }
        }
        let nothing_named = self.inputs.is_empty() && sources.is_empty() && self.what.file_list.is_none();
        let here = [PathBuf::from(".")];
        // Messages alone may be asked for.
        let only_commits = self.what.commits.is_some() && self.what.changed.is_none();
        for path in if nothing_named && !only_commits { &here[..] } else { &self.inputs } {
            self.named(path, walk, &mut sources, messages);
        }
        if self.what.force_exclude {
            sources.retain(|source| !source.path.as_deref().is_some_and(|path| walk.leaves_out(path)));
        }
        Ok(sources)
    }

    fn named(&self, path: &Path, walk: &Walk, sources: &mut Vec<Source>, messages: &mut Messages) {
        if path.as_os_str() == "-" {
            if self.what.stdin_filename.is_none() {
                sources.push(Source { path: None, name: "-".to_owned(), walked: false });
            }
        } else if path.is_dir() {
            let found = walk.files(path);
            for trouble in found.troubles {
                messages.trouble(&Error::other(trouble));
            }
            sources.extend(found.files.into_iter().map(|path| Source::file(path, true)));
        } else if path.exists() {
            sources.push(Source::file(path.to_owned(), false));
        } else {
            // A pattern, or a file that is not there: told by the part that all commands share.
            let choice = Choice { format: Some(Format::Text), output: None, tree: true, takes: Takes::Unmarked };
            let found = inputs::find(&[path.to_owned()], &choice, messages);
            sources.extend(found.into_iter().filter_map(|input| input.path).map(|path| Source::file(path, true)));
        }
    }
}

/// The files that a list names, one a line; or with NUL between them, as `git diff -z` writes.
fn listed(list: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut text = String::new();
    if list.as_os_str() == "-" {
        io::stdin().lock().read_to_string(&mut text).map_err(|error| Error::from(error).in_file("-"))?;
    } else {
        text = std::fs::read_to_string(list).map_err(|error| Error::cannot_at("read", list, &error))?;
    }
    let mark = if text.contains('\0') { '\0' } else { '\n' };
    let names = text.split(mark).map(|name| name.trim_end_matches('\r')).filter(|name| !name.is_empty());
    Ok(names.map(|name| unquoted(name).filter(|_| mark == '\n').unwrap_or_else(|| PathBuf::from(name))).collect())
}

/// The name that `git` has put into quotes, with escapes for what is not ASCII. A name that only looks so is taken as it is.
fn unquoted(name: &str) -> Option<PathBuf> {
    let inner = name.strip_prefix('"')?.strip_suffix('"').filter(|_| !Path::new(name).exists())?;
    let mut bytes = Vec::new();
    let mut rest = inner.bytes();
    while let Some(byte) = rest.next() {
        let escaped = if byte == b'\\' { rest.next()? } else { 0 };
        bytes.push(match (byte, escaped) {
            (b'\\', b'a') => 7,
            (b'\\', b'b') => 8,
            (b'\\', b't') => b'\t',
            (b'\\', b'n') => b'\n',
            (b'\\', b'v') => 11,
            (b'\\', b'f') => 12,
            (b'\\', b'r') => b'\r',
            (b'\\', first @ b'0'..=b'3') => {
                let digit = |byte: u8| Some(byte.wrapping_sub(b'0')).filter(|digit| *digit < 8);
                let (second, third) = (digit(rest.next()?)?, digit(rest.next()?)?);
                (first - b'0') * 64 + second * 8 + third
            }
            (b'\\', other) => other,
            (byte, _) => byte,
        });
    }
    String::from_utf8(bytes).ok().map(PathBuf::from)
}

/// How to go through folders.
pub fn walk(config: &Config, located: Option<Located>, threads: usize) -> Result<Walk, Error> {
    Ok(Walk { vendored: config.vendored.unwrap_or_default(), exclude: check::globs(&config.exclude)?, located, threads })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_names() {
        let is = |name: &str, expected: &str| unquoted(name).is_some_and(|path| path == Path::new(expected));
        assert!(is(r#""na\303\257ve \"a\".md""#, "naïve \"a\".md") && is(r#""a\tb""#, "a\tb"));
        assert!(unquoted("plain.md").is_none() && unquoted(r#""\3""#).is_none());
    }
}
