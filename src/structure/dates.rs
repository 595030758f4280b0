//! Dates as pages show them, one module a step:
//!
//! ```text
//! line   ─ find ─▶ the phrase that says when
//! phrase ─ read ─▶ what it can mean: `relative` ("3 years ago", "yesterday at 10:12") or `absolute` ("2. Mai 2009")
//! ```
//!
//! Finding needs the line alone. Reading needs what the line does not say: when the page was captured, and in which order the
//! document writes day and month. What is not known is never made up: a phrase that can mean several days is an interval of
//! days, and one that says nothing without the day of the capture stays without an interval.
mod absolute;
mod ages;
pub(crate) mod find;
mod lex;
mod moment;
mod phrases;
mod relative;
mod shape;

pub(crate) use find::{find, is_short_age};
pub use moment::{Captured, Interval, Moment, Precision};

/// What a date phrase means, as far as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The days, or the minutes, that it can mean.
    pub interval: Option<Interval>,
    /// The unit up to which it can be told.
    pub precision: Precision,
}

/// What a document writes first where day, month and year are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 31/12/2019
    DayFirst,
    /// 12/31/2019
    MonthFirst,
    /// 19.12.31, where the year has two digits.
    YearFirst,
}

impl Order {
    /// What is usual in a language, where that leaves no doubt.
    pub fn of_language(code: &str) -> Option<Self> {
        matches!(code, "ja" | "ko" | "zh" | "hu").then_some(Self::YearFirst)
    }

    /// What the date phrases of a document prove: some can be read in one order only, and none in the other only.
    pub fn of<'a>(phrases: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let mut seen = phrases.into_iter().filter_map(absolute::order);
        let first = seen.next()?;
        seen.all(|order| order == first).then_some(first)
    }
}

/// How long a date phrase can be, in bytes: what is longer is prose.
const LONGEST: usize = 160;

/// What a date phrase means; nothing where it is not understood, or contradicts itself.
pub fn read(phrase: &str, captured: Option<&Captured>, order: Option<Order>) -> Option<When> {
    if phrase.len() > LONGEST {
        return None;
    }
    let folded = lex::fold(phrase);
    relative::read(&folded, captured).or_else(|| absolute::read(&folded, captured, order))
}

#[cfg(test)]
mod tests;
