//! Letters of another script inside a word, and whole words of another script: put back into the script that was meant.
//!
//! The way of a decision: [`units`] cuts a line into words and settles by class bits alone all those that prove their script
//! ([`forms`] has the bits); [`judge`] goes through the rest; [`decide`] asks a short list of steps about each, which may answer
//! or pass; the last one, [`weigh`], holds the [`accounts`] of the word against each other. [`place`] is what such a step may ask:
//! the word and what stands beside it, [`context`] for the words near by, [`language`] for what is likely, [`lattice`] for letters
//! that no table can read ([`choices`] has what each may be), [`swaps`] for those that were put back before. What is no part of a word is
//! known to [`escapes`] and [`sets`]; [`seams`] has mixed words that are told and not repaired. [`eastern`] stands
//! before all that: Armenian and Coptic; so do [`numbers`] and [`decorated`] words; [`guests`] are Latin in texts of every script, [`signs`] no words at all; [`lone`] is about single letters where nothing else was spoofed,
//! [`unprovoked`] about what stays there; [`slips`] are letters that the word alone proves wrong, [`formulas`] are read as such. [`story`] tells it to people who ask. Most
//! spoofed lines need none of it: those are [`clear`].

mod accounts;
mod ascii_letters;
mod case;
mod choices;
mod clear;
mod context;
mod decide;
mod decorated;
mod eastern;
mod echo;
mod escapes;
mod figures;
mod forms;
mod formulas;
mod guests;
mod judge;
mod language;
mod lattice;
mod lone;
mod numbers;
mod place;
mod seams;
mod sets;
mod signs;
mod slips;
mod spelling;
mod story;
mod swaps;
mod units;
mod unprovoked;
mod weigh;

use context::Context;
use decide::Decision;
use eastern::Claim;
use forms::{Letters, meant};
use language::Language;
pub use story::{Account, Story, stories};
use units::{Kind, Unit};

use super::{Line, Page, Rule, Sink};
use crate::text::Span;
use crate::unicode::{Classes, Script};

/// See [`PAGE`].
pub struct Lookalike;

static PAGE: Page = Page {
    repairs: "letters of another script inside a word, in either direction; whole words by what stands around them, or in a decorative alphabet; letters in numbers",
    leaves_alone: "genuine words and mixes: `USB-кабель`, `iPhone'ом`, `ЧтениеXML`, `TNFα`, `µm`, `KoЯn`; a word of one script in quotes",
    finds: "Words that mix Latin, Cyrillic, Greek and their look-alikes from other scripts. Each is projected into these three: \
            if all its letters have a form in exactly one, that is what was meant. If in several, the words near by decide that \
            can be written in one script only, and where none is near, letters that hardly any language writes speak against a \
            reading. What is still open is weighed: how likely each reading is in 59 languages, what the words near by are, and \
            whether these were spoofed alike. Letters of no script that a reader would expect, inside a Latin word, are read as the \
            likeliest word that they resemble. Whole words in signs that tools for fancy letters offer are read where language comes out, \
            and letters that are meant for digits by the shape of the number.",
    why: "`thе` with U+0435 is not found by a search for `the`, is no word to a spell checker, is two tokens to a model, and no \
          reader can tell. A host name or a function name spelled so is an attack.",
    example: ("Thе Russian wоrd \"сор\" means litter.", "The Russian word \"сор\" means litter."),
    leaves: "Words of one script that prove it by a letter only that script has. Mixes at a joint: a hyphen, an apostrophe, a digit, \
             a change of case between an abbreviation or a camel-case chunk and the rest. A Greek letter as a symbol beside an \
             abbreviation or a unit. Words that read in no script as a whole. A word of one script that stands alone in quotes or \
             brackets. Single letters, and Latin words among words of other scripts, unless words near by were spoofed or language \
             leaves no doubt. Letters that end an escape (`\\x1b[32m`, `%[1]s`) are no part of the word behind it. Told and not \
             repaired: index letters (`Xкоорд`), prepositions and endings (`ВJSON`, `cronа`), letters that the language around \
             lacks (`КОI`). Words in addresses and identifiers, unless one part mixes scripts. Letters of living spellings \
             (`ɓ ƙ ŋ`), unless the words around are of a language that has no such letter.",
};

/// The scripts that words are restored to.
const TARGETS: [Script; 3] = [Script::Latin, Script::Cyrillic, Script::Greek];

impl Rule for Lookalike {
    fn id(&self) -> &'static str {
        "lookalike"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::CYRILLIC | Classes::GREEK | Classes::OUTSIDER | Classes::OTHER_LETTER | Classes::STYLED
    }

    /// A line in one script that proves it by a letter of its own is settled here, without looking at its words, but for its numbers.
    fn is_hot(&self, line: Classes) -> bool {
        is_doubtful(line) || numbers::are_possible(line) || decorated::is_possible(line)
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let certain = before_words(line);
        if is_doubtful(line.classes) && (!certain.is_empty() || !clear::find(line, sink)) {
            find_at_length(line, certain, sink);
        } else {
            tell(&certain, sink);
        }
    }
}

/// Whether the letters of a line, by what they are, do not prove that all of them belong there.
fn is_doubtful(line: Classes) -> bool {
    let foreign = line.intersects(Classes::OTHER_LETTER) && line.intersects(Classes::OUTSIDER);
    let scripts = [
        (line.intersects(Classes::LATIN), Classes::LATIN_ONLY),
        (line.intersects(Classes::CYRILLIC), Classes::CYRILLIC_ONLY),
        (line.intersects(Classes::GREEK), Classes::GREEK_ONLY),
        (foreign, Classes::OTHER_ONLY),
    ];
    let latin_only = !line.intersects(Classes::CYRILLIC | Classes::GREEK | Classes::OTHER_LETTER);
    let stranger =
        line.intersects(Classes::ODD | Classes::OTHER_ONLY | Classes::STYLED) || latin_only && line.intersects(Classes::OUTSIDER);
    if stranger && line.intersects(Classes::LATIN) {
        return true;
    }
    let mut present = scripts.iter().filter(|(present, _)| *present);
    match (present.next(), present.next()) {
        (None, _) => false,
        (Some((_, proof)), None) => *proof != Classes::LATIN_ONLY && !line.intersects(*proof),
        (Some(_), Some(_)) => true,
    }
}

/// What is read before words are: whole words in another dress, or numbers. A line that proves its script is looked through for numbers
/// and nothing else.
fn before_words(line: &Line<'_>) -> Vec<Claim> {
    let may_be_decorated = is_doubtful(line.classes) || decorated::is_possible(line.classes);
    let decorated = if may_be_decorated { decorated::find(line) } else { Vec::new() };
    if !decorated.is_empty() {
        return decorated;
    }
    let mut numbers = numbers::find(line);
    if is_doubtful(line.classes) {
        numbers.extend(numbers::years(line));
        numbers.sort_by_key(|claim| claim.span.start);
    }
    numbers
}

/// Word by word, whatever stands in the line.
fn find_at_length(line: &Line<'_>, certain: Vec<Claim>, sink: &mut Sink) {
    let claims = with_words(certain, line);
    tell(&claims, sink);
    let text = line.as_str();
    let units = judge::cut(text, &claims);
    let language = Language::new(line, &units);
    let Some((context, decisions)) = judge::decide_all(line, &units, &language) else { return };
    for (at, decision) in decisions {
        let Some(unit) = units.get(at) else { continue };
        match decision {
            Decision::Restore { to, certainty, evidence } => {
                sink.report(unit.span, certainty, evidence);
                let regional = is_regional(unit.span.of(text), to, &context, &language);
                put_into(text, unit.span, to, regional, |span, letter| sink.edit(span, letter));
            }
            Decision::Read { letters, certainty, evidence } => {
                sink.report(unit.span, certainty, evidence);
                put_in(text, unit.span, &letters, |span, letter| sink.edit(span, letter));
            }
            Decision::Leave => {}
        }
    }
}

/// These claims, and those on words of the line in other alphabets, in order.
fn with_words(mut certain: Vec<Claim>, line: &Line<'_>) -> Vec<Claim> {
    let mut taken = certain.iter().map(|claim| claim.span).collect::<Vec<_>>().into_iter().peekable();
    certain.extend(eastern::find(line).into_iter().filter(|claim| {
        while taken.next_if(|span| span.end <= claim.span.start).is_some() {}
        taken.peek().is_none_or(|span| span.start >= claim.span.end)
    }));
    certain.sort_by_key(|claim| claim.span.start);
    certain
}

/// Tells `sink` what is claimed, and what is to be put there.
fn tell(claims: &[Claim], sink: &mut Sink) {
    for claim in claims.iter().filter(|claim| !claim.edits.is_empty()) {
        sink.report(claim.span, claim.certainty, claim.evidence);
        claim.edits.iter().for_each(|&(span, letter)| sink.edit(span, letter));
    }
}

/// Whether a word gets the letters that only some alphabets have: `Yндэсний` is Mongolian `Үндэсний`, `Yчитель` Russian `Учитель`.
fn is_regional(word: &str, to: Script, context: &Context<'_>, language: &Language<'_>) -> bool {
    // The letters whose best Latin form only some alphabets have, `ə` and `ɵ`, begin with this byte: `ә Ә ө Ө`.
    let has_rare = || word.as_bytes().contains(&0xD3);
    (to != Script::Latin || context.steppe_cyrillic() && has_rare()) && language.is_regional(word, to)
}

/// Puts every letter of a word that has another script into `to`.
fn put_into(text: &str, span: Span, to: Script, regional: bool, mut edit: impl FnMut(Span, char)) {
    if to == Script::Latin && !regional {
        return Letters::get().read_as_latin(text, span, edit);
    }
    for (at, c) in span.of(text).char_indices() {
        if let Some(target) = meant(c, to, regional).filter(|&target| target != c) {
            let target = match target {
                'ӱ' if is_chuvash(text, span) => 'ӳ',
                'Ӱ' if is_chuvash(text, span) => 'Ӳ',
                _ => target,
            };
            edit(Span::new(span.start + at, span.start + at + c.len_utf8()), target);
        }
    }
}

/// Whether Chuvash letters stand near by: what reads as `ӱ` is the `ӳ` of that alphabet.
fn is_chuvash(text: &str, span: Span) -> bool {
    const FAR: usize = 200; // a few words, as this is asked for each letter
    let start = text.floor_char_boundary(span.start.saturating_sub(FAR));
    let end = text.ceil_char_boundary((span.end + FAR).min(text.len()));
    text.get(start..end).is_some_and(|near| near.contains(['ӑ', 'ӗ', 'ҫ', 'Ӑ', 'Ӗ', 'Ҫ', 'ă', 'ĕ', 'ç', 'Ă', 'Ĕ', 'Ç']))
}

/// Puts these letters into a word.
fn put_in(text: &str, span: Span, letters: &[char], mut edit: impl FnMut(Span, char)) {
    for ((at, c), &letter) in span.of(text).char_indices().zip(letters).filter(|((_, c), letter)| c != *letter) {
        let start = span.start + at;
        edit(Span::new(start, start + c.len_utf8()), letter);
    }
}
