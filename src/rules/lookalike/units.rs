//! Cutting a line into words, and settling by bits alone all those that prove their script.

use super::forms::{Forms, Readings};
use crate::text::Span;
use crate::unicode::{self, Classes, Script};

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
    /// Several scripts, complete in none, or a mix that has its reasons.
    Settled,
}

impl Kind {
    /// Whether there is nothing to decide.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Proof(_) | Self::Settled)
    }
}

/// The units of a line.
pub(super) fn cut(text: &str) -> Vec<Unit> {
    // A word and its space take about six bytes of Latin, more of anything else.
    let mut units = Vec::with_capacity(text.len() / 6);
    let mut sentence = 0;
    let mut stop = false; // a full stop stands right before
    let mut rest = text.char_indices();
    while let Some((start, first)) = rest.next() {
        let classes = unicode::classes(first);
        if !classes.intersects(Classes::LETTER) || !belongs_to_words(first, classes) {
            match first {
                '.' => stop = true,
                '!' | '?' | '…' | '。' | '！' | '？' | ';' | '\u{37E}' => stop = true,
                ' ' | '\n' | '\t' | '\r' if stop => {
                    sentence += 1;
                    stop = false;
                }
                _ => {}
            }
            continue;
        }
        let (mut letters, mut classes, mut forms) = (1, classes, Forms::of(first));
        let mut end = rest.offset();
        let mut next = Classes::default();
        while let Some(c) = rest.as_str().chars().next() {
            next = unicode::classes(c);
            if next.intersects(Classes::LETTER) && belongs_to_words(c, next) {
                letters += 1;
                classes |= next;
                forms = forms.and(Forms::of(c));
            } else if !next.intersects(Classes::MARK) {
                break;
            }
            rest.next();
            end = rest.offset();
        }
        let mut unit = Unit { span: Span::new(start, end), kind: Kind::Settled, letters, sentence, classes, forms };
        unit.kind = kind(&unit, text, next.intersects(Classes::DIGIT));
        units.push(unit);
        // A stop after a single letter ends an initial, not a sentence.
        stop = false;
        if letters == 1 && rest.as_str().starts_with('.') {
            rest.next();
        }
    }
    units
}

/// Letters of scripts that nobody takes for Latin, Cyrillic or Greek part words, as spaces do: `NHKは`.
fn belongs_to_words(c: char, classes: Classes) -> bool {
    if !classes.intersects(Classes::OTHER_LETTER) {
        return classes.intersects(Classes::LATIN | Classes::CYRILLIC | Classes::GREEK);
    }
    classes.intersects(Classes::OUTSIDER)
        || matches!(
            unicode::script(c),
            Script::Armenian
                | Script::Cherokee
                | Script::Coptic
                | Script::Lisu
                | Script::Deseret
                | Script::CanadianAboriginal
                | Script::Georgian
        )
}

/// What the letters of a unit say by themselves.
fn kind(unit: &Unit, text: &str, before_digit: bool) -> Kind {
    const SCRIPTS: Classes = Classes::LATIN.union(Classes::CYRILLIC).union(Classes::GREEK).union(Classes::OTHER_LETTER);
    let scripts = Classes::from_bits(unit.classes.bits() & SCRIPTS.bits());
    let (own, proof) = match scripts {
        Classes::LATIN => (Script::Latin, Classes::LATIN_ONLY),
        Classes::CYRILLIC => (Script::Cyrillic, Classes::CYRILLIC_ONLY),
        Classes::GREEK => (Script::Greek, Classes::GREEK_ONLY),
        Classes::OTHER_LETTER => (Script::Unknown, Classes::OTHER_ONLY),
        _ if is_lawful_mix(unit.span.of(text), before_digit) => return Kind::Settled,
        _ => {
            let readings = if unit.forms.twins().is_empty() { unit.forms.near() } else { unit.forms.twins() };
            return match readings.only() {
                Some(script) => Kind::OnlyReading(script),
                None if readings.is_empty() => Kind::Settled,
                None => Kind::Open(readings),
            };
        }
    };
    match own {
        // Latin is what others are made to look like, and its letters have far-fetched look-alikes without end.
        Script::Latin if unit.classes.intersects(proof) || !unit.forms.could_be_foreign() => Kind::Proof(own),
        _ if !unit.classes.intersects(proof) => Kind::Ambiguous(own),
        _ if unit.forms.near().without(own).is_empty() => Kind::Proof(own),
        _ => Kind::Weak(own),
    }
}

/// Mixes that have their reasons: two runs of one script each, met at a change of case.
///
/// * `HTTPСоединение`, `ЧтениеXML`, `компанииT.A.`: chunks of an identifier (UTS #55), words run together.
/// * `IPадрес`, `SMSка`: a Latin abbreviation and a word or an ending.
/// * `TNFα`, `PPARγ`, `κB`, `kΩ`: one Greek letter as a symbol beside an abbreviation or a unit.
/// * `СаМgВ6`: a formula of element symbols, in whatever letters it was typed.
fn is_lawful_mix(word: &str, before_digit: bool) -> bool {
    let mut runs: Vec<Run> = Vec::new();
    let mut humps = 0; // capitals after small letters
    for c in word.chars() {
        let info = unicode::info(c);
        if !info.classes.intersects(Classes::LETTER) {
            continue;
        }
        let upper = info.classes.intersects(Classes::UPPER);
        humps += usize::from(upper && runs.last().is_some_and(|run| !run.last_upper));
        match runs.last_mut() {
            Some(run) if run.script == info.script => run.take(upper),
            _ => runs.push(Run::new(info.script, upper, info.classes.intersects(Classes::GREEK_ONLY))),
        }
    }
    if before_digit && humps > 0 {
        return true;
    }
    let [first, second] = runs.as_slice() else { return false };
    let chunks = second.first_upper && !first.last_upper && first.letters >= 2;
    let abbreviation = first.script == Script::Latin && first.all_upper && first.letters >= 2 && !second.all_upper;
    let (greek, other) = if first.script == Script::Greek { (first, second) } else { (second, first) };
    let symbol = greek.script == Script::Greek
        && other.script == Script::Latin
        && greek.letters == 1
        && greek.proves_greek
        && (if other.letters == 1 { other.all_upper || greek.all_upper } else { other.all_upper });
    chunks || abbreviation || symbol
}

/// Letters of one script in a row.
struct Run {
    script: Script,
    letters: u32,
    first_upper: bool,
    last_upper: bool,
    all_upper: bool,
    /// Whether its first letter is one that only Greek has.
    proves_greek: bool,
}

impl Run {
    const fn new(script: Script, upper: bool, proves_greek: bool) -> Self {
        Self { script, letters: 1, first_upper: upper, last_upper: upper, all_upper: upper, proves_greek }
    }

    const fn take(&mut self, upper: bool) {
        self.letters += 1;
        self.last_upper = upper;
        self.all_upper &= upper;
    }
}
