//! Look-alikes within ASCII: put back only where a word proves it.

mod english;
mod readings;
mod ticks;
mod words;

use std::cell::LazyCell;

use english::Short;
use readings::Reading;
use ticks::Ticks;
use words::Word;

use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::profile::SUSPECT;
use crate::text::Span;
use crate::unicode::{Classes, Script};

/// See [`PAGE`].
pub struct AsciiLookalike;

static PAGE: Page = Page {
    repairs: "`l` and `I` for one another, `0` and `1` for letters, letters among digits, backticks for apostrophes, where a word proves it",
    leaves_alone: "all else: `getItem`, `x86`, `l10n`, `2nd`, `10l`, `III`, `AI` and `Al`, hashes, addresses, code",
    finds: "",
    why: "",
    example: ("GoogIe", "Google"),
    leaves: "",
};

/// How many nats likelier than as it stands a word must be.
const MARGIN: f32 = 5.0;
/// What each other spoofed word on the line adds, and at most.
const COMPANY: f32 = 4.0;
const MOST_COMPANY: f32 = 9.0;

const IN_ENGLISH: Evidence = Evidence::Fact("a short English word, by what stands beside it");
const APOSTROPHE: Evidence = Evidence::Fact("a word that is written with an apostrophe");

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
        let ticks = Ticks::of(text);
        let mut words = words::cut(text);
        words.iter_mut().for_each(|word| word.protected |= ticks.is_code(word.span));
        let doubtful: Vec<bool> = words.iter().map(Word::is_doubtful).collect();
        if !ticks.any() && !doubtful.contains(&true) && !words.iter().any(english::is_short) || words::is_code(text) {
            return;
        }
        let hint = LazyCell::new(|| readings::hint(&words));
        let ask = |tiny: bool| {
            let asked = words.iter().zip(&doubtful).map(move |(word, &doubtful)| (word, doubtful && word.is_tiny() == tiny));
            asked.map(|(word, ask)| if ask { readings::best(word, &hint) } else { None })
        };
        let mut read: Vec<Option<Reading>> = ask(false).collect();
        let short = Short::of(&words, &read);
        let mut proven = read.iter().flatten().filter(|reading| reading.better >= MARGIN).count() + short.proven();
        if proven > 0 {
            // Two signs may be anything, but not where words were spoofed.
            read.iter_mut().zip(ask(true)).for_each(|(read, tiny)| *read = read.take().or(tiny));
            proven += read
                .iter()
                .zip(&words)
                .filter(|(read, word)| word.is_tiny() && read.as_ref().is_some_and(|r| r.better >= MARGIN))
                .count();
        }
        let mut found: Vec<Found<'_>> = Vec::new();
        for (at, (word, reading)) in words.iter().zip(&read).enumerate() {
            if let Some(meant) = short.read(at, proven) {
                found.push(Found { span: word.span, from: word.text, to: meant.to_owned(), evidence: IN_ENGLISH });
            } else if let Some(reading) = reading {
                let others = proven - usize::from(reading.better >= MARGIN);
                let better = reading.better + (others as f32 * COMPANY).min(MOST_COMPANY);
                if better >= MARGIN {
                    let evidence = Evidence::Model { script: Script::Latin, tenths: (better * 10.0) as u16 };
                    found.push(Found { span: word.span, from: word.text, to: reading.text.clone(), evidence });
                }
            }
        }
        let apostrophes = ticks.apostrophes(&words, &hint);
        found.extend(apostrophes.map(|span| Found { span, from: "`", to: "'".to_owned(), evidence: APOSTROPHE }));
        found.sort_by_key(|found| found.span);
        found.iter().for_each(|found| found.tell(sink));
    }
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
