//! Cutting a line into words, and settling by class bits all those that prove their script.

pub(super) use super::decide::is_common;
use super::{TARGETS, form_in};
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
}

impl Unit {
    /// A Latin capital and a small Greek letter: `Lα` is a symbol, `Lα fecha` is a word.
    pub const fn is_symbol(&self) -> bool {
        matches!(self.kind, Kind::Settled)
            && self.letters == 2
            && self.classes.contains(Classes::LATIN.union(Classes::GREEK).union(Classes::UPPER).union(Classes::LOWER))
    }
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

/// A set of target scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Readings(u8);

impl Readings {
    const ALL: Self = Self((1 << TARGETS.len()) - 1);

    fn of(scripts: impl Iterator<Item = bool>) -> Self {
        Self(scripts.enumerate().fold(0, |set, (at, has)| set | u8::from(has) << at))
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The scripts in it.
    pub fn scripts(self) -> impl Iterator<Item = Script> {
        TARGETS.into_iter().enumerate().filter(move |(at, _)| self.0 & (1 << at) != 0).map(|(_, script)| script)
    }

    /// The script in it, if it is the only one.
    pub fn only(self) -> Option<Script> {
        if self.0.count_ones() == 1 { self.scripts().next() } else { None }
    }

    fn without(self, script: Script) -> Self {
        self.and(Self::of(TARGETS.into_iter().map(|target| target != script)))
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The units of a line.
pub(super) fn cut(text: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut open: Option<Unit> = None;
    let mut sentence = 0;
    let mut stop = false; // a full stop stands right before
    for (at, c) in text.char_indices() {
        let classes = unicode::classes(c);
        if classes.intersects(Classes::LETTER) && belongs_to_words(c, classes) {
            let unit = open.get_or_insert(Unit {
                span: Span::new(at, at),
                kind: Kind::Settled,
                letters: 0,
                sentence,
                classes: Classes::default(),
            });
            unit.span.end = at + c.len_utf8();
            unit.letters += 1;
            unit.classes |= classes;
            stop = false;
            continue;
        }
        if classes.intersects(Classes::MARK)
            && let Some(unit) = &mut open
        {
            unit.span.end = at + c.len_utf8();
            continue;
        }
        // A stop after a single letter ends an initial, not a sentence.
        let initial = open.as_ref().is_some_and(|unit| unit.letters == 1);
        if let Some(unit) = open.take() {
            units.push(settled(unit, text, classes.intersects(Classes::DIGIT)));
        }
        match c {
            '.' => stop = !initial,
            '!' | '?' | '…' | '。' | '！' | '？' | ';' | '\u{37E}' => stop = true,
            ' ' | '\n' | '\t' | '\r' if stop => {
                sentence += 1;
                stop = false;
            }
            _ => {}
        }
    }
    units.extend(open.map(|unit| settled(unit, text, false)));
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

/// The unit with its kind.
fn settled(unit: Unit, text: &str, before_digit: bool) -> Unit {
    let has = |classes| unit.classes.intersects(classes);
    let other = if has(Classes::OTHER_LETTER) { Some((Script::Unknown, Classes::OTHER_ONLY)) } else { None };
    let mut scripts = [
        has(Classes::LATIN).then_some((Script::Latin, Classes::LATIN_ONLY)),
        has(Classes::CYRILLIC).then_some((Script::Cyrillic, Classes::CYRILLIC_ONLY)),
        has(Classes::GREEK).then_some((Script::Greek, Classes::GREEK_ONLY)),
        other,
    ]
    .into_iter()
    .flatten();
    let kind = match (scripts.next(), scripts.next()) {
        (Some((script, proof)), None) if has(proof) => {
            // Latin is what others are made to look like, and its letters have far-fetched look-alikes without end.
            let weak = script != Script::Latin && !readings(unit.span.of(text), true).without(script).is_empty();
            if weak { Kind::Weak(script) } else { Kind::Proof(script) }
        }
        (Some((Script::Latin, _)), None) if !could_be_foreign(unit.span.of(text)) => Kind::Proof(Script::Latin),
        (Some((script, _)), None) => Kind::Ambiguous(script),
        _ if is_lawful_mix(unit.span.of(text), before_digit) => Kind::Settled,
        _ => mixed(unit.span.of(text)),
    };
    Unit { kind, ..unit }
}

/// Whether a Latin word reads as a word of another script in letters that are in wide use: `said` would need `ԁ`.
fn could_be_foreign(word: &str) -> bool {
    TARGETS.into_iter().filter(|&script| script != Script::Latin).any(|script| {
        word.chars().all(|c| !unicode::classes(c).intersects(Classes::LETTER) || form_in(c, script).is_some_and(is_common))
    })
}

/// The readings of a word of several scripts: by twins if they suffice, else by all look-alikes.
fn mixed(word: &str) -> Kind {
    let twins = readings(word, false);
    let readings = if twins.is_empty() { readings(word, true) } else { twins };
    match readings.only() {
        Some(script) => Kind::OnlyReading(script),
        None if readings.is_empty() => Kind::Settled,
        None => Kind::Open(readings),
    }
}

/// The scripts in which every letter of the word has a form.
fn readings(word: &str, near: bool) -> Readings {
    let mut readings = Readings::ALL;
    for c in word.chars() {
        readings = readings.and(forms(c, near));
        if readings.is_empty() {
            break;
        }
    }
    readings
}

/// The scripts in which `c` has a form; all of them for a mark.
fn forms(c: char, near: bool) -> Readings {
    let info = unicode::info(c);
    if !info.classes.intersects(Classes::LETTER) {
        return Readings::ALL;
    }
    let lookalikes = unicode::lookalikes(c);
    Readings::of(TARGETS.into_iter().map(|script| {
        info.script == script
            || lookalikes
                .iter()
                .any(|other| other.script == script && (other.grade == Grade::Twin || near && other.grade == Grade::Near))
    }))
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
