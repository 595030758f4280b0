//! Where a word stands: the word itself, the words around it, and the signs beside it.

use std::cell::OnceCell;

use super::context::{Context, Heard};
use super::decide::MARGIN;
use super::figures::{SHORT, SURE_COMPANY};
use super::forms::{form_in, is_letter};
use super::language::Language;
use super::{Kind, TARGETS, Unit};
use crate::text::Span;
use crate::unicode::{Classes, Script};

/// So many names has the key of a value at most.
const NAMES: usize = 2;

/// One unit among its neighbours.
pub(super) struct Place<'a> {
    pub text: &'a str,
    pub units: &'a [Unit],
    pub number: usize,
    pub unit: &'a Unit,
    pub word: &'a str,
    pub context: &'a Context<'a>,
    pub language: &'a Language<'a>,
    heard: OnceCell<Heard>,
}

impl<'a> Place<'a> {
    pub fn new(
        text: &'a str,
        units: &'a [Unit],
        (number, unit): (usize, &'a Unit),
        context: &'a Context<'a>,
        language: &'a Language<'a>,
    ) -> Self {
        let word = unit.span.of(text);
        Self { text, units, number, unit, word, context, language, heard: OnceCell::new() }
    }

    /// What the words around say.
    pub fn heard(&self) -> &Heard {
        self.heard.get_or_init(|| self.context.heard(self.number, self.unit))
    }

    pub fn previous(&self) -> Option<&'a Unit> {
        self.number.checked_sub(1).and_then(|at| self.units.get(at))
    }

    pub fn next(&self) -> Option<&'a Unit> {
        self.units.get(self.number + 1)
    }

    /// Whether each letter has a form in `script`.
    pub fn reads_in(&self, script: Script) -> bool {
        self.word.chars().all(|c| !is_letter(c) || form_in(c, script).is_some())
    }

    /// Whether a digit stands right beside it.
    pub fn touches_digit(&self) -> bool {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        is_digit(self.before()) || is_digit(self.after())
    }

    /// Whether it is a Latin word that could be one of a single Cyrillic alphabet, where Cyrillic words were spoofed with Latin letters.
    pub fn is_regional_guest(&self) -> bool {
        let is_among_spoofed = || {
            let (heard, to) = (self.heard(), Script::Cyrillic);
            heard.company(to, Classes::LATIN) >= SURE_COMPANY && heard.weight(to) >= MARGIN * heard.against(to)
        };
        self.unit.could_be_regional() && is_among_spoofed()
    }

    /// The character in front of it.
    pub fn before(&self) -> Option<char> {
        self.text.get(..self.unit.span.start).and_then(|before| before.chars().next_back())
    }

    /// The character behind it.
    pub fn after(&self) -> Option<char> {
        self.text.get(self.unit.span.end..).and_then(|after| after.chars().next())
    }

    /// Whether it stands in a transcription: between slashes or square brackets that no word touches from outside, with signs of sounds
    /// in it, as `/ʔalˈiχtis̪ˌaːr/`. Greek letters are sounds there.
    pub fn is_transcribed(&self) -> bool {
        const FAR: usize = 80; // longer than what is transcribed
        if !self.context.may_hold_sounds() {
            return false;
        }
        let span = self.unit.span;
        let start = self.text.floor_char_boundary(span.start.saturating_sub(FAR));
        let end = self.text.ceil_char_boundary((span.end + FAR).min(self.text.len()));
        let (before, after) = (self.text.get(start..span.start).unwrap_or(""), self.text.get(span.end..end).unwrap_or(""));
        let (Some(open), Some(close)) = (before.rfind(['/', '[', ']']), after.find(['/', '[', ']'])) else { return false };
        let (outside, head) = before.split_at(open);
        let (tail, rest) = after.split_at(close);
        let is_pair =
            matches!((head.as_bytes().first(), rest.as_bytes().first()), (Some(b'/'), Some(b'/')) | (Some(b'['), Some(b']')));
        let is_free = |c: Option<char>| c.is_none_or(|c| !is_letter(c) && !c.is_ascii_digit() && c != '/');
        // `ɑ` and `ɡ` are what others put for ASCII letters.
        let is_letter_of_sounds = |c: char| matches!(c, '\u{250}'..='\u{2AF}') && !matches!(c, 'ɑ' | 'ɡ');
        let is_sound = |c: char| is_letter_of_sounds(c) || matches!(c, 'ˈ' | 'ˌ' | 'ː' | '\u{325}'..='\u{330}');
        is_pair
            && is_free(outside.chars().next_back())
            && is_free(rest.chars().nth(1))
            && [head, self.word, tail].into_iter().any(|part| part.contains(is_sound))
    }

    /// Whether it stands in the second of two columns, a word in each, and all its letters are such as transcribe sounds.
    pub fn is_in_column_of_sounds(&self) -> bool {
        const LONGEST: usize = 200; // longer than two words are
        if self.text.len() > LONGEST || !self.context.may_hold_sounds() && !self.unit.classes.intersects(Classes::GREEK) {
            return false;
        }
        let Some((first, second)) = self.text.trim_end_matches(['\n', '\r']).split_once('\t') else { return false };
        let is_word = |column: &str| !column.is_empty() && !column.contains([' ', '\t']);
        let is_sound = |c: char| {
            c.is_ascii() || matches!(c, '\u{250}'..='\u{36F}' | 'æ' | 'ø' | 'ð' | 'ŋ' | 'œ' | 'ħ' | 'ç' | 'β' | 'θ' | 'χ')
        };
        is_word(first) && is_word(second) && self.unit.span.start > first.len() && self.word.chars().all(is_sound)
    }

    /// Whether it is the whole value of a key: nothing on the line speaks for `script` but one or two names before it, while the
    /// lines around are of another script that it reads in. `msgstr "Kоса"` in a Bulgarian catalogue.
    pub fn is_value_among(&self, script: Script) -> bool {
        let (before, after) =
            (self.text.get(..self.unit.span.start).unwrap_or(""), self.text.get(self.unit.span.end..).unwrap_or(""));
        let key = before.trim_end_matches(['"', '\'']);
        let is_key =
            key.ends_with([':', '=', '>']) || key.trim_end_matches(' ').ends_with([':', '=', '>']) || key.len() < before.len();
        let speaks = |unit: &&Unit| unit.speaks_for() == Some(script);
        is_key
            && !after.contains(char::is_alphanumeric)
            && self.units.iter().filter(speaks).count() <= NAMES
            && TARGETS.into_iter().any(|other| other != script && self.reads_in(other) && self.context.is_spoken_around(other))
    }

    /// Whether it stands, with blanks, between two words of `script`. A Latin word with strangers is one, too.
    pub fn is_between(&self, script: Script) -> bool {
        let is_strange = |unit: &Unit| unit.kind == Kind::Strange && unit.letters > 1 && unit.classes.intersects(Classes::LATIN);
        let speaks = |unit: &Unit| unit.stands_for() == Some(script) || script == Script::Latin && is_strange(unit);
        self.is_behind(speaks) && self.follower().is_some_and(speaks)
    }

    /// How many of the words right before and behind it, in the same sentence, prove `script`.
    pub fn neighbours_of(&self, script: Script) -> usize {
        // A word of some letters that are only much alike is hardly a spoofed one: `Поиск`.
        let is_sure = |unit: &Unit| unit.kind == Kind::Proof(script) || unit.kind == Kind::Weak(script) && unit.letters > SHORT;
        let proves = |unit: &&Unit| is_sure(unit) && unit.sentence == self.unit.sentence;
        let beside = |left: &Unit, right: &Unit| self.text.get(left.span.end..right.span.start) == Some(" ");
        let before = self.previous().filter(proves).is_some_and(|before| beside(before, self.unit));
        let after = self.next().filter(proves).is_some_and(|next| beside(self.unit, next));
        usize::from(before) + usize::from(after)
    }

    /// Whether it stands behind a word of `script` and a space.
    pub fn follows(&self, script: Script) -> bool {
        self.is_behind(|unit| unit.stands_for() == Some(script))
    }

    /// Whether it stands behind a space, and behind such a word of its sentence.
    fn is_behind(&self, is_such: impl Fn(&Unit) -> bool) -> bool {
        let before = self.text.get(..self.unit.span.start).unwrap_or("");
        before.ends_with(' ') && self.previous().is_some_and(|unit| is_such(unit) && unit.sentence == self.unit.sentence)
    }

    /// The word of `script` that a hyphen or an apostrophe joins it to, and that sign.
    pub fn joined_to(&self, script: Script) -> Option<char> {
        let proves = |unit: &Unit| matches!(unit.kind, Kind::Proof(of) | Kind::OnlyReading(of) if of == script);
        let joint = |left: &Unit, right: &Unit| {
            let mut between = self.text.get(left.span.end..right.span.start)?.chars();
            // `e.V.`: a stop joins letters of an abbreviation.
            let short = left.letters == 1 && right.letters == 1;
            let joins = |c: &char| matches!(c, '-' | '\'' | '’' | '‑') || *c == '.' && short && (proves(left) || proves(right));
            between.next().filter(|c| joins(c) && between.next().is_none())
        };
        let speaks = |unit: &&Unit| match unit.kind {
            Kind::Proof(of) | Kind::Weak(of) | Kind::OnlyReading(of) => of == script,
            Kind::Ambiguous(of) => of == script && script == Script::Latin,
            Kind::Strange => script == Script::Latin && unit.classes.intersects(Classes::LATIN),
            _ => false,
        };
        let before = self.previous().filter(speaks).and_then(|before| joint(before, self.unit));
        before.or_else(|| self.next().filter(speaks).and_then(|next| joint(self.unit, next)))
    }

    /// The script of the word right behind it, which articles and prepositions belong to.
    pub fn leans_on(&self) -> Option<Script> {
        self.follower()?.stands_for()
    }

    /// Whether that word begins with a capital, and the line has small letters.
    pub fn leans_on_name(&self) -> bool {
        let is_upper = |unit: &Unit| unit.span.of(self.text).chars().next().is_some_and(char::is_uppercase);
        self.context.has_small_letters && self.follower().is_some_and(is_upper)
    }

    /// Whether a hyphen or a plus makes an option of it: `-x`.
    pub fn is_option(&self) -> bool {
        let before = self.text.get(..self.unit.span.start).unwrap_or("");
        before.strip_suffix(['-', '+']).is_some_and(|before| before.is_empty() || before.ends_with([' ', '"', '(', '[']))
    }

    /// Whether it is the ending of a number: `1930-х`.
    pub fn is_ordinal(&self) -> bool {
        let before = self.text.get(..self.unit.span.start).unwrap_or("");
        before.strip_suffix(['-', '‑']).is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether it reads as the half of the day behind a time: `06:03 РМ`.
    pub fn is_half_of_day(&self) -> bool {
        let mut letters = self.word.chars().filter_map(|c| form_in(c, Script::Latin));
        if !matches!((letters.next(), letters.next(), letters.next()), (Some('A' | 'P'), Some('M'), None)) {
            return false;
        }
        let before = self.text.get(..self.unit.span.start).unwrap_or("");
        let time = before.trim_end_matches(' ').rsplit(char::is_whitespace).next().unwrap_or("");
        time.contains(':') && time.bytes().all(|byte| byte == b':' || byte.is_ascii_digit())
    }

    /// Whether it is an initial before a name in `script`.
    pub fn is_initial(&self, script: Script) -> bool {
        let next = |at: usize| {
            let (unit, next) = (self.units.get(at)?, self.units.get(at + 1)?);
            let dotted = matches!(self.text.get(unit.span.end..next.span.start), Some(". " | "."));
            (dotted && unit.letters == 1 && unit.classes.intersects(Classes::UPPER)).then_some(next)
        };
        let is_name = |unit: &Unit| {
            // `H. pylori`: species have small letters.
            (script == Script::Latin || unit.classes.intersects(Classes::UPPER))
                && matches!(unit.kind, Kind::Proof(of) | Kind::Weak(of) | Kind::OnlyReading(of) if of == script)
        };
        // `H. Н. Багалюбавым`: another one may stand between.
        let second = next(self.number);
        second.is_some_and(is_name)
            || second.is_some_and(|unit| unit.kind == Kind::Ambiguous(script)) && next(self.number + 1).is_some_and(is_name)
    }

    /// Whether it is the first word of its sentence.
    pub fn begins_sentence(&self) -> bool {
        self.previous().is_none_or(|before| before.sentence != self.unit.sentence)
    }

    /// The word behind a space, or behind a number: `В 1979 году`.
    fn follower(&self) -> Option<&'a Unit> {
        let next = self.next()?;
        let between = self.text.get(self.unit.span.end..next.span.start)?;
        let (ordinal, between) = match between.strip_suffix('-') {
            Some(number) if number.ends_with(|c: char| c.is_ascii_digit()) => (true, number),
            _ => (false, between),
        };
        let number = between.starts_with(' ') && between.bytes().all(|byte| byte == b' ' || byte.is_ascii_digit());
        if ordinal {
            self.units.get(self.number + 2).filter(|_| number)
        } else {
            Some(next).filter(|_| number && between.ends_with(' '))
        }
    }

    /// Whether its sentence goes on behind a space with a word that has small letters; which word.
    pub fn goes_on(&self) -> Option<&'a Unit> {
        self.follower().filter(|next| next.sentence == self.unit.sentence && next.classes.intersects(Classes::LOWER))
    }

    /// Whether words of its sentence stand before it, in a line with small letters: a capital says something there.
    pub fn is_in_mid_sentence(&self) -> bool {
        let before = self.text.get(..self.unit.span.start).unwrap_or("").trim_end_matches(' ');
        self.context.has_small_letters && before.ends_with(|c: char| c.is_alphanumeric() || c == ',')
    }

    /// Whether it is in capitals, and the line is not.
    pub fn is_abbreviation(&self) -> bool {
        self.context.has_small_letters && !self.unit.classes.intersects(Classes::LOWER)
    }

    /// Whether the letters are those of a Roman numeral, in whatever script they were typed.
    pub fn is_roman(&self) -> bool {
        is_roman(self.word)
    }

    /// Whether the word alone stands between quotation marks or brackets: it is spoken of, not spoken.
    pub fn is_quoted(&self) -> bool {
        let (before, after) = (self.before(), self.after());
        // A row of stars is no pair of marks, but a rule.
        let rest = self.text.get(self.unit.span.end..).unwrap_or("");
        if rest.starts_with("***") || rest.starts_with("___") {
            return false;
        }
        let opens = |c: char| matches!(c, '"' | '\'' | '«' | '“' | '„' | '‘' | '‹' | '(' | '[' | '`' | '*' | '_');
        let closes = |c: char| matches!(c, '"' | '\'' | '»' | '”' | '“' | '’' | '›' | ')' | ']' | '`' | '*' | '_');
        before.is_some_and(opens) && after.is_some_and(closes)
    }

    /// How the word belongs to an address or an identifier, where it does.
    pub fn address(&self) -> Option<Address> {
        const FAR: usize = 256; // longer than any host name
        let (text, span) = (self.text, self.unit.span);
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
        if !before.contains("://")
            && !after.starts_with("://")
            && !before.contains('@')
            && !before.chars().next_back().is_some_and(joins)
            && !leads(after)
        {
            return None;
        }
        let token = Span::new(span.start - before.len(), span.end + after.len());
        let slash = |c: char| matches!(c, '/');
        let other = |text: &str| text.contains(|c: char| joins(c) && !slash(c)) || text.contains("//");
        let words = !other(before.trim_end_matches('.')) && !other(after.trim_end_matches('.'));
        let inside = |unit: &&Unit| unit.span.start >= token.start && unit.span.end <= token.end;
        let (left, right) = self.units.split_at(self.number);
        let near = left.iter().rev().take_while(inside).chain(right.iter().take_while(inside));
        let mut address = Address { words, spoofed: false, own: false, beside: None };
        let slashed = |left: &Unit, right: &Unit| text.get(left.span.end..right.span.start) == Some("/");
        let left = self.previous().filter(|left| slashed(left, self.unit));
        let right = self.next().filter(|right| slashed(self.unit, right));
        address.beside = left.or(right).and_then(Unit::speaks_for);
        for unit in near {
            address.spoofed |= matches!(unit.kind, Kind::OnlyReading(_) | Kind::Open(_));
            address.own |= matches!(unit.kind, Kind::Proof(script) if self.own() == Some(script));
        }
        Some(address)
    }

    /// Its script, if it has one.
    pub fn own(&self) -> Option<Script> {
        match self.unit.kind {
            Kind::Proof(_) if self.unit.guest => None,
            Kind::Ambiguous(script) | Kind::Weak(script) | Kind::Proof(script) => Some(script),
            Kind::OnlyReading(_) | Kind::Open(_) | Kind::Numeral(_) | Kind::Scholarly | Kind::Chunk(_) => None,
            Kind::Strange | Kind::Settled => None,
        }
    }
}

/// An address, a path or an identifier that a word is part of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Address {
    /// It may as well be words with slashes between them.
    pub words: bool,
    /// Another part of it mixes scripts.
    pub spoofed: bool,
    /// Another part of it proves the word's own script.
    pub own: bool,
    /// The script that the word on the other side of a slash proves.
    pub beside: Option<Script>,
}

/// Whether a word reads as a Roman numeral.
#[inline(never)]
pub(super) fn is_roman(word: &str) -> bool {
    // A letter of ASCII is its own form, and most words that are asked about begin with one that is no numeral.
    let form = |c: char| if c.is_ascii_alphabetic() { Some(c) } else { form_in(c, Script::Latin) };
    word.chars().all(|c| matches!(form(c), Some('I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M')))
}
