//! Letters of another script inside a word, and whole words of another script: put back into the script that was meant.
//!
//! The way of a decision: [`units`] cuts a line into words and settles by class bits alone all those that prove their script;
//! [`decide`] asks a short list of steps about the rest, each of which may answer or pass; [`context`] is what the words near
//! by say. A step that weighs words by language belongs into the list of `decide`, before the one that gives up.

mod context;
mod decide;
mod eastern;
mod forms;
mod language;
mod lattice;
mod place;
mod units;
mod weigh;

use context::Context;
use decide::Decision;
use forms::{Letters, meant};
use language::Language;
use place::Place;
use units::{Kind, Unit};

use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::text::Span;
use crate::unicode::{Classes, Script};

/// See [`PAGE`].
pub struct Lookalike;

static PAGE: Page = Page {
    repairs: "letters of another script inside a word, in either direction; whole words by what stands around them",
    leaves_alone: "genuine words and mixes: `USB-кабель`, `iPhone'ом`, `ЧтениеXML`, `TNFα`, `µm`, `KoЯn`; a word of one script in quotes",
    finds: "Words that mix Latin, Cyrillic, Greek and their look-alikes from other scripts. Each is projected into these three: \
            if all its letters have a form in exactly one, that is what was meant. If in several, the words near by decide that \
            can be written in one script only, and where none is near, letters that hardly any language writes speak against a \
            reading. Words wholly of another script whose letters all have a form in the script around them are put back when \
            that script is beyond doubt near by.",
    why: "`thе` with U+0435 is not found by a search for `the`, is no word to a spell checker, is two tokens to a model, and no \
          reader can tell. A host name or a function name spelled so is an attack.",
    example: ("Thе Russian wоrd \"сор\" means litter.", "The Russian word \"сор\" means litter."),
    leaves: "Words of one script that prove it by a letter only that script has. Mixes at a joint: a hyphen, an apostrophe, a digit, \
             a change of case between an abbreviation or a camel-case chunk and the rest. A Greek letter as a symbol beside an \
             abbreviation or a unit. Words that read in no script as a whole. A word of one script that stands alone in quotes or \
             brackets. Single letters, and Latin words among words of other scripts, unless words near by were spoofed. \
             Words in addresses and identifiers, unless one part mixes scripts. Whether a word is in a dictionary is not asked.",
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

    /// A line in one script that proves it by a letter of its own is settled here, without looking at its words.
    fn is_hot(&self, line: Classes) -> bool {
        let foreign = line.intersects(Classes::OTHER_LETTER) && line.intersects(Classes::OUTSIDER);
        let scripts = [
            (line.intersects(Classes::LATIN), Classes::LATIN_ONLY),
            (line.intersects(Classes::CYRILLIC), Classes::CYRILLIC_ONLY),
            (line.intersects(Classes::GREEK), Classes::GREEK_ONLY),
            (foreign, Classes::OTHER_ONLY),
        ];
        let stranger = line.intersects(Classes::ODD | Classes::OTHER_ONLY | Classes::STYLED);
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

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let claims = eastern::find(line);
        for claim in claims.iter().filter(|claim| !claim.edits.is_empty()) {
            sink.report(claim.span, claim.certainty, claim.evidence);
            claim.edits.iter().for_each(|&(span, letter)| sink.edit(span, letter));
        }
        judge_units(line, &claims, sink);
    }
}

/// Decides about each word that its letters do not settle.
fn judge_units(line: &Line<'_>, claims: &[Claim], sink: &mut Sink) {
    let text = line.as_str();
    let mut units = units::cut(text);
    settle_claimed(&mut units, claims);
    let company = units.iter().any(Unit::is_spoofed);
    let strangers = company || units.iter().any(|unit| unit.guest || matches!(unit.kind, Kind::Strange));
    let stays = |at: usize, unit: &Unit| {
        !(unit.is_open() || unit.guest && strangers) || !company && is_at_home(&units, at, unit)
    };
    if units.iter().enumerate().all(|(at, unit)| stays(at, unit)) {
        return;
    }
    let mut context = Context::new(line, &units);
    let language = Language::new(line, &units);
    let mut decisions = vec![Decision::Leave; units.len()];
    for pass in 0..PASSES {
        let mut restored = Vec::new();
        for (at, unit) in units.iter().enumerate().filter(|&(at, unit)| !stays(at, unit)) {
            let Some(decision) = decisions.get_mut(at).filter(|decision| !decision.is_sure()) else { continue };
            *decision = decide::decide(&Place::new(text, &units, (at, unit), &context, &language));
            let to = match *decision {
                Decision::Restore { to, .. } if !unit.is_spoofed() => to,
                Decision::Read { .. } => Script::Latin,
                _ => continue,
            };
            if decision.is_sure() {
                restored.push((at, *unit, to));
            }
        }
        if restored.is_empty() || pass + 1 == PASSES {
            break;
        }
        context.take_restored(restored.into_iter());
    }
    for (unit, decision) in units.iter().zip(decisions) {
        match decision {
            Decision::Restore { to, certainty, evidence } => {
                let regional = context.steppe_cyrillic() && is_regional(unit.span.of(text), to, &language);
                restore(text, unit, to, regional, (certainty, evidence), sink);
            }
            Decision::Read { letters, certainty, evidence } => {
                sink.report(unit.span, certainty, evidence);
                let word = unit.span.of(text);
                for ((at, c), &letter) in word.char_indices().zip(&letters).filter(|((_, c), letter)| c != *letter) {
                    let start = unit.span.start + at;
                    sink.edit(Span::new(start, start + c.len_utf8()), letter);
                }
            }
            Decision::Leave => {}
        }
    }
}

/// Words that are claimed for good are nobody's evidence.
fn settle_claimed(units: &mut [Unit], claims: &[Claim]) {
    let mut claims = claims.iter().filter(|claim| claim.holds).peekable();
    for unit in units {
        while claims.next_if(|claim| claim.span.end <= unit.span.start).is_some() {}
        if claims.peek().is_some_and(|claim| claim.span.start < unit.span.end) {
            unit.kind = Kind::Settled;
        }
    }
}

/// How often the open words of a line are gone through: words that were restored as wholes are company for others.
const PASSES: usize = 3;

/// How many words on each side are asked; fewer than [`context`] hears.
const NEAR: usize = 4;

/// Whether no word of the line is spoofed and this one would need such company, and a word near by speaks for its own
/// script: neither context nor language would touch it then.
fn is_at_home(units: &[Unit], at: usize, unit: &Unit) -> bool {
    let (Kind::Ambiguous(own) | Kind::Weak(own)) = unit.kind else { return false };
    let speaks = |at: usize| units.get(at).and_then(Unit::speaks_for);
    let before = || (1..=NEAR).filter_map(|step| speaks(at.checked_sub(step)?));
    let after = || (1..=NEAR).filter_map(|step| speaks(at + step));
    let beside = || before().take(1).chain(after().take(1));
    let among_its_own = || own == Script::Latin || after().chain(before()).any(|script| script == own);
    let needs_company = unit.needs_company() || own != Script::Latin;
    needs_company && among_its_own() && (unit.letters > 1 || beside().any(|script| script == own))
}

/// A word that was read as a whole, with the letters to be put in.
struct Claim {
    span: Span,
    certainty: Certainty,
    evidence: Evidence,
    edits: Vec<(Span, char)>,
    /// Whether it stands against any other decision about the word.
    holds: bool,
}

/// Puts every letter of the unit that has another script into `to`.
fn restore(text: &str, unit: &Unit, to: Script, regional: bool, (certainty, evidence): (Certainty, Evidence), sink: &mut Sink) {
    sink.report(unit.span, certainty, evidence);
    let word = unit.span.of(text);
    let mut edit = |at: usize, len: usize, target: char| {
        let start = unit.span.start + at;
        sink.edit(Span::new(start, start + len), target);
    };
    if to == Script::Latin && !regional {
        return Letters::get().read_as_latin(word, edit);
    }
    for (at, c) in word.char_indices() {
        if let Some(target) = meant(c, to, regional).filter(|&target| target != c) {
            edit(at, c.len_utf8(), target);
        }
    }
}

/// Whether a word is likelier with the letters that only some alphabets have.
fn is_regional(word: &str, to: Script, language: &Language<'_>) -> bool {
    let with = |regional| word.chars().map(|c| meant(c, to, regional).unwrap_or(c)).collect::<String>();
    let (regional, common) = (with(true), with(false));
    regional == common || language.prefers(&regional, &common, to)
}
