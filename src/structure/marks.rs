//! Layouts that say at the start of a line who speaks: `Q:` and `A:`, speakers, the head of a mail, chats.
pub(crate) mod chats;
pub(crate) mod letters;
pub(crate) mod signed;

use super::{
    articles::byline,
    cues::{self, Cue, Deed, QaMark, Reading},
    dates, faq, headline,
    lines::Line,
    posts::{Draft, Fate, Plan},
    shapes,
    tree::{DropReason, Kind, Role},
};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// Lines of a page that may stand above those who speak in turn.
const ABOVE: usize = 80;

/// `Q:` … `A:` …, one pair or many.
pub(crate) fn pairs(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let dotted = lines.iter().any(|l| l.of(text).starts_with("Q. ")) || dotted(text, lines);
    let found: Vec<(usize, QaMark)> =
        lines.iter().enumerate().filter_map(|(i, l)| Some((i, cues::qa_mark(l.of(text), dotted)?))).collect();
    let asks = found.iter().filter(|m| m.1.asks).count();
    // One letter can mark both in different languages (R, A, D …): pairs must alternate to count.
    let turns = found.windows(2).filter(|w| matches!(w, [a, b] if a.1.asks && !b.1.asks)).count();
    // Answers without a mark: then every question must look like one.
    let unmarked =
        asks >= 2 && asks == found.len() && found.iter().all(|m| lines.get(m.0).is_some_and(|l| shapes::asks(l.of(text))));
    // "Answer 1", "Answer 2" below a question that needs no mark.
    let first = found.first().map_or(0, |m| m.0);
    let asked = (0..first.min(8)).find(|i| lines.get(*i).is_some_and(|l| shapes::asks(l.of(text))));
    let headless = asks == 0 && found.len() > 1 && found.iter().all(|m| m.1.numbered) && asked.is_some();
    if !unmarked && !headless && (asks == 0 || turns == 0 || turns * 2 < asks) {
        return None;
    }
    let mut plan = Plan::new(if asks > 1 { Kind::Faq } else { Kind::Qa }, readings);
    let (mut next, mut current, mut question) = (found.iter().peekable(), None, None);
    let mut signed = false;
    if let Some(asked) = asked.filter(|_| headless) {
        plan.title = lines.get(asked).map(|l| l.span);
        question = Some(plan.push(Draft::new(Role::Question)));
        current = question;
    }
    // What announces the questions names them, and so do the names of their parts in a list above.
    let named = |i: &usize| readings.get(*i).is_some_and(|r| r.cue == Cue::Words) && faq::announces_at(text, lines, *i);
    let announcing = (0..first).rev().find(named).filter(|_| !headless && asks > 1 && first > 2);
    if let Some(title) = announcing {
        plan.title = lines.get(title).map(|line| line.span);
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    let topics = topics(text, lines, readings, &found);
    for (i, line) in lines.iter().enumerate() {
        if topics.contains(&i) {
            continue;
        }
        if headless && i < first {
            // What stands around the line that asks is the question's own text; alone, the line is both.
            let alone = first == 1;
            let title = asked == Some(i) && !alone;
            let words = readings.get(i).is_some_and(|r| r.cue == Cue::Words);
            if title {
                plan.set(i, Fate::Drop(DropReason::Title));
            } else if words && let Some(at) = question {
                plan.set(i, Fate::Body(at));
            }
            continue;
        }
        if let Some((_, QaMark { asks, width, .. })) = next.next_if(|m| m.0 == i) {
            let role = if *asks { Role::Question } else { Role::Answer };
            let at = plan.push(Draft { parent: if *asks { None } else { question }, ..Draft::new(role) });
            if *asks {
                question = Some(at);
            }
            current = Some(at);
            signed = false;
            plan.marks.push((i, line.span.start + width));
            plan.set(i, Fate::Body(at));
            continue;
        }
        let cue = readings.get(i).map_or(Cue::Words, |r| r.cue);
        if unmarked && current == question && question.is_some() {
            current = Some(plan.push(Draft { parent: question, ..Draft::new(Role::Answer) }));
        }
        // Behind the line that tells who answered stand counts and links until the next question.
        if signed && !matches!(cue, Cue::Words) {
            continue;
        }
        match current {
            Some(at)
                if matches!(
                    cue,
                    Cue::Words
                        | Cue::Ornament
                        | Cue::Number
                        | Cue::Date
                        | Cue::Profile
                        | Cue::Fact
                        | Cue::Navigation
                        | Cue::Header
                        | Cue::Badge
                ) =>
            {
                plan.set(i, Fate::Body(at))
            }
            // Who wrote it, under what was written.
            Some(at) if matches!(cue, Cue::Deed(Deed::Answered | Deed::Posted | Deed::Asked)) => {
                if let (Some(draft), Some(reading)) = (plan.drafts.get_mut(at), readings.get(i)) {
                    draft.author = draft.author.or(reading.name);
                    draft.date = draft.date.or(reading.date);
                    signed = true;
                }
            }
            None if plan.title.is_none() && cue == Cue::Words => {
                plan.title = Some(line.span);
                plan.set(i, Fate::Drop(DropReason::Title));
            }
            _ => {}
        }
    }
    Some(plan)
}

/// Lines that name a part of the list, straight above a question and below an answer: each also stands above the first question, or
/// a short line does there, and further ones between.
fn topics(text: &str, lines: &[Line], readings: &[Reading], found: &[(usize, QaMark)]) -> HashSet<usize> {
    let names = |i: usize| {
        let line = lines.get(i).filter(|_| readings.get(i).is_some_and(|reading| reading.cue == Cue::Words));
        line.is_some_and(|line| {
            line.width <= 40 && !shapes::ends_sentence(line.of(text)) && shapes::shape(text, line) == shapes::Shape::Plain
        })
    };
    let first = found.first().map_or(0, |mark| mark.0);
    let listed: HashSet<&str> = lines.iter().take(first).map(|line| line.of(text)).collect();
    let above = |mark: &(usize, QaMark)| {
        let at = mark.0.checked_sub(1).filter(|at| mark.1.asks && *at > first && names(*at))?;
        let ended = lines.get(at - 1).is_some_and(|line| shapes::ends_sentence(line.of(text)));
        let told = lines.get(at).is_some_and(|line| listed.contains(line.of(text)));
        // An answer may end without a stop: only a gap sets a name off that nothing above tells.
        let apart = lines.get(at).is_some_and(|line| line.gap > 0);
        (told || apart && ended && first.checked_sub(1).is_some_and(names)).then_some((at, told))
    };
    let topics: Vec<(usize, bool)> = found.iter().filter_map(above).collect();
    let sure = topics.iter().any(|topic| topic.1) || topics.len() > 1;
    topics.into_iter().filter(|_| sure).map(|topic| topic.0).collect()
}

/// Whether letters with a point ask and answer, "P. ¿…?" and "R. …", rather than number a list.
fn dotted(text: &str, lines: &[Line]) -> bool {
    let lead =
        |line: &Line| -> Option<char> { line.of(text).split_once(". ")?.0.parse().ok().filter(|c: &char| c.is_uppercase()) };
    let mut asked = 0;
    for line in lines {
        let Some(letter) = lead(line) else { continue };
        let mark = cues::qa_mark(line.of(text), true);
        if letter == 'B' || mark.is_some_and(|mark| mark.asks != shapes::asks(line.of(text))) {
            return false;
        }
        asked += usize::from(mark.is_some_and(|mark| mark.asks));
    }
    asked > 1
}

/// `NAME: words`, one line or more a turn.
pub(crate) fn transcript(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let mut turns: Vec<(usize, Span, Span)> = lines
        .iter()
        .enumerate()
        .filter(|(i, _)| plain_words(readings, *i))
        .filter_map(|(i, l)| speaker(text, l).map(|(name, words)| (i, name, words)))
        .collect();
    let keys = keys(text, &turns);
    turns.retain(|turn| !keys.contains(turn.1.of(text)));
    // "Panel: what this is about" above those who speak in turn is the title.
    let names: Vec<&str> = turns.iter().map(|turn| turn.1.of(text)).collect();
    let times = times(&names);
    let once = |name: &str| times.get(name) == Some(&1);
    let titled = turns.len() > 3 && turns.first().is_some_and(|t| t.0 == 0 && once(t.1.of(text)));
    let skip = usize::from(titled && names.iter().skip(1).filter(|name| once(name)).count() * 2 < names.len());
    // So is what only looks like a turn below them: "Tower: a site for six years" among further articles.
    let behind = turns.iter().rev().take_while(|turn| once(turn.1.of(text))).count();
    let till = turns.len() - if turns.len() - behind > 5 { behind } else { 0 };
    let (turns, names) = (turns.get(skip..till)?, names.get(skip..till)?);
    let first = turns.first()?.0;
    // Who speaks in turn may say several paragraphs.
    let in_turn = names.len() > 3 && names.windows(2).filter(|w| w.first() == w.last()).count() * 10 <= names.len();
    let long = if in_turn { 8 } else { 3 };
    // Within a page of more than that: somebody asks again and again, and hardly anything else stands between.
    let last = turns.last()?.0;
    let asked = turns.iter().filter(|turn| shapes::asks(turn.2.of(text))).count();
    let within = in_turn && names.len() > 5 && first <= ABOVE && names.len() * 4 > last - first && asked * 4 > names.len();
    let alone = first <= 8 && turns.len() * long >= lines.len() - first;
    if !alone && !within || !converse(names) {
        return None;
    }
    let mut plan = Plan::new(Kind::Other, readings);
    if let Some(title) = headline::above(text, lines, readings, first) {
        plan.title = lines.get(title).map(|line| line.span);
        plan.set(title, Fate::Drop(DropReason::Title));
    }
    let (mut next, mut current) = (turns.iter().peekable(), None);
    for (i, line) in lines.iter().enumerate() {
        if let Some((_, name, words)) = next.next_if(|t| t.0 == i) {
            let at = plan.push(Draft { author: Some(*name), ..Draft::new(Role::Post) });
            current = Some(at);
            plan.marks.push((i, words.start));
            plan.set(i, Fate::Body(at));
        } else if let Some(at) = current {
            // Below the last turn the page goes on.
            let said = line.of(text);
            let over = i > last && !shapes::ends_sentence(said) && (!alone || in_turn && byline::names_writer(said));
            current = current.filter(|_| !over);
            plan.set(i, if over { Fate::Drop(DropReason::Navigation) } else { Fate::Body(at) });
        } else if plan.title.is_none() && alone {
            plan.title = Some(line.span);
            plan.set(i, Fate::Drop(DropReason::Title));
        }
    }
    Some(plan)
}

/// How often each name stands there.
fn times<'a>(names: &[&'a str]) -> HashMap<&'a str, usize> {
    let mut times = HashMap::new();
    for name in names {
        *times.entry(*name).or_default() += 1;
    }
    times
}

/// Whether these names, in the order of the lines that they begin, are those of people who speak: labels of a list are all
/// different, speakers come back.
fn converse(names: &[&str]) -> bool {
    let turns = times(names);
    let again: usize = turns.values().filter(|n| **n > 1).sum();
    names.len() > 2 && turns.len() > 1 && again * 2 >= names.len() && turns.len() <= names.len() / 2 + 2
}

/// Names behind which no words ever stand, only numbers, dates or one and the same thing: what a board says of its members.
fn keys<'a>(text: &'a str, turns: &[(usize, Span, Span)]) -> HashSet<&'a str> {
    let mut said: HashMap<&str, (usize, HashSet<&str>)> = HashMap::new();
    for (_, name, words) in turns {
        let (times, different) = said.entry(name.of(text)).or_default();
        *times += 1;
        let words = words.of(text);
        if cues::bare_number(words).is_none() && dates::find(words).is_none_or(|date| date.len() < words.len()) {
            different.insert(words);
        }
    }
    let is_key = |(times, different): &(usize, HashSet<&str>)| different.is_empty() || *times > 2 && different.len() == 1;
    said.into_iter().filter(|(_, own)| is_key(own)).map(|(name, _)| name).collect()
}

/// Whether the line `i` can be somebody's words.
fn plain_words(readings: &[Reading], i: usize) -> bool {
    readings.get(i).is_none_or(|r| !matches!(r.cue, Cue::Fact | Cue::Profile | Cue::Button | Cue::Counter))
}

fn speaker(text: &str, line: &Line) -> Option<(Span, Span)> {
    let (name, words) = shapes::label(text, line.span)?;
    let said = name.of(text);
    let count = said.split_whitespace().count();
    // "The Echo of the Valleys": newspapers ask by their names.
    let small = |w: &str| w.chars().count() <= 3 && count > 2;
    let all_capitalised =
        said.split_whitespace().all(|w| w.starts_with(|c: char| !c.is_lowercase()) || cues::is_particle(w) || small(w));
    // "Chairwoman Dr. Ann Reed", "Ann Reed (Free List)".
    (count <= 6
        && said.chars().count() <= 50
        && !said.contains(|c: char| c.is_ascii_digit() && !said.starts_with(char::is_alphabetic))
        && all_capitalised
        && name.start == line.span.start
        // "To: Ann <ann@example.org>": the head of a mail.
        && !(words.of(text).contains('@') && mail_field(said).is_some()))
    .then_some((name, words))
}

/// What a field of a mail's head tells: who wrote (0), when (1), about what (2), to whom (3).
fn mail_field(name: &str) -> Option<u8> {
    Some(match name.to_lowercase().as_str() {
        "from" | "von" | "de" | "da" | "от" | "від" | "od" => 0,
        "date" | "sent" | "datum" | "gesendet" | "envoyé" | "fecha" | "enviado" | "data" | "дата" => 1,
        "subject" | "betreff" | "objet" | "asunto" | "assunto" | "oggetto" | "тема" => 2,
        "to" | "cc" | "an" | "à" | "para" | "reply-to" | "message-id" | "кому" | "a" => 3,
        _ => return None,
    })
}

/// `From:` `Date:` `Subject:` and the mail below, once or more.
pub(crate) fn mail(text: &str, lines: &[Line], readings: &[Reading]) -> Option<Plan> {
    let field = |i: usize| -> Option<(u8, Span)> {
        let line = lines.get(i)?;
        let (name, value) = shapes::label(text, line.span)?;
        let key = mail_field(name.of(text))?;
        Some((key, value))
    };
    let fields: Vec<Option<(u8, Span)>> = (0..lines.len()).map(field).collect();
    let at = |i: usize| fields.get(i).copied().flatten();
    let starts: Vec<usize> = (0..lines.len())
        .filter(|i| {
            let near = (*i..*i + 5).filter_map(at).fold(0u8, |keys, (k, _)| keys | 1 << k);
            at(*i).is_some() && (*i == 0 || at(*i - 1).is_none()) && near & 0b101 == 0b101
        })
        .collect();
    let first = *starts.first()?;
    // What a digest holds is listed above its messages, and a line parts them.
    let parted = |start: usize| parting(text, lines, readings, start);
    let digest = starts.len() > 1 && starts.iter().all(|start| parted(*start).is_some());
    if first > 3 && !digest {
        return None;
    }
    let mut plan = Plan::new(Kind::Forum, readings);
    let last = starts.last().copied();
    let mut starts = starts.iter().peekable();
    let (mut current, mut in_head) = (None, false);
    for (i, line) in lines.iter().enumerate() {
        if starts.next_if(|s| **s == i).is_some() {
            current = Some(plan.push(Draft::new(Role::Post)));
            in_head = true;
        }
        let Some(draft) = current else { continue };
        if digest {
            let ends = starts.peek().and_then(|next| parted(**next)).is_some_and(|parting| parting <= i);
            let over = last.is_some_and(|last| i > last) && starts.peek().is_none() && is_rule(readings, line, i);
            if ends || over {
                current = current.filter(|_| !over);
                continue;
            }
        }
        match at(i).filter(|_| in_head) {
            Some((key, value)) => {
                plan.set(i, Fate::Drop(if key == 2 { DropReason::Title } else { DropReason::Attribution }));
                let d = plan.drafts.get_mut(draft)?;
                match key {
                    0 => d.author = Some(address_name(text, value)),
                    1 => d.date = Some(value),
                    2 if plan.title.is_none() => plan.title = Some(value),
                    _ => {}
                }
            }
            None => {
                in_head = in_head && line.gap == 0;
                plan.set(i, Fate::Body(draft));
            }
        }
    }
    Some(plan)
}

/// Where the line stands that parts a message from the one above it: straight above its head, or with a numbered label between.
fn parting(text: &str, lines: &[Line], readings: &[Reading], start: usize) -> Option<usize> {
    let rule = |i: usize| lines.get(i).is_some_and(|line| is_rule(readings, line, i));
    let above = start.checked_sub(1)?;
    if rule(above) {
        return Some(above);
    }
    let numbered = lines.get(above).and_then(|line| shapes::label(text, line.span)).map(|(_, value)| value.of(text));
    let number = numbered.is_some_and(|value| cues::bare_number(value).is_some());
    above.checked_sub(1).filter(|above| number && rule(*above))
}

/// Whether the line is one of signs across the page.
fn is_rule(readings: &[Reading], line: &Line, i: usize) -> bool {
    line.width >= 8 && readings.get(i).is_some_and(|reading| reading.cue == Cue::Ornament)
}

/// `NAME <address>` without the address.
fn address_name(text: &str, value: Span) -> Span {
    let said = value.of(text);
    let cut = said.find('<').filter(|i| *i > 0).unwrap_or(said.len());
    Span::new(value.start, value.start + said.get(..cut).unwrap_or(said).trim_end().len())
}
