//! Words with letters of no script that a reader would expect: `tɦey`, `iꜱ`, `embarraടsment`.
//!
//! Their letters alone do not say what was meant: a table cannot hold everything that reads as something, and one sign reads
//! as several letters. So each letter is given a list of choices, and the word that language finds likeliest is taken; if it
//! is so much likelier than what stands there that chance is out of the question.

use super::Claim;
use crate::lexis::{self, Choice, Hint};
use crate::rules::{Certainty, Evidence, Line};
use crate::text::Span;
use crate::unicode::{self, Classes, Grade, Script, Style};

/// How many nats likelier than as it stands a word must be, and how many than any other reading.
const MARGIN: f32 = 6.0;
const AHEAD: f32 = 0.6;

/// From here on a reading is worth telling, though nothing is changed.
const WORTH_TELLING: f32 = 2.0;

/// What a line must hold of to be looked at.
const STRANGE: Classes = Classes::ODD.union(Classes::OTHER_LETTER).union(Classes::STYLED);

/// What a word of an unknown spelling has for each letter: one of some thirty.
const ANY_LETTER: f32 = -3.4;

/// What is known against a mix of scripts inside a word: such words are hardly ever written on purpose.
const MIX: f32 = 9.0;

/// The same for an odd letter of the same script, and for a small capital.
const ODD: f32 = 5.5;
const SMALL_CAPITAL: f32 = 6.5;

/// What each word near by that was read so adds, and at most.
const COMPANY: f32 = 3.0;
const MOST_COMPANY: f32 = 12.0;

/// How many plain words are asked what language the line is in.
const LISTENERS: usize = 12;

/// What taking a sign for a letter costs.
const TWIN: f32 = 0.2;
const NEAR: f32 = 1.0;
const STYLED: f32 = 0.7;
const FAR: f32 = 2.0;
/// What taking a letter for another costs besides, if a language of the table writes it, or another one may: `ł`, `ƙ`.
const AT_HOME: f32 = 6.0;
const RARE: f32 = 1.5;
/// A letter that the table does not hold: any of 26, and a doubt that it is one at all.
const UNKNOWN: f32 = 4.2;
/// A letter that the table holds for something else.
const OTHERWISE: f32 = 5.5;

/// A run of letters with their marks.
struct Token {
    span: Span,
    letters: usize,
    /// How many of them are strangers, how many of another alphabet or an uncommon spelling, and how many plain Latin.
    odd: usize,
    guests: usize,
    latin: usize,
    /// How many are Cyrillic or Greek, and whether one is of any other script than Latin.
    alphabetic: usize,
    scripted: bool,
    /// The scripts of its letters: a word in an alphabet of its own has one.
    scripts: Scripts,
    /// Whether one is not a Latin letter.
    foreign: bool,
    /// Whether one is of a phonetic alphabet, and reads as no other letter.
    phonetic: bool,
}

/// The first few scripts met.
#[derive(Default)]
struct Scripts([Option<Script>; 3]);

impl Scripts {
    fn add(&mut self, script: Script) {
        if script == Script::Common || self.0.contains(&Some(script)) {
            return;
        }
        if let Some(free) = self.0.iter_mut().find(|known| known.is_none()) {
            *free = Some(script);
        }
    }

    fn count(&self) -> usize {
        self.0.iter().flatten().count()
    }
}

/// What strangers to Latin words were meant to be, and where.
pub(super) fn find(line: &Line<'_>) -> Vec<Claim> {
    let text = line.as_str();
    if !line.classes.intersects(Classes::LATIN) || !line.classes.intersects(STRANGE) || !has_stranger(text) {
        return Vec::new();
    }
    let tokens = cut(text);
    let phonetic = tokens.iter().filter(|token| token.phonetic).count();
    let is_open = |token: &&Token| {
        let most = token.odd > 0 && !token.phonetic && 2 * token.latin >= token.letters;
        most && (token.foreign || phonetic < 2 && !is_bracketed(text, token.span))
    };
    if !tokens.iter().any(|token| is_open(&token)) {
        return Vec::new();
    }
    let plain: Vec<&Token> = tokens.iter().filter(|token| token.latin == token.letters && token.letters > 1).collect();
    let step = plain.len().div_ceil(LISTENERS).max(1);
    let hint = Hint::of(plain.iter().step_by(step).map(|token| token.span.of(text)), Script::Latin);
    let mut readings: Vec<(Claim, f32)> = tokens.iter().filter(is_open).filter_map(|token| judge(text, token, &hint)).collect();
    let words = readings.iter().filter(|(_, better)| *better >= MARGIN).count();
    if words > 0 {
        // Where strangers stand, letters of other alphabets and spellings may be strangers, too.
        let strange = |token: &&Token| {
            let guest = token.odd == 0 && token.guests > 0 && token.latin > 0;
            let few = token.odd > 0
                && !token.phonetic
                && 2 * token.latin < token.letters
                && (token.latin > 0 || !token.scripted || token.scripts.count() > 1);
            let phonetic = token.phonetic && phonetic <= words && !is_bracketed(text, token.span);
            guest || few || phonetic
        };
        readings.extend(
            tokens
                .iter()
                .filter(strange)
                .filter(|token| 2 * token.alphabetic <= token.letters || token.scripts.count() > 2)
                .filter_map(|token| judge(text, token, &hint)),
        );
    }
    let mut claims: Vec<Claim> = readings
        .into_iter()
        .filter_map(|(claim, better)| {
            let others = words - usize::from(better >= MARGIN && words > 0);
            let better = better + (others as f32 * COMPANY).min(MOST_COMPANY);
            let certainty = if better >= MARGIN { Certainty::Likely } else { Certainty::Doubtful };
            let evidence = Evidence::Model { script: Script::Latin, tenths: (better * 10.0) as u16 };
            (better >= WORTH_TELLING && !claim.edits.is_empty()).then_some(Claim { certainty, evidence, ..claim })
        })
        .collect();
    claims.sort_by_key(|claim| claim.span.start);
    claims
}

/// Whether an ASCII letter stands right beside a stranger.
fn has_stranger(text: &str) -> bool {
    let mut letter = false; // an ASCII letter stands right before
    let mut strange = false; // a stranger does
    for c in text.chars() {
        if c.is_ascii() {
            let here = c.is_ascii_alphabetic();
            if here && strange {
                return true;
            }
            (letter, strange) = (here, false);
        } else {
            strange = is_stranger(c, unicode::classes(c));
            if strange && letter {
                return true;
            }
            letter = false;
        }
    }
    false
}

/// Whether `c` is a letter that Latin words do not have. Letters of scripts that are written without spaces, or glued to Latin
/// words, are none: `NHKは`.
fn is_stranger(c: char, classes: Classes) -> bool {
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
        return unicode::lookalikes(c).iter().any(|other| other.grade == Grade::Far);
    }
    classes.intersects(Classes::OTHER_LETTER) && (!is_glued(unicode::script(c)) || matches!(c, '\u{1100}'..='\u{11FF}'))
}

/// Whether a Latin letter that has its place in some spelling may stand for an ASCII one.
fn reads_otherwise(c: char) -> bool {
    unicode::lookalikes(c).iter().any(|other| other.script == Script::Latin)
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

fn cut(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut open: Option<Token> = None;
    for (at, c) in text.char_indices() {
        let classes = unicode::classes(c);
        let odd = is_stranger(c, classes);
        if odd || classes.intersects(Classes::LATIN | Classes::CYRILLIC | Classes::GREEK) {
            let token = open.get_or_insert(Token {
                span: Span::new(at, at),
                letters: 0,
                odd: 0,
                guests: 0,
                latin: 0,
                alphabetic: 0,
                scripted: false,
                scripts: Scripts::default(),
                foreign: false,
                phonetic: false,
            });
            token.span.end = at + c.len_utf8();
            token.letters += 1;
            let latin = classes.intersects(Classes::LATIN);
            let guest = !odd && !c.is_ascii() && (!latin || reads_otherwise(c));
            token.odd += usize::from(odd);
            token.guests += usize::from(guest);
            token.latin += usize::from(latin && !odd && !guest);
            let alphabetic = classes.intersects(Classes::CYRILLIC | Classes::GREEK);
            token.alphabetic += usize::from(alphabetic);
            token.scripted |= alphabetic || classes.intersects(Classes::OTHER_LETTER);
            token.scripts.add(unicode::script(c));
            token.foreign |= !latin;
            token.phonetic |=
                latin && !odd && matches!(c, '\u{250}'..='\u{2AF}') && unicode::lookalike_in(c, Script::Latin).is_none();
        } else if classes.intersects(Classes::MARK)
            && let Some(token) = &mut open
        {
            token.span.end = at + c.len_utf8();
        } else {
            tokens.extend(open.take());
        }
    }
    tokens.extend(open);
    tokens
}

/// Between slashes or square brackets, as sounds are written.
fn is_bracketed(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).and_then(|before| before.split_whitespace().next_back()).unwrap_or("");
    let after = text.get(span.end..).and_then(|after| after.split_whitespace().next()).unwrap_or("");
    before.contains(['/', '[']) || after.contains(['/', ']'])
}

/// Whether a Latin word and one of another script lost the space between them: `LaboratoryԱնպաշտպան`.
pub(super) fn is_run_together(word: &str) -> bool {
    let latin = |c: char| unicode::classes(c).intersects(Classes::LATIN);
    let changes = word.chars().zip(word.chars().skip(1)).filter(|&(a, b)| latin(a) != latin(b)).count();
    changes == 1 && word.chars().filter(|&c| !latin(c)).count() > 2 && word.chars().filter(|&c| latin(c)).count() > 2
}

/// What the token most likely reads as, and by how many nats it is likelier than as it stands.
fn judge(text: &str, token: &Token, hint: &Hint) -> Option<(Claim, f32)> {
    let word = token.span.of(text);
    if token.scripts.count() < 3 && is_run_together(word) {
        return None;
    }
    if word.chars().any(|c| unicode::classes(c).intersects(Classes::MARK)) {
        return None;
    }
    let all_upper = token.latin > 1
        && word.chars().filter(|&c| !is_stranger(c, unicode::classes(c))).all(|c| unicode::classes(c).intersects(Classes::UPPER));
    let begins = begins_sentence(text, token.span);
    let upper_at = |at: usize| all_upper || at == 0 && begins;
    let choices: Option<Vec<Vec<Choice>>> = word.chars().enumerate().map(|(at, c)| choices(c, upper_at(at))).collect();
    let reading = lexis::read(&choices?, Script::Latin, hint)?;
    if reading.ahead < AHEAD {
        return None;
    }
    let small_capital = |c: char| matches!(unicode::styled(c), Some((_, Style::SmallCapital)));
    let mix = match word.chars().filter(|c| !c.is_ascii()).any(small_capital) {
        _ if token.foreign => MIX,
        true => SMALL_CAPITAL,
        false if token.odd > 0 => ODD,
        false => 0.0,
    };
    let better = reading.nats + mix - as_it_stands(word, token, hint);
    let edits = token.span.of(text).char_indices().zip(reading.word);
    let edits = edits.filter(|((_, c), meant)| c != meant).map(|((at, c), meant)| {
        let start = token.span.start + at;
        (Span::new(start, start + c.len_utf8()), meant)
    });
    let claim = Claim {
        span: token.span,
        certainty: Certainty::Likely,
        evidence: Evidence::Model { script: Script::Latin, tenths: 0 },
        edits: edits.collect(),
        holds: false,
    };
    Some((claim, better))
}

/// The best account of the token as it stands: a word of the language, a word of an unknown spelling, or a Latin word with
/// something of another script written on.
fn as_it_stands(word: &str, token: &Token, hint: &Hint) -> f32 {
    let unknown = ANY_LETTER * token.letters as f32;
    if !token.foreign {
        return unknown.max(lexis::weigh(word, Script::Latin, &Hint::default()).nats);
    }
    let is_plain = |c: char| {
        c.is_ascii()
            || unicode::classes(c).intersects(Classes::LATIN) && !is_stranger(c, unicode::classes(c)) && !reads_otherwise(c)
    };
    let before: String = word.chars().take_while(|&c| is_plain(c)).collect();
    let after: String = word.chars().rev().take_while(|&c| is_plain(c)).collect::<Vec<_>>().into_iter().rev().collect();
    let plain = if before.len() > after.len() { before } else { after };
    // Only if all its Latin letters stand together.
    if plain.chars().count() < token.latin {
        return unknown;
    }
    let rest = token.letters - token.latin;
    unknown.max(lexis::weigh(&plain, Script::Latin, hint).nats + ANY_LETTER * rest as f32)
}

/// Whether the word at `span` is the first one of its sentence, as far as capitals go.
fn begins_sentence(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or("").trim_end_matches(|c: char| !c.is_alphanumeric() && !".!?:".contains(c));
    before.is_empty() || before.ends_with(['.', '!', '?', ':'])
}

/// The letters that `c` may have been meant to be; nothing if it may not be read as another.
fn choices(c: char, upper: bool) -> Option<Vec<Choice>> {
    let classes = unicode::classes(c);
    let mut choices: Vec<Choice> = Vec::new();
    let stranger = is_stranger(c, classes);
    let latin = classes.intersects(Classes::LATIN);
    if latin && !stranger {
        choices.push(Choice { letter: c, cost: 0.0 });
        if c.is_ascii() {
            return Some(choices);
        }
    }
    // A letter without case has that of its place.
    let cased = classes.intersects(Classes::UPPER | Classes::LOWER);
    let upper = if cased { classes.intersects(Classes::UPPER) } else { upper };
    let placed = |letter: char| match (cased, upper) {
        (true, _) => letter,
        (false, true) => letter.to_ascii_uppercase(),
        (false, false) => letter.to_ascii_lowercase(),
    };
    let looks = |c: char| unicode::lookalikes(c).iter().filter(|other| other.script == Script::Latin);
    if let Some((base, _)) = unicode::styled(c) {
        if base.is_ascii_alphabetic() {
            add(&mut choices, base, STYLED);
        }
        looks(base).for_each(|other| add(&mut choices, other.target, STYLED + NEAR));
    }
    let at_home = match c {
        _ if !latin || stranger => 0.0,
        'ı' | 'ł' | 'ø' | 'đ' | 'ð' | 'þ' | 'ə' | 'Ł' | 'Ø' | 'Đ' | 'Ð' | 'Þ' | 'Ə' => AT_HOME,
        _ => RARE,
    };
    for other in looks(c) {
        let cost = match other.grade {
            Grade::Twin => TWIN,
            Grade::Near => NEAR,
            Grade::Far => FAR,
        };
        add(&mut choices, placed(other.target), cost + at_home);
    }
    // Cyrillic and Greek letters read as what the table says, or as themselves: `KoЯn`.
    if !stranger {
        return (!choices.is_empty()).then_some(choices);
    }
    let twin = looks(c).any(|other| other.grade == Grade::Twin);
    let cost = if choices.is_empty() { UNKNOWN } else { OTHERWISE };
    // Alphabets with case are well known: their letters read as what the table says.
    let known = twin || cased && !choices.is_empty() && !latin;
    if !known && !classes.intersects(Classes::CYRILLIC | Classes::GREEK) && !classes.intersects(Classes::STYLED) {
        for letter in 'a'..='z' {
            add(&mut choices, if upper { letter.to_ascii_uppercase() } else { letter }, cost);
        }
    }
    (!choices.is_empty()).then_some(choices)
}

fn add(choices: &mut Vec<Choice>, letter: char, cost: f32) {
    if !choices.iter().any(|choice| choice.letter == letter) {
        choices.push(Choice { letter, cost });
    }
}
