//! Lines of Latin words in which nothing has to be weighed: the commonest spoofed text.
//!
//! What stands in such a line is Latin by its letters, or mixes twins of Latin letters from Cyrillic into a Latin word. So each word
//! that speaks for a script speaks for Latin, and what [`judge`](super::judge) and [`decide`](super::decide) would say is known: a
//! word that reads in Latin alone is restored; so is one that reads in Cyrillic, too, where a word beside it speaks; and the others
//! stay. Words of ASCII need not be looked at for that, so it goes from one letter beyond ASCII to the next. As soon as anything
//! else turns up the line is not clear, and goes the long way; a test holds the one against the other.

mod memo;
mod runs;
mod voices;

use memo::Memo;

use super::context::NEIGHBOURS;
use super::escapes;
use super::forms::{Letter, Letters, Word};
use super::slips::LONG;
use super::units::{Kind, Unit};
use crate::rules::{Certainty, Evidence, Line, Sink};
use crate::text::{Span, swar};
use crate::unicode::{Classes, Script};

/// A word with letters beyond ASCII.
#[derive(Clone, Copy, Debug)]
struct Found {
    span: Span,
    says: Says,
}

/// What it says in a clear line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// It speaks for Latin, as it stands.
    Latin,
    /// It is restored: it reads in Latin alone.
    OnlyLatin,
    /// It reads in another script, too, and is restored because Latin is spoken here.
    Open,
    /// It stays and speaks for nothing.
    Nothing,
}

impl Says {
    const fn speaks(self) -> bool {
        !matches!(self, Self::Nothing)
    }

    const fn is_restored(self) -> bool {
        matches!(self, Self::OnlyLatin | Self::Open)
    }
}

/// Tells `sink` the words of a clear line that are restored to Latin, for certain. Whether the line is clear and has any.
pub(super) fn find(line: &Line<'_>, sink: &mut Sink) -> bool {
    const OTHERS: Classes =
        Classes::GREEK.union(Classes::OTHER_LETTER).union(Classes::MARK).union(Classes::STYLED).union(Classes::ODD);
    let is_clear = line.classes.contains(Classes::CYRILLIC | Classes::LATIN) && !line.classes.intersects(OTHERS);
    if !is_clear {
        return false;
    }
    Memo::with(|memo| Clear { text: line.as_str(), letters: Letters::get() }.find(line, sink, memo).is_some())
}

/// Whether it begins a sign of sounds (`ʃ`, `ˈ`) or a Cyrillic letter whose best Latin form only some alphabets have.
const fn is_rare(byte: &u8) -> bool {
    (byte.wrapping_sub(0xC9) < 4) | (*byte == 0xD3)
}

/// A line that is clear so far.
struct Clear<'a> {
    text: &'a str,
    letters: &'static Letters,
}

impl Clear<'_> {
    /// Tells `sink` what [`find`] does; nothing if the line is not clear, or has no words for it.
    fn find(&self, line: &Line<'_>, sink: &mut Sink, memo: &mut Memo) -> Option<()> {
        let are_all_restored = self.words(memo)?;
        let words = &memo.room.found;
        // What was repaired near by is heard, too.
        if !voices::speaks_latin(self, words) || !line.tracked().regions_in(line.near(NEIGHBOURS)).is_empty() {
            return None;
        }
        if !sink.is_told() && are_all_restored {
            sink.see(words.iter().filter(|word| word.says.is_restored()).count(), Certainty::Certain);
            let content = self.text.strip_suffix('\n').unwrap_or(self.text);
            let (text, room) = self.letters.cyrillic_as_latin(content, std::mem::take(&mut memo.room.text));
            memo.room.text = room;
            sink.put_letters(Span::new(0, content.len()), text);
            return Some(());
        }
        let mut heard = if sink.is_told() { voices::heard(self, words) } else { Vec::new() }.into_iter();
        for word in words {
            let evidence = match word.says {
                Says::OnlyLatin => Evidence::OnlyReading(Script::Latin),
                Says::Open => Evidence::Context { script: Script::Latin, words: heard.next().unwrap_or_default() },
                Says::Latin | Says::Nothing => continue,
            };
            sink.report(word.span, Certainty::Certain, evidence);
            self.letters.read_as_latin(self.text, word.span, |span, letter| sink.edit(span, letter));
        }
        Some(())
    }

    /// Finds the words with letters beyond ASCII, into the room for them; nothing if one of them must be weighed. Tells whether no letter
    /// of modern Cyrillic stands in a word that stays, and no other letter in one that is restored.
    fn words(&self, memo: &mut Memo) -> Option<bool> {
        let bytes = self.text.as_bytes();
        runs::all(bytes, &mut memo.room.runs);
        memo.room.found.clear();
        let mut are_all_restored = true;
        for at in 0..memo.room.runs.len() {
            let run = *memo.room.runs.get(at)?;
            let Some((run, word)) = self.short(run) else {
                are_all_restored &= self.words_of(run, &mut memo.room.found)?;
                continue;
            };
            // Signs beside ASCII.
            if runs::is_ascii(word) {
                continue;
            }
            let says = memo.says(word, || says(&self.unit(run.start, Letter::default(), 0, run.start)))?;
            are_all_restored &= says.is_restored();
            memo.room.found.push(Found { span: run, says });
        }
        Some(are_all_restored)
    }

    /// The short word that a run is, apart from quotes and other signs around it, or none but those.
    #[inline(always)]
    fn short(&self, run: Span) -> Option<(Span, runs::Short)> {
        let bytes = self.text.as_bytes();
        if let Some(word) = runs::short(bytes, run) {
            return Some((run, word));
        }
        let inner = runs::trimmed(bytes, run);
        if inner == run { None } else { Some((inner, runs::short(bytes, inner)?)) }
    }

    /// The words of a run of letters and signs beyond ASCII.
    #[inline(never)]
    fn words_of(&self, run: Span, words: &mut Vec<Found>) -> Option<bool> {
        let bytes = self.text.as_bytes();
        if run.of_bytes(bytes).iter().any(is_rare) {
            return None;
        }
        let mut are_all_restored = runs::is_usual(run.of_bytes(bytes));
        let mut at = run.start;
        loop {
            let next = swar::ascii_end(bytes, at);
            if next >= run.end {
                return Some(are_all_restored);
            }
            let (letter, len) = self.letters.at(self.text, next)?;
            if !letter.is_in_word() {
                at = next + len;
                continue;
            }
            let (before, start) = self.letters.ascii.run_before(bytes, next);
            if self.is_cut(start) {
                return None;
            }
            let unit = self.unit(start, before.join(letter), (next - start) as u32 + 1, next + len);
            let says = says(&unit)?;
            are_all_restored &= says.is_restored() || !unit.classes.intersects(Classes::CYRILLIC);
            words.push(Found { span: unit.span, says });
            at = unit.span.end;
        }
    }

    /// The word from byte `start` on, of which `letters` have been seen up to byte `end`.
    #[inline(never)]
    fn unit(&self, start: usize, letters: Letter, count: u32, end: usize) -> Unit {
        Unit::new(self.text, self.letters, start, &self.word(letters, count, end), 0)
    }

    /// Whether the first letters from byte `start` on may belong to an escape, and the word begins behind them.
    fn is_cut(&self, start: usize) -> bool {
        escapes::may_reach(self.text.as_bytes(), start)
    }

    /// The word of which `letters` have been seen up to byte `end`.
    #[inline(always)]
    fn word(&self, mut letters: Letter, mut count: u32, mut end: usize) -> Word {
        loop {
            let (ascii, ascii_end) = self.letters.ascii.run(self.text.as_bytes(), end);
            (letters, count, end) = (letters.join(ascii), count + (ascii_end - end) as u32, ascii_end);
            let after = self.letters.at(self.text, end);
            match after {
                Some((letter, len)) if letter.is_in_word() => {
                    (letters, count, end) = (letters.join(letter), count + 1, end + len)
                }
                _ => return Word { letters, count, end, after },
            }
        }
    }
}

/// What a word says; nothing if it must be weighed.
#[inline(always)]
fn says(unit: &Unit) -> Option<Says> {
    if unit.strange || unit.guest {
        return None;
    }
    match unit.kind {
        Kind::OnlyReading(Script::Latin) if unit.forms.twins().contains(Script::Latin) => Some(Says::OnlyLatin),
        Kind::Open(readings) if readings.contains(Script::Latin) && !may_be_slip(unit) => Some(Says::Open),
        Kind::Proof(Script::Latin) => Some(Says::Latin),
        Kind::Ambiguous(Script::Latin) | Kind::Settled => Some(Says::Nothing),
        _ => None,
    }
}

/// Whether a word is long and may have no more than one letter of ASCII, or is in capitals most of which are none: see
/// [`slips`](super::slips).
const fn may_be_slip(unit: &Unit) -> bool {
    let (letters, others) = (unit.letters as usize, unit.span.len() - unit.letters as usize);
    letters >= LONG && letters < others + 2 || !unit.classes.intersects(Classes::LOWER) && letters < 2 * others
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::rules::lookalike::find_at_length;
    use crate::rules::{Known, RuleId};
    use crate::text::{Edit, Hands, Tracked};
    use crate::unicode;

    /// What is told about the last line of a text, if it is told at once, and what is told at length.
    fn both(tracked: &Tracked<'_>) -> (Option<String>, String) {
        let text = tracked.text();
        let span = Span::new(text.rfind('\n').map_or(0, |feed| feed + 1), text.len());
        let classes = span.of(text).chars().fold(Classes::default(), |all, c| all | unicode::classes(c));
        let known = Known::default();
        let line = Line::new(tracked, span, classes, &known);
        let rule = RuleId::from_id("lookalike").unwrap();
        let new = || Sink::new(rule, text.len(), Certainty::Doubtful, true);
        let (mut at_once, mut at_length) = (new(), new());
        let is_clear = find(&line, &mut at_once);
        find_at_length(&line, Vec::new(), &mut at_length);
        let told = |sink: Sink| format!("{:?}", sink.choose());
        (is_clear.then(|| told(at_once)), told(at_length))
    }

    /// A word, spelled with twins where `swaps` has a bit.
    fn spelled(word: &str, swaps: u32) -> String {
        let twin =
            |c| "aceopxyisjhABCEHIKMOPSTXY".chars().zip("асеорхуіѕјһАВСЕНІКМОРЅТХУ".chars()).find(|&(latin, _)| latin == c);
        let letters = word.chars().zip((0..32).cycle());
        letters.map(|(c, at)| if swaps >> at & 1 == 1 { twin(c).map_or(c, |(_, twin)| twin) } else { c }).collect()
    }

    fn line() -> impl Strategy<Value = String> {
        let words = "the he she people we be her there Closed copy a I so is CEO HTTP pH XIV café Zoë naïve harbour n x iPhone MacOS scope";
        let word = (select(words.split(' ').collect::<Vec<_>>()), any::<u32>(), any::<u32>(), any::<u32>());
        let spoofed = word.prop_map(|(word, a, b, c)| spelled(word, a & b & c));
        let twins = (select(vec!["people", "he", "scope", "copy", "Closed", "CEO"]), any::<u32>());
        let others = vec![
            "он",
            "сор",
            "а",
            "µm",
            "kΩ",
            "ʃ",
            "ˈ",
            "ə",
            "ɡood",
            "ệ",
            "日本",
            "cafe\u{301}",
            "әлем",
            "ӏist",
            "𝐚",
            "ßе",
            "ſо",
        ];
        let piece = prop_oneof![
            60 => spoofed,
            4 => twins.prop_map(|(word, swaps)| spelled(word, swaps)),
            1 => select(others).prop_map(str::to_owned),
        ];
        let signs = ", |. |; |.|-|’|/| — |\u{A0}| “|” |[|]| 7 |7|\\|%|% |_|'|\t|... |! |(|) |: |@|://";
        let sign = prop_oneof![12 => Just(" "), 1 => select(signs.split('|').collect::<Vec<_>>())];
        vec((piece, sign), 1..40).prop_map(|pieces| pieces.into_iter().flat_map(|(word, sign)| [word, sign.to_owned()]).collect())
    }

    proptest! {
        #[test]
        fn a_clear_line_is_told_as_at_length(before in select(vec!["", "Hе said sо.\n", "Слово.\n"]), line in line()) {
            let text = before.to_owned() + &line;
            let (at_once, at_length) = both(&Tracked::new(&text));
            prop_assert!(at_once.is_none_or(|told| told == at_length));
        }
    }

    #[test]
    fn most_spoofed_lines_are_clear() {
        for line in
            ["Thе harbour officе opеnеd its books.", "‘Closеd, gonе swimming’", "hе said wе arе “lаte”", "it’s\u{A0}7% lеft"]
        {
            let (at_once, at_length) = both(&Tracked::new(line));
            assert_eq!(at_once, Some(at_length), "{line}");
        }
    }

    #[test]
    fn what_needs_weighing_is_not_clear() {
        let lines = [
            ("the harbour", "nothing to restore"),
            ("сору", "nothing but what reads in several scripts"),
            ("thе сор", "a word of Cyrillic"),
            ("hе. Thе", "a sentence ends beside it"),
            ("thе сорсор", "a long word of Cyrillic"),
            ("thе сoрссс is", "a slip in a long word"),
            ("thе kΩ", "Greek"),
            ("thе ɡood", "an odd letter"),
            ("thе [ʃ]", "signs of sounds"),
            ("thе ХIV", "a numeral"),
            ("Yндэсний thе", "a letter of few alphabets"),
        ];
        for (line, why) in lines {
            assert!(both(&Tracked::new(line)).0.is_none(), "{line}: {why}");
        }
    }

    #[test]
    fn where_something_was_repaired_it_is_not_clear() {
        let mut tracked = Tracked::new("thе harb\u{200B}our");
        tracked.apply(vec![Edit { span: Span::new(9, 12), to: "".into(), hands: Hands::default() }]);
        assert_eq!(both(&tracked).0, None);
        assert!(both(&Tracked::new("thе harbour")).0.is_some());
    }
}
