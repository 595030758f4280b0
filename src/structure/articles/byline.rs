//! Who wrote an article and when: the lines around its headline.
use super::super::{
    cues::{self, Cue, Reading},
    dates, density,
    lines::Line,
    vocabulary as words,
};
use crate::text::Span;
use std::ops::Range;

/// What the lines around a headline say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Byline {
    pub author: Option<Span>,
    pub date: Option<Span>,
    /// The lines that said so.
    pub lines: Vec<usize>,
}

impl Byline {
    /// Takes from `other` what is missing.
    pub(crate) fn or(&mut self, other: Byline) {
        let news = self.author.is_none() && other.author.is_some() || self.date.is_none() && other.date.is_some();
        self.author = self.author.or(other.author);
        self.date = self.date.or(other.date);
        if news {
            self.lines.extend(other.lines);
        }
    }
}

/// Widest line that can name a writer or a date.
const WIDEST: usize = 110;

/// Reads the lines in `range`, in order; `title` is none of them.
pub(crate) fn read(text: &str, lines: &[Line], readings: &[Reading], range: Range<usize>, title: Option<usize>) -> Byline {
    let mut found = Byline::default();
    let mut dated = None;
    for i in range.filter(|i| Some(*i) != title) {
        let (Some(line), Some(reading)) = (lines.get(i), readings.get(i)) else { break };
        // A paragraph may speak of days and people.
        if line.width > WIDEST || density::sentences(line.of(text), line.width) {
            continue;
        }
        let said = line.of(text);
        let date = dates::find(said).map(|s| s.shifted(line.span.start));
        if let Some(date) = date {
            found.date = found.date.or(Some(date));
            found.lines.push(i);
        }
        if found.author.is_none() {
            let named = match written_by(said) {
                // "Written by", and the name on the next line.
                Some(rest) if rest.trim().is_empty() => {
                    found.lines.push(i);
                    lines.get(i + 1).map(|l| l.span).filter(|s| is_writer(s.of(text)) && Some(i + 1) != title)
                }
                Some(rest) => Some(Span::new(line.span.end - rest.len(), line.span.end)),
                // "Published May 3, 2021 by Ann Bell".
                None => date.and_then(|date| {
                    let rest = written_by(Span::new(date.end, line.span.end).of(text)).filter(|rest| !rest.trim().is_empty())?;
                    Some(Span::new(line.span.end - rest.len(), line.span.end))
                }),
            };
            let named = named.and_then(|span| cut(text, span, date));
            if named.is_some() {
                found.author = named;
                found.lines.push(i);
            }
        }
        if date.is_some() && dated.is_none() && reading.cue != Cue::End {
            dated = Some((i, date));
        }
    }
    // A name that stands by the date, without a word that says so.
    if found.author.is_none()
        && let Some((at, date)) = dated
    {
        let beside = lines.get(at).and_then(|l| beside(text, l.span, date));
        let alone = |i: usize| {
            let line = lines.get(i).filter(|_| Some(i) != title && readings.get(i).is_some_and(|r| r.cue == Cue::Words))?;
            (is_writer(line.of(text)) && is_personal(line.of(text))).then_some((i, line.span))
        };
        // Between headline and date, right above the date, stands nothing else, however the name is written.
        let between = title.zip(at.checked_sub(1)).filter(|(t, i)| t < i).and_then(|(_, i)| {
            let line = lines.get(i).filter(|_| readings.get(i).is_some_and(|r| r.cue == Cue::Words))?;
            let said = line.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
            let short = said.split_whitespace().count() <= 3 && line.width <= 30 && said.starts_with(char::is_alphabetic);
            let name = Span::new(line.span.end - said.len(), line.span.end);
            (short && cues::is_name(said) && !said.contains(|c: char| c.is_ascii_digit())).then_some((i, name))
        });
        // Two lines may stand there: the name, and what its owner is.
        let upper = title.zip(at.checked_sub(2)).filter(|(t, i)| t < i).and_then(|(_, i)| alone(i));
        let between =
            between.filter(|(i, _)| upper.is_none() || alone(*i).is_some_and(|(_, s)| cues::is_person(s.of(text), false)));
        let named =
            beside.map(|s| (at, s)).or(between).or(upper).or_else(|| at.checked_sub(1).and_then(alone)).or_else(|| alone(at + 1));
        if let Some((i, span)) = named {
            found.author = Some(span);
            found.lines.push(i);
        }
    }
    found
}

/// What stands behind "Written by" and its like; a comma, colon or capital must set the name off.
fn written_by(said: &str) -> Option<&str> {
    behind(said, words::WRITTEN_BY)
}

fn behind<'a>(said: &'a str, leads: &[&str]) -> Option<&'a str> {
    let said = said.trim_start_matches(|c: char| !c.is_alphanumeric());
    // Most lines begin with another letter.
    let first = said.chars().next().filter(char::is_ascii).map(|c| c.to_ascii_lowercase());
    leads.iter().filter(|lead| first.is_none_or(|first| lead.starts_with(first))).find_map(|lead| {
        let end = said.char_indices().nth(lead.chars().count()).map_or(said.len(), |(i, _)| i);
        let (head, rest) = said.split_at_checked(end)?;
        if head.to_lowercase() != *lead {
            return None;
        }
        let set_off = rest.is_empty()
            || rest.starts_with([' ', '\u{a0}', ':', '：', '\t'])
            || rest.starts_with(char::is_uppercase) && head.ends_with(char::is_lowercase)
            || !lead.is_ascii() && rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
        set_off.then(|| rest.trim_start_matches([' ', '\u{a0}', ':', '：', '\t']))
    })
}

/// Whether the line says who wrote or helped, and nothing else.
pub(crate) fn names_writer(said: &str) -> bool {
    let named = |rest: &str| {
        let first = rest.split([',', '|', '/']).next().unwrap_or("").trim();
        rest.is_empty() || is_writer(first) && cues::is_person(first, true)
    };
    written_by(said).is_some_and(named) || behind(said, words::HELPED_BY).is_some_and(named)
}

/// The name at the start of `span`: up to a date, a bar, a job.
fn cut(text: &str, span: Span, date: Option<Span>) -> Option<Span> {
    let mut end = date.filter(|d| d.start > span.start && d.start < span.end).map_or(span.end, |d| d.start);
    let said = Span::new(span.start, end).of(text);
    let stops = [
        " | ", "|", " • ", "•", " · ", "·", " ⋅ ", "⋅", " – ", " — ", " - ", " on ", " am ", " le ", " el ", " / ", ";", "\t",
        "(",
    ];
    if let Some(at) = stops.iter().filter_map(|s| said.find(s)).min() {
        end = span.start + at;
    }
    let said = Span::new(span.start, end).of(text);
    // "Ann Bell, Editor": one person and what she is. "Ann Bell, Bo Dahl and Cy Eng": three.
    if let Some((first, rest)) = said.split_once(',') {
        let several = rest.split(',').all(|part| part.split_whitespace().count() >= 2) && said.split(',').count() > 1;
        if !several || rest.trim().is_empty() {
            end = span.start + first.len();
        }
    }
    let said = Span::new(span.start, end).of(text);
    let glued = words::DATED.iter().filter_map(|w| {
        let at = said.to_lowercase().find(w).filter(|at| *at > 0 && said.len() == said.to_lowercase().len())?;
        let tail = said.get(at + w.len()..)?;
        tail.trim_matches([':', ' ', ',']).is_empty().then_some(at)
    });
    if let Some(at) = glued.min() {
        end = span.start + at;
    }
    let said = Span::new(span.start, end).of(text);
    let name = said.trim_end_matches([' ', '\u{a0}', ',', '.', ':', '-', '–']);
    let name = if said.contains(". ") || said.trim_end().ends_with('.') { said.trim_end_matches([' ', ',', '.']) } else { name };
    let span = Span::new(span.start, span.start + name.len());
    is_writer(name).then_some(span)
}

/// Whether `said` can be the name of writers.
fn is_writer(said: &str) -> bool {
    let count = said.split_whitespace().count();
    (1..=9).contains(&count)
        && said.chars().count() <= 80
        && said.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && !said.contains(['?', '!', ':', '/', '»', '›', '@', '#', '&', '"', '“'])
        && !said.contains(|c: char| c.is_ascii_digit())
        && !said.contains("http")
}

/// Whether `said` reads as a name without help: two to four capitalised words, or one in another script.
fn is_personal(said: &str) -> bool {
    let words = said.split_whitespace().count();
    cues::is_person(said, false) && (2..=4).contains(&words)
}

/// "Ann Bell May 2, 2024": what stands before the date, where it is a name.
fn beside(text: &str, line: Span, date: Option<Span>) -> Option<Span> {
    let before = Span::new(line.start, date?.start);
    let name = before.of(text).trim_end_matches(|c: char| !c.is_alphanumeric());
    let span = Span::new(line.start, line.start + name.len());
    (is_writer(name) && is_personal(name)).then_some(span)
}
