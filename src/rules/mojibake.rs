//! Text that was read as another code page than it was in: UTF-8 once or several times over, or one old page as another. Read back.

mod accents;
mod alphabets;
mod controls;
mod glance;
mod ideographs;
mod judge;
mod pages;
mod reading;
mod sequences;
mod tokens;

use super::{Certainty, Evidence, Fact, Line, Page, Rule, Sink};
use judge::Group;
use reading::Reading;
use tokens::Token;

use crate::text::{Edit, Hands, Span, Tracked};
use crate::unicode::Classes;

/// See [`PAGE`].
pub struct Mojibake;

static PAGE: Page = Page {
    repairs: "text read in the wrong encoding: UTF-8 as any of two dozen older code pages, once or several times over, and one such page as another (`Ïðèâåò`)",
    leaves_alone: "text that is fine, `Ã` and `Â` as letters, quotes and dots after a capital, slips of other kinds (`Wallstrφm`)",
    finds: "Words in which a letter such as `Ã`, `â`, `Р` or `Ð`, or a part of a box (`├`), is followed by exactly the characters that \
            the rest of a UTF-8 sequence becomes in the same code page: those of Windows, ISO 8859, DOS (437, 737, 775, 850, 852, \
            857, 866), KOI8, MacRoman and MacCyrillic. Bytes that the page leaves undefined may stand as C1 controls. What was \
            misread twice is read back twice. Lines of Russian, Bulgarian, Serbian, Ukrainian or Greek that stand in the letters \
            of another page, lines of Polish, Romanian, Turkish or Lithuanian with the accents of Western Europe, and C1 controls \
            where quotes and dashes of Windows-1252 were: these only as a whole line, and where language proves it.",
    why: "`cafÃ©` is read by nobody and found by no search. It happens wherever a program takes a text for what it is not, and \
          it is there to stay once the text is stored.",
    example: ("The cafÃ© said itâ€™s naÃ¯ve", "The café said it’s naïve"),
    leaves: "A pair that could be a letter with a sign behind it (`CAFÉ»`, `IRMÃ…`) or two letters (`Úžas`, `ТРЁХ`), unless the word \
             or the line tells that it is not: a capital or a sign inside a word of small letters, letters of two scripts that \
             become one, other words misread in the same way. A word is left alone when only some of its letters can be read back. \
             Boxes and trees that are drawn. A line of another alphabet of which one word is fine, or too few letters to tell. \
             On a line that speaks of encodings what stands by itself is told as doubtful.",
};

/// What is misread twice has twice as many characters, so more layers than this is made up.
const MAX_LAYERS: usize = 6;

impl Rule for Mojibake {
    fn id(&self) -> &'static str {
        "mojibake"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::UNDECODED.union(Classes::CYRILLIC).union(Classes::GREEK)
    }

    fn is_hot(&self, line: Classes) -> bool {
        line.intersects(Classes::UNDECODED | Classes::CYRILLIC) || mixes(line)
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        if !line.classes.intersects(Classes::CONTROL) && !glance::may_be_misread(text, line.classes) {
            return;
        }
        let is_mixed = || mixes(line.classes) && (sequences::mixes_alphabets(text) || sequences::may_hold_punctuation(text));
        let mut tracked = Tracked::new(text);
        // First, as such a line holds many a sequence by chance.
        let mut fact = alphabets::read(text, line.classes).map(|meant| take_over(&mut tracked, meant));
        if fact.is_none() && (sequences::may_hold_sequences(text) || is_mixed()) {
            fact = take_layers_off(&mut tracked);
        }
        if fact.is_none() {
            fact = accents::read(text).map(|meant| take_over(&mut tracked, meant));
        }
        if line.classes.intersects(Classes::CONTROL) {
            let signs = controls::read(tracked.text()).map(|meant| take_over(&mut tracked, meant));
            fact = fact.or(signs);
        }
        let Some(fact) = fact else { return };
        let is_subject = is_about_encodings(text);
        for word in tracked.regions().chunk_by(|a, b| a.source.end == b.source.start) {
            let (Some(first), Some(last)) = (word.first(), word.last()) else { continue };
            let weakest = word.iter().map(|region| certainty(region.hands)).max().unwrap_or_default();
            let span = Span::new(first.source.start, last.source.end);
            let certainty = if is_subject && stands_alone(text, span) { Certainty::Doubtful } else { weakest };
            sink.report(span, certainty, Evidence::Fact(fact));
            word.iter().for_each(|region| sink.edit(region.source, region.clean.of(tracked.text())));
        }
    }
}

/// Reads back what was misread, once or more, and says what it was.
fn take_layers_off(tracked: &mut Tracked<'_>) -> Option<Fact> {
    let mut fact = None;
    // All layers come off here: between two of them the text holds soft hyphens, no-break spaces and controls that are
    // halves of letters, and that other rules would tidy away.
    for _ in 0..MAX_LAYERS {
        let Some(layer) = read_back(tracked.text(), Certainty::Likely) else { break };
        fact.get_or_insert(layer.fact);
        tracked.apply(layer.edits);
    }
    // Doubts are told once all that is sure has been read back; after a change the rules run again.
    if fact.is_none()
        && let Some(layer) = read_back(tracked.text(), Certainty::Doubtful)
    {
        fact = Some(layer.fact);
        tracked.apply(layer.edits);
    }
    fact
}

/// Puts a line as it was meant in the place of what stands.
fn take_over(tracked: &mut Tracked<'_>, meant: Reading) -> Fact {
    let hands = Hands(1 << Certainty::Likely as u64);
    tracked.apply(meant.letters.into_iter().map(|(span, c)| Edit { span, to: c.into(), hands }).collect());
    meant.fact
}

/// Whether a line has Latin letters and others that may have come from bytes of one.
fn mixes(line: Classes) -> bool {
    line.contains(Classes::LATIN) && line.intersects(Classes::CYRILLIC | Classes::GREEK)
}

/// Whether a line speaks of encodings, so that what looks misread may be what it is about.
fn is_about_encodings(line: &str) -> bool {
    const TELLS: [&str; 13] = [
        "mojibake",
        "utf-8",
        "utf8",
        "8859",
        "latin-1",
        "latin1",
        "windows-125",
        "encoding",
        "misread",
        "koi8",
        "code page",
        "charset",
        "кодиров",
    ];
    let line = line.to_ascii_lowercase();
    TELLS.iter().any(|tell| line.contains(tell))
}

/// Whether no letter stands right before or behind a span.
fn stands_alone(text: &str, span: Span) -> bool {
    let (before, after) = (text.get(..span.start).unwrap_or(""), text.get(span.end..).unwrap_or(""));
    !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic)
}

/// One layer taken off a line.
struct Layer {
    fact: Fact,
    edits: Vec<Edit>,
}

/// Reads `text` back through the page that explains most of it, wherever that is at least as sure as `level`.
fn read_back(text: &str, level: Certainty) -> Option<Layer> {
    let mut best: Option<Read> = None;
    let mut rivals: Vec<Read> = Vec::new(); // pages that explain as much of the text
    let starts = sequences::starts(text);
    let mut most_sequences = 0;
    for page in pages::PAGES.iter() {
        if page.is_rare && best.as_ref().is_some_and(Read::explains_all) {
            break;
        }
        // To weigh words is dear: a page that sees so much less in the text than another is no rival of it.
        let sequences = tokens::sequences(text, &starts, page);
        most_sequences = most_sequences.max(sequences);
        if sequences == 0 || 2 * sequences < most_sequences {
            continue;
        }
        let tokens = tokens::tokens(text, page);
        let mut groups = judge::groups(text, &tokens, page.family);
        groups.retain(|group| group.certainty <= level);
        let read = Read { fact: page.fact, weight: groups.iter().map(|group| group.weight).sum(), tokens, groups };
        match best.as_ref().map_or(0, |best| best.weight) {
            most if read.weight > most => {
                best = Some(read);
                rivals.clear();
            }
            most if read.weight == most && most > 0 => rivals.push(read),
            _ => {}
        }
    }
    let best = best?;
    let edits = best.groups.iter().flat_map(|group| {
        let is_disputed = best.sequences(group).any(|token| rivals.iter().any(|rival| !rival.agrees(token)));
        let certainty = if is_disputed { group.certainty.max(Certainty::Likely) } else { group.certainty };
        let hands = Hands(1 << certainty as u64);
        best.sequences(group).map(move |token| Edit { span: token.span, to: token.meant.into(), hands })
    });
    Some(Layer { fact: best.fact, edits: edits.collect() })
}

/// A text as one page explains it.
struct Read {
    fact: Fact,
    tokens: Vec<Token>,
    groups: Vec<Group>,
    weight: i32,
}

impl Read {
    /// Whether nothing beyond ASCII is left over.
    fn explains_all(&self) -> bool {
        self.tokens.iter().all(|token| token.is_sequence() || token.first.is_ascii())
    }

    fn sequences(&self, group: &Group) -> impl Iterator<Item = &Token> {
        let tokens = self.tokens.get(group.tokens.clone()).unwrap_or_default();
        tokens.iter().filter(|token| token.is_sequence())
    }

    /// Whether it takes the same characters for the same one.
    fn agrees(&self, token: &Token) -> bool {
        let place = self.tokens.binary_search_by_key(&token.span.start, |own| own.span.start);
        let own = place.ok().and_then(|place| self.tokens.get(place));
        own.is_some_and(|own| own.is_sequence() && own.span == token.span && own.meant == token.meant)
    }
}

/// The weakest certainty among the layers of a region.
fn certainty(hands: Hands) -> Certainty {
    Certainty::ALL.into_iter().rev().find(|&level| hands.0 & (1 << level as u64) != 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::rules::Certainty;
    use crate::{Options, clean};

    #[test]
    fn what_two_pages_read_otherwise_is_likely_only() {
        let cleaned = clean("RychlĂ˝ spoj fĂĽr alle", &Options::default());
        let sure: Vec<_> = cleaned.changes().map(|change| (change.to, change.certainty)).collect();
        assert_eq!(sure, [("ý", Certainty::Certain), ("ü", Certainty::Likely)]);
    }
}
