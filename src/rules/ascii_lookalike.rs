//! Look-alikes within ASCII: put back only where a word proves it.

mod english;
mod english_words;
mod numbers;
mod readings;
mod ticks;
mod words;

use std::cell::LazyCell;

use english::Short;
use readings::Reading;
use ticks::Ticks;
use words::Word;

use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::profile::{SUSPECT, is_suspect, suspects};
use crate::text::Span;
use crate::unicode::{Classes, Script};

/// See [`PAGE`].
pub struct AsciiLookalike;

static PAGE: Page = Page {
    repairs: "look-alikes within ASCII where a word proves it: `l` and `I` for one another, `0` and `1` for letters, `O` in a number, \
              a backtick for an apostrophe",
    leaves_alone: "identifiers, codes and numbers: `getItem`, `x86`, `l10n`, `2nd`, `10l`, `III`; `AI` and `Al`; hashes, addresses, code; \
                   `rn` and `m`",
    finds: "Words with a capital inside, a digit among letters, or a beginning that few words have (`Iike`, `lraq`). Language says \
            what each would be as a word and how likely that is beside the best account of it as it stands: a name made of several \
            words, one with a number, an abbreviation, a string of chance. Words spoofed on the same line make others likelier. \
            `l`, `lt`, `0f` and other words too short for a model are put back in English by what stands beside them; a number \
            with `O` where it is a year, a sum, a share or counts something; a backtick in contractions, genitives and elisions.",
    why: "`GoogIe` and `paypa1` are read as the names that they are not, and are found by no search.",
    example: ("GoogIe said that l can`t pay $1OO with he1p", "Google said that I can't pay $100 with help"),
    leaves: "Lines of code and tables, what stands in backticks, between the signs of an address, a path or an identifier. Names \
             that differ by one such letter and are both in use (`AI`, `Al`). Numbers with a unit, and names with a number, as long \
             as they are likelier than a word. Backticks that other spellings write: `o`zbek`, `Qur`an`.",
};

/// So many plain words tell the language of a line.
const TOLD: usize = 2;

/// What each other spoofed word on the line adds.
const COMPANY: f32 = 4.0;

const IN_ENGLISH: Evidence = Evidence::Fact(&"a short English word, by what stands beside it");
const NUMBER: Evidence = Evidence::Fact(&"a number, by its shape or by what stands beside it");
const APOSTROPHE: Evidence = Evidence::Fact(&"a word that is written with an apostrophe");

impl Rule for AsciiLookalike {
    fn id(&self) -> &'static str {
        "ascii-lookalike"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        SUSPECT
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        let bytes = text.as_bytes();
        if !is_suspect(bytes) || suspects(bytes).all(|at| words::is_index(bytes, at)) {
            return;
        }
        let ticks = Ticks::of(text);
        let mut words = words::cut(text);
        words.iter_mut().for_each(|word| word.protected |= ticks.is_code(word.span));
        let doubtful: Vec<bool> = words.iter().map(Word::is_doubtful).collect();
        if !ticks.any()
            && !doubtful.contains(&true)
            && !words.iter().any(|word| english::is_short(word) || word.is_spoofed_number())
            || words::is_code(text)
        {
            return;
        }
        let hint = LazyCell::new(|| readings::hint(&words));
        let ask = |tiny: bool| {
            let asked = words.iter().zip(&doubtful).map(move |(word, &doubtful)| (word, doubtful && word.is_tiny() == tiny));
            asked.map(|(word, ask)| if ask { readings::best(word, &hint) } else { None })
        };
        let mut read: Vec<Option<Reading>> = ask(false).collect();
        let short = Short::of(&words, &read);
        let mut proven = read.iter().flatten().filter(|reading| reading.is_sure()).count() + short.proven();
        if proven > 0 {
            // Two signs may be anything, but not where words were spoofed.
            read.iter_mut().zip(ask(true)).for_each(|(read, tiny)| *read = read.take().or(tiny));
            proven += read
                .iter()
                .zip(&words)
                .filter(|(read, word)| word.is_tiny() && read.as_ref().is_some_and(Reading::is_sure))
                .count();
        }
        // Where names have numbers behind them, one more is a name, too.
        let is_sure = |read: &Option<Reading>| read.as_ref().is_some_and(Reading::is_sure);
        let indexed = words.iter().zip(&read).filter(|(word, read)| word.is_indexed() && !is_sure(read)).count();
        let counted = LazyCell::new(|| counted(&words));
        // `使用 eth0`: no language is known in which it could be a word.
        let is_told = words.iter().filter(|word| word.is_plain()).nth(TOLD - 1).is_some();
        let is_name =
            |word: &Word<'_>| word.stem().is_some_and(|stem| !is_told && proven < 2 || counted.binary_search(&stem).is_ok());
        let mut found: Vec<Found<'_>> = Vec::new();
        for (at, (word, reading)) in words.iter().zip(&read).enumerate() {
            if let Some(meant) = short.read(at, proven) {
                found.push(Found { span: word.span, from: word.text, to: meant.to_owned(), evidence: IN_ENGLISH });
            } else if word.is_spoofed_number()
                && let Some(number) = numbers::read(word, words.get(at + 1), &words)
            {
                found.push(Found { span: word.span, from: word.text, to: number, evidence: NUMBER });
            } else if let Some(reading) = reading {
                let others = proven - usize::from(reading.is_sure());
                let better = reading.better + (others as f32 * COMPANY).min(reading.most_company());
                if better >= reading.margin && !(word.is_indexed() && indexed >= proven.max(2)) && !is_name(word) {
                    let evidence = Evidence::Model { script: Script::Latin, tenths: (better * 10.0) as u16 };
                    found.push(Found { span: word.span, from: word.text, to: reading.text.clone(), evidence });
                }
            }
        }
        if ticks.any() {
            let apostrophes = ticks.apostrophes(&words, &hint);
            found.extend(apostrophes.map(|span| Found { span, from: "`", to: "'".to_owned(), evidence: APOSTROPHE }));
        }
        found.sort_by_key(|found| found.span);
        found.iter().for_each(|found| found.tell(sink));
    }
}

/// The names that stand on the line with several numbers behind them, sorted: `foo1 foo2`.
fn counted<'t>(words: &[Word<'t>]) -> Vec<&'t str> {
    let mut names: Vec<(&str, &str)> = words.iter().filter_map(|word| Some((word.stem()?, word.text))).collect();
    names.sort_unstable();
    names.dedup();
    let several = names.chunk_by(|(a, _), (b, _)| a == b).filter(|same| same.len() > 1);
    several.filter_map(|same| same.first().map(|&(stem, _)| stem)).collect()
}

/// What a word was meant to be.
struct Found<'t> {
    span: Span,
    from: &'t str,
    to: String,
    evidence: Evidence,
}

impl Found<'_> {
    fn tell(&self, sink: &mut Sink) {
        sink.report(self.span, Certainty::Likely, self.evidence);
        for ((at, from), to) in self.from.char_indices().zip(self.to.chars()) {
            if from != to {
                let start = self.span.start + at;
                sink.edit(Span::new(start, start + from.len_utf8()), to);
            }
        }
    }
}
