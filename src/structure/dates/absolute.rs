//! "May 2, 2009 at 0:09", "2. Mai 2009", "2019年3月3日", "03/04/2019": dates that say themselves when.

use jiff::civil::{Date, DateTime, Time, Weekday};

use super::lex::{Token, fold, tokens};
use super::moment::{Captured, Interval, Precision};
use super::phrases::{self, Meaning, Word};
use super::{Order, When};

/// Other years are those of other calendars: 1402 is Persian or Islamic, 2562 is Buddhist.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2200;

/// What a folded phrase means, if it is an absolute date.
pub(super) fn read(folded: &str, captured: Option<&Captured>, order: Option<Order>) -> Option<When> {
    let mut tokens = tokens(folded);
    let clock = Clock::take(&mut tokens)?;
    let parts = Parts::of(&tokens)?;
    let days = parts.days(order)?;
    let day = match days {
        Days::Month(first) => {
            let interval = clock.is_none().then(|| Interval::days(first, first.last_of_month()))?;
            return Some(When { interval: Some(interval), precision: Precision::Month });
        }
        Days::Either(first, last) => {
            let precision = if first.year() == last.year() { Precision::Year } else { return None };
            return Some(When { interval: Some(Interval::days(first, last)), precision });
        }
        Days::Weekday(weekday) => captured.and_then(|captured| last(weekday, captured)),
        Days::NoYear(month, day) => captured.and_then(|captured| latest(month, day, captured)).filter(|&day| parts.agrees(day)),
        Days::Day(day) => Some(day),
    };
    let precision = clock.as_ref().map_or(Precision::Day, |clock| clock.grain);
    let interval = day.map(|day| clock.map_or_else(|| Interval::days(day, day), |clock| clock.on(day)));
    Some(When { interval, precision })
}

/// The order of day and month that a phrase proves.
pub(super) fn order(phrase: &str) -> Option<Order> {
    let folded = fold(phrase);
    let mut tokens = tokens(&folded);
    Clock::take(&mut tokens)?;
    let parts = Parts::of(&tokens)?;
    let numeric = parts.numeric.filter(|numeric| numeric.is_open())?;
    let valid = |order| numeric.day(order).is_some_and(|day| parts.agrees(day));
    match (valid(Order::DayFirst), valid(Order::MonthFirst)) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        // The same day in both orders proves nothing.
        _ => None,
    }
}

/// A day without a year is the last such day before the page was captured: pages leave out the year while it is clear.
fn latest(month: i8, day: i8, captured: &Captured) -> Option<Date> {
    let today = captured.day();
    (0..=8).filter_map(|back| Date::new(today.year().checked_sub(back)?, month, day).ok()).find(|&date| date <= today)
}

/// A day of the week alone is the last such day: pages name the days of the last week, but call today and yesterday so.
fn last(weekday: i8, captured: &Captured) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    captured.day().nth_weekday(-1, weekday).ok()
}

/// What a date without its time of day can mean.
enum Days {
    Day(Date),
    /// One of two, which lie in one year.
    Either(Date, Date),
    /// A month, by its first day.
    Month(Date),
    /// A month and a day.
    NoYear(i8, i8),
    /// A day of the week, Monday is 1.
    Weekday(i8),
}

/// What the tokens of a date say.
#[derive(Debug, Default)]
struct Parts {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    weekday: Option<i8>,
    numeric: Option<Numeric>,
}

/// Three numbers with one sign between them.
#[derive(Clone, Copy, Debug)]
struct Numeric {
    numbers: [(u32, usize); 3],
    sign: char,
}

impl Parts {
    /// Nothing where a word is none of a date, or a number has no place in it.
    fn of(tokens: &[Token<'_>]) -> Option<Self> {
        let mut parts = Self::default();
        let mut words = Vec::new();
        let mut loose = Vec::new();
        let mut signs = Vec::new();
        let mut tokens = tokens.iter().copied().peekable();
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(word) => {
                    let word = phrases::word(word)?;
                    match (word.lead.one(), tokens.peek()) {
                        // "3 tháng 5": the month is a number.
                        (Some(Precision::Month), Some(&Token::Number(value, 1 | 2))) => {
                            put(&mut parts.month, i8::try_from(value).ok()?)?;
                            tokens.next();
                        }
                        _ => words.push(word),
                    }
                }
                Token::Short(year) => put(&mut parts.year, short_year(year)?)?,
                Token::Sign(sign @ ('-' | '/' | '.')) if loose.len() == signs.len() + 1 => signs.push(sign),
                Token::Sign(',' | '.' | '-' | '(' | ')' | '|' | '@' | '•' | '·' | '\'') => {}
                Token::Sign(_) => return None,
                Token::Number(value, digits) => {
                    let part = match tokens.peek() {
                        Some(Token::Word(word)) => phrases::word(word).and_then(|word| word.part.one()),
                        _ => None,
                    };
                    match part {
                        None => loose.push((value, digits)),
                        Some(Precision::Year) => put(&mut parts.year, year(value, digits)?)?,
                        Some(Precision::Month) => put(&mut parts.month, i8::try_from(value).ok()?)?,
                        Some(_) => put(&mut parts.day, i8::try_from(value).ok()?)?,
                    }
                    if part.is_some() {
                        tokens.next();
                    }
                }
            }
        }
        parts.names(&words)?;
        parts.numbers(&loose, &signs)?;
        Some(parts)
    }

    /// The month and the day of the week. A word that can be both is the one that is missing.
    fn names(&mut self, words: &[Word]) -> Option<()> {
        let is_both = |word: &&Word| word.month.one().is_some() && word.weekday.one().is_some();
        for word in words.iter().filter(|word| !is_both(word)) {
            if let Some(month) = word.month.one() {
                put(&mut self.month, month)?;
            } else if word.filler || word.part.one().is_some() || word.weekday == Meaning::Several {
                // "31st": the Czech write Wednesday so.
            } else {
                put(&mut self.weekday, word.weekday.one()?)?;
            }
        }
        for word in words.iter().filter(is_both) {
            if self.month.is_none() {
                self.month = word.month.one();
            } else {
                put(&mut self.weekday, word.weekday.one()?)?;
            }
        }
        Some(())
    }

    /// Numbers that no word explains.
    fn numbers(&mut self, loose: &[(u32, usize)], signs: &[char]) -> Option<()> {
        // Some write a stop behind the year as well.
        if let ([a, b, c], [first, second] | [first, second, '.']) = (loose, signs)
            && first == second
            && (self.year, self.month, self.day) == (None, None, None)
        {
            self.numeric = Some(Numeric { numbers: [*a, *b, *c], sign: *first });
            return Some(());
        }
        for &(value, digits) in loose {
            if digits >= 3 {
                put(&mut self.year, year(value, digits)?)?;
            } else if self.day.is_none() {
                self.day = Some(i8::try_from(value).ok()?);
            } else {
                // "2-Jan-19": the day comes first where the month is a word.
                put(&mut self.year, short_year(value)?)?;
            }
        }
        Some(())
    }

    fn days(&self, order: Option<Order>) -> Option<Days> {
        if let Some(numeric) = self.numeric {
            return self.numeric_days(numeric, order);
        }
        if let (None, None, None, Some(weekday)) = (self.year, self.month, self.day, self.weekday) {
            return Some(Days::Weekday(weekday));
        }
        match (self.year, self.month?, self.day) {
            (Some(year), month, Some(day)) => Date::new(year, month, day).ok().filter(|&day| self.agrees(day)).map(Days::Day),
            (Some(year), month, None) => Date::new(year, month, 1).ok().map(Days::Month),
            // 29 February exists in some years: which ones is seen later.
            (None, month, Some(day)) => Date::new(2000, month, day).is_ok().then_some(Days::NoYear(month, day)),
            (None, _, None) => None,
        }
    }

    fn numeric_days(&self, numeric: Numeric, order: Option<Order>) -> Option<Days> {
        if order == Some(Order::YearFirst) && numeric.is_short() {
            return numeric.day(Order::YearFirst).filter(|&day| self.agrees(day)).map(Days::Day);
        }
        if !numeric.is_open() {
            return numeric.day(Order::DayFirst).filter(|&day| self.agrees(day)).map(Days::Day);
        }
        let valid = |order| numeric.day(order).filter(|&day| self.agrees(day));
        match (valid(Order::DayFirst), valid(Order::MonthFirst), order) {
            (Some(day), None, _) | (None, Some(day), _) => Some(Days::Day(day)),
            (Some(one), Some(other), _) if one == other => Some(Days::Day(one)),
            (Some(day), Some(_), Some(Order::DayFirst)) | (Some(_), Some(day), Some(Order::MonthFirst)) => Some(Days::Day(day)),
            (Some(one), Some(other), None | Some(Order::YearFirst)) => Some(Days::Either(one.min(other), one.max(other))),
            (None, None, _) => None,
        }
    }

    /// Whether `day` is the day of the week that is named beside it.
    fn agrees(&self, day: Date) -> bool {
        self.weekday.is_none_or(|weekday| day.weekday().to_monday_one_offset() == weekday)
    }
}

impl Numeric {
    /// Whether day and month could come in either order. Where the year comes first, the month follows; with full stops, no
    /// language puts the month first.
    const fn is_open(&self) -> bool {
        let [(_, digits), ..] = self.numbers;
        self.sign != '.' && digits < 3
    }

    /// Whether no number shows by its length that it is the year.
    const fn is_short(&self) -> bool {
        let [(_, a), _, (_, c)] = self.numbers;
        a < 3 && c < 3
    }

    fn day(&self, order: Order) -> Option<Date> {
        let [a, b, c] = self.numbers;
        let small = |(value, digits): (u32, usize)| if digits < 3 { i8::try_from(value).ok() } else { None };
        let (of_year, month, day) = match (a.1, order) {
            (3.., _) => (a, b, c),
            (_, Order::DayFirst) => (c, b, a),
            (_, Order::MonthFirst) => (c, a, b),
            (_, Order::YearFirst) => (a, b, c),
        };
        let year = match of_year {
            (value, 2) if a.1 < 3 => short_year(value)?,
            (value, digits) => year(value, digits)?,
        };
        Date::new(year, small(month)?, small(day)?).ok()
    }
}

/// Sets what is not set. A second value of the same kind means that this is no date.
fn put<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    let is_free = slot.is_none();
    *slot = Some(value);
    is_free.then_some(())
}

fn year(value: u32, digits: usize) -> Option<i16> {
    if digits == 4 && YEARS.contains(&value) { i16::try_from(value).ok() } else { None }
}

/// The year of two digits, as POSIX reads it: from 1969 to 2068.
fn short_year(value: u32) -> Option<i16> {
    match value {
        0..69 => i16::try_from(2000 + value).ok(),
        69..100 => i16::try_from(1900 + value).ok(),
        _ => None,
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    time: Time,
    pub(super) grain: Precision,
    offset: Option<i16>,
}

impl Clock {
    pub(super) const fn on(self, day: Date) -> Interval {
        Interval::point(DateTime::from_parts(day, self.time), self.grain, self.offset)
    }

    /// Takes the time of day out of a phrase, with what belongs to it. `Some(None)` where there is none; nothing where there is
    /// one that no clock shows.
    #[expect(clippy::option_option, reason = "none, and a wrong one, are different")]
    pub(super) fn take(tokens: &mut Vec<Token<'_>>) -> Option<Option<Self>> {
        let Some(at) = Self::place(tokens) else { return Some(None) };
        let number = |at: usize| match tokens.get(at) {
            Some(&Token::Number(value, digits)) if digits <= 2 => i8::try_from(value).ok(),
            _ => None,
        };
        let mut hour = number(at)?;
        let minute = number(at + 2)?;
        let mut end = at + 3;
        let mut second = None;
        if let Some(Token::Sign(':')) = tokens.get(end) {
            second = Some(number(end + 1)?);
            end += 2;
            // Parts of a second. Behind a comma two digits may be a day.
            if let (Some(Token::Sign('.')), Some(Token::Number(_, 2..))) | (Some(Token::Sign(',')), Some(Token::Number(_, 3..))) =
                (tokens.get(end), tokens.get(end + 1))
            {
                end += 2;
            }
        }
        let half = |at: Option<usize>| match tokens.get(at?) {
            Some(Token::Word(word)) => phrases::word(word).and_then(|word| Some((word.afternoon.one()?, word.filler))),
            _ => None,
        };
        // Swedish "em 3:05" is half of the day, Portuguese "em 3:05" is nothing.
        let before = half(at.checked_sub(1)).filter(|(_, filler)| !filler).map(|(half, _)| half);
        let behind = half(Some(end)).map(|(half, _)| half);
        let start = if behind.is_none() && before.is_some() { at - 1 } else { at };
        end += usize::from(behind.is_some());
        hour = match (before.or(behind), hour) {
            (Some(false), 12) => 0,
            (Some(true), 1..=11) => hour + 12,
            _ => hour,
        };
        let offset = Self::offset(tokens, &mut end);
        let time = Time::new(hour, minute, second.unwrap_or(0), 0).ok()?;
        let grain = if second.is_some() { Precision::Second } else { Precision::Minute };
        tokens.drain(start..end);
        Some(Some(Self { time, grain, offset }))
    }

    /// Where the hour stands.
    fn place(tokens: &[Token<'_>]) -> Option<usize> {
        let clock = |joint: fn(&Token<'_>) -> bool| {
            tokens.windows(3).position(|three| match three {
                [Token::Number(_, 1..=2), between, Token::Number(_, 2)] => joint(between),
                _ => false,
            })
        };
        let has_month = tokens.iter().any(|token| match token {
            Token::Word(word) => phrases::word(word).is_some_and(|word| word.month.one().is_some()),
            _ => false,
        });
        clock(|joint| matches!(joint, Token::Sign(':') | Token::Word("h" | "時" | "时" | "點" | "点" | "시")))
            // "kl. 14.30", where it can be no day and month.
            .or_else(|| clock(|joint| *joint == Token::Sign('.')).filter(|_| has_month))
    }

    /// "Z", "UTC", "+02:00", "GMT+2": minutes east of UTC.
    fn offset(tokens: &[Token<'_>], end: &mut usize) -> Option<i16> {
        let named = matches!(tokens.get(*end), Some(Token::Word("z" | "utc" | "gmt")));
        *end += usize::from(named);
        let sign = match tokens.get(*end) {
            Some(Token::Sign('+')) => 1,
            Some(Token::Sign('-')) => -1,
            _ => return named.then_some(0),
        };
        let (hours, minutes, length) = match (tokens.get(*end + 1), tokens.get(*end + 2), tokens.get(*end + 3)) {
            (Some(&Token::Number(hours, 2)), Some(Token::Sign(':')), Some(&Token::Number(minutes, 2))) => (hours, minutes, 4),
            (Some(&Token::Number(both, 4)), ..) => (both / 100, both % 100, 2),
            (Some(&Token::Number(hours, 1 | 2)), ..) if named => (hours, 0, 2),
            _ => return named.then_some(0),
        };
        if hours > 14 || minutes > 59 {
            return named.then_some(0);
        }
        *end += length;
        i16::try_from(hours * 60 + minutes).ok().map(|minutes| sign * minutes)
    }
}
