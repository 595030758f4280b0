//! Latin letters in Armenian and Coptic words.
//!
//! Both alphabets read as Latin in many letters, and hardly any text mixes them with Latin inside a word. So where a line is
//! written in one of them, its mixed words are, too; which letter was meant is looked up the other way round in the table of
//! look-alikes, and where there are several, language chooses.

use std::sync::OnceLock;

use super::lattice::is_run_together;
use crate::lexis::{self, Choice, Hint};
use crate::rules::{Certainty, Evidence, Line};
use crate::text::Span;
use crate::unicode::{self, Classes, Grade, Script};

/// The small letters of an alphabet; its capitals are found through them.
const ALPHABETS: [(Script, std::ops::RangeInclusive<char>); 2] =
    [(Script::Armenian, '\u{531}'..='\u{587}'), (Script::Coptic, '\u{2C80}'..='\u{2CB1}')];

/// What taking a Latin letter for one of these costs, in nats.
const TWIN: f32 = 0.2;
const NEAR: f32 = 1.0;

/// How likely each letter of a Latin word is at least, its end counted as one.
const LATIN_WORD: f32 = -2.7;

/// How many nats likelier a wholly Latin word must be in the other alphabet.
const MARGIN: f32 = 4.0;

/// A word that was read as a whole, with the letters to be put in; none where it stays.
pub(super) struct Claim {
    pub span: Span,
    pub certainty: Certainty,
    pub evidence: Evidence,
    pub edits: Vec<(Span, char)>,
}

/// A run of letters.
struct Token {
    span: Span,
    own: usize,
    latin: usize,
    other: usize,
    /// Whether one of its letters reads as no Latin one.
    proves: bool,
}

/// The words of the line that were meant to be Armenian or Coptic.
pub(super) fn find(line: &Line<'_>) -> Vec<Claim> {
    if !line.classes.contains(Classes::OTHER_LETTER | Classes::LATIN) {
        return Vec::new();
    }
    let text = line.as_str();
    let script = text.chars().map(unicode::script).find(|script| ALPHABETS.iter().any(|(own, _)| own == script));
    script.map_or_else(Vec::new, |script| in_script(text, script))
}

fn in_script(text: &str, script: Script) -> Vec<Claim> {
    let tokens = cut(text, script);
    let whole = |token: &&Token| token.own > 1 && token.latin + token.other == 0;
    let own = tokens.iter().filter(whole).count();
    let latin = tokens.iter().filter(|token| token.latin > 1 && token.own + token.other == 0).count();
    if !tokens.iter().any(|token| token.latin > 0 && token.own > 0) {
        return Vec::new();
    }
    let mixed = tokens.iter().filter(|token| token.latin > 0 && token.own > 0 && token.other == 0);
    // In an English line, Armenian letters are the strangers.
    if tokens.iter().filter(|token| token.proves).count() <= latin {
        return Vec::new();
    }
    let reverse = reverse(script);
    let hint = Hint::default();
    let mut claims: Vec<Claim> = Vec::new();
    for token in mixed {
        let evidence = Evidence::Context { script, words: own as u32 };
        claims.extend(read(text, token, script, reverse, &hint).map(|(edits, _)| claim(token, edits, evidence)));
    }
    let company = claims.len() as u32;
    if company > 0 {
        for token in tokens.iter().filter(|token| token.own + token.other == 0 && token.latin > 0) {
            let word = token.span.of(text);
            let Some((edits, nats)) = read(text, token, script, reverse, &hint) else { continue };
            let latin = lexis::weigh(word, Script::Latin, &hint).nats;
            let is_meant = match script {
                Script::Armenian => nats > latin + MARGIN,
                _ => company > 1 && token.latin > 1 && latin < -3.0 * token.latin as f32,
            };
            if is_meant {
                claims.push(claim(token, edits, Evidence::Company { script, words: company }));
            }
        }
    }
    // Whole words of the alphabet stay, whatever they read as.
    let stays = |token: &Token| claim(token, Vec::new(), Evidence::Context { script, words: own as u32 });
    claims.extend(tokens.iter().filter(whole).map(stays));
    claims.sort_by_key(|claim| claim.span.start);
    claims
}

fn claim(token: &Token, edits: Vec<(Span, char)>, evidence: Evidence) -> Claim {
    Claim { span: token.span, certainty: Certainty::Likely, evidence, edits }
}

/// The letters to be put in, and how likely the word then is.
fn read(text: &str, token: &Token, script: Script, reverse: &[(char, Choice)], hint: &Hint) -> Option<(Vec<(Span, char)>, f32)> {
    let word = token.span.of(text);
    if is_run_together(word) && has_latin_word(word, hint) {
        return None;
    }
    let choices: Vec<Vec<Choice>> = word
        .chars()
        .map(|c| {
            if !c.is_ascii() {
                return vec![Choice { letter: c, cost: 0.0 }];
            }
            reverse.iter().filter(|(latin, _)| *latin == c).map(|(_, choice)| *choice).collect()
        })
        .collect();
    // Of Coptic there is no language model: the first choice, the best look-alike, stands.
    let (letters, nats) = match lexis::read(&choices, script, hint) {
        Some(reading) => (reading.word, reading.nats),
        None => (choices.iter().map(|choices| choices.first().map(|choice| choice.letter)).collect::<Option<Vec<char>>>()?, 0.0),
    };
    let edits = word.char_indices().zip(letters).filter(|((_, c), meant)| c != meant).map(|((at, c), meant)| {
        let start = token.span.start + at;
        (Span::new(start, start + c.len_utf8()), meant)
    });
    Some((edits.collect(), nats))
}

/// Whether the Latin letters of the word make one that a language could have.
fn has_latin_word(word: &str, hint: &Hint) -> bool {
    let latin: String = word.chars().filter(char::is_ascii).collect();
    lexis::weigh(&latin, Script::Latin, hint).nats > LATIN_WORD * (latin.len() + 1) as f32
}

/// For each Latin letter, the letters of `script` that it may stand for, the best first.
fn reverse(script: Script) -> &'static [(char, Choice)] {
    static REVERSE: [OnceLock<Vec<(char, Choice)>>; ALPHABETS.len()] = [OnceLock::new(), OnceLock::new()];
    let table = ALPHABETS.iter().zip(&REVERSE).find(|((own, _), _)| *own == script).map(|(_, table)| table);
    table.map_or(&[], |table| table.get_or_init(|| reversed(script)))
}

fn reversed(script: Script) -> Vec<(char, Choice)> {
    let letters = ALPHABETS.iter().filter(|(own, _)| *own == script).flat_map(|(_, range)| range.clone());
    let mut reverse: Vec<(char, Choice)> = letters
        .filter(|&letter| unicode::classes(letter).intersects(Classes::LETTER))
        .flat_map(|letter| unicode::lookalikes(letter).iter().map(move |other| (letter, other)))
        .filter(|(_, other)| other.target.is_ascii() && other.grade != Grade::Far)
        .map(|(letter, other)| (other.target, Choice { letter, cost: if other.grade == Grade::Twin { TWIN } else { NEAR } }))
        .collect();
    reverse.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cost.total_cmp(&b.1.cost)));
    reverse
}

fn cut(text: &str, script: Script) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut open: Option<Token> = None;
    for (at, c) in text.char_indices() {
        let classes = unicode::classes(c);
        if classes.intersects(Classes::LETTER) {
            let token = open.get_or_insert(Token { span: Span::new(at, at), own: 0, latin: 0, other: 0, proves: false });
            token.span.end = at + c.len_utf8();
            match unicode::script(c) {
                own if own == script => {
                    token.own += 1;
                    token.proves |= unicode::lookalike_in(c, Script::Latin).is_none();
                }
                Script::Latin if c.is_ascii() => token.latin += 1,
                _ => token.other += 1,
            }
        } else if classes.intersects(Classes::MARK)
            && let Some(token) = &mut open
        {
            token.span.end = at + c.len_utf8();
            token.other += usize::from(token.latin > 0 && token.own == 0);
        } else {
            tokens.extend(open.take());
        }
    }
    tokens.extend(open);
    tokens
}
