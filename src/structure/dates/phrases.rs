//! The words of dates: `data/cldr/dates.tsv` and `data/date-phrases.tsv`, read when the first date is.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lex::fold;
use super::moment::Precision;

const FILES: [&str; 2] = [include_str!("../../../data/cldr/dates.tsv"), include_str!("../../../data/date-phrases.tsv")];

/// What stands for the number in a phrase such as "{0} years ago".
pub(super) const NUMBER: &str = "{0}";

/// What a word can mean in a date. Words of several languages meet here: `mar` is a month and a day of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The month, from 1.
    pub(super) month: Meaning<i8>,
    /// The day of the week, Monday is 1.
    pub(super) weekday: Meaning<i8>,
    /// Whether it is the second half of the day.
    pub(super) afternoon: Meaning<bool>,
    /// Which part of a date the number before it is.
    pub(super) part: Meaning<Precision>,
    /// Whether it may stand in a date and say nothing.
    pub(super) filler: bool,
    /// Whether it joins two units: "1 year and 2 months".
    pub(super) join: bool,
    /// Whether it makes a number vague.
    pub(super) hedge: Option<Hedge>,
    /// The number that it stands for.
    pub(super) number: Option<i64>,
}

/// How a number is vague.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hedge {
    About,
    Over,
    Almost,
}

/// One meaning, none, or several that only the language would tell apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Meaning<T> {
    #[default]
    None,
    One(T),
    Several,
}

impl<T: Copy + PartialEq> Meaning<T> {
    pub(super) const fn one(self) -> Option<T> {
        match self {
            Self::One(value) => Some(value),
            Self::None | Self::Several => None,
        }
    }

    fn add(&mut self, value: T) {
        *self = match *self {
            Self::None => Self::One(value),
            Self::One(held) if held == value => Self::One(held),
            _ => Self::Several,
        };
    }
}

/// All phrases, by their folded form without blanks.
#[derive(Debug, Default)]
struct Phrases {
    words: HashMap<String, Word>,
    /// "{0}yearsago".
    ago: HashMap<String, Meaning<Precision>>,
    /// "yearago", where the number one goes without saying.
    one_ago: HashMap<String, Meaning<Precision>>,
    /// "yesterday": a unit, and how many of them away.
    named: HashMap<String, Meaning<(Precision, i64)>>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::default();
    let lines = FILES.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    for line in lines {
        let mut columns = line.split('\t');
        if let (Some(kind), Some(value), Some(phrase)) = (columns.next(), columns.next(), columns.next()) {
            phrases.add(kind, value, phrase);
        }
    }
    phrases
});

impl Phrases {
    /// A row that is not as it should be says nothing; a test sees to it that there is none.
    fn add(&mut self, kind: &str, value: &str, phrase: &str) -> Option<()> {
        let key = key(&fold(phrase));
        match kind {
            "ago" => {
                let unit = Precision::named(value)?;
                // A letter alone is no "year ago".
                let bare = key.replace(NUMBER, "");
                if bare.chars().count() > 3 {
                    self.one_ago.entry(bare).or_default().add(unit);
                }
                self.ago.entry(key).or_default().add(unit);
            }
            "named" => {
                let (unit, away) = value.split_once(' ')?;
                self.named.entry(key).or_default().add((Precision::named(unit)?, away.parse().ok()?));
            }
            _ => {
                let word = self.words.entry(key).or_default();
                match kind {
                    "month" => word.month.add(value.parse().ok()?),
                    "weekday" => word.weekday.add(value.parse().ok()?),
                    "period" => word.afternoon.add(value == "pm"),
                    "part" => word.part.add(Precision::named(value)?),
                    "number" => word.number = Some(value.parse().ok()?),
                    "filler" => word.filler = true,
                    "join" => word.join = true,
                    "hedge" => word.hedge = Some(hedge(value)?),
                    _ => return None,
                }
            }
        }
        Some(())
    }
}

fn hedge(name: &str) -> Option<Hedge> {
    Some(match name {
        "about" => Hedge::About,
        "over" => Hedge::Over,
        "almost" => Hedge::Almost,
        _ => return None,
    })
}

/// The form in which phrases are looked up: blanks differ too much.
pub(super) fn key(folded: &str) -> String {
    folded.chars().filter(|c| *c != ' ').collect()
}

/// What a folded word means.
pub(super) fn word(folded: &str) -> Option<Word> {
    PHRASES.words.get(folded).copied()
}

/// The unit of "{0} years ago".
pub(super) fn ago(key: &str) -> Option<Precision> {
    PHRASES.ago.get(key)?.one()
}

/// The unit of "year ago", which says no number.
pub(super) fn one_ago(key: &str) -> Option<Precision> {
    PHRASES.one_ago.get(key)?.one()
}

/// What "yesterday", "last week" name: a unit, and how many of them away.
pub(super) fn named(key: &str) -> Option<(Precision, i64)> {
    PHRASES.named.get(key)?.one()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_understood() {
        for line in FILES.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [kind, value, phrase, languages] = columns[..] else { panic!("four columns: {line}") };
            assert!(!languages.is_empty(), "{line}");
            assert!(Phrases::default().add(kind, value, phrase).is_some(), "{line}");
            assert_eq!(kind == "ago", phrase.contains(NUMBER), "{line}");
        }
    }

    /// Words that mean two things of one kind say nothing. A new row may not silence an old one unseen.
    #[test]
    fn few_words_are_silenced() {
        let words = PHRASES.words.iter();
        let mut silent: Vec<&str> = words
            .filter(|(_, word)| word.month == Meaning::Several || word.weekday == Meaning::Several)
            .map(|(key, _)| &**key)
            .chain(PHRASES.ago.iter().filter(|(_, unit)| **unit == Meaning::Several).map(|(key, _)| &**key))
            .chain(PHRASES.named.iter().filter(|(_, named)| **named == Meaning::Several).map(|(key, _)| &**key))
            .collect();
        silent.sort_unstable();
        // German Sunday, Czech Saturday.
        assert_eq!(silent, ["so"]);
    }
}
