//! "3 years ago", "yesterday at 10:12": dates that need the day of the capture.

use super::When;
use super::absolute::Clock;
use super::lex::{Token, tokens};
use super::moment::{Captured, Interval, Precision};
use super::phrases::{self, Hedge, NUMBER};

/// What a folded phrase means, if it is a relative one.
pub(super) fn read(folded: &str, captured: Option<&Captured>) -> Option<When> {
    ago(folded, captured).or_else(|| named(folded, captured))
}

fn told(found: Option<(Interval, Precision)>, unit: Precision) -> When {
    match found {
        Some((interval, precision)) => When { interval: Some(interval), precision },
        None => When { interval: None, precision: unit },
    }
}

/// "about 2 years ago", "il y a un an", "16 years, 10 months ago".
fn ago(folded: &str, captured: Option<&Captured>) -> Option<When> {
    let (hedge, said) = hedged(folded);
    let (count, unit) = counted(&said)?;
    // "16 years, 10 months" is told in months.
    let (least, most) = match hedge {
        None | Some(Hedge::About) => (count, count),
        Some(Hedge::Over) => (count, count.checked_add(1)?),
        Some(Hedge::Almost) => (count.checked_sub(1)?, count),
    };
    let interval = captured.and_then(|captured| {
        let (mut interval, precision) = captured.ago(most, unit)?;
        interval.latest = captured.ago(least, unit)?.0.latest;
        Some((interval, precision))
    });
    Some(told(interval, unit))
}

/// The word that makes the number vague, and the phrase without it.
fn hedged(folded: &str) -> (Option<Hedge>, String) {
    let mut hedge = None;
    let kept = folded.split(' ').filter(|word| {
        // "fast" is German for almost, "ca" for about: words of prose would have failed to be a date before.
        let found = phrases::word(word).and_then(|word| word.hedge);
        hedge = hedge.or(found);
        found.is_none()
    });
    let said = kept.collect::<Vec<_>>().join(" ");
    (hedge, said)
}

/// How many of which unit.
fn counted(said: &str) -> Option<(i64, Precision)> {
    let tokens = tokens(said);
    if let Some(parts) = Parts::of(&tokens) {
        return parts.total();
    }
    // No digits: a word for one, or nothing at all.
    let words: Vec<&str> = said.split(' ').collect();
    let spelled = words.iter().enumerate().find_map(|(at, word)| {
        let number = phrases::word(word)?.number?;
        let mut words = words.clone();
        *words.get_mut(at)? = NUMBER;
        Some((number, phrases::ago(&words.concat())?))
    });
    let key = phrases::key(said);
    let dual = || phrases::spelled(&key).map(|(unit, count)| (count, unit));
    spelled.or_else(dual).or_else(|| Some((1, phrases::one_ago(&key)?)))
}

/// "before {0} unit, {1} unit after": what stands before the first number, then each number with the words behind it.
struct Parts<'a> {
    before: String,
    groups: Vec<(i64, Vec<&'a str>)>,
}

impl<'a> Parts<'a> {
    fn of(tokens: &[Token<'a>]) -> Option<Self> {
        let mut parts = Self { before: String::new(), groups: Vec::new() };
        for token in tokens {
            match (token, parts.groups.last_mut()) {
                (Token::Number(value, _), _) => parts.groups.push((i64::from(*value), Vec::new())),
                (Token::Word(word), None) => parts.before.push_str(word),
                (Token::Word(word), Some((_, words))) => words.push(word),
                (Token::Sign(','), Some(_)) => {}
                _ => return None,
            }
        }
        (!parts.groups.is_empty() && parts.groups.len() <= 3).then_some(parts)
    }

    fn total(&self) -> Option<(i64, Precision)> {
        let (last, others) = self.groups.split_last()?;
        let (count, words) = last;
        let unit = phrases::ago(&[&*self.before, NUMBER, &*words.concat()].concat())?;
        let mut total = *count;
        let mut finer = unit;
        for (count, own) in others.iter().rev() {
            // "16 years" + "ago" is a phrase, wherever the last unit ends and its "ago" begins.
            let own = own.iter().filter(|word| !phrases::word(word).is_some_and(|word| word.join)).copied().collect::<String>();
            let coarser = (0..=words.len()).find_map(|at| {
                let tail = words.get(at..)?.concat();
                phrases::ago(&[&*self.before, NUMBER, &*own, &*tail].concat()).filter(|&coarser| coarser > finer)
            })?;
            total = total.checked_add(count.checked_mul(per(coarser, unit)?)?)?;
            finer = coarser;
        }
        Some((total, unit))
    }
}

/// How many of `unit` make one of `coarser`; nothing where that is no fixed number.
const fn per(coarser: Precision, unit: Precision) -> Option<i64> {
    use Precision as P;
    Some(match (coarser, unit) {
        (P::Minute, P::Second) | (P::Hour, P::Minute) => 60,
        (P::Hour, P::Second) => 3600,
        (P::Day, P::Hour) => 24,
        (P::Day, P::Minute) => 1440,
        (P::Week, P::Day) => 7,
        (P::Year, P::Month) => 12,
        _ => return None,
    })
}

/// "yesterday", "gestern um 10:12", "last week", "just now".
fn named(folded: &str, captured: Option<&Captured>) -> Option<When> {
    let mut tokens = tokens(folded);
    let clock = Clock::take(&mut tokens)?;
    let words = tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(*word),
        Token::Number(..) | Token::Short(_) => Some("0"),
        Token::Sign('\'') => Some("'"),
        Token::Sign('-') => Some("-"),
        Token::Sign(_) => None,
    });
    let words: Vec<&str> = words.collect();
    let (unit, away) = phrases::named(&words.concat()).or_else(|| {
        let said = words.iter().filter(|&&word| word != "-" && !phrases::word(word).is_some_and(|word| word.filler));
        phrases::named(&said.copied().collect::<String>())
    })?;
    if unit == Precision::Day {
        let days = captured.and_then(|captured| captured.days(away));
        let Some(clock) = clock else {
            return Some(told(days.map(|(first, last)| (Interval::days(first, last), unit)), unit));
        };
        let at = days.filter(|(first, last)| first == last).map(|(day, _)| (clock.on(day), clock.grain));
        return Some(told(at, clock.grain));
    }
    if clock.is_some() {
        return None;
    }
    let found = captured.and_then(|captured| if away < 0 { captured.last(unit) } else { captured.this(unit) });
    Some(told(found, unit))
}
