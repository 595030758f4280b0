//! The last steps of a decision: words that letters and context leave open are weighed as words.

use super::context::Heard;
use super::decide::{Decision, ENOUGH, is_in_address, is_quoted};
use super::forms::form_in;
use super::language::{Language, model};
use super::{Kind, TARGETS, Unit};
use crate::rules::{Certainty, Evidence, Line};
use crate::unicode::{self, Classes, Script};

/// What a word is worth for being near by, in nats.
const NATS_FOR_CONTEXT: f32 = 2.0;

/// What a word near by that was spoofed in the same way is worth.
const COMPANY: f32 = 2.0;

/// How many nats likelier a reading must be: of a mixed word; of a word that could be left as it is; of a Latin one; and the
/// word as it is, to overrule its context.
const OPEN_MARGIN: f32 = 3.0;
const FROM_OTHERS: f32 = 6.5;
const FROM_LATIN: f32 = 6.5;
const OWN_MARGIN: f32 = 3.0;

/// What the commonest short words of a language have: one word in five hundred.
const COMMONEST: f32 = -6.2;

/// What each letter of a string of an unknown spelling costs.
const UNSPELT: f32 = 3.4;

/// A mixed word whose only reading is in doubt: language may remove it. A Greek letter beside a Latin one may be a symbol, so
/// where Greek letters stand near by, or the two make no word, nothing is changed.
pub(super) fn doubtful_reading(word: &str, to: Script, evidence: Evidence, heard: &Heard, language: &Language<'_>) -> Decision {
    let doubtful = Decision::Restore { to, certainty: Certainty::Doubtful, evidence };
    if !word.chars().any(|c| unicode::classes(c).intersects(Classes::LOWER) && unicode::script(c) == to)
        && word.chars().count() > 2
    {
        return doubtful;
    }
    if to != Script::Latin && heard.weight(to) == 0.0 {
        return doubtful;
    }
    let short = word.chars().count() < 4;
    if if short { heard.weight(Script::Greek) == 0.0 && language.is_frequent(word, to) } else { language.is_plausible(word, to) }
    {
        let nats = language.nats(word, to).unwrap_or_default() + UNSPELT * word.chars().count() as f32;
        return Decision::Restore { to, certainty: Certainty::Likely, evidence: model(to, nats.max(0.0)) };
    }
    doubtful
}

/// A mixed word between several readings that nothing near by decides: the likeliest, if it is so by far.
pub(super) fn likeliest(word: &str, readings: impl Iterator<Item = Script>, heard: &Heard, language: &Language<'_>) -> Decision {
    let mut weighed: Vec<(Script, f32)> = readings
        .filter_map(|script| Some((script, language.nats(word, script)? + NATS_FOR_CONTEXT * heard.weight(script).min(3.0))))
        .collect();
    weighed.sort_by(|a, b| b.1.total_cmp(&a.1));
    match weighed.as_slice() {
        [(to, first), (_, second), ..] if first - second >= OPEN_MARGIN && (*to == Script::Latin || heard.weight(*to) > 0.0) => {
            Decision::Restore { to: *to, certainty: Certainty::Likely, evidence: model(*to, first - second) }
        }
        [(to, _), ..] => Decision::Restore { to: *to, certainty: Certainty::Doubtful, evidence: Evidence::SeveralReadings },
        [] => Decision::Leave,
    }
}

/// Whether a short word that has one complete reading by twins stands where every word is of another script, and reads so, too.
pub(super) fn is_read_otherwise(word: &str, to: Script, heard: &Heard, language: &Language<'_>) -> bool {
    let other = TARGETS.into_iter().find(|&other| other != to && heard.weight(other) >= ENOUGH && heard.weight(to) == 0.0);
    other.is_some_and(|other| form_of(word, other) && language.is_frequent(word, other))
}

/// A Latin capital with a small Greek letter. A symbol stands where it may; a word where all others are of one of the two
/// scripts, and the two letters are one of its commonest words.
pub(super) fn symbol(
    line: &Line<'_>,
    units: &[Unit],
    number: usize,
    unit: &Unit,
    heard: &Heard,
    language: &Language<'_>,
) -> Decision {
    let word = unit.span.of(line.as_str());
    let text = line.as_str();
    let next = units.get(number + 1);
    let goes_on = next.is_some_and(|next| {
        text.get(unit.span.end..next.span.start) == Some(" ")
            && next.sentence == unit.sentence
            && next.classes.intersects(Classes::LOWER)
    });
    let to = [Script::Latin, Script::Greek].into_iter().find(|&to| heard.weight(to) >= ENOUGH && heard.against(to) == 0.0);
    match to {
        Some(to)
            if goes_on
                && heard.words(to) >= 3
                && form_of(word, to)
                && language.nats(word, to).is_some_and(|nats| nats > if to == Script::Greek { -7.5 } else { COMMONEST }) =>
        {
            let nats = language.nats(word, to).unwrap_or_default() - 2.0 * COMMONEST;
            Decision::Restore { to, certainty: Certainty::Likely, evidence: model(to, nats) }
        }
        _ => Decision::Leave,
    }
}

/// Whether a word that context would put into `to` is much likelier a word of its own script: spoken of, not spoofed.
pub(super) fn is_own_word(word: &str, own: Script, to: Script, language: &Language<'_>) -> bool {
    language.better(word, own, to).is_some_and(|better| better > OWN_MARGIN)
}

/// A word wholly of one script that context does not settle: by language, with what context says as a prior.
pub(super) fn by_language(
    line: &Line<'_>,
    units: &[Unit],
    number: usize,
    unit: &Unit,
    own: Script,
    heard: &Heard,
    language: &Language<'_>,
) -> Decision {
    let word = unit.span.of(line.as_str());
    // Letters of a few small alphabets among Latin ones: no registry has such a name.
    let latin = || heard.weight(Script::Latin) > 0.0 && heard.against(Script::Latin) == 0.0 && form_of(word, Script::Latin);
    if latin() && word.chars().any(|c| matches!(c, 'ԁ' | 'ԛ' | 'ԝ' | 'Ԛ' | 'Ԝ')) {
        return Decision::Restore {
            to: Script::Latin,
            certainty: Certainty::Likely,
            evidence: Evidence::Context { script: Script::Latin, words: heard.words(Script::Latin) },
        };
    }
    if is_quoted(line.as_str(), unit.span) || is_in_address(line.as_str(), unit.span) {
        return Decision::Leave;
    }
    // Numerals begin sentences, too: `I половина XIX ст.`
    if is_roman(word) && (unit.letters > 1 || TARGETS.into_iter().all(|to| heard.spoofed(to) == 0)) {
        return Decision::Leave;
    }
    if unit.letters == 1 {
        return one_letter(line, units, number, unit, own, heard, language);
    }
    let own_weight = heard.weight(own);
    let mut best: Option<(Script, f32)> = None;
    for to in TARGETS.into_iter().filter(|&to| to != own) {
        // Latin words stand in texts of all scripts.
        let margin = if own == Script::Latin { FROM_LATIN } else { FROM_OTHERS };
        let prior = NATS_FOR_CONTEXT * (heard.weight(to).min(3.0) - own_weight.min(3.0));
        let company = COMPANY * heard.spoofed(to).min(3) as f32;
        if own == Script::Latin && (heard.spoofed(to) == 0 || heard.weight(to) < ENOUGH) {
            continue;
        }
        if heard.spoofed(to) == 0 && own_weight > 0.0 {
            continue;
        }
        let Some(better) = language.better(word, to, own) else { continue };
        let sum = better + prior + company - margin;
        if sum >= 0.0 && best.is_none_or(|(_, nats)| sum > nats) && language.is_plausible(word, to) {
            best = Some((to, sum));
        }
    }
    match best {
        Some((to, sum)) => Decision::Restore { to, certainty: Certainty::Likely, evidence: model(to, sum + FROM_OTHERS) },
        None => Decision::Leave,
    }
}

/// A single letter is a word where a sentence begins with it and goes on in small letters of a script that has such a word.
fn one_letter(
    line: &Line<'_>,
    units: &[Unit],
    number: usize,
    unit: &Unit,
    own: Script,
    heard: &Heard,
    language: &Language<'_>,
) -> Decision {
    let text = line.as_str();
    let Some(next) = units.get(number + 1) else { return Decision::Leave };
    let (Kind::Proof(to) | Kind::Weak(to) | Kind::OnlyReading(to)) = next.kind else { return Decision::Leave };
    let begins = number.checked_sub(1).and_then(|at| units.get(at)).is_none_or(|before| before.sentence != unit.sentence);
    let spaced = text.get(unit.span.end..next.span.start) == Some(" ");
    // Greek articles begin sentences, names follow them.
    let small = !next.classes.intersects(Classes::UPPER) || to == Script::Greek && next.classes.intersects(Classes::LOWER);
    let goes_on = spaced && next.letters > 1 && small && next.sentence == unit.sentence;
    let word = unit.span.of(text);
    if to != own
        && begins
        && goes_on
        && heard.words(to) >= 3
        && heard.against(to) == 0.0
        && language.nats(word, to).is_some_and(|nats| nats > -6.0)
    {
        return Decision::Restore {
            to,
            certainty: Certainty::Likely,
            evidence: Evidence::Context { script: to, words: heard.words(to) },
        };
    }
    // Initials among words that were spoofed.
    let initial =
        text.get(unit.span.end..).is_some_and(|after| after.starts_with('.')) && next.classes.intersects(Classes::UPPER);
    if to != own
        && initial
        && unit.classes.intersects(Classes::UPPER)
        && heard.spoofed(to) > 1
        && heard.against(to) == 0.0
        && form_of(word, to)
    {
        return Decision::Restore {
            to,
            certainty: Certainty::Likely,
            evidence: Evidence::Company { script: to, words: heard.spoofed(to) },
        };
    }
    // Small letters between two words of that script, where others were spoofed: `и a потом`.
    let small = unit.classes.intersects(Classes::LOWER);
    let before = number.checked_sub(1).and_then(|at| units.get(at));
    let between =
        before.is_some_and(|before| matches!(before.kind, Kind::Proof(of) | Kind::Weak(of) | Kind::OnlyReading(of) if of == to));
    if to != own
        && small
        && between
        && spaced
        && heard.spoofed(to) > 0
        && heard.against(to) == 0.0
        && language.nats(word, to).is_some_and(|nats| nats > -5.5)
    {
        return Decision::Restore {
            to,
            certainty: Certainty::Likely,
            evidence: Evidence::Company { script: to, words: heard.spoofed(to) },
        };
    }
    Decision::Leave
}

/// Whether each letter of the word has a form in `script`.
fn form_of(word: &str, script: Script) -> bool {
    word.chars().all(|c| !unicode::classes(c).intersects(Classes::LETTER) || form_in(c, script).is_some())
}

/// Whether the letters are those of a Roman numeral, in whatever script they were typed.
fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(form_in(c, Script::Latin), Some('I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M')))
}
