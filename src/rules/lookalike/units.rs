//! Cutting a line into words, and settling by bits alone all those that prove their script.

use super::decide::is_common;
use super::escapes;
use super::figures::SHORT;
use super::forms::{Forms, Letters, Readings, Word};
use super::formulas::{is_formula, is_like_symbol, is_power};
use super::place::is_roman;
use super::sets;
use super::signs::{has_yer, is_case_pairs, is_framed, is_move, is_stressed};
use super::slips::TONOS;
use crate::text::Span;
use crate::unicode::{self, Classes, Grade, Script};

/// A word, or the part of one between script-neutral joints: letters with their marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub span: Span,
    pub kind: Kind,
    /// How many letters it has, each counted once, marks not at all.
    pub letters: u32,
    /// Which sentence of the line it stands in.
    pub sentence: u32,
    /// The union of its letters' classes.
    pub classes: Classes,
    /// The scripts in which each of its letters has a form.
    pub forms: Forms,
    /// Whether it holds a letter that Latin words do not have.
    pub strange: bool,
    /// Whether it holds a Latin letter that may stand for an ASCII one.
    pub guest: bool,
}

/// What the letters of a unit say by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One script, and a letter that only this script has.
    Proof(Script),
    /// One script, and every letter has a twin in another.
    Ambiguous(Script),
    /// One script, and every letter at least reads as one of another: proof enough unless words near by were spoofed so.
    Weak(Script),
    /// Several scripts; complete in exactly one.
    OnlyReading(Script),
    /// Several scripts, and complete in these.
    Open(Readings),
    /// A Roman numeral in letters of several scripts, complete in these: typed so by habit, unless words near by were spoofed.
    Numeral(Readings),
    /// A word as dictionaries and grammars write it, a Cyrillic one with a stress of Latin or a Latin one with a yer: meant so, unless
    /// words near by were spoofed.
    Scholarly,
    /// A lawful mix in which a single letter has another script, and a twin in this one: meant so, unless words near by were spoofed.
    Chunk(Script),
    /// Latin letters with strangers among them, complete in no script: only language can read it.
    Strange,
    /// Several scripts, complete in none, or a mix that has its reasons.
    Settled,
}

impl Unit {
    /// The word that begins at byte `start` of a text.
    #[inline(always)]
    pub fn new(text: &str, letters: &Letters, start: usize, word: &Word, sentence: u32) -> Self {
        let all = word.letters;
        let (classes, forms, strange, guest) = (all.classes(), all.forms(), all.is_strange(), all.is_guest());
        let span = Span::new(start, word.end);
        let mut unit = Self { span, kind: Kind::Settled, letters: word.count, sentence, classes, forms, strange, guest };
        let before_digit = word.after.is_some_and(|(after, _)| after.classes().intersects(Classes::DIGIT));
        unit.kind = kind(&unit, text, letters, before_digit);
        if unit.is_spoofed() && sets::is_in_one(text, span) {
            unit.kind = Kind::Settled;
        }
        unit
    }

    /// Whether it could be a symbol of mathematics or science: see [`formulas`](super::formulas).
    pub fn is_like_symbol(&self, word: &str) -> bool {
        is_like_symbol(self, word)
    }

    /// Whether it mixes scripts and can be read all the same.
    pub const fn is_spoofed(&self) -> bool {
        matches!(self.kind, Kind::OnlyReading(_) | Kind::Open(_))
    }

    /// A Latin capital and a small Greek letter: `Lα` is a symbol, `Lα fecha` is a word.
    pub const fn is_symbol(&self) -> bool {
        matches!(self.kind, Kind::Settled)
            && self.letters == 2
            && self.classes.contains(Classes::LATIN.union(Classes::GREEK).union(Classes::UPPER).union(Classes::LOWER))
    }

    /// Whether it is a short Latin word that could be one of a single Cyrillic alphabet: Serbian `ja`, Kazakh `əp`.
    pub fn could_be_regional(&self) -> bool {
        matches!(self.kind, Kind::Proof(Script::Latin))
            && (2..=SHORT).contains(&self.letters)
            && !self.classes.intersects(Classes::LATIN_ONLY)
            && self.forms.twins().contains(Script::Cyrillic)
    }

    /// Whether there is anything to decide.
    pub const fn is_open(&self) -> bool {
        !self.kind.is_settled() || self.is_symbol()
    }

    /// The script that it is in for certain, or the only one that it reads in.
    pub const fn stands_for(&self) -> Option<Script> {
        match self.kind {
            Kind::Proof(script) | Kind::Weak(script) | Kind::OnlyReading(script) => Some(script),
            _ => None,
        }
    }

    /// The script that it speaks for, without being spoofed itself.
    pub const fn speaks_for(&self) -> Option<Script> {
        match self.kind {
            Kind::Proof(script) | Kind::Weak(script) => Some(script),
            _ => None,
        }
    }
}

impl Kind {
    /// Whether there is nothing to decide.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Proof(_) | Self::Settled)
    }
}

/// The units of a line.
pub(super) fn cut(text: &str) -> Vec<Unit> {
    let letters = Letters::get();
    // A word and its space take about six bytes of Latin, more of anything else.
    let mut units = Vec::with_capacity(text.len() / 6);
    let mut sentence = 0;
    let mut stop = false; // a full stop stands right before
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        let start = at;
        let word = letters.word(text, at);
        let Word { end, after, .. } = word;
        at = end;
        if word.count > 0 {
            let unit = Unit::new(text, letters, start, &word, sentence);
            units.push(unit);
            stop = false;
            // A stop after a single capital ends an initial, not a sentence.
            if unit.letters == 1 && unit.classes.intersects(Classes::UPPER) && bytes.get(end) == Some(&b'.') {
                at += 1;
                continue;
            }
        }
        let Some((sign, len)) = after else { break };
        at += len;
        at = escapes::end(bytes, end).unwrap_or(at);
        if stop && sign.is_blank() {
            // `1907 р. у Берліні`: sentences begin with capitals, as far as there are any.
            let next = letters.at(text, at).map(|(next, _)| next.classes()).unwrap_or_default();
            // `for years... 𐍄he`: only a capital proves that one begins behind these.
            let goes_on = bytes.get(..end).is_some_and(|before| before.ends_with(b"..")) && !next.intersects(Classes::UPPER);
            sentence += u32::from(!next.intersects(Classes::LOWER) && !goes_on);
        }
        stop = sign.is_stop() || (stop && !sign.is_blank());
    }
    units
}

const SCRIPTS: Classes = Classes::LATIN.union(Classes::CYRILLIC).union(Classes::GREEK).union(Classes::OTHER_LETTER);

fn is_of_one_script(word: &str) -> bool {
    let mut scripts = word.chars().map(unicode::script).filter(|script| !matches!(script, Script::Common | Script::Inherited));
    scripts.next().is_none_or(|first| scripts.all(|script| script == first))
}

/// What the letters of a unit say by themselves.
#[inline(always)]
fn kind(unit: &Unit, text: &str, letters: &Letters, before_digit: bool) -> Kind {
    let scripts = Classes::from_bits(unit.classes.bits() & SCRIPTS.bits());
    let (own, proof) = match scripts {
        Classes::GREEK | Classes::CYRILLIC if unit.strange && unit.classes.intersects(Classes::STYLED) => return Kind::Strange,
        Classes::LATIN => (Script::Latin, Classes::LATIN_ONLY),
        Classes::CYRILLIC => (Script::Cyrillic, Classes::CYRILLIC_ONLY),
        Classes::GREEK => (Script::Greek, Classes::GREEK_ONLY),
        Classes::OTHER_LETTER if unit.classes.intersects(Classes::STYLED) || !is_of_one_script(unit.span.of(text)) => {
            return Kind::Strange;
        }
        // A single sign may be a letter of the words beside it; one in another dress hardly stands beside Greek by chance.
        Classes::OTHER_LETTER if unit.strange && unit.letters == 1 => return Kind::Strange,
        Classes::OTHER_LETTER => (Script::Unknown, Classes::OTHER_ONLY),
        // Hardly any letter but a capital reads as one of a numeral.
        _ if unit.classes.intersects(NUMERALS) && is_roman(unit.span.of(text)) => return Kind::Numeral(unit.forms.twins()),
        _ => {
            if unit.classes.intersects(Classes::GREEK) && is_formula(unit.span.of(text)) {
                return Kind::Settled;
            }
            // A spoofed word mostly has neither.
            if unit.classes.intersects(Classes::UPPER | Classes::GREEK)
                && let Some(kind) = lawful_mix(unit.span.of(text), letters, (before_digit, unit.forms))
            {
                return kind;
            }
            if scripts == Classes::LATIN | Classes::CYRILLIC {
                if unit.classes.intersects(Classes::UPPER) && is_name_within(unit.span.of(text)) {
                    return Kind::Settled;
                }
                let (word, all_twins) = (unit.span.of(text), unit.forms.twins().contains(Script::Latin));
                if is_stressed(word) {
                    return if all_twins { Kind::Scholarly } else { Kind::Settled };
                }
                if !all_twins && has_yer(word) {
                    return Kind::Scholarly;
                }
            }
            let readings = if unit.forms.twins().is_empty() { unit.forms.near() } else { unit.forms.twins() };
            return match readings.only() {
                // Greek has twins of so few Latin letters that a word of them proves nothing: `Yоυ`.
                Some(Script::Greek) if unit.forms.near().contains(Script::Latin) => Kind::Open(unit.forms.near()),
                Some(script) => Kind::OnlyReading(script),
                None if readings.is_empty() && unit.strange => Kind::Strange,
                None if readings.is_empty() => Kind::Settled,
                None => Kind::Open(readings),
            };
        }
    };
    match own {
        Script::Latin if unit.strange && is_power(unit.span.of(text)) => Kind::Settled,
        Script::Latin if unit.strange => Kind::Strange,
        Script::Latin if proves_latin(unit.classes, unit.forms) => Kind::Proof(own),
        _ if !unit.classes.intersects(proof) => Kind::Ambiguous(own),
        _ if unit.forms.near().without(own).is_empty() => Kind::Proof(own),
        _ => Kind::Weak(own),
    }
}

/// One of these is each letter that reads as one of a Roman numeral.
const NUMERALS: Classes = Classes::UPPER.union(Classes::OTHER_LETTER).union(Classes::STYLED);

/// Whether a word of Latin letters proves its script. Latin is what others are made to look like, and its letters have far-fetched
/// look-alikes without end.
pub(super) const fn proves_latin(classes: Classes, forms: Forms) -> bool {
    classes.intersects(Classes::LATIN_ONLY) || !forms.could_be_foreign()
}

/// Mixes that have their reasons: two runs of one script each, met at a change of case.
///
/// * `HTTPСоединение`, `ЧтениеXML`, `компанииT.A.`: chunks of an identifier (UTS #55), words run together.
/// * `IPадрес`, `SMSка`: a Latin abbreviation and a word or an ending.
/// * `TNFα`, `PPARγ`, `κB`, `kΩ`: one Greek letter as a symbol beside an abbreviation or a unit.
/// * `СаМgВ6`: a formula of element symbols, in whatever letters it was typed.
/// * `yYдДэЭ`: letters each in both cases, as answers of a prompt are.
/// * `DeadДушка`: two words of one script each, not all letters of which have twins.
/// * `laptopάκι`: a Latin word with a Greek ending, by its tonos.
/// * `xXДимонXx`: a name in a frame.
///
/// But no letter that hardly any language writes is an ending: `PCѕ`.
#[inline(never)]
fn lawful_mix(word: &str, letters: &Letters, (before_digit, forms): (bool, Forms)) -> Option<Kind> {
    if is_case_pairs(word) || is_framed(word) {
        return Some(Kind::Settled);
    }
    // What no reader takes for Latin stays, formula or not.
    let may_be_formula = has_hump(word) && (is_of_symbols(word) || !forms.twins().contains(Script::Latin));
    if before_digit && (may_be_formula || is_move(word)) {
        return Some(Kind::Settled);
    }
    let (mut first, mut second): (Option<Run>, Option<Run>) = (None, None);
    let mut at = 0;
    while let Some((letter, len)) = letters.at(word, at) {
        at += len;
        if !letter.is_in_word() {
            continue;
        }
        let classes = letter.classes();
        match (&mut first, &mut second) {
            (Some(run), None) if run.is_of(classes) => run.take(classes),
            (_, Some(run)) if run.is_of(classes) => run.take(classes),
            (None, _) => first = Some(Run::new(classes)),
            (Some(_), None) => second = Some(Run::new(classes)),
            (Some(_), Some(_)) => return None,
        }
    }
    let (first, second) = (first?, second?);
    if first.script == Classes::OTHER_LETTER || second.script == Classes::OTHER_LETTER {
        return None; // several scripts in one, and none that is mixed so by habit
    }
    let chunks = second.first_upper && !first.last_upper && first.letters >= 2;
    let abbreviation = first.script == Classes::LATIN && first.all_upper && first.letters >= 2 && !second.all_upper;
    let (greek, other) = if first.script == Classes::GREEK { (&first, &second) } else { (&second, &first) };
    let symbol = greek.script == Classes::GREEK
        && other.script == Classes::LATIN
        && greek.letters == 1
        && greek.proves_greek
        && (if other.letters == 1 { other.all_upper || greek.all_upper } else { other.all_upper });
    let pun = forms.twins().is_empty() && greek.script != Classes::GREEK && first.letters.min(second.letters) > SHORT;
    // Nobody puts `ά` for `a`, and two letters for two that have accents.
    let ending =
        second.script == Classes::GREEK && second.letters > 1 && !forms.near().contains(Script::Greek) && word.contains(TONOS);
    if !(chunks || abbreviation || symbol || pun || ending) {
        return None;
    }
    let Some(single) = word.chars().next_back().filter(|_| first.letters > 1 && second.letters == 1) else {
        return Some(Kind::Settled);
    };
    let script = unicode::script(word.chars().next()?);
    let twin = unicode::lookalike_in(single, script).is_some_and(|other| other.grade == Grade::Twin);
    match (twin, is_common(single)) {
        (true, true) => Some(Kind::Chunk(script)),
        (true, false) => None,
        _ => Some(Kind::Settled),
    }
}

/// Whether a Latin name with a capital inside stands in a Cyrillic word, as where a space was forgotten: `длинныйTeXом`.
fn is_name_within(word: &str) -> bool {
    let Some(start) = word.find(|c: char| c.is_ascii_alphabetic()) else { return false };
    let (before, name) = word.split_at_checked(start).unwrap_or_default();
    let (name, after) =
        name.split_at_checked(name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len())).unwrap_or_default();
    let is_small =
        |part: &str| !part.is_empty() && part.chars().all(|c| unicode::classes(c).contains(Classes::CYRILLIC | Classes::LOWER));
    name.starts_with(|c: char| c.is_ascii_uppercase()) && has_hump(name) && is_small(before) && is_small(after)
}

/// Whether a capital follows a small letter, as between the symbols of elements.
pub(super) fn has_hump(word: &str) -> bool {
    let mut after_small = false;
    word.chars().any(|c| {
        let classes = unicode::classes(c);
        let hump = after_small && classes.intersects(Classes::UPPER);
        after_small = classes.intersects(Classes::LOWER);
        hump
    })
}

/// Whether a word is made of capitals, each with one small letter behind it at most, as the symbols of elements are: no name of
/// somebody, as `LоvеrОnе94` is.
fn is_of_symbols(word: &str) -> bool {
    let mut after_small = false;
    word.chars().all(|c| {
        let small = !unicode::classes(c).intersects(Classes::UPPER);
        let fits = !(small && after_small);
        after_small = small;
        fits
    })
}

/// Letters of one script in a row.
struct Run {
    /// Its script, as a class.
    script: Classes,
    letters: u32,
    first_upper: bool,
    last_upper: bool,
    all_upper: bool,
    /// Whether its first letter is one that only Greek has.
    proves_greek: bool,
}

impl Run {
    fn new(classes: Classes) -> Self {
        let upper = classes.intersects(Classes::UPPER);
        Self {
            script: Classes::from_bits(classes.bits() & SCRIPTS.bits()),
            letters: 1,
            first_upper: upper,
            last_upper: upper,
            all_upper: upper,
            proves_greek: classes.intersects(Classes::GREEK_ONLY),
        }
    }

    fn is_of(&self, classes: Classes) -> bool {
        classes.intersects(self.script)
    }

    fn take(&mut self, classes: Classes) {
        let upper = classes.intersects(Classes::UPPER);
        self.letters += 1;
        self.last_upper = upper;
        self.all_upper &= upper;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_numerals() {
        let letters = ('\0'..=char::MAX).filter(|&c| unicode::classes(c).intersects(Classes::LETTER));
        for c in letters.filter(|c| is_roman(c.encode_utf8(&mut [0; 4]))) {
            assert!(unicode::classes(c).intersects(NUMERALS), "{c} {:?}", unicode::classes(c));
        }
    }
}
