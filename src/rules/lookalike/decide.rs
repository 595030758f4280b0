//! What is done with a word that its letters do not settle.

use super::context::{Context, Heard};
use super::forms::{Readings, form_in, is_letter};
use super::language::Language;
use super::weighing::{by_language, doubtful_reading, is_own_word, is_read_otherwise, likeliest, symbol};
use super::{Kind, Unit};
use crate::rules::{Certainty, Evidence, Line};
use crate::text::Span;
use crate::unicode::{self, Classes, Grade, Script};

/// How much stronger than everything else a script must be near by to win.
const MARGIN: f32 = 3.0;

/// How strong it must be at least: about one word of the same sentence.
pub(super) const ENOUGH: f32 = 0.8;

/// The same for a word that is spoofed for certain, where only the direction is open.
const ENOUGH_FOR_MIXED: f32 = 0.4;

/// What is done with a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Decision {
    /// Its letters are put into `to`.
    Restore { to: Script, certainty: Certainty, evidence: Evidence },
    /// It stays as it is.
    Leave,
}

/// Decides about one unit that is not settled.
pub(super) fn decide(
    line: &Line<'_>,
    units: &[Unit],
    number: usize,
    unit: &Unit,
    context: &Context,
    language: &Language<'_>,
) -> Decision {
    let word = unit.span.of(line.as_str());
    match unit.kind {
        Kind::OnlyReading(_) | Kind::Open(_) if unit.is_like_symbol(word) && context.spoofed < 2 => Decision::Leave,
        // Symbols of science are typed into Latin text: nothing turns Greek where nothing is.
        Kind::OnlyReading(Script::Greek) if context.heard(number, unit).weight(Script::Greek) == 0.0 => Decision::Leave,
        Kind::OnlyReading(script)
            if unit.letters < 4
                && !unit.forms.near().without(script).is_empty()
                && is_read_otherwise(word, script, &context.heard(number, unit), language) =>
        {
            let heard = context.heard(number, unit);
            likeliest(word, super::TARGETS.into_iter(), &heard, language)
        }
        Kind::OnlyReading(script) => match only_reading(word, unit, script, context) {
            // By letters that are only much alike, and into a script that nothing near by is in.
            Decision::Restore { to, evidence, .. }
                if to != Script::Latin && !unit.forms.twins().contains(to) && context.heard(number, unit).weight(to) == 0.0 =>
            {
                Decision::Restore { to, certainty: Certainty::Doubtful, evidence }
            }
            Decision::Restore { to, certainty: Certainty::Doubtful, evidence } if !context.damaged_greek => {
                doubtful_reading(word, to, evidence, &context.heard(number, unit), language)
            }
            decision => decision,
        },
        Kind::Open(readings) => {
            let heard = context.heard(number, unit);
            match open(word, unit, readings, &heard) {
                Decision::Restore { certainty: Certainty::Doubtful, .. } => likeliest(word, readings.scripts(), &heard, language),
                decision => decision,
            }
        }
        Kind::Weak(_) if context.damaged_greek => Decision::Leave,
        Kind::Ambiguous(script) | Kind::Weak(script) => {
            let heard = context.heard(number, unit);
            match whole_word(line, units, number, unit, script, context, &heard) {
                Decision::Restore { to, .. }
                    if unit.letters > 1
                        && (heard.spoofed(to) == 0 || script == Script::Latin)
                        && is_own_word(word, script, to, language) =>
                {
                    Decision::Leave
                }
                Decision::Leave => by_language(line, units, number, unit, script, &heard, language),
                decision => decision,
            }
        }
        Kind::Settled if unit.is_symbol() => symbol(line, units, number, unit, &context.heard(number, unit), language),
        Kind::Proof(_) | Kind::Settled => Decision::Leave,
    }
}

/// A mixed word that reads completely in one script.
fn only_reading(word: &str, unit: &Unit, to: Script, context: &Context) -> Decision {
    let twins = unit.forms.twins().contains(to);
    let letters = || word.chars().filter(|&c| is_letter(c));
    let foreign = || letters().filter(|&c| unicode::script(c) != to);
    let from_greek = unit.classes.intersects(Classes::GREEK) && to != Script::Greek;
    let damaged = from_greek && context.damaged_greek;
    let known = || {
        let mostly = 2 * foreign().count() > letters().count();
        foreign().all(|c| form_in(c, to).is_none_or(|c| is_written_here(c, mostly, context)))
    };
    let certainty = match twins {
        // `ГIалгIай`: the palochka of the Caucasus is typed as a Latin I.
        _ if to == Script::Cyrillic && unit.classes.intersects(Classes::LOWER) && word.chars().skip(1).any(|c| c == 'I') => {
            Certainty::Doubtful
        }
        _ if damaged => Certainty::Doubtful,
        true if to == Script::Latin || known() => Certainty::Certain,
        // Letters that are only much alike: one Greek one may be a slip of another kind, such as `η` typed for `ŋ`.
        false if known() && (context.spoofed > 1 || !from_greek || has_two_kinds(foreign())) => Certainty::Likely,
        _ => Certainty::Doubtful,
    };
    Decision::Restore { to, certainty, evidence: Evidence::OnlyReading(to) }
}

/// Whether each letter of another script than `to` has a twin there, or is of an alphabet with case: those are well known, while
/// a sign of a syllabary may be meant for anything.
pub(super) fn is_well_known(word: &str, to: Script) -> bool {
    word.chars().filter(|&c| unicode::classes(c).intersects(Classes::LETTER) && unicode::script(c) != to).all(|c| {
        unicode::classes(c).intersects(Classes::UPPER | Classes::LOWER)
            || unicode::lookalike_in(c, to).is_some_and(|other| other.grade == Grade::Twin)
    })
}

fn has_two_kinds(mut letters: impl Iterator<Item = char>) -> bool {
    letters.next().is_some_and(|first| letters.any(|c| c != first))
}

/// Whether a language writes this letter that could be the one at hand. Letters of one region need a word that is otherwise
/// of that script, or others of that region near by: else `TETЯIS` would turn Macedonian.
fn is_written_here(c: char, mostly_foreign: bool, context: &Context) -> bool {
    match c {
        'һ' | 'Һ' | 'ү' | 'Ү' | 'ә' | 'Ә' => context.steppe_cyrillic() || !mostly_foreign,
        'ј' | 'Ј' => context.balkan_cyrillic() || !mostly_foreign,
        'ѕ' | 'Ѕ' => context.balkan_cyrillic(),
        _ => is_common(c),
    }
}

/// A mixed word that reads completely in several scripts: the words near by choose, else the alphabet.
pub(super) fn open(word: &str, unit: &Unit, readings: Readings, heard: &Heard) -> Decision {
    let best = readings.scripts().max_by(|&a, &b| heard.weight(a).total_cmp(&heard.weight(b)));
    if let Some(to) = best {
        let (weight, against) = (heard.weight(to), heard.against(to));
        if weight >= ENOUGH_FOR_MIXED && weight >= MARGIN * against {
            let certainty =
                if against == 0.0 || weight >= 2.0 * MARGIN * against { Certainty::Certain } else { Certainty::Likely };
            return Decision::Restore { to, certainty, evidence: Evidence::Context { script: to, words: heard.words(to) } };
        }
    }
    if let Some(to) = unit.forms.twins().only() {
        return Decision::Restore { to, certainty: Certainty::Likely, evidence: Evidence::OnlyTwins(to) };
    }
    // Letters that hardly any language writes speak against a reading.
    let mut plain = readings.scripts().filter(|&script| word.chars().all(|c| form_in(c, script).is_none_or(is_common)));
    match (plain.next(), plain.next()) {
        (Some(to), None) => Decision::Restore { to, certainty: Certainty::Likely, evidence: Evidence::OnlyUsual(to) },
        _ => match best {
            Some(to) => Decision::Restore { to, certainty: Certainty::Doubtful, evidence: Evidence::SeveralReadings },
            None => Decision::Leave,
        },
    }
}

/// A word wholly of one script that could be a word of another.
fn whole_word(
    line: &Line<'_>,
    units: &[Unit],
    number: usize,
    unit: &Unit,
    own: Script,
    context: &Context,
    heard: &Heard,
) -> Decision {
    let word = unit.span.of(line.as_str());
    let complete =
        |script| word.chars().all(|c| !unicode::classes(c).intersects(Classes::LETTER) || form_in(c, script).is_some());
    let mut targets: Vec<Script> = super::TARGETS.into_iter().filter(|&script| script != own && complete(script)).collect();
    targets.sort_by(|&a, &b| heard.weight(b).total_cmp(&heard.weight(a)));
    let Some(&to) = targets.first() else { return Decision::Leave };
    let (weight, spoofed) = (heard.weight(to), heard.spoofed(to));
    if weight < ENOUGH || weight < MARGIN * heard.against(to) {
        return Decision::Leave;
    }
    // An abbreviation is shared by many languages, too; and where another word of the line proves the script, it is spoken here.
    let weak = matches!(unit.kind, Kind::Weak(_));
    let abbreviation = context.has_small_letters && !unit.classes.intersects(Classes::LOWER);
    let needs_company = unit.needs_company() || abbreviation || heard.words(to) < 3 || heard.words(own) > 0;
    if needs_company && (spoofed == 0 || weak && !heard.spoofed_from(own)) {
        return Decision::Leave;
    }
    if own == Script::Latin && !is_plausible_from_latin(line, units, number, unit, spoofed, context) {
        return Decision::Leave;
    }
    if is_quoted(line.as_str(), unit.span) || unit.letters > 1 && is_in_address(line.as_str(), unit.span) {
        return Decision::Leave;
    }
    let evidence = match spoofed {
        0 => Evidence::Context { script: to, words: heard.words(to) },
        words => Evidence::Company { script: to, words },
    };
    Decision::Restore { to, certainty: Certainty::Likely, evidence }
}

/// Whether a wholly Latin word among spoofed words of another script is one of them: abbreviations and Roman numerals are not.
fn is_plausible_from_latin(line: &Line<'_>, units: &[Unit], number: usize, unit: &Unit, spoofed: u32, context: &Context) -> bool {
    if spoofed < 2 {
        return false;
    }
    // In a line of capitals, capitals say nothing.
    if !unit.classes.intersects(Classes::UPPER) || (unit.letters > 2 && !context.has_small_letters) {
        return true;
    }
    if unit.letters > 1 {
        return unit.classes.intersects(Classes::LOWER);
    }
    let begins = number.checked_sub(1).and_then(|at| units.get(at)).is_none_or(|before| before.sentence != unit.sentence);
    begins && !matches!(unit.span.of(line.as_str()), "I" | "X" | "C" | "M")
}

/// Whether the word alone stands between quotation marks or brackets: it is spoken of, not spoken.
pub(super) fn is_quoted(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).and_then(|before| before.chars().next_back());
    let after = text.get(span.end..).and_then(|after| after.chars().next());
    let opens = |c: char| matches!(c, '"' | '\'' | '«' | '“' | '„' | '‘' | '‹' | '(' | '[' | '`' | '*' | '_');
    let closes = |c: char| matches!(c, '"' | '\'' | '»' | '”' | '“' | '’' | '›' | ')' | ']' | '`' | '*' | '_');
    before.is_some_and(opens) && after.is_some_and(closes)
}

/// Whether the word is part of an address or an identifier: nothing there is changed by what stands around it.
pub(super) fn is_in_address(text: &str, span: Span) -> bool {
    const FAR: usize = 256; // longer than any host name
    let start = text.floor_char_boundary(span.start.saturating_sub(FAR));
    let end = text.ceil_char_boundary((span.end + FAR).min(text.len()));
    let before = text.get(start..span.start).unwrap_or("");
    let after = text.get(span.end..end).unwrap_or("");
    let before = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let after = after.split(char::is_whitespace).next().unwrap_or("");
    let joins = |c: char| matches!(c, '.' | '@' | '/' | '_' | '\\');
    let leads = |text: &str| {
        let mut chars = text.chars();
        chars.next().is_some_and(joins) && chars.next().is_some_and(char::is_alphanumeric)
    };
    before.contains("://") || before.contains('@') || before.chars().next_back().is_some_and(joins) || leads(after)
}

/// Letters that many languages of their script write. The others have twins, too, but a reading that needs them is no likely one.
pub(super) const fn is_common(c: char) -> bool {
    !matches!(
        c,
        'ԁ' | 'ԛ'
            | 'ԝ'
            | 'Ԍ'
            | 'Ԛ'
            | 'Ԝ'
            | 'ӏ'
            | 'Ӏ'
            | 'ҽ'
            | 'һ'
            | 'Һ'
            | 'ј'
            | 'Ј'
            | 'ѕ'
            | 'Ѕ'
            | 'ү'
            | 'Ү'
            | 'ә'
            | 'Ә'
            | 'ϲ'
            | 'ϳ'
            | 'Ϲ'
            | 'Ϳ'
            | 'ə'
            | 'Ə'
            | 'ѵ'
            | 'Ѵ'
            | 'Ɵ'
            | 'ɵ'
    )
}
