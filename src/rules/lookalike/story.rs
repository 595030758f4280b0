//! How the words of a text were decided about, step by step, for people who ask.
//!
//! Nothing is decided here: the same functions are called that the rule calls, and what they went by is told.

use super::context::Heard;
use super::decide::Decision;
use super::language::Language;
use super::place::Place;
use super::units::{Kind, Unit};
use super::{TARGETS, before_words, is_regional, judge, put_in, put_into, weigh, with_words};
use crate::rules::{Certainty, Known, Line};
use crate::text::{Span, Tracked};
use crate::unicode::{self, Classes, Script};

/// How one word was decided about.
#[derive(Clone, Debug)]
pub struct Story {
    /// Where the word stands, in bytes.
    pub span: Span,
    /// What its letters say by themselves.
    pub letters: String,
    /// What the words near by say: for each script that any speaks for, how strongly; and how strongly those that were
    /// spoofed themselves. About one word of the same sentence is 1.
    pub near: Vec<(Script, f32, f32)>,
    /// The word as it stands and as it reads in other scripts, each with what speaks for it.
    pub accounts: Vec<Account>,
    /// What was done.
    pub outcome: String,
}

/// One way to account for a word, in nats (natural logarithms of probabilities): the greatest sum wins if it is ahead by enough.
#[derive(Clone, Debug)]
pub struct Account {
    /// The word as it reads.
    pub word: String,
    /// The script that it was meant to be in; nothing for the word as it stands.
    pub script: Option<Script>,
    /// How likely language finds it.
    pub language: f32,
    /// What the words near by say.
    pub context: f32,
    /// What those say that were spoofed alike.
    pub company: f32,
    /// What is known of such words in such places.
    pub place: f32,
}

impl Account {
    /// The sum.
    pub fn nats(&self) -> f32 {
        self.language + self.context + self.company + self.place
    }
}

/// The stories of all words that the letters alone do not settle, in order.
pub fn stories(text: &str) -> Vec<Story> {
    let mut stories = Vec::new();
    let tracked = Tracked::new(text);
    let mut start = 0;
    for piece in text.split_inclusive('\n') {
        let span = Span::new(start, start + piece.len());
        start = span.end;
        let classes = piece.chars().fold(Classes::default(), |all, c| all | unicode::classes(c));
        of_line(&Line::new(&tracked, span, classes, &Known::default()), &mut stories);
    }
    stories
}

fn of_line(line: &Line<'_>, stories: &mut Vec<Story>) {
    let text = line.as_str();
    let claims = with_words(before_words(line), line);
    let units = judge::cut(text, &claims);
    let language = Language::new(line, &units);
    let Some((context, decisions)) = judge::decide_all(line, &units, &language) else { return };
    let mut decisions = decisions.into_iter().peekable();
    for (at, unit) in units.iter().enumerate() {
        let decision = decisions.next_if(|(of, _)| *of == at).map_or(Decision::Leave, |(_, decision)| decision);
        let settled = matches!(unit.kind, Kind::Proof(_) | Kind::Settled) && !unit.guest;
        if settled && decision == Decision::Leave {
            continue;
        }
        let place = Place::new(text, &units, (at, unit), &context, &language);
        stories.push(Story {
            span: Span::new(line.span.start + unit.span.start, line.span.start + unit.span.end),
            letters: letters(unit),
            near: near(place.heard()),
            accounts: weigh::accounts(&place).into_iter().map(|account| told(&place, account)).collect(),
            outcome: outcome(&place, &decision),
        });
    }
}

fn letters(unit: &Unit) -> String {
    let name = |script: Script| script.name();
    match unit.kind {
        Kind::Proof(script) => format!("all {}, one of them of that script only", name(script)),
        Kind::Ambiguous(Script::Unknown) => "of a script that is no target, each like a letter of another".to_owned(),
        Kind::Ambiguous(script) => format!("all {}, each with a twin in another script", name(script)),
        Kind::Weak(script) => format!("all {}, each like a letter of another script", name(script)),
        Kind::OnlyReading(script) => format!("of several scripts; all have a form only in {}", name(script)),
        Kind::Open(readings) => {
            let scripts: Vec<&str> = readings.scripts().map(name).collect();
            format!("of several scripts; all have a form in {}", scripts.join(" and in "))
        }
        Kind::Chunk(_) => "of several scripts, met at a change of case".to_owned(),
        Kind::Scholarly => "of several scripts, as dictionaries write words".to_owned(),
        Kind::Numeral(_) => "of several scripts; a Roman numeral".to_owned(),
        Kind::Strange => "Latin with strangers among them".to_owned(),
        Kind::Settled => "a mix that has its reasons, or that reads in no script".to_owned(),
    }
}

fn near(heard: &Heard) -> Vec<(Script, f32, f32)> {
    let told = TARGETS.into_iter().map(|script| (script, heard.weight(script), heard.all_company(script)));
    told.filter(|(_, weight, _)| *weight > 0.0).collect()
}

fn told(place: &Place<'_>, account: weigh::Account) -> Account {
    let word = match (account.to, &account.letters) {
        (_, Some(letters)) => read(place, letters),
        (Some(to), None) => restored(place, to),
        (None, None) => place.word.to_owned(),
    };
    let weigh::Account { to, language, context, company, place, .. } = account;
    Account { word, script: to, language, context, company, place }
}

fn outcome(place: &Place<'_>, decision: &Decision) -> String {
    let (word, certainty, evidence) = match decision {
        Decision::Leave => return "left as it stands".to_owned(),
        Decision::Restore { to, certainty, evidence } => (restored(place, *to), certainty, evidence),
        Decision::Read { letters, certainty, evidence } => (read(place, letters), certainty, evidence),
    };
    let done = if *certainty == Certainty::Doubtful { "told, not changed" } else { "restored" };
    format!("{done}: \"{word}\", {certainty} ({evidence})")
}

fn restored(place: &Place<'_>, to: Script) -> String {
    let (text, span) = (place.text, place.unit.span);
    let regional = is_regional(place.word, to, place.context, place.language);
    edited(text, span, |edit| put_into(text, span, to, regional, edit))
}

fn read(place: &Place<'_>, letters: &[char]) -> String {
    edited(place.text, place.unit.span, |edit| put_in(place.text, place.unit.span, letters, edit))
}

/// The word with the edits that `make` asks for.
fn edited(text: &str, span: Span, make: impl FnOnce(&mut dyn FnMut(Span, char))) -> String {
    let mut word = String::new();
    let mut done = span.start;
    make(&mut |edit: Span, letter: char| {
        word.push_str(text.get(done..edit.start).unwrap_or(""));
        word.push(letter);
        done = edit.end;
    });
    word.push_str(text.get(done..span.end).unwrap_or(""));
    word
}
