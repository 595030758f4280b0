//! What `git` knows: which lines were added, and what commits say.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};
use std::process::Command;

use unspoof::Error;
use unspoof::check::absolute;

/// A commit message, with what to call it.
pub struct Message {
    pub name: String,
    pub text: String,
}

/// The lines that were added, of each file. Counted from 1, half-open.
pub struct Added {
    here: PathBuf,
    lines: HashMap<PathBuf, Vec<Range<usize>>>,
}

impl Added {
    /// The lines that were added since `base`: since the commit where this branch left it, up to what lies in the folder now.
    /// Files that git does not know yet are new as a whole.
    pub fn since(base: &str) -> Result<Self, Error> {
        let here = std::env::current_dir().and_then(|here| here.canonicalize())?;
        let top = PathBuf::from(git(&here, ["rev-parse", "--show-toplevel"].iter())?.trim_end_matches(['\n', '\r']));
        let range = merge_base(&here, base)?;
        let fixed = ["-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--find-renames", "--diff-filter=d"];
        // The sections of a diff come in the order of the names, so names need not be read out of it, quoted as they may be.
        let names = git(&top, fixed.iter().chain(&["--name-only", "-z", range.as_str(), "--"]))?;
        let diff = git(&top, fixed.iter().chain(&["--unified=0", range.as_str(), "--"]))?;
        let mut names = names.split('\0').filter(|name| !name.is_empty());
        let mut added: HashMap<PathBuf, Vec<Range<usize>>> = HashMap::new();
        let mut lines: Option<&mut Vec<Range<usize>>> = None;
        for line in diff.lines() {
            if line.starts_with("diff --git ") {
                lines = names.next().map(|name| added.entry(top.join(name)).or_default());
            } else if let (Some(range), Some(lines)) = (line.strip_prefix("@@ ").and_then(hunk), lines.as_deref_mut()) {
                lines.push(range);
            }
        }
        let others = git(&top, ["ls-files", "--others", "--exclude-standard", "-z"].iter())?;
        for name in others.split('\0').filter(|name| !name.is_empty()) {
            added.insert(top.join(name), std::iter::once(1..usize::MAX).collect());
        }
        Ok(Self { here, lines: added })
    }

    /// Whether anything was added to a file.
    pub fn has_file(&self, name: &str) -> bool {
        self.lines.contains_key(&absolute(&self.here, Path::new(name)))
    }

    /// Whether one of these lines was added.
    pub fn has_lines(&self, name: &str, lines: RangeInclusive<usize>) -> bool {
        let added = self.lines.get(&absolute(&self.here, Path::new(name)));
        // The hunks of a file come in order.
        added.is_some_and(|added| {
            let next = added.partition_point(|hunk| hunk.end <= *lines.start());
            added.get(next).is_some_and(|hunk| hunk.start <= *lines.end())
        })
    }
}

/// The lines of `-1,2 +3,4 @@`.
fn hunk(text: &str) -> Option<Range<usize>> {
    let new = text.split(' ').find_map(|part| part.strip_prefix('+'))?;
    let (start, count) = new.split_once(',').unwrap_or((new, "1"));
    let (start, count) = (start.parse::<usize>().ok()?, count.parse::<usize>().ok()?);
    Some(start..start + count)
}

fn merge_base(here: &Path, base: &str) -> Result<String, Error> {
    if base == "HEAD" {
        return Ok(base.to_owned());
    }
    refuse_option(base)?;
    Ok(git(here, ["merge-base", base, "HEAD"].iter())?.trim().to_owned())
}

/// The messages of a range of commits, the newest first.
pub fn messages(range: &str) -> Result<Vec<Message>, Error> {
    if range != "-1" {
        refuse_option(range)?;
    }
    let log = git(Path::new("."), ["log", "--no-color", "--format=%h%x00%B%x00", range, "--"].iter())?;
    let mut parts = log.split('\0');
    let mut messages = Vec::new();
    while let (Some(hash), Some(text)) = (parts.next(), parts.next()) {
        messages.push(Message { name: format!("commit {}", hash.trim()), text: text.to_owned() });
    }
    Ok(messages)
}

/// What begins with a dash would be an option to git.
fn refuse_option(name: &str) -> Result<(), Error> {
    if name.starts_with('-') {
        return Err(Error::other(format!("expected a commit, but found {name:?}")));
    }
    Ok(())
}

fn git(folder: &Path, args: impl Iterator<Item = impl AsRef<OsStr>>) -> Result<String, Error> {
    let output = Command::new("git")
        .current_dir(folder)
        .args(args)
        .output()
        .map_err(|error| Error::other(format!("cannot run git: {error}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing");
        return Err(Error::other(format!("expected git to know, but it failed: {said}")));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks() {
        assert_eq!(hunk("-1,2 +3,4 @@ fn x"), Some(3..7));
        assert_eq!(hunk("-1 +3 @@"), Some(3..4));
        assert_eq!(hunk("-1,2 +0,0 @@"), Some(0..0));
    }
}
