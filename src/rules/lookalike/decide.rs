//! What is done with a word that its letters do not settle.

use super::accounts::is_for_lattice;
use super::context::{Context, Heard};
use super::forms::{Readings, form_in, is_letter};
use super::place::Place;
use super::{Kind, TARGETS, Unit, figures, guests, lattice, lone, seams, signs, slips, unprovoked, weigh};
use crate::rules::{Certainty, Evidence};
use crate::unicode::{self, Classes, Script};

/// How much stronger than everything else a script must be near by to win.
pub(super) const MARGIN: f32 = 3.0;

/// How strong it must be at least: about one word of the same sentence.
pub(super) const ENOUGH: f32 = 0.8;

/// The same for a word that is spoofed for certain, where only the direction is open.
const ENOUGH_FOR_MIXED: f32 = 0.4;

/// So many words near by that were spoofed alike leave no doubt.
const MUCH_COMPANY: f32 = 1.5;

/// What is done with a unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Decision {
    /// Its letters are put into `to`.
    Restore { to: Script, certainty: Certainty, evidence: Evidence },
    /// It was meant to be this Latin word.
    Read { letters: Box<[char]>, certainty: Certainty, evidence: Evidence },
    /// It stays as it is.
    Leave,
}

impl Decision {
    /// Whether the default level makes the repair.
    pub const fn is_sure(&self) -> bool {
        matches!(
            self,
            Self::Restore { certainty: Certainty::Certain | Certainty::Likely, .. }
                | Self::Read { certainty: Certainty::Certain | Certainty::Likely, .. }
        )
    }
}

/// The steps of a decision, the cheapest first: each answers or passes.
const STEPS: [fn(&Place<'_>) -> Option<Decision>; 11] = [
    in_transcription,
    in_notation,
    lone::among_latin,
    by_letters,
    among_its_own,
    unprovoked::capitals,
    single_letter,
    by_context,
    guests::latin_guest,
    weigh::by_language,
    lone::by_place,
];

/// Decides about one unit that is not settled.
pub(super) fn decide(place: &Place<'_>) -> Decision {
    let decision = STEPS.iter().find_map(|step| step(place)).unwrap_or(Decision::Leave);
    match decision {
        Decision::Restore { to, evidence, .. } if decision.is_sure() && seams::is_guess(place, to) => {
            Decision::Restore { to, certainty: Certainty::Doubtful, evidence }
        }
        Decision::Restore { to, .. } if decision.is_sure() && lone::is_symbol_in_weak_company(place, to) => Decision::Leave,
        decision => decision,
    }
}

/// The commonest case of a spoofed word, as [`by_letters`] decides it: twins of Latin letters, in a line that speaks nothing else.
pub(super) fn at_once(unit: &Unit, context: &Context<'_>) -> Option<Decision> {
    let plain = !unit.strange && !unit.guest && !unit.classes.intersects(Classes::GREEK);
    let latin = unit.kind == Kind::OnlyReading(Script::Latin) && unit.forms.twins().contains(Script::Latin);
    (plain && latin && context.only() == Some(Script::Latin)).then_some(Decision::Restore {
        to: Script::Latin,
        certainty: Certainty::Certain,
        evidence: Evidence::OnlyReading(Script::Latin),
    })
}

/// Sounds are written with letters of several scripts.
fn in_transcription(place: &Place<'_>) -> Option<Decision> {
    (place.is_transcribed() || place.is_in_column_of_sounds()).then_some(Decision::Leave)
}

/// Chess, physics and the Caucasus mix scripts.
fn in_notation(place: &Place<'_>) -> Option<Decision> {
    signs::is_notation(place).then_some(Decision::Leave)
}

/// What the letters of the word say by themselves.
fn by_letters(place: &Place<'_>) -> Option<Decision> {
    let (unit, context) = (place.unit, place.context);
    match unit.kind {
        Kind::Proof(_) | Kind::Settled if unit.guest => None,
        Kind::Proof(_) if place.is_regional_guest() => None,
        Kind::Proof(_) => Some(Decision::Leave),
        Kind::Settled => (!unit.is_symbol()).then_some(Decision::Leave),
        Kind::Weak(_) if context.damaged_greek => Some(Decision::Leave),
        Kind::Chunk(to) => {
            let words = place.heard().company(to, unit.classes);
            let evidence = Evidence::Company { script: to, words: words.round() as u32 };
            let restore = Decision::Restore { to, certainty: Certainty::Likely, evidence };
            Some(if words >= MUCH_COMPANY { restore } else { Decision::Leave })
        }
        Kind::Numeral(_) | Kind::Scholarly => (place.heard().most_company() < MUCH_COMPANY).then_some(Decision::Leave),
        Kind::OnlyReading(_) if unit.is_like_symbol(place.word) => {
            slips::greek_capitals(place).or_else(|| unprovoked::symbol(place))
        }
        Kind::OnlyReading(Script::Latin) if unprovoked::is_badge_among_cyrillic(place) => Some(Decision::Leave),
        Kind::OnlyReading(script) if place.is_option() && is_option_with_value(place.word, script) => Some(Decision::Leave),
        // A sign of a syllabary may be meant for anything: only language may read it.
        Kind::OnlyReading(Script::Latin) if is_for_lattice(place) => None,
        // Symbols of science are typed into Latin text: nothing turns Greek where nothing is, but a word with one slip.
        Kind::OnlyReading(Script::Greek) if !unit.strange && place.heard().weight(Script::Greek) == 0.0 => {
            let slip = || slips::one_slip(place, place.unit.forms.near());
            Some(slip().or_else(|| slips::greek_capitals(place)).unwrap_or(Decision::Leave))
        }
        // Into a script that nothing near by is in, while another one is: only language may do that.
        Kind::OnlyReading(script @ Script::Cyrillic)
            if unit.strange
                && place.heard().against(script) > 0.0
                && (place.heard().weight(script) == 0.0 || unit.letters <= figures::SHORT)
                && !is_mostly(place.word, script) =>
        {
            None
        }
        // A short word that reads by twins in one script may be a commoner word of the script around it.
        Kind::OnlyReading(script)
            if unit.letters < 4 && !unit.forms.near().without(script).is_empty() && is_among_others(place, script) =>
        {
            None
        }
        Kind::OnlyReading(script) => {
            let decision = only_reading(place.word, unit, script, context);
            // By letters that are only much alike, and into a script that nothing near by is in: `τόσh`, `Zavυδάκη`.
            let far = (script != Script::Latin || is_mostly(place.word, Script::Greek)) && !unit.forms.twins().contains(script);
            let sure = decision.is_sure() && !(far && place.heard().weight(script) == 0.0);
            (sure || context.damaged_greek).then_some(decision)
        }
        Kind::Ambiguous(_) | Kind::Weak(_) | Kind::Open(_) | Kind::Strange => None,
    }
}

/// Whether a word of some length has Latin letters, and at least as many of `script`, and no others: `взірeць`.
fn is_mostly(word: &str, script: Script) -> bool {
    let letters = || word.chars().filter(|&c| is_letter(c));
    let own = letters().filter(|&c| unicode::script(c) == script).count();
    let latin = letters().filter(char::is_ascii_alphabetic).count();
    let all = letters().count();
    all > 3 && own >= latin && own + latin == all
}

/// `-mЧИСЛО`, `-kназва`: a Latin letter, and behind it a word of `script`; but `-Mы` begins a sentence.
fn is_option_with_value(word: &str, script: Script) -> bool {
    let mut letters = word.chars();
    let first = letters.next().filter(char::is_ascii_alphabetic);
    let is_upper = |c: char| unicode::classes(c).intersects(Classes::UPPER);
    first.is_some_and(|first| {
        script != Script::Latin && letters.all(|c| unicode::script(c) == script && (is_upper(c) || !is_upper(first)))
    })
}

/// Whether words near by are of another script, in which the word has a reading, and none is of `script`.
fn is_among_others(place: &Place<'_>, script: Script) -> bool {
    if place.context.only() == Some(script) {
        return false;
    }
    let heard = place.heard();
    let others = TARGETS.into_iter().filter(|&other| other != script && heard.weight(other) >= ENOUGH);
    others.filter(|&other| heard.weight(other) >= MARGIN * heard.weight(script)).any(|other| place.reads_in(other))
}

/// A word of one script stays where all that is near by is of that script.
fn among_its_own(place: &Place<'_>) -> Option<Decision> {
    let (Kind::Ambiguous(own) | Kind::Weak(own)) = place.unit.kind else { return None };
    let heard = || place.heard().weight(own) > 0.0 && place.heard().against(own) == 0.0;
    (place.context.only() == Some(own) || heard()).then_some(Decision::Leave)
}

/// A single letter is left without weighing where nothing near by was spoofed and no sign or place makes it a word of another
/// script: symbols, initials and prepositions are many.
fn single_letter(place: &Place<'_>) -> Option<Decision> {
    let unit = place.unit;
    let (Kind::Ambiguous(own) | Kind::Weak(own)) = unit.kind else { return None };
    if unit.letters > 1 || place.heard().most_company() > 0.0 || place.begins_sentence() {
        return None;
    }
    let small_latin = own == Script::Latin && unit.classes.intersects(Classes::LOWER);
    let mut others = TARGETS.into_iter().filter(|&other| other != own);
    let open = others.any(|other| place.joined_to(other).is_some() || small_latin && place.is_between(other));
    (!open).then_some(Decision::Leave)
}

/// What the words near by say, where they leave no doubt.
fn by_context(place: &Place<'_>) -> Option<Decision> {
    let unit = place.unit;
    match unit.kind {
        Kind::Open(_) if unit.is_like_symbol(place.word) => unprovoked::symbol(place),
        Kind::Open(_) if unit.guest && lattice::has_rare_guest(place.word) => None,
        Kind::Open(readings) => {
            if let Some(decision) = slips::one_slip(place, readings).or_else(|| slips::abbreviation(place, readings)) {
                return Some(decision);
            }
            let decision = open(place.word, unit, readings, place.heard());
            let leans_elsewhere = |to: Script| {
                let next = place.leans_on().filter(|_| unit.letters <= figures::SHORT);
                next.is_some_and(|next| next != to && place.heard().against(next) > 0.0)
            };
            let sure = match decision {
                Decision::Restore { to, .. } if leans_elsewhere(to) || place.is_value_among(to) => false,
                Decision::Restore { to, .. } if unit.strange && !lattice::is_in_table(place.word, to) => false,
                Decision::Restore { to, .. } => decision.is_sure() && is_written_so(place, to),
                _ => false,
            };
            sure.then_some(decision).or_else(|| slips::latin_slip(place, readings))
        }
        Kind::Ambiguous(own @ (Script::Cyrillic | Script::Greek)) if unit.letters > 1 => {
            let heard = place.heard();
            let is_meant = |&to: &Script| {
                to != own
                    && heard.company(to, unit.classes) >= MUCH_COMPANY
                    && heard.weight(to) >= ENOUGH
                    && heard.against(to) == 0.0
            };
            let to = TARGETS.into_iter().filter(|to| unit.forms.twins().contains(*to)).find(is_meant)?;
            if place.is_quoted() || place.address().is_some() || place.is_roman() {
                return None;
            }
            let evidence = Evidence::Company { script: to, words: heard.company(to, unit.classes).round() as u32 };
            Some(Decision::Restore { to, certainty: Certainty::Likely, evidence })
        }
        _ => None,
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
        _ if to == Script::Cyrillic && unit.classes.intersects(Classes::LOWER) && signs::has_palochka(word) => {
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

/// Whether a language near by writes the letters that the word would have in `to`.
pub(super) fn is_written_so(place: &Place<'_>, to: Script) -> bool {
    to == Script::Latin
        || place
            .word
            .chars()
            .filter(|&c| is_letter(c))
            .all(|c| form_in(c, to).is_none_or(|form| is_written_here(form, false, place.context)))
}

/// Whether no language writes some letter that the word would have in `to`: `lI` as `ӏІ`.
pub(super) fn is_far_fetched(word: &str, to: Script) -> bool {
    let is_regional = |c| matches!(c, 'һ' | 'Һ' | 'ү' | 'Ү' | 'ә' | 'Ә' | 'ј' | 'Ј' | 'ѕ' | 'Ѕ');
    let mut forms = word.chars().filter(|&c| is_letter(c) && unicode::script(c) != to).filter_map(|c| form_in(c, to));
    forms.any(|form| !is_common(form) && !is_regional(form))
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

/// Letters that many languages of their script write. The others have twins, too, but a reading that needs them is no likely one.
pub(super) const fn is_common(c: char) -> bool {
    !matches!(
        c,
        'ԁ' | 'ԛ'
            | 'ԝ'
            | 'Ԍ'
            | 'ԑ'
            | 'Ԑ'
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
            | 'ѡ'
            | 'Ѡ'
    )
}
