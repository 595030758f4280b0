//! Which lines are one paragraph, and how they become one text again.
use super::{lines::Line, shapes, vocabulary};

/// What the lines of one run (no empty line between) tell about how they were broken.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Run {
    /// Widest line where a program broke the lines at a margin; 0 where it did not.
    margin: usize,
}

/// The widest margin that programs wrap at; a wider line was not wrapped.
const WIDEST: usize = 110;
/// The narrowest one.
const NARROWEST: usize = 36;

/// Looks at all lines of a run.
pub(crate) fn run(text: &str, lines: &[Line]) -> Run {
    let widest = lines.iter().map(|l| l.width).max().unwrap_or(0);
    if !(NARROWEST..=WIDEST).contains(&widest) {
        return Run::default();
    }
    // A line that stops inside a sentence although the next goes on in lower case: only a margin does that often.
    let broken = lines.windows(2).filter(|p| matches!(p, [a, b] if breaks_inside(text, a, b))).count();
    let full = lines.iter().rev().skip(1).filter(|l| l.width * 4 >= widest * 3).count();
    let margin = if broken > 0 && full * 3 >= (lines.len() - 1) * 2 { widest } else { 0 };
    Run { margin }
}

impl Run {
    /// Whether `next` goes on with the paragraph of `line`.
    pub(crate) fn continues(self, text: &str, line: &Line, next: &Line) -> bool {
        let said = line.of(text);
        if next.gap > 0 || said.ends_with([':', '：']) {
            return false;
        }
        let ended = shapes::ends_sentence(said);
        if self.margin > 0 {
            if ended && shapes::label(text, next.span).is_some() {
                return false;
            }
            let word = next.of(text).split_whitespace().next().map_or(0, |w| w.chars().count());
            return line.width + 1 + word > self.margin || !ended && breaks_inside(text, line, next);
        }
        !ended && breaks_inside(text, line, next)
    }
}

fn breaks_inside(text: &str, line: &Line, next: &Line) -> bool {
    next.of(text).starts_with(|c: char| c.is_lowercase()) && !shapes::ends_sentence(line.of(text))
}

/// The lines as one text: a space between, a word split at the line end whole again.
pub(crate) fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for part in parts {
        if part.is_empty() {
            continue;
        }
        if !out.is_empty() {
            if split_word(&out, part) {
                out.pop();
            } else if !ends_at_hyphen(&out, part) && !unspaced(&out, part) {
                out.push(' ');
            }
        }
        out.push_str(part);
    }
    out
}

fn ends_at_hyphen(out: &str, next: &str) -> bool {
    let mut back = out.chars().rev();
    back.next() == Some('-') && back.next().is_some_and(char::is_alphanumeric) && next.starts_with(char::is_alphanumeric)
}

/// Chinese and Japanese have no space to put back.
fn unspaced(out: &str, next: &str) -> bool {
    let wide = |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}');
    out.chars().next_back().is_some_and(wide) && next.chars().next().is_some_and(wide)
}

/// Whether the hyphen at the end of `out` only splits a word. It is real behind a first half that is written so.
fn split_word(out: &str, next: &str) -> bool {
    if !ends_at_hyphen(out, next) || !next.starts_with(|c: char| c.is_lowercase()) {
        return false;
    }
    let tail = out.get(out.floor_char_boundary(out.len().saturating_sub(60))..).unwrap_or("");
    let first = tail.trim_end_matches('-').rsplit(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or("");
    let low = first.to_lowercase();
    !first.contains('-') && low.chars().all(char::is_alphabetic) && !vocabulary::COMPOUND_FIRST.contains(&low.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_whole() {
        assert_eq!(join(["a sim-", "ple well-", "known thing,", "done"].into_iter()), "a simple well-known thing, done");
        assert_eq!(join(["雨が", "降る"].into_iter()), "雨が降る");
    }
}
