//! A unified diff of a text and its clean form, made from what is known to have changed: no guessing, linear time.

use std::fmt::Write as _;
use std::ops::Range;

use unspoof::text::Tracked;

use super::escape;

/// How many lines stand around a change.
const CONTEXT: usize = 3;

/// The diff, empty when nothing changed.
pub fn unified(name: &str, tracked: &Tracked<'_>) -> String {
    let (old, new) = (Lines::new(tracked.source()), Lines::new(tracked.text()));
    let mut hunks: Vec<Hunk> = Vec::new();
    for region in tracked.regions() {
        let (source, clean) = (region.source, region.clean);
        // A line that begins right behind the region in both texts is the same line.
        let is_cut =
            |text: &str, start: usize, end: usize| end > start && text.get(..end).is_some_and(|head| head.ends_with('\n'));
        let ends_clean = is_cut(tracked.source(), source.start, source.end) && is_cut(tracked.text(), clean.start, clean.end);
        let more = usize::from(!ends_clean);
        let one = Hunk {
            old: old.number(source.start)..old.number(source.end) + more,
            new: new.number(clean.start)..new.number(clean.end) + more,
        };
        match hunks.last_mut() {
            Some(last) if one.old.start <= last.old.end => {
                last.old.end = last.old.end.max(one.old.end);
                last.new.end = last.new.end.max(one.new.end);
            }
            _ => hunks.push(one),
        }
    }
    let mut out = String::new();
    if hunks.is_empty() {
        return out;
    }
    let name = escape::line(name);
    // Writing to a string cannot fail.
    let _ = write!(out, "--- {name}\n+++ {name} (clean)\n");
    let shown = shown(tracked);
    let (old, new) = (Lines::new(&shown), new);
    for group in hunks.chunk_by(|one, next| next.old.start - one.old.end <= 2 * CONTEXT) {
        write_group(&mut out, group, &old, &new);
    }
    out
}

/// Lines that differ: these became those.
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

fn write_group(out: &mut String, group: &[Hunk], old: &Lines<'_>, new: &Lines<'_>) {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
    let before = first.old.start.min(CONTEXT);
    let after = old.count().saturating_sub(last.old.end).min(CONTEXT);
    let old_range = first.old.start - before..last.old.end.min(old.count()) + after;
    let new_range = first.new.start - before..last.new.end.min(new.count()) + after;
    let _ = writeln!(out, "@@ -{} +{} @@", range(&old_range), range(&new_range));
    let mut at = old_range.start;
    for hunk in group {
        old.write(out, ' ', at..hunk.old.start);
        old.write(out, '-', hunk.old.clone());
        new.write(out, '+', hunk.new.clone());
        at = hunk.old.end;
    }
    old.write(out, ' ', at..old_range.end);
}

fn range(lines: &Range<usize>) -> String {
    // An empty range is named by the line before it.
    let start = if lines.is_empty() { lines.start } else { lines.start + 1 };
    format!("{start},{}", lines.len())
}

/// The input with what was changed spelled out: a look-alike must not look like what it became.
fn shown(tracked: &Tracked<'_>) -> String {
    let source = tracked.source();
    let mut out = String::new();
    let mut at = 0;
    for region in tracked.regions() {
        out.push_str(source.get(at..region.source.start).unwrap_or_default());
        for c in region.source.of(source).chars() {
            if c.is_ascii() { out.push(c) } else { out.push_str(&escape::spelled(c)) }
        }
        at = region.source.end;
    }
    out.push_str(source.get(at..).unwrap_or_default());
    out
}

/// A text by lines.
struct Lines<'a> {
    text: &'a str,
    /// Where each line begins; one more for the end.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        if starts.last() != Some(&text.len()) {
            starts.push(text.len());
        }
        Self { text, starts }
    }

    fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// The line that byte `at` stands on, from 0.
    fn number(&self, at: usize) -> usize {
        let line = self.starts.partition_point(|&start| start <= at).saturating_sub(1);
        line.min(self.count().saturating_sub(usize::from(!self.text.ends_with('\n'))))
    }

    fn write(&self, out: &mut String, sign: char, lines: Range<usize>) {
        for pair in self.starts.windows(2).take(lines.end).skip(lines.start) {
            let [start, end] = pair else { continue };
            let line = self.text.get(*start..*end).unwrap_or_default();
            out.push(sign);
            out.push_str(&escape::lines(line));
            if !line.ends_with('\n') {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unspoof::Options;

    fn diff(text: &str) -> String {
        unified("a", unspoof::clean(text, &Options::default()).tracked())
    }

    #[test]
    fn hidden_characters_are_spelled_out() {
        assert_eq!(diff("nothing here\n"), "");
        assert_eq!(
            diff("1\n2\n3\n4\nwo\u{200B}rd\n6\n7\n8\n9\n"),
            "--- a\n+++ a (clean)\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-wo<U+200B ZERO WIDTH SPACE>rd\n+word\n 6\n 7\n 8\n"
        );
    }

    #[test]
    fn far_changes_stand_apart_and_the_end_is_told() {
        let text = format!("wo\u{200B}rd\n{}la\u{200B}st", "-\n".repeat(9));
        let diff = diff(&text);
        assert_eq!(diff.matches("@@ -").count(), 2, "{diff}");
        assert!(diff.starts_with("--- a\n+++ a (clean)\n@@ -1,4 +1,4 @@\n-wo<U+200B"), "{diff}");
        assert!(diff.ends_with("@@ -8,4 +8,4 @@\n -\n -\n -\n-la<U+200B ZERO WIDTH SPACE>st\n\\ No newline at end of file\n+last\n\\ No newline at end of file\n"), "{diff}");
    }

    #[test]
    fn line_ends() {
        let diff = diff("one\r\ntwo\r\n");
        assert!(diff.contains("-one<U+000D CARRIAGE RETURN>\n-two<U+000D CARRIAGE RETURN>\n+one\n+two\n"), "{diff}");
    }
}
