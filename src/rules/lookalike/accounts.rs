//! The three kinds of account: a word as it stands, as the table reads it in another script, and as the likeliest Latin word.

use super::decide::{ENOUGH, is_common, is_written_so};
use super::figures::*;
use super::forms::is_letter;
use super::formulas::is_like_product;
use super::lone::LIKELY;
use super::place::Place;
use super::weigh::Account;
use super::{Kind, TARGETS, lattice};
use crate::unicode::{self, Classes, Grade, Script};

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
            let alone = TARGETS.into_iter().all(|to| own == to || heard.all_company(to) == 0.0);
            let place = if alone { SCIENCE } else { 0.0 };
            let symbol = Account { language: SYMBOL, context: context(anywhere), place, ..Account::default() };
            if symbol.nats() > account.nats() {
                account = symbol;
            }
        }
        // `доступно по https://…`: in the middle of its own, whatever was spoofed around.
        let is_usual = || place.word.chars().all(is_common) && !(unit.letters > 1 && place.is_abbreviation());
        if own != Script::Latin && is_usual() {
            account.place += BESIDE * place.neighbours_of(own) as f32;
        }
    } else if is_for_lattice(place) && unit.classes.intersects(Classes::LATIN | Classes::STYLED)
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
        let words = heard.company(Script::Latin, Classes::GREEK).max(OTHERS * heard.swapped(Script::Latin));
        account.place = match place.address() {
            Some(_) => MIXED,
            None if words == 0.0 && letters < 3.0 => SCIENCE,
            None => -COMPANY * words.min(SURE_COMPANY),
        };
    } else {
        account.language = UNSPELT * letters;
        account.place = MIXED;
    }
    if letters == 1.0 && place.own().is_some_and(|own| place.joined_to(own).is_some() || place.is_initial(own)) {
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
        let label = letters == 1.0 && place.after() == Some(')') && place.before().is_none_or(|c| c == '(' || c.is_whitespace());
        let joined = || [Script::Cyrillic, Script::Greek].into_iter().any(|script| place.joined_to(script).is_some());
        account.place += if capitals || label || place.touches_digit() && !joined() { GUEST } else { 0.0 };
    }
    account
}

/// Whether the table alone cannot say what the letters of the word were meant to be in Latin.
pub(super) fn is_for_lattice(place: &Place<'_>) -> bool {
    let (unit, word) = (place.unit, place.word);
    unit.guest && lattice::has_rare_guest(word)
        || unit.strange && !lattice::is_in_table(word, Script::Latin)
        || unit.guest && unit.is_spoofed() && place.language.reads_well()
}

/// What a word of an unknown spelling has.
pub(super) fn plain(place: &Place<'_>) -> f32 {
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
    match place.leans_on() {
        Some(next) if next != script || place.unit.letters > SHORT => 0.0,
        Some(Script::Latin) if place.leans_on_name() => LEANS_ON_NAME,
        Some(_) => LEANS,
        None => 0.0,
    }
}

fn context(weight: f32) -> f32 {
    CONTEXT * weight.min(MOST_CONTEXT)
}

/// The word with each letter as the table reads it in `to`; nothing where it does not read so, or may not.
pub(super) fn restored(place: &Place<'_>, to: Script) -> Option<Account> {
    let (unit, heard, word) = (place.unit, place.heard(), place.word);
    if !unit.forms.near().contains(to) || to == Script::Latin && is_for_lattice(place) {
        return None;
    }
    let nats = place.language.nats(word, to)?;
    let own = place.own();
    let latin = own == Some(Script::Latin);
    let is_word = is_word(place);
    // Parts of an address are no symbols and need not be words: `httρ://`.
    let part = to == Script::Latin && unit.is_like_symbol(word) && place.address().is_some();
    let words = if own.is_none() { any_company(place, to) } else { heard.company(to, unit.classes) };
    let known = (words < SURE_COMPANY || latin) && !part;
    let plausible = || place.language.is_plausible(word, to);
    if is_word && known && !plausible() || !may_be_in(place, to, plausible) {
        return None;
    }
    let spelt = (is_word || latin) && known && !place.is_initial(to);
    let language = if spelt { nats } else { nats.max(plain(place)) };
    let context = context(heard.weight(to)) + leaning(place, to);
    let place_nats = likeness(place, to) + beside(place, to, nats) + evidence_of_swapping(place, to, nats)? + setting(place, to);
    Some(Account { to: Some(to), language, context, company: self::company(place, to), place: place_nats, letters: None })
}

/// Whether it is a word rather than a letter or an abbreviation.
fn is_word(place: &Place<'_>) -> bool {
    place.unit.letters > 1 && (place.unit.classes.intersects(Classes::LOWER) || place.own().is_none() && !place.is_abbreviation())
}

/// How strongly words near by say that letters were swapped, whatever they were swapped for.
fn any_company(place: &Place<'_>, to: Script) -> f32 {
    place.heard().company(to, place.unit.classes).max(OTHERS * place.heard().all_company(to))
}

/// Whether words near by are in `to`, and letters were swapped there.
fn is_evident(place: &Place<'_>, to: Script) -> bool {
    any_company(place, to) > 0.0 && place.heard().weight(to) >= ENOUGH
}

/// Whether the word may be one of `to` at all: other scripts than Latin only where they are written, or where language is sure of a
/// mixed word; a letter of a script that is no target only among words that were spoofed.
fn may_be_in(place: &Place<'_>, to: Script, plausible: impl Fn() -> bool) -> bool {
    let (unit, own) = (place.unit, place.own());
    if to != Script::Latin {
        let has_letter_of = || place.word.chars().any(|c| unicode::script(c) == to);
        if own.is_none() && unit.strange && !(has_letter_of() && plausible()) {
            return false;
        }
        // `СAH APP`: nothing is Cyrillic but one letter of three.
        let latin = || place.word.chars().filter(char::is_ascii_alphabetic).count() as u32;
        if own.is_none()
            && unit.letters <= SHORT
            && !unit.classes.intersects(Classes::LOWER)
            && is_abroad(place, to)
            && 2 * latin() > unit.letters
        {
            return false;
        }
        if is_abroad(place, to) && (own.is_some() || to == Script::Greek || !plausible()) {
            return false;
        }
    }
    // Letters that no language writes are the last thing an abbreviation needs: `TETЯIS`.
    if own.is_none() && !is_word(place) && !is_written_so(place, to) {
        return false;
    }
    let of_no_target = own == Some(Script::Unknown) && unit.letters == 1;
    !of_no_target || is_evident(place, to)
}

/// Whether nothing near by is in `to`.
fn is_abroad(place: &Place<'_>, to: Script) -> bool {
    to != Script::Latin && place.heard().weight(to) == 0.0
}

/// What stands against the reading by its letters: those that are only much alike, and a whole word of one script.
fn likeness(place: &Place<'_>, to: Script) -> f32 {
    let foreign = |c: &char| unicode::script(*c) != to && is_letter(*c);
    let is_near = |c: &char| unicode::lookalike_in(*c, to).is_some_and(|other| other.grade != Grade::Twin);
    let near = place.word.chars().filter(foreign).filter(is_near).count() as f32;
    let lonely = || TARGETS.into_iter().all(|script| place.heard().weight(script) == 0.0);
    let whole = match place.own() {
        Some(_) if place.word.chars().any(|c| !is_common(c)) => ODD_WHOLE,
        Some(_) if lonely() => LONELY,
        Some(_) => WHOLE,
        None => 0.0,
    };
    NEAR * near + whole + if is_abroad(place, to) { ABROAD } else { 0.0 }
}

/// Whether a sentence begins with the word and goes on in small letters of `to`.
fn goes_on(place: &Place<'_>, to: Script) -> bool {
    let next = place.goes_on().is_some_and(|next| next.stands_for() == Some(to));
    next && place.heard().words(to) >= 3 && place.heard().against(to) == 0.0
}

/// Whether a single letter is the first word of a sentence in `to`: one that is likelier than a symbol, and no option (`-a`).
fn begins(place: &Place<'_>, to: Script, nats: f32) -> bool {
    if nats < SYMBOL || place.is_option() || is_greek_symbol(place, to) {
        return false;
    }
    let numeral = || place.own() == Some(Script::Latin) && place.is_roman() && any_company(place, to) == 0.0;
    place.unit.letters == 1 && place.begins_sentence() && goes_on(place, to) && !numeral()
}

/// `α is the learning rate`: a small Greek letter that is no twin, where nothing near by was spoofed. Sentences begin with capitals.
fn is_greek_symbol(place: &Place<'_>, to: Script) -> bool {
    let unit = place.unit;
    let is_near = place.own() == Some(Script::Greek) && !unit.forms.twins().contains(to);
    is_near && unit.classes.intersects(Classes::LOWER) && any_company(place, to) == 0.0
}

/// What the signs and words right beside a letter or a symbol say.
fn beside(place: &Place<'_>, to: Script, nats: f32) -> f32 {
    let unit = place.unit;
    if begins(place, to, nats) || unit.is_symbol() && goes_on(place, to) {
        return GOES_ON;
    }
    if to == Script::Latin && place.is_half_of_day() {
        return GOES_ON;
    }
    let joined = place.joined_to(to);
    let contracted = matches!(joined, Some('\'' | '’'));
    let latin = place.own() == Some(Script::Latin);
    if latin && unit.letters > 1 && unit.letters <= SHORT && nats > COMMONEST && place.is_between(to) {
        return FLANKED;
    }
    // `Ο Jesse Marcel είναι`: an article stands before a name, whatever its letters are.
    let among = place.heard().weight(to) > place.heard().weight(Script::Latin);
    if to == Script::Greek && nats > COMMON && place.leans_on_name() && place.begins_sentence() && among {
        return JOINED;
    }
    if unit.letters > 1 && !(contracted && unit.is_like_symbol(place.word)) {
        return 0.0;
    }
    let small = unit.classes.intersects(Classes::LOWER);
    let words = any_company(place, to);
    match joined {
        _ if contracted => CONTRACTED,
        Some(_) if place.heard().company(to, unit.classes) > 0.0 => JOINED,
        _ if words > 0.0 && (small && place.is_between(to) || place.is_initial(to)) => JOINED,
        // `начиная c Linux`: a preposition before a name.
        _ if words > 0.0 && latin && small && nats > SYMBOL && place.follows(to) && place.leans_on().is_some() => JOINED,
        // Hardly a symbol: one of the commonest words of the language.
        _ if latin && small && nats > COMMONEST && place.is_between(to) => JOINED,
        _ if words > 0.0 && latin && place.is_ordinal() => JOINED,
        _ => 0.0,
    }
}

/// ASCII is never a source without evidence that letters were swapped; nothing where there is none.
fn evidence_of_swapping(place: &Place<'_>, to: Script, nats: f32) -> Option<f32> {
    if place.own() != Some(Script::Latin) || is_evident(place, to) || begins(place, to, nats) {
        return Some(0.0);
    }
    let leans = place.unit.letters > 1 && place.leans_on() == Some(to) && !place.is_abbreviation();
    (leans && (place.unit.forms.twins().contains(to) || nats > COMMON)).then_some(UNPROVOKED)
}

/// What quotation marks and addresses say about a word of one script.
fn setting(place: &Place<'_>, to: Script) -> f32 {
    if place.own().is_none() {
        return 0.0;
    }
    let words = any_company(place, to);
    let quoted = match place.is_quoted() {
        true if is_word(place) => -QUOTED,
        true if words < SURE_COMPANY => -QUOTED_LETTERS,
        _ => 0.0,
    };
    let Some(address) = place.address() else { return quoted };
    if address.spoofed && !address.own {
        return quoted + SAME_ADDRESS;
    }
    let latin = place.own() == Some(Script::Latin);
    let letter = place.unit.letters == 1;
    let by_slash = address.words && words > 0.0 && (!latin || !letter || address.beside == Some(to));
    let initial = letter && place.after() == Some('.');
    let joined = letter && place.joined_to(to).is_some();
    if by_slash || initial || joined { quoted } else { quoted - ADDRESS }
}

/// The account of a word that holds letters which no table can read for certain: as the likeliest Latin word.
pub(super) fn strange(place: &Place<'_>) -> Option<Account> {
    let unit = place.unit;
    if let Some(scheme) = lattice::scheme(place) {
        let letters = Some(scheme.letters.into());
        return Some(Account { to: Some(Script::Latin), language: scheme.nats, place: STRANGE, letters, ..Account::default() });
    }
    if !(unit.strange || unit.guest) {
        return None;
    }
    // What was repaired before says nothing against letters of living spellings: Hausa may be spoofed like any language.
    let heard = place.heard();
    let is_evident = unit.strange || heard.swapped(Script::Latin) > 0.0 && place.language.reads_well();
    let company = if is_evident { heard.swapped(Script::Latin) } else { heard.freshly_swapped(Script::Latin) };
    let company = company.min(MOST_STRANGE_COMPANY);
    // A single letter is a symbol, unless letters were swapped near by, or it is joined to a word.
    let joined = place.joined_to(Script::Latin);
    let contracted = || unit.guest && matches!(joined, Some('\'' | '’'));
    let single = unit.letters == 1 && company > 0.0 && (unit.strange || contracted());
    let beside_latin = || place.is_between(Script::Latin) || place.leans_on() == Some(Script::Latin) || joined.is_some();
    let is_word = company >= SURE_COMPANY || single && beside_latin();
    // A word wholly of styled letters is no word of strangers.
    let others = Classes::OTHER_LETTER | Classes::CYRILLIC | Classes::GREEK;
    let dressed = unit.letters > 1 && unit.classes.intersects(others | Classes::ODD);
    let letters = if dressed { Classes::LATIN | Classes::STYLED } else { Classes::LATIN };
    // Of mathematics, unless letters were swapped near by: `α𝑡`.
    let product = !unit.classes.intersects(Classes::LATIN) && unit.classes.intersects(Classes::GREEK) && company == 0.0;
    let has_latin = unit.letters > 1 && unit.classes.intersects(letters) && !product;
    if !(has_latin || is_word) {
        return None;
    }
    let alone = company == 0.0;
    let mixed = matches!(unit.kind, Kind::OnlyReading(_) | Kind::Open(_));
    // Whatever was spoofed around: `ɗaki`. Where nothing was, it takes more.
    let is_own = || if unit.strange { place.language.reads_badly() } else { !place.language.reads_well() };
    let is_latin = unit.classes.intersects(Classes::LATIN);
    let spells = is_latin
        && (!unit.classes.intersects(others) && is_own()
            || heard.swapped(Script::Latin) == 0.0 && place.language.may_spell(unit));
    let at_home = !mixed && spells;
    let phonetic =
        || lattice::is_phonetic(place.word) && (place.language.is_phonetic() || lattice::is_bracketed(place.text, unit.span));
    // `the sound [ŋ]`, `the letter ‘ሀ’`.
    let between_slashes = || place.before() == Some('/') && place.after() == Some('/');
    let is_quoted = || place.is_quoted() && place.before() != Some('(');
    let is_named = unit.letters == 1 && (is_quoted() || between_slashes());
    if at_home || is_named || alone && phonetic() {
        return None;
    }
    let hint = place.language.hint(Script::Latin)?;
    // `הMuseum`: words of that script stand on the line, and may be written on.
    let written_on = || alone && unit.classes.intersects(Classes::OTHER_LETTER) && place.language.has_other_scripts();
    if lattice::may_be_glued(place) || lattice::has_prefix(place.word) || written_on() {
        return None;
    }
    let reading = lattice::read(place, hint, company)?;
    if !mixed && lattice::is_at_home(place, reading.nats, hint) {
        return None;
    }
    // `m𝐚`: two letters and three read as something by chance.
    if alone && is_like_product(unit, place.word) && reading.nats < LIKELY * (unit.letters + 1) as f32 {
        return None;
    }
    Some(Account {
        to: Some(Script::Latin),
        language: reading.nats,
        context: if unit.letters <= SHORT {
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
