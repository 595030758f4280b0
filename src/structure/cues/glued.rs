//! What somebody is and when he wrote, with nothing between: "Lives in GenoaUpdated 1y", below a picture and a name.
use super::{super::lines::Line, Cue, Reading, Span, dates, deeds::is_edited};

/// Widest line that tells what somebody is.
const WIDEST: usize = 160;

/// Finds such dates; anywhere else words may end so ("an iPhone6s").
pub(super) fn below_portraits(text: &str, lines: &[Line], readings: &mut [Reading]) {
    for i in 2..lines.len() {
        let pictured = readings.get(i - 2).is_some_and(|r| r.cue == Cue::Portrait)
            && readings.get(i - 1).is_some_and(|r| r.cue == Cue::Words);
        let Some(line) = lines.get(i).filter(|line| pictured && line.width <= WIDEST) else { continue };
        if let Some(reading) = readings.get_mut(i).filter(|r| r.date.is_none())
            && let Some(date) = glued(line.of(text))
        {
            *reading = Reading { cue: Cue::Date, name: None, date: Some(date.shifted(line.span.start)), number: None };
        }
    }
}

/// The date that ends `said`, where it begins without a blank before it.
fn glued(said: &str) -> Option<Span> {
    let mut before = ' ';
    said.char_indices().find_map(|(at, c)| {
        let joint = before.is_alphanumeric() && !before.is_numeric() || before == ')';
        let begins = joint && (c.is_ascii_digit() || c.is_uppercase() && !before.is_uppercase());
        before = c;
        let rest = said.get(at..).filter(|_| begins)?;
        let age = rest.split_once(' ').filter(|(verb, _)| is_edited(verb)).map_or(rest, |(_, age)| age);
        let whole = dates::is_short_age(age) || dates::find(age).is_some_and(|date| date.len() == age.len());
        whole.then(|| Span::new(said.len() - age.len(), said.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_may_stand_behind_a_letter() {
        for (said, date) in [
            ("Lives in GenoaUpdated 1y", Some("1y")),
            ("Former Gardener at Kew (2001–2014)Author has 312 answers and 1.1M answer views3y", Some("3y")),
            ("Vive a GenovaAggiornato 1 anno fa", Some("1 anno fa")),
            ("Lives in Genoa", None),
            ("Engineer at Sun Microsystems 2001", None),
        ] {
            assert_eq!(glued(said).map(|span| span.of(said)), date, "{said}");
        }
    }
}
