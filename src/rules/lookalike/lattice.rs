//! Words with letters of no script that a reader would expect: `tɦey`, `iꜱ`, `embarraടsment`.
//!
//! Their letters alone do not say what was meant: a table cannot hold everything that reads as something, and one sign reads
//! as several letters. So each letter is given a list of choices, and the word that language finds likeliest is taken.

use super::Kind;
use super::accounts::plain;
use super::case::{case_of, put_in_case};
use super::choices::{choices, looks, with_guesses};
use super::decorated;
use super::echo;
use super::figures::{MIXED, UNSPELT};
use super::forms::is_part_of_word;
use super::place::Place;
use super::spelling::is_own;
use crate::lexis::{self, Choice, Hint, Reading};
use crate::text::Span;
use crate::unicode::{self, Classes, Grade, Script, Style};

/// What is known against a mix of scripts where each stranger stands alone among Latin letters, and nothing else on the line is of its
/// script.
const ISOLATED: f32 = 16.0;

/// The same for an odd letter of the same script, and for a small capital.
const ODD: f32 = 5.5;
const SMALL_CAPITAL: f32 = 6.5;
/// An odd letter in a text of a language that is known.
const UNKNOWN_THERE: f32 = 11.0;

/// What a letter costs that the language does not have.
const FOREIGN_LETTER: f32 = -9.0;
/// What an ending that English joins by an apostrophe has, as likely as not one of three.
const ENDING: f32 = -1.5;
/// How far the likeliest word must be ahead of the next.
const AHEAD: f32 = 0.2;
/// The same where the table has no sign of the letter: language alone says so.
const AHEAD_BY_GUESS: f32 = 2.0;
/// So far behind what language suggests, the table is mistaken.
const REFUTED: f32 = 10.0;

/// A Latin word that a word with strangers reads as, and how likely it is, in nats.
pub(super) struct LatinReading {
    pub letters: Vec<char>,
    pub nats: f32,
}

/// What stands before `://`, and how likely it is there.
const SCHEMES: [&str; 3] = ["http", "https", "ftp"];
const SCHEME: f32 = -1.0;

/// The scheme of an address that the word could be: `hߠtp://`.
pub(super) fn scheme(place: &Place<'_>) -> Option<LatinReading> {
    if !place.text.get(place.unit.span.end..)?.starts_with("://") {
        return None;
    }
    let reads_as = |c: char, letter: char| with_guesses(c, choices(c, 1.0), 1.0).iter().any(|choice| choice.letter == letter);
    let could_be = |scheme: &&&str| {
        let letters = || place.word.chars().zip(scheme.chars());
        place.unit.letters as usize == scheme.len()
            && letters().filter(|(c, letter)| c == letter).count() > 1
            && letters().all(|(c, letter)| reads_as(c, letter))
    };
    let scheme = SCHEMES.iter().find(could_be)?;
    Some(LatinReading { letters: scheme.chars().collect(), nats: SCHEME })
}

/// What the word most likely reads as. `company` is how strongly the words near by say that letters were swapped.
pub(super) fn read(place: &Place<'_>, hint: &Hint, company: f32) -> Option<LatinReading> {
    let word = place.word;
    // Letters that all read as Latin ones are no word of another script.
    let is_latin = place.unit.kind == Kind::OnlyReading(Script::Latin) && company > 0.0;
    if !is_latin && is_run_together(word) || word.chars().any(|c| unicode::classes(c).intersects(Classes::MARK)) {
        return None;
    }
    // In a text of a spelling that nobody here knows, letters of its own stay: only the rest is read, and nothing is guessed, be words
    // near by spoofed or not. Else what was left beside them would be guessed once they are repaired.
    let may_be_own = |c: char| is_own(c) || unicode::classes(c).intersects(Classes::OTHER_LETTER);
    let keeps_own = word.chars().any(may_be_own) && place.language.reads_badly();
    let known = |c: char| match c {
        c if keeps_own && is_own(c) => vec![Choice { letter: c, cost: 0.0 }],
        // Company says nothing against a letter that the language has: `kurbanı`.
        c if is_of_many(c) && hint.has_letter(c, Script::Latin) => choices(c, 0.0),
        c => choices(c, company),
    };
    // Strangers that one decorative alphabet has did not come one by one: nothing is guessed.
    let dressed = decorated::in_one_alphabet(word);
    let known: Vec<Vec<Choice>> = match &dressed {
        Some(letters) => letters.iter().map(|c| vec![Choice { letter: c.to_ascii_lowercase(), cost: decorated::USED }]).collect(),
        None => word.chars().map(known).collect(),
    };
    if let Some(ending) = contracted(place, hint, known.first()?, company) {
        return Some(LatinReading { letters: vec![ending], nats: ENDING });
    }
    let by_table = lexis::read(&known, Script::Latin, hint);
    let guesses: Vec<Vec<Choice>> = word
        .chars()
        .zip(&known)
        .map(|(c, known)| if keeps_own || dressed.is_some() { known.clone() } else { with_guesses(c, known.clone(), company) })
        .collect();
    let by_guess = if guesses == known { by_table.clone() } else { lexis::read(&guesses, Script::Latin, hint) };
    let reading = by_guess.and_then(|by_guess| likeliest(by_table, by_guess));
    // A letter in another dress within a word was put there.
    let is_evident = company > 0.0 || place.unit.classes.intersects(Classes::STYLED);
    let abbreviation = if is_evident { abbreviation(place, &known) } else { None };
    let reading = match abbreviation {
        Some(spelt) if reading.as_ref().is_none_or(|reading| reading.nats < spelt.nats) => Some(spelt),
        _ => reading,
    };
    // A word that stands near by is likelier than what language makes of the letters, unless that is a common one.
    let echo = if company > 0.0 { echo::find(place.language.line(), place.unit.span, &guesses) } else { None };
    let echo = echo.filter(|echo| {
        let is_same = |reading: &Reading| reading.word.iter().zip(&echo.letters).all(|(a, b)| a.eq_ignore_ascii_case(b));
        reading.as_ref().is_none_or(|reading| is_same(reading) || reading.nats < echo.nats)
    });
    let by_language = reading.as_ref().map_or(f32::NEG_INFINITY, |reading| reading.nats);
    let nats = echo.as_ref().map_or(by_language, |echo| echo.nats.max(by_language));
    let mut letters = match &echo {
        Some(echo) => echo.letters.iter().map(char::to_ascii_lowercase).collect(),
        None => reading?.word,
    };
    match dressed {
        Some(dressed) if letters.iter().zip(&dressed).all(|(a, b)| a.eq_ignore_ascii_case(b)) => letters = dressed,
        _ => put_in_case(place, &mut letters, by_language),
    }
    if let Some(echo) = echo {
        echo.put_in_its_case(word, &mut letters);
    }
    let nats = if keeps_own { nats.max(UNSPELT * place.unit.letters as f32) } else { nats };
    Some(LatinReading { letters, nats })
}

/// What the table says stands, unless something else is likelier that has no rival, or so much likelier that it cannot be right.
fn likeliest(by_table: Option<Reading>, by_guess: Reading) -> Option<Reading> {
    match by_table.filter(|reading| reading.ahead >= AHEAD) {
        Some(known) if known.word == by_guess.word || by_guess.nats < known.nats + AHEAD_BY_GUESS => Some(known),
        Some(known) if by_guess.ahead < AHEAD_BY_GUESS && by_guess.nats < known.nats + REFUTED => Some(known),
        _ => Some(by_guess).filter(|guess| guess.ahead >= AHEAD_BY_GUESS),
    }
}

/// `HＴMꓡ`: an abbreviation is no word of any language; it reads as what each of its letters most resembles, if that is beyond doubt.
fn abbreviation(place: &Place<'_>, known: &[Vec<Choice>]) -> Option<Reading> {
    if place.unit.letters < 3 || place.unit.classes.intersects(Classes::LOWER) || !place.unit.classes.intersects(Classes::UPPER) {
        return None;
    }
    let mut word = Vec::with_capacity(known.len());
    let mut nats = plain(place);
    for choices in known {
        let best = choices.iter().min_by(|a, b| a.cost.total_cmp(&b.cost))?;
        let mut others = choices.iter().filter(|other| other.letter != best.letter);
        if others.any(|other| other.cost < best.cost + AHEAD_BY_GUESS) {
            return None;
        }
        word.push(best.letter);
        nats -= best.cost;
    }
    Some(Reading { word, nats, ahead: AHEAD_BY_GUESS })
}

/// The letter that English joins by an apostrophe, where the only sign of the word could be one: `didn'𑫝`.
fn contracted(place: &Place<'_>, hint: &Hint, known: &[Choice], company: f32) -> Option<char> {
    let before = place.previous()?;
    let joined = place.unit.letters == 1 && matches!(place.joined_to(Script::Latin), Some('\'' | '’'));
    if !joined || before.span.end + 3 < place.unit.span.start || hint.likeliest(Script::Latin) != Some("en") {
        return None;
    }
    let stem = before.span.of(place.text);
    let endings = if stem.ends_with('n') { "t" } else { "sdm" };
    let guesses = with_guesses(place.word.chars().next()?, known.to_vec(), company);
    let likely = guesses.iter().filter(|choice| endings.contains(choice.letter));
    likely.min_by(|a, b| a.cost.total_cmp(&b.cost)).map(|choice| choice.letter)
}

/// Whether the word has letters of a phonetic alphabet.
pub(super) fn is_phonetic(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{250}'..='\u{2AF}'))
}

/// Between slashes or square brackets, as sounds are written.
pub(super) fn is_bracketed(text: &str, span: Span) -> bool {
    const FAR: usize = 80; // longer than what is transcribed
    let start = text.floor_char_boundary(span.start.saturating_sub(FAR));
    let end = text.ceil_char_boundary((span.end + FAR).min(text.len()));
    let before = text.get(start..span.start).and_then(|before| before.rsplit(char::is_whitespace).next()).unwrap_or("");
    let after = text.get(span.end..end).and_then(|after| after.split(char::is_whitespace).next()).unwrap_or("");
    before.contains(['/', '[']) || after.contains(['/', ']'])
}

/// Whether the word holds letters of scripts that are written without spaces and so may stand glued to it.
pub(super) fn may_be_glued(place: &Place<'_>) -> bool {
    let glued = |c: char| unicode::classes(c).intersects(Classes::OTHER_LETTER) && is_glued(unicode::script(c));
    // `ＮＨＫの`: fullwidth letters are at home beside ideographs, whatever was spoofed around.
    let is_fullwidth = |c: char| matches!(unicode::styled(c), Some((_, Style::Fullwidth)));
    if place.word.chars().any(is_fullwidth) && [place.before(), place.after()].into_iter().flatten().any(glued) {
        return true;
    }
    if !place.word.chars().any(glued) {
        return false;
    }
    // Nobody writes Hangul and Cherokee as one word.
    let is_of_others =
        |c: char| unicode::classes(c).intersects(Classes::OTHER_LETTER) && !glued(c) && unicode::script(c) != Script::Common;
    if place.word.chars().any(is_of_others) {
        return false;
    }
    let span = place.unit.span;
    let before = place.text.get(..span.start).and_then(|before| before.chars().next_back());
    let is_letter = |c: Option<char>| c.is_some_and(is_part_of_word);
    is_letter(before)
        || is_letter(place.after())
        || !is_isolated(place.word)
        || !(place.language.is_known() || place.language.reads_well())
        || place.language.has_other_scripts()
}

/// `הMuseum`: Hebrew and Arabic write articles and the like on names.
pub(super) fn has_prefix(word: &str) -> bool {
    let mut chars = word.chars();
    let prefix = chars.next().is_some_and(|c| matches!(unicode::script(c), Script::Hebrew | Script::Arabic));
    prefix && chars.next().is_some_and(|c| unicode::classes(c).contains(Classes::LATIN | Classes::UPPER))
}

/// Whether no more than two strangers stand beside each other, and more letters are Latin than not.
fn is_isolated(word: &str) -> bool {
    let latin = |c: char| unicode::classes(c).intersects(Classes::LATIN | Classes::STYLED);
    let (mut run, mut longest, mut strange, mut plain) = (0, 0, 0, 0);
    for c in word.chars() {
        run = if latin(c) { 0 } else { run + 1 };
        longest = longest.max(run);
        *(if latin(c) { &mut plain } else { &mut strange }) += 1;
    }
    longest <= 2 && plain >= strange
}

/// Whether the table alone can say what each stranger to `to` is in the word: a sign of a syllabary may be meant for anything, and in either
/// case; and what resembles a letter beyond ASCII may be meant for one within.
pub(super) fn is_in_table(word: &str, to: Script) -> bool {
    let mut strangers = word.chars().filter(|&c| {
        (unicode::script(c) != to || unicode::classes(c).intersects(Classes::ODD)) && is_stranger(c, unicode::classes(c))
    });
    strangers.all(|c| {
        unicode::script(c) != to
            && !matches!(c, 'ӏ' | 'Ӏ')
            && case_of(c).is_some()
            && looks(c).next().is_some_and(|best| best.target.is_ascii() && best.grade != Grade::Far)
    })
}

/// Whether each stranger of the word is a letter in another dress, and so is no other letter's likeness.
pub(super) fn is_unmistakable(word: &str) -> bool {
    let strangers = || word.chars().filter(|&c| is_stranger(c, unicode::classes(c)));
    strangers().next().is_some() && strangers().all(|c| unicode::styled(c).is_some_and(|(base, _)| base.is_ascii()))
}

/// Whether `c` is a letter that Latin words do not have. Letters of scripts that are written without spaces, or glued to Latin
/// words, are none: `NHKは`.
pub(super) fn is_stranger(c: char, classes: Classes) -> bool {
    if matches!(c, 'ꞌ' | 'Ꞌ') {
        return false; // a saltillo: it sounds, but it looks like an apostrophe
    }
    if classes.intersects(Classes::ODD) {
        return true;
    }
    if !classes.intersects(Classes::LETTER) {
        return false;
    }
    if classes.intersects(Classes::STYLED) {
        return !is_modifier(c);
    }
    if classes.intersects(Classes::CYRILLIC | Classes::GREEK) {
        if matches!(c, 'ӏ' | 'Ӏ') {
            return true; // a bare stroke: l, I or i
        }
        let ascii = || looks(c).filter(|other| other.target.is_ascii());
        return ascii().next().is_some() && ascii().all(|other| other.grade == Grade::Far);
    }
    classes.intersects(Classes::OTHER_LETTER)
        && (!is_glued(unicode::script(c)) || matches!(c, '\u{1100}'..='\u{11FF}') || looks(c).next().is_some())
}

/// Whether the letter has its place in spellings of many readers.
pub(super) const fn is_of_many(c: char) -> bool {
    matches!(c, 'ı' | 'ł' | 'ø' | 'đ' | 'ð' | 'þ' | 'ə' | 'Ł' | 'Ø' | 'Đ' | 'Ð' | 'Þ' | 'Ə')
}

/// Whether the word has a letter of few spellings that may stand for an ASCII one.
pub(super) fn has_rare_guest(word: &str) -> bool {
    word.chars().any(|c| !c.is_ascii() && !is_of_many(c) && is_guest(c, unicode::classes(c)))
}

/// Whether all letters of the word but ASCII are of spellings of many readers, and the language around could be one of these: then
/// the word is not so much likelier without them.
pub(super) fn is_at_home(place: &Place<'_>, without: f32, hint: &Hint) -> bool {
    !place.unit.strange
        && !has_rare_guest(place.word)
        && lexis::weigh(place.word, Script::Latin, hint).nats > without + FOREIGN_LETTER
}

/// Whether a Latin letter that has its place in some spelling may stand for an ASCII one.
pub(super) fn is_guest(c: char, classes: Classes) -> bool {
    !c.is_ascii() && classes.intersects(Classes::LATIN) && !is_stranger(c, classes) && looks(c).next().is_some()
}

fn is_modifier(c: char) -> bool {
    matches!(unicode::styled(c), Some((_, Style::Superscript | Style::Subscript)) | None)
}

const fn is_glued(script: Script) -> bool {
    use Script::*;
    matches!(
        script,
        Han | Hiragana | Katakana | Hangul | Bopomofo | Thai | Lao | Khmer | Myanmar | Tibetan | Javanese | Balinese | TaiTham
    )
}

/// Whether a Latin word and one of another script lost the space between them: `LaboratoryԱնպաշտպան`.
pub(super) fn is_run_together(word: &str) -> bool {
    let latin = |c: char| unicode::classes(c).intersects(Classes::LATIN);
    let changes = word.chars().zip(word.chars().skip(1)).filter(|&(a, b)| latin(a) != latin(b)).count();
    let mut foreign = word.chars().filter(|&c| !latin(c)).map(unicode::script);
    let first = foreign.next();
    changes == 1
        && word.chars().filter(|&c| !latin(c)).count() > 2
        && word.chars().filter(|&c| latin(c)).count() > 2
        && foreign.all(|script| Some(script) == first)
}

/// The best account of the word as it stands, in nats: a word of the language, a word of an unknown spelling, or a Latin word with
/// something of another script written on; and what is known against such words.
pub(super) fn as_it_stands(place: &Place<'_>, hint: &Hint) -> (f32, f32) {
    let word = place.word;
    let letters = place.unit.letters as f32;
    let unknown = UNSPELT * letters;
    let latin = |c: char| unicode::classes(c).intersects(Classes::LATIN);
    let foreign = word.chars().any(|c| !latin(c));
    let small_capital = |c: char| matches!(unicode::styled(c), Some((_, Style::SmallCapital)));
    let against = match word.chars().filter(|c| !c.is_ascii()).any(small_capital) {
        _ if foreign && is_isolated(word) && !place.language.has_other_scripts() => -ISOLATED,
        _ if foreign => MIXED,
        true => -SMALL_CAPITAL,
        false if place.unit.strange && place.language.is_known() => -UNKNOWN_THERE,
        false if place.unit.strange => -ODD,
        // Letters that the language around does not have.
        false if place.language.is_known() && lexis::weigh(word, Script::Latin, hint).nats < unknown => -ODD,
        false => 0.0,
    };
    if !foreign {
        return (unknown.max(lexis::weigh(word, Script::Latin, &Hint::default()).nats), against);
    }
    let is_plain =
        |c: char| c.is_ascii() || latin(c) && !is_stranger(c, unicode::classes(c)) && !is_guest(c, unicode::classes(c));
    let (_, after) = word.rsplit_once(|c| !is_plain(c)).unwrap_or(("", word));
    let (before, _) = word.split_once(|c| !is_plain(c)).unwrap_or((word, ""));
    let plain = if before.len() > after.len() { before } else { after };
    let all = word.chars().filter(|&c| is_plain(c)).count();
    // Only if all its Latin letters stand together.
    if plain.chars().count() < all {
        return (unknown, against);
    }
    let rest = letters - all as f32;
    (unknown.max(lexis::weigh(plain, Script::Latin, hint).nats + UNSPELT * rest), against)
}
