//! Points and stretches of time, as a page's own clock showed them.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use crate::error::{Error, ErrorKind};

/// The units in which dates are told, from the finest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// To the hour.
    Hour,
    /// To the day.
    Day,
    /// To the week.
    Week,
    /// To the month.
    Month,
    /// To the quarter of a year.
    Quarter,
    /// To the year.
    Year,
}

impl Precision {
    /// The name used in output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        use Precision as P;
        [P::Second, P::Minute, P::Hour, P::Day, P::Week, P::Month, P::Quarter, P::Year].into_iter().find(|p| p.as_str() == name)
    }

    /// `count` of these units, and half a unit less.
    fn spans(self, count: i64) -> Option<(jiff::Span, jiff::Span)> {
        let span = jiff::Span::new();
        let halves = count.checked_mul(2)?.checked_sub(1)?.max(0);
        Some(match self {
            Self::Second => (span.try_seconds(count).ok()?, span.try_seconds(count).ok()?),
            Self::Minute => (span.try_minutes(count).ok()?, span.try_seconds(halves.checked_mul(30)?).ok()?),
            Self::Hour => (span.try_hours(count).ok()?, span.try_minutes(halves.checked_mul(30)?).ok()?),
            Self::Day => (span.try_days(count).ok()?, span.try_hours(halves.checked_mul(12)?).ok()?),
            Self::Week => (span.try_weeks(count).ok()?, span.try_hours(halves.checked_mul(84)?).ok()?),
            Self::Month => (span.try_months(count).ok()?, span.try_months(halves / 2).ok()?.try_days(15 * (halves % 2)).ok()?),
            Self::Quarter => (span.try_months(count.checked_mul(3)?).ok()?, span.try_months(halves.checked_mul(3)? / 2).ok()?),
            Self::Year => (span.try_years(count).ok()?, span.try_months(halves.checked_mul(6)?).ok()?),
        })
    }
}

/// A day, or a minute or second of one. No time zone, but for what the page says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    at: DateTime,
    grain: Precision,
    /// Minutes east of UTC, where the page says so.
    offset: Option<i16>,
}

impl Moment {
    /// What the clock shows there.
    pub(crate) const fn clock(self) -> DateTime {
        self.at
    }
}

/// A stretch of time. Both ends belong to it, whole: a day from its first to its last second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first day, minute or second.
    pub earliest: Moment,
    /// The last one.
    pub latest: Moment,
}

impl Interval {
    pub(super) fn days(first: Date, last: Date) -> Self {
        let day = |date: Date| Moment { at: date.to_datetime(Time::midnight()), grain: Precision::Day, offset: None };
        Self { earliest: day(first), latest: day(last) }
    }

    pub(super) const fn point(at: DateTime, grain: Precision, offset: Option<i16>) -> Self {
        let moment = Moment { at, grain, offset };
        Self { earliest: moment, latest: moment }
    }

    /// Whole days between this and `other`; none where they share a day.
    pub(crate) fn days_to(&self, other: &Self) -> i64 {
        let days = |from: &Moment, to: &Moment| to.at.date().duration_since(from.at.date()).as_hours() / 24;
        days(&self.latest, &other.earliest).max(days(&other.latest, &self.earliest)).max(0)
    }

    /// From one point to another, in days or minutes, as `grain` is.
    fn between(first: DateTime, last: DateTime, grain: Precision) -> Self {
        if grain >= Precision::Day {
            return Self::days(first.date(), last.date());
        }
        let minute = |at| Moment { at, grain: Precision::Minute, offset: None };
        Self { earliest: minute(first), latest: minute(last) }
    }
}

/// ISO 8601: `2009-05-02`, `2009-05-02T00:09`, `2009-05-02T00:09:30`, the last two with an offset where there is one.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.at.date())?;
        if self.grain >= Precision::Day {
            return Ok(());
        }
        write!(f, "T{:02}:{:02}", self.at.hour(), self.at.minute())?;
        if self.grain == Precision::Second {
            write!(f, ":{:02}", self.at.second())?;
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

/// When a page was captured: a day, or a point of one, on the page's own clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    said: String,
    first: DateTime,
    last: DateTime,
}

impl FromStr for Captured {
    type Err = Error;

    /// Reads an ISO 8601 date (`2026-11-25`) or date and time (`2026-11-25T10:00`). An offset is allowed and means nothing here:
    /// pages show their dates on a clock of their own.
    fn from_str(said: &str) -> Result<Self, Error> {
        let wrong = || {
            let found = said.to_owned();
            Error::new(ErrorKind::NotADate(found))
        };
        let at: DateTime = said.trim_end_matches(['Z', 'z']).parse().map_err(|_| wrong())?;
        let is_day = !said.contains([':', 'T', 't']);
        let span = if is_day { 1.day() } else { 1.minute() };
        let last = at.checked_add(span).and_then(|next| next.checked_sub(1.second())).map_err(|_| wrong())?;
        Ok(Self { said: said.to_owned(), first: at, last })
    }
}

impl fmt::Display for Captured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said)
    }
}

impl Captured {
    pub(super) fn day(&self) -> Date {
        self.last.date()
    }

    /// What it is good for: relative dates are told no finer.
    fn grain(&self) -> Precision {
        if self.first.date() == self.last.date() && self.last.duration_since(self.first).as_secs() < 60 {
            Precision::Minute
        } else {
            Precision::Day
        }
    }

    /// What "`count` units ago" means. Some pages count whole units (2.9 years are 2 years), others round (1.5 years are 2
    /// years, and an hour begins after half of one): from what both allow.
    pub(super) fn ago(&self, count: i64, unit: Precision) -> Option<(Interval, Precision)> {
        let (more, _) = unit.spans(count.checked_add(1)?)?;
        let (_, less) = unit.spans(count)?;
        self.back(more, less, unit)
    }

    /// What "last week", "last month" mean: the one before this one, or one unit ago.
    pub(super) fn last(&self, unit: Precision) -> Option<(Interval, Precision)> {
        let (more, _) = unit.spans(2)?;
        // The last day of the last year may be yesterday.
        let (first, _) = self.back(more, 1.day(), unit)?;
        Some((first, unit))
    }

    /// What "this week", "just now" mean: up to one unit ago.
    pub(super) fn this(&self, unit: Precision) -> Option<(Interval, Precision)> {
        let (more, _) = unit.spans(1)?;
        self.back(more, jiff::Span::new(), unit)
    }

    fn back(&self, more: jiff::Span, less: jiff::Span, unit: Precision) -> Option<(Interval, Precision)> {
        let (first, last) = (self.first.checked_sub(more).ok()?, self.last.checked_sub(less).ok()?);
        let grain = unit.max(self.grain());
        Some((Interval::between(first, last, grain), grain))
    }

    /// The days that lie `away` days before or after.
    pub(super) fn days(&self, away: i64) -> Option<(Date, Date)> {
        let span = jiff::Span::new().try_days(away).ok()?;
        Some((self.first.date().checked_add(span).ok()?, self.last.date().checked_add(span).ok()?))
    }
}
