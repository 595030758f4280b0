//! Findings in words, one a line.

use std::fmt::Write as _;

use unspoof::clean::Finding;
use unspoof::rules::Certainty;
use unspoof::text::Span;
use unspoof::{Cleaned, unicode};

use super::escape;

/// How much of a line is shown on each side of a finding, in characters.
const AROUND: usize = 24;

/// How much of what was found is shown.
const SHOWN: usize = 60;

/// How many characters are named.
const NAMED: usize = 4;

/// Writes `label:line:column: rule certainty: …` for each finding that is at least as sure as `level`; says how many.
pub fn write(out: &mut String, label: &str, cleaned: &Cleaned<'_>, level: Certainty) -> usize {
    let source = cleaned.tracked().source();
    let label = escape::line(label);
    let mut place = Place::default();
    let mut count = 0;
    let mut last = None;
    for finding in cleaned.findings().iter().filter(|finding| finding.certainty <= level) {
        // A rule may see the same thing again in a later round.
        if last.replace((finding.rule, finding.source)) == Some((finding.rule, finding.source)) {
            continue;
        }
        place.advance(source, finding.source.start);
        // Writing to a string cannot fail.
        let _ = write!(out, "{label}:{}:{}: ", place.line, place.column);
        let _ = writeln!(out, "{} {}: {}", finding.rule.rule().id(), finding.certainty, sentence(finding, cleaned));
        count += 1;
    }
    count
}

fn sentence(finding: &Finding, cleaned: &Cleaned<'_>) -> String {
    let source = cleaned.tracked().source();
    let mut text = format!("{} in {}", named(finding, cleaned), context(source, finding.source));
    if finding.applied {
        let _ = write!(text, " reads as {}", escape::quoted(cut(cleaned.span_of(finding).of(cleaned.text()))));
    }
    let _ = write!(text, " ({}", escape::line(&finding.evidence.to_string()));
    if let Some(detail) = finding.detail() {
        let _ = write!(text, "; {}", escape::line(detail));
    }
    text.push(')');
    text
}

/// The characters that matter: of those that were changed, or else of all, the ones that are not plain; or else the text.
fn named(finding: &Finding, cleaned: &Cleaned<'_>) -> String {
    let source = cleaned.tracked().source();
    let regions = cleaned.tracked().regions();
    let first = regions.partition_point(|region| region.source.end <= finding.source.start);
    let inside = regions.iter().skip(first).take_while(|region| region.source.start < finding.source.end);
    let changed = inside.filter(|_| finding.applied).map(|region| {
        Span::new(region.source.start.max(finding.source.start), region.source.end.min(finding.source.end)).of(source)
    });
    let changed = changed.collect::<String>();
    let changed = if changed.is_empty() { finding.source.of(source) } else { &changed };
    let mut chars: Vec<char> = Vec::new();
    for c in changed.chars().filter(|&c| !c.is_ascii() || escape::is_hazard(c)) {
        if chars.len() > NAMED {
            break;
        }
        if !chars.contains(&c) {
            chars.push(c);
        }
    }
    if chars.is_empty() {
        return escape::quoted(cut(changed));
    }
    let mut text = chars.iter().take(NAMED).map(|&c| escape::spelled(c)).collect::<Vec<_>>().join(" ");
    if chars.len() > NAMED {
        text.push_str(" and others");
    }
    text
}

/// The finding with the words around it on its line.
fn context(source: &str, span: Span) -> String {
    // Only as much as is shown is looked at: a line may be the whole of a large file.
    let before = source.get(..span.start).unwrap_or_default();
    let from = before.char_indices().rev().take(AROUND).take_while(|&(_, c)| c != '\n').last().map_or(before.len(), |(at, _)| at);
    let after = source.get(span.end..).unwrap_or_default();
    let to = after.chars().take(AROUND).take_while(|&c| c != '\n' && c != '\r').map(char::len_utf8).sum::<usize>();
    let shown = [before.get(from..).unwrap_or_default(), cut(span.of(source)), after.get(..to).unwrap_or_default()].concat();
    let is_start = before.get(..from).is_none_or(|head| head.is_empty() || head.ends_with('\n'));
    let is_end = after.get(to..).is_none_or(|tail| tail.is_empty() || tail.starts_with(['\n', '\r']));
    let (left, right) = (if is_start { "" } else { "…" }, if is_end { "" } else { "…" });
    format!("\"{left}{}{right}\"", escape::line(&shown))
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(SHOWN).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The name of a character's look-alike or plain form, for tables.
pub fn reads_as(c: char) -> String {
    let lookalikes = unicode::lookalikes(c).iter().map(|lookalike| {
        format!("{} {} {}", lookalike.target, lookalike.script.name(), format!("{:?}", lookalike.grade).to_lowercase())
    });
    let styled = unicode::styled(c).map(|(base, style)| format!("{base} {}", format!("{style:?}").to_lowercase()));
    lookalikes.chain(styled).collect::<Vec<_>>().join(", ")
}

/// `1 file`, `2 files`.
pub fn plural(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A place in a text, in lines and code points from 1, moved forwards only.
struct Place {
    byte: usize,
    line: usize,
    column: usize,
}

impl Default for Place {
    fn default() -> Self {
        Self { byte: 0, line: 1, column: 1 }
    }
}

impl Place {
    fn advance(&mut self, text: &str, to: usize) {
        let passed = text.get(self.byte..to).unwrap_or_default();
        match passed.rfind('\n') {
            Some(at) => {
                self.line += memchr::memchr_iter(b'\n', passed.as_bytes()).count();
                self.column = passed.get(at..).unwrap_or_default().chars().count();
            }
            None => self.column += passed.chars().count(),
        }
        self.byte = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unspoof::Options;

    #[test]
    fn places_count_code_points() {
        let text = "one\nЖук wo\u{200B}rd\n";
        let mut out = String::new();
        let cleaned = unspoof::clean(text, &Options::default());
        assert_eq!(write(&mut out, "a\u{202E}", &cleaned, Certainty::Likely), 1);
        let start = "a<U+202E RIGHT-TO-LEFT OVERRIDE>:2:7: invisible certain: <U+200B ZERO WIDTH SPACE> in \"Жук wo<U+200B ZERO WIDTH SPACE>rd\" reads as \"\" (";
        assert!(out.starts_with(start), "{out}");
    }
}
