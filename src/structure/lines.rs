//! Cuts the text into the lines that carry something; empty ones survive only as a count.
use crate::text::Span;

/// Bytes of a line that are compared.
const COMPARED: usize = 600;

/// A line that is not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without white space at either end.
    pub span: Span,
    /// First byte of the line, white space included.
    pub start: usize,
    /// How far the first character stands in, a tab counting to the next multiple of four.
    pub indent: usize,
    /// Empty lines directly before it.
    pub gap: usize,
    /// Characters in `span`.
    pub width: usize,
}

impl Line {
    /// What the line says.
    pub(crate) fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// All lines that are not empty, in order. Empty ones are not stored, so a million of them cost nothing.
pub(crate) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut gap) = (0, 0);
    while at < text.len() {
        let rest = text.get(at..).unwrap_or("");
        let (length, ending) = line_length(rest);
        let raw = rest.get(..length).unwrap_or("");
        let body = raw.trim();
        if body.is_empty() {
            gap += 1;
        } else {
            let lead = raw.len() - raw.trim_start().len();
            let start = at + lead;
            lines.push(Line {
                span: Span::new(start, start + body.len()),
                start: at,
                indent: indent_of(raw.get(..lead).unwrap_or("")),
                gap,
                width: body.chars().count(),
            });
            gap = 0;
        }
        at += length + ending;
    }
    lines
}

/// Bytes up to the line end, and bytes of the line end itself. A lone CR ends a line as well: old pastes have them.
fn line_length(rest: &str) -> (usize, usize) {
    let end = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
    let tail = rest.get(end..).unwrap_or("");
    let ending = if tail.starts_with("\r\n") { 2 } else { tail.chars().next().map_or(0, char::len_utf8) };
    (end, ending)
}

fn indent_of(lead: &str) -> usize {
    lead.chars().fold(0, |n, c| if c == '\t' { (n / 4 + 1) * 4 } else { n + 1 })
}

/// A digest of what a line says, numbers and white space apart: FNV-1a. A line that only
/// seems to come back does no harm.
pub(crate) fn digest(said: &str) -> u64 {
    let mut digest = 0xcbf2_9ce4_8422_2325_u64;
    let mut last = 0;
    for byte in said.bytes().take(COMPARED) {
        let byte = if byte.is_ascii_digit() { b'#' } else { byte };
        if !byte.is_ascii_whitespace() && (byte != b'#' || last != b'#') {
            digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        last = byte;
    }
    digest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_become_a_count() {
        let text = "one\r\n\r\n \n\ttwo  \rthree";
        let lines = split(text);
        let said: Vec<_> = lines.iter().map(|l| (l.of(text), l.gap, l.indent)).collect();
        assert_eq!(said, [("one", 0, 0), ("two", 2, 4), ("three", 0, 0)]);
    }
}
