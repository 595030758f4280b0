//! The words of dates: `data/cldr/dates.tsv` and `data/date-phrases.tsv`, read when the first date is.

use std::sync::LazyLock;

use super::lex::{Token, fold, tokens};
use super::moment::Precision;
use super::shape;
use crate::structure::hash::{Map, Set};

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
    /// Which part of a date the number behind it is.
    pub(super) lead: Meaning<Precision>,
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
    words: Map<String, Word>,
    /// "{0}yearsago".
    ago: Map<String, Meaning<Precision>>,
    /// "{0}decadesago": an age that names no unit of ours, and so no interval.
    vague: Set<String>,
    /// "yearago", where the number one goes without saying.
    one_ago: Map<String, Meaning<Precision>>,
    /// "twoyearsago" in languages that have a word for two of a kind.
    spelled: Map<String, Meaning<(Precision, i64)>>,
    /// What stands before the number ("vor", "ilya"), without the phrases where nothing does.
    befores: Set<String>,
    /// What stands behind it first, where "ago" is another word behind that.
    units: Set<String>,
    /// Words that say "ago", before the number or behind the unit.
    markers: Set<String>,
    /// First words of months and days that have several.
    leads: Set<String>,
    /// All words of ages, and the first ones of those that are told in words alone.
    age_words: Set<String>,
    spelled_leads: Set<String>,
    /// "yesterday": a unit, and how many of them away.
    named: Map<String, Meaning<(Precision, i64)>>,
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
                self.parts(&fold(phrase));
            }
            "vague" => {
                self.vague.insert(key);
                self.parts(&fold(phrase));
            }
            "spelled" => {
                let (unit, count) = value.split_once(' ')?;
                let folded = fold(phrase);
                self.markers.extend(folded.split(' ').next().map(str::to_owned));
                self.spelled_leads.extend(folded.split(' ').next().map(str::to_owned));
                self.age_words.extend(folded.split(' ').map(str::to_owned));
                self.spelled.entry(key).or_default().add((Precision::named(unit)?, count.parse().ok()?));
            }
            "named" => {
                let (unit, away) = value.split_once(' ')?;
                self.leads.extend(shape::lead_of(phrase));
                if unit == "day" {
                    self.markers.extend(fold(phrase).split(' ').map(str::to_owned));
                }
                self.named.entry(key).or_default().add((Precision::named(unit)?, away.parse().ok()?));
            }
            _ => {
                self.leads.extend(shape::lead_of(phrase).filter(|_| matches!(kind, "month" | "weekday")));
                let word = self.words.entry(key).or_default();
                match kind {
                    "month" => word.month.add(value.parse().ok()?),
                    "weekday" => word.weekday.add(value.parse().ok()?),
                    "period" => word.afternoon.add(value == "pm"),
                    "part" => word.part.add(Precision::named(value)?),
                    "lead" => word.lead.add(Precision::named(value)?),
                    "number" => word.number = Some(value.parse().ok()?),
                    "filler" => word.filler = true,
                    "join" => word.join = true,
                    "hedge" => {
                        word.hedge = Some(hedge(value)?);
                        self.age_words.extend(fold(phrase).split(' ').map(str::to_owned));
                    }
                    _ => return None,
                }
            }
        }
        Some(())
    }
}

impl Phrases {
    /// Learns what stands around the number of a phrase such as "vor {0} Jahren".
    fn parts(&mut self, folded: &str) -> Option<()> {
        let (before, behind) = folded.split_once(NUMBER)?;
        let (before, behind) = (before.trim(), behind.trim());
        let behind: Vec<&str> =
            tokens(behind).iter().filter_map(|t| if let Token::Word(word) = t { Some(*word) } else { None }).collect();
        let words = before.split(' ').filter(|word| !word.is_empty());
        self.age_words.extend(words.clone().chain(behind.iter().copied()).map(str::to_owned));
        if before.is_empty() {
            let (unit, ago) = behind.split_first()?;
            if !ago.is_empty() {
                self.units.insert((*unit).to_owned());
            }
            self.markers.extend(ago.iter().map(|word| (*word).to_owned()));
        } else {
            self.markers.extend(words.map(str::to_owned));
            self.befores.insert(key(before));
        }
        Some(())
    }
}

/// All words, by what they can mean.
pub(super) fn words() -> impl Iterator<Item = (&'static str, &'static Word)> {
    PHRASES.words.iter().map(|(key, word)| (key.as_str(), word))
}

/// What names a day not far away: "yesterday".
pub(super) fn near_days() -> impl Iterator<Item = &'static str> {
    let near = |meaning: &Meaning<(Precision, i64)>| meaning.one().is_some_and(|(unit, _)| unit == Precision::Day);
    PHRASES.named.iter().filter(move |(_, meaning)| near(meaning)).map(|(key, _)| key.as_str())
}

/// First words of phrases that have several.
pub(super) fn leads() -> impl Iterator<Item = String> {
    PHRASES.leads.iter().cloned()
}

/// All words of ages.
pub(super) fn age_words() -> impl Iterator<Item = &'static str> {
    PHRASES.age_words.iter().map(String::as_str)
}

/// First words of ages that are told without a number.
pub(super) fn spelled_leads() -> impl Iterator<Item = &'static str> {
    PHRASES.spelled_leads.iter().map(String::as_str)
}

/// Words without which no age is told.
pub(super) fn markers() -> impl Iterator<Item = &'static str> {
    PHRASES.markers.iter().map(String::as_str)
}

/// Whether ages are told with this before the number.
pub(super) fn leads_age(key: &str) -> bool {
    PHRASES.befores.contains(key)
}

/// Whether the word counts in ages, with "ago" behind it.
pub(super) fn is_unit(word: &str) -> bool {
    PHRASES.units.contains(word)
}

/// "two years ago" in one word or two: the unit and how many of them.
pub(super) fn spelled(key: &str) -> Option<(Precision, i64)> {
    PHRASES.spelled.get(key)?.one()
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

/// Whether the phrase is an age, whether or not of a unit that dates are told in.
pub(super) fn is_age(key: &str) -> bool {
    ago(key).is_some() || PHRASES.vague.contains(key)
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
            assert_eq!(matches!(kind, "ago" | "vague"), phrase.contains(NUMBER), "{line}");
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
