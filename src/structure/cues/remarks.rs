//! A remark on one line, signed behind a dash: "Worked for me, thanks! – Ann 2 years ago".
use super::{super::dates, names};
use crate::text::Span;

/// A line that its writer signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// What was said; the dash and what follows lie behind it.
    pub body: Span,
    pub name: Span,
    pub date: Span,
}

/// The longest signature, in bytes. It bounds the work for a long line.
const SIGNATURE: usize = 120;

/// Reads the line at `span` as a signed remark: a dash, a name, and a date that ends the line.
pub(crate) fn remark(text: &str, span: Span) -> Option<Remark> {
    let line = span.of(text);
    let near = line.ceil_char_boundary(line.len().saturating_sub(SIGNATURE));
    let (at, dash) = line.get(near..)?.rmatch_indices(['–', '—', '―', '-']).find_map(|(i, dash)| {
        // A hyphen within a name or a date joins; a dash that signs stands free, at least from what was said.
        let spaced = line.get(..near + i)?.ends_with(|c: char| c.is_whitespace() || c == '-');
        let free = line.get(near + i + dash.len()..)?.starts_with(char::is_whitespace) || dash != "-";
        (spaced && free).then_some((near + i, dash))
    })?;
    let body = line.get(..at)?.trim_end_matches(|c: char| c.is_whitespace() || c == '-');
    let signed = line.get(at + dash.len()..)?;
    let date = dates::find(signed)?;
    if !signed.get(date.end..)?.trim_matches([' ', '.', ')']).is_empty() || !body.chars().any(char::is_alphanumeric) {
        return None;
    }
    let name = names::strip_glue(signed, Span::new(0, date.start));
    if !names::is_name(name.of(signed)) || name.of(signed).split_whitespace().count() > 4 {
        return None;
    }
    let from = span.start + at + dash.len();
    Some(Remark { body: Span::new(span.start, span.start + body.len()), name: name.shifted(from), date: date.shifted(from) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_dash_signs() {
        for (line, said, name, date) in [
            ("Worked - thanks! – Ann L. 2 years ago", "Worked - thanks!", "Ann L.", "2 years ago"),
            ("It is half-done. - Jean-Luc, May 2, 2019 at 5:00", "It is half-done.", "Jean-Luc", "May 2, 2019 at 5:00"),
            ("Да! — Оля В., год назад", "Да!", "Оля В.", "год назад"),
        ] {
            let found = remark(line, Span::new(0, line.len())).map(|r| (r.body.of(line), r.name.of(line), r.date.of(line)));
            assert_eq!(found, Some((said, name, date)), "{line}");
        }
        for line in ["– Ann 2 years ago", "Open 9-5 – closed on May 2, 2019 for repairs", "well-known 2 years ago", "a – b"]
        {
            assert_eq!(remark(line, Span::new(0, line.len())), None, "{line}");
        }
    }
}
