//! The three kinds of account: a word as it stands, as the table reads it in another script, and as the likeliest Latin word.
//!
//! All figures are nats and judgement, chosen on texts with known spoofing and on genuine text of many languages. What matters is
//! their differences: 2.3 nats are ten to one, 6.9 a thousand to one.

use super::decide::ENOUGH;
use super::place::Place;
use super::weigh::Account;
use super::{Kind, TARGETS, Unit, lattice};
use crate::unicode::{self, Classes, Grade, Script};

/// What a word near by is worth, and how many count.
const CONTEXT: f32 = 2.0;
const MOST_CONTEXT: f32 = 3.0;

/// What a word near by that was spoofed alike is worth, and how many count.
const COMPANY: f32 = 3.5;
const MOST_COMPANY: f32 = 3.0;
/// What a word counts that was spoofed with other letters.
const OTHERS: f32 = 0.5;
/// So many leave no doubt that letters were swapped here, so that words need not be known ones.
const SURE_COMPANY: f32 = 1.5;

/// What each letter of an unknown spelling costs: one of some thirty. And of an abbreviation.
pub(super) const UNSPELT: f32 = -3.4;
/// The same in a word wholly of one script, which could be one of a language that is not known here.
const FOREIGN: f32 = -4.5;
const ABBREVIATED: f32 = -3.2;
/// A single letter that is no word: a symbol, an initial.
const SYMBOL: f32 = -6.5;
/// A symbol with its index, and what each letter of the index costs.
const INDEXED: f32 = -7.0;
const INDEX: f32 = -2.0;

/// Hardly anybody mixes scripts inside a word on purpose.
pub(super) const MIXED: f32 = -9.0;
/// Hardly any word of one script is meant to be one of another.
const WHOLE: f32 = -6.5;
/// The same where nothing near by speaks for any script: then it is a word of some language, and only which one is open.
const LONELY: f32 = -4.5;
/// A script that nothing near by is in.
const ABROAD: f32 = -3.0;
/// A letter that is only much alike.
const NEAR: f32 = -0.5;

/// What speaks for the word as it stands: it is spoken of; it is part of a name in an address; it is a numeral.
const QUOTED: f32 = 8.0;
const QUOTED_LETTERS: f32 = 4.0;
const ADDRESS: f32 = 30.0;
const NUMERAL: f32 = 4.0;
/// A Latin abbreviation, and letters beside a digit, are guests in texts of all scripts.
const GUEST: f32 = 6.5;
/// A symbol of science, in a text where nothing else was spoofed.
const SCIENCE: f32 = 4.0;

/// What another part of the same address that is spoofed says.
const SAME_ADDRESS: f32 = 6.0;
/// A Latin word where nothing near by was spoofed: only language, and the word behind it, say that it was meant otherwise.
const UNPROVOKED: f32 = -5.5;
/// A sentence that begins with the letter goes on in small letters of the script.
const GOES_ON: f32 = 10.0;
/// A letter that an apostrophe, or something looser, joins to words of the script.
const CONTRACTED: f32 = 6.0;
const JOINED: f32 = 4.0;
/// What the commonest words of a language have.
const COMMONEST: f32 = -3.8;

/// Words of so few letters are mostly articles, prepositions and the like, and belong to the word behind them.
pub(super) const SHORT: u32 = 3;
const LEANS: f32 = 4.0;
/// What company counts for such a word if the word behind it is of its own script.
const WITH_ITS_OWN: f32 = 0.5;

/// What stands against reading a letter that no reader expects: it may be anything.
const STRANGE: f32 = -5.5;
/// The same where each is a letter in another dress, or of an alphabet with case.
const UNMISTAKABLE: f32 = -2.5;
/// What a word near by that was spoofed adds there, and how many count.
const STRANGE_COMPANY: f32 = 3.0;
const MOST_STRANGE_COMPANY: f32 = 4.0;
/// The account of the word as it stands.
pub(super) fn as_it_stands(place: &Place<'_>) -> Account {
    let (unit, heard) = (place.unit, place.heard());
    let letters = unit.letters as f32;
    let mut account = Account::default();
    if let Some(own) = place.own() {
        let unknown = if unit.letters > 1 && unit.classes.intersects(Classes::LOWER) { FOREIGN * letters } else { plain(place) };
        account.language = place.language.nats(place.word, own).unwrap_or(f32::NEG_INFINITY).max(unknown);
        account.context = context(heard.weight(own)) + leaning(place, own);
        if unit.letters == 1 {
            // A symbol stands in texts of every script.
            let anywhere = TARGETS.into_iter().map(|script| heard.weight(script)).fold(0.0, f32::max);
            let alone = TARGETS.into_iter().all(|to| place.own() == Some(to) || heard.all_company(to) == 0.0);
            let symbol = SYMBOL + context(anywhere) + if alone { SCIENCE } else { 0.0 };
            if symbol > account.nats() {
                account.language = SYMBOL;
                account.context = context(anywhere);
                account.place = if alone { SCIENCE } else { 0.0 };
            }
        }
    } else if is_for_lattice(unit, place.word) && unit.classes.intersects(Classes::LATIN | Classes::STYLED)
        || matches!(unit.kind, Kind::Strange | Kind::Proof(_) | Kind::Settled) && !unit.is_symbol()
    {
        (account.language, account.place) =
            place.language.hint(Script::Latin).map_or((0.0, 0.0), |hint| lattice::as_it_stands(place, hint));
        return account;
    } else if matches!(unit.kind, Kind::Numeral(_)) {
        account.language = plain(place);
    } else if unit.is_like_symbol(place.word) || unit.is_symbol() {
        account.language = INDEXED + INDEX * (letters - 2.0);
        account.context = context(heard.weight(Script::Latin));
        let words = heard.company(Script::Latin, Classes::GREEK);
        account.place = if words == 0.0 && letters < 3.0 { SCIENCE } else { -COMPANY * words.min(SURE_COMPANY) };
    } else {
        account.language = UNSPELT * letters;
        account.place = MIXED;
    }
    if letters == 1.0 && place.own().is_some_and(|own| place.joined_to(own).is_some()) {
        account.place += JOINED;
    }
    let latin = place.own() == Some(Script::Latin);
    if place.is_roman() && letters > 1.0 {
        account.place += if latin { 3.0 * NUMERAL } else { NUMERAL };
    } else if matches!(place.word, "I" | "V" | "X") && !place.begins_sentence() && !place.touches_digit() {
        account.place += 2.0 * NUMERAL; // `Людовик I Анжуйский`; but `I тоді` begins a sentence
    }
    if latin {
        let capitals = letters > 1.0 && place.is_abbreviation();
        let label = letters == 1.0 && place.after() == Some(')');
        let joined = || [Script::Cyrillic, Script::Greek].into_iter().any(|script| place.joined_to(script).is_some());
        account.place += if capitals || label || place.touches_digit() && !joined() { GUEST } else { 0.0 };
    }
    account
}

/// Whether the table alone cannot say what the letters of the word were meant to be in Latin.
fn is_for_lattice(unit: &Unit, word: &str) -> bool {
    unit.guest && lattice::has_rare_guest(word) || unit.strange && !lattice::is_in_table(word, Script::Latin)
}

/// What a word of an unknown spelling has.
fn plain(place: &Place<'_>) -> f32 {
    let letters = place.unit.letters as f32;
    if place.unit.letters == 1 {
        SYMBOL
    } else if !place.unit.classes.intersects(Classes::LOWER) {
        ABBREVIATED * letters - 1.0
    } else {
        UNSPELT * letters
    }
}

/// What company says: words spoofed with the same letters, and half as loud those spoofed with others.
fn company(place: &Place<'_>, to: Script) -> f32 {
    let (alike, all) = (place.heard().company(to, place.unit.classes), place.heard().all_company(to));
    // A word that leans on one of its own script is with its own.
    let own = place.own().is_some_and(|own| leaning(place, own) > 0.0);
    let share = if own { WITH_ITS_OWN } else { 1.0 };
    share * COMPANY * (alike + OTHERS * (all - alike)).min(MOST_COMPANY)
}

/// What the word behind a short one says.
fn leaning(place: &Place<'_>, script: Script) -> f32 {
    if place.unit.letters <= SHORT && place.leans_on() == Some(script) { LEANS } else { 0.0 }
}

fn context(weight: f32) -> f32 {
    CONTEXT * weight.min(MOST_CONTEXT)
}

/// The word with each letter as the table reads it in `to`; nothing where it does not read so, or may not.
pub(super) fn restored(place: &Place<'_>, to: Script) -> Option<Account> {
    let (unit, heard, word) = (place.unit, place.heard(), place.word);
    if !unit.forms.near().contains(to) || to == Script::Latin && is_for_lattice(unit, word) {
        return None;
    }
    let nats = place.language.nats(word, to)?;
    let own = place.own();
    let small = unit.classes.intersects(Classes::LOWER);
    let latin = own == Some(Script::Latin);
    let is_word = unit.letters > 1 && (small || own.is_none());
    let words = heard.company(to, unit.classes).max(OTHERS * heard.all_company(to));
    let known = heard.company(to, unit.classes) < SURE_COMPANY || latin;
    if is_word && known && !place.language.is_plausible(word, to) {
        return None;
    }
    let context_weight = heard.weight(to);
    // Into other scripts than Latin only where they are written, or where language is sure of a mixed word.
    let mixed = own.is_none() && to != Script::Latin;
    if mixed && unit.strange && !(word.chars().any(|c| unicode::script(c) == to) && place.language.is_plausible(word, to)) {
        return None;
    }
    let abroad = to != Script::Latin && context_weight == 0.0;
    if abroad && (own.is_some() || to == Script::Greek || !place.language.is_plausible(word, to)) {
        return None;
    }
    let mut account = Account { to: Some(to), ..Account::default() };
    account.language = if (is_word || latin) && known { nats } else { nats.max(plain(place)) };
    account.context = context(context_weight) + leaning(place, to);
    account.company = company(place, to);
    let near = word.chars().filter(|&c| unicode::script(c) != to && unicode::classes(c).intersects(Classes::LETTER));
    let near = near.filter(|&c| unicode::lookalike_in(c, to).is_some_and(|other| other.grade != Grade::Twin)).count();
    account.place = NEAR * near as f32 + if abroad { ABROAD } else { 0.0 };
    if own.is_some() {
        let lonely = TARGETS.into_iter().all(|script| heard.weight(script) == 0.0);
        account.place += if lonely { LONELY } else { WHOLE };
    }
    let goes_on = place.goes_on().is_some_and(|next| match next.kind {
        Kind::Proof(script) | Kind::Weak(script) | Kind::OnlyReading(script) => script == to,
        _ => false,
    });
    let goes_on = goes_on && heard.words(to) >= 3 && heard.against(to) == 0.0;
    let begins = unit.letters == 1 && place.begins_sentence() && goes_on && (words > 0.0 || !(latin && place.is_roman()));
    if begins || unit.is_symbol() && goes_on {
        account.place += GOES_ON;
    } else if unit.letters == 1 || unit.is_like_symbol(word) && matches!(place.joined_to(to), Some('\'' | '’')) {
        account.place += match place.joined_to(to) {
            Some('\'' | '’') => CONTRACTED,
            Some(_) if heard.company(to, unit.classes) > 0.0 => JOINED,
            _ if words > 0.0 && (small && place.is_between(to) || place.is_initial(to)) => JOINED,
            // Hardly a symbol: one of the commonest words of the language.
            _ if latin && small && nats > COMMONEST && place.is_between(to) => JOINED,
            _ if words > 0.0 && latin && place.is_ordinal() => JOINED,
            _ => 0.0,
        };
    }
    // A letter of a script that is no target says nothing alone.
    if own == Some(Script::Unknown) && unit.letters == 1 && (words == 0.0 || context_weight < ENOUGH) {
        return None;
    }
    // ASCII is never a source without evidence that letters were swapped.
    let evident =
        latin && unit.letters > 1 && place.leans_on() == Some(to) && unit.forms.twins().contains(to) && !place.is_abbreviation();
    if latin && !begins && (words == 0.0 || context_weight < ENOUGH) {
        if !evident {
            return None;
        }
        account.place += UNPROVOKED;
    }
    if own.is_some() {
        if place.is_quoted() {
            account.place -= match is_word {
                true => QUOTED,
                false if words >= SURE_COMPANY => 0.0,
                false => QUOTED_LETTERS,
            };
        }
        if let Some(address) = place.address() {
            if address.spoofed && !address.own {
                account.company += SAME_ADDRESS;
            } else if !(address.words && words > 0.0 && (!latin || unit.letters > 1 || address.beside == Some(to))
                || unit.letters == 1 && place.after() == Some('.'))
            {
                account.place -= ADDRESS;
            }
        }
    }
    Some(account)
}

/// The account of a word that holds letters which no table can read for certain: as the likeliest Latin word.
pub(super) fn strange(place: &Place<'_>) -> Option<Account> {
    let unit = place.unit;
    let company = place.heard().all_company(Script::Latin).min(MOST_STRANGE_COMPANY);
    // A single letter is a symbol, unless letters were swapped near by, or it is joined to a word.
    let single = unit.letters == 1 && unit.strange && company > 0.0;
    let joined = place.joined_to(Script::Latin);
    let is_word = company >= SURE_COMPANY || single && (place.is_between(Script::Latin) || joined.is_some());
    // A word wholly of styled letters is no word of strangers.
    let others = Classes::OTHER_LETTER | Classes::CYRILLIC | Classes::GREEK | Classes::ODD;
    let dressed = unit.letters > 1 && unit.classes.intersects(others);
    let letters = if dressed { Classes::LATIN | Classes::STYLED } else { Classes::LATIN };
    let has_latin = unit.letters > 1 && unit.classes.intersects(letters);
    if !(unit.strange || unit.guest) || !(has_latin || is_word) {
        return None;
    }
    let alone = company == 0.0;
    let mixed = matches!(unit.kind, Kind::OnlyReading(_) | Kind::Open(_));
    let at_home = !unit.strange && !mixed && !place.language.is_known();
    let phonetic =
        || lattice::is_phonetic(place.word) && (place.language.is_phonetic() || lattice::is_bracketed(place.text, unit.span));
    if alone && (at_home || phonetic()) {
        return None;
    }
    let hint = place.language.hint(Script::Latin)?;
    if lattice::may_be_glued(place) {
        return None;
    }
    let reading = lattice::read(place, hint, company)?;
    if !mixed && lattice::is_at_home(place, reading.nats, hint) {
        return None;
    }
    Some(Account {
        to: Some(Script::Latin),
        language: reading.nats,
        context: if unit.letters == 1 {
            context(place.heard().weight(Script::Latin)) + leaning(place, Script::Latin)
        } else {
            0.0
        },
        company: STRANGE_COMPANY * company,
        place: match unit.kind {
            Kind::OnlyReading(_) | Kind::Open(_) if !unit.strange => 0.0,
            _ if lattice::is_unmistakable(place.word) => UNMISTAKABLE,
            _ => STRANGE,
        } + match joined {
            Some('\'' | '’') if company > 0.0 => CONTRACTED,
            Some(_) if single => JOINED,
            _ => 0.0,
        },
        letters: Some(reading.letters.into()),
    })
}
