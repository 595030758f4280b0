//! Zalgo: combining marks heaped on letters.

mod spelling;

use unicode_normalization::UnicodeNormalization;

use super::{Certainty, Evidence, Fact, Line, Page, Rule, Sink};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes};
use spelling::Spelling;

/// See [`PAGE`].
pub struct StackedMarks;

static PAGE: Page = Page {
    repairs: "zalgo: three or more marks heaped on a letter, marks that strike letters through",
    leaves_alone: "orthographic marks: Vietnamese, polytonic Greek, IPA, stress marks, points and vowel signs of other scripts",
    finds: "Three or more general combining marks (U+0300..036F and their extensions) on one letter or digit, of which at least two \
            are left when the letter is composed; overlay marks (U+0334..0338) on letters side by side, and then all of them on the line; \
            a word of four letters or more with a mark on each, most of which no spelling composes, and then that mark wherever it \
            stands on the line. Where several letters of a line \
            are heaped with marks of many kinds, every other mark that the spelling of the text has no use for goes as well.",
    why: "Heaped marks make text unreadable for search and filters while people still see the letters; struck-through \
          letters pass every word filter.",
    example: ("h\u{336}e\u{336}l\u{336}l\u{336}o\u{336} caf\u{e9}", "hello caf\u{e9}"),
    leaves: "One or two marks on a letter, unless they strike it through or the line is full of heaps; any number that canonical \
             composition accounts for; marks that belong to one script, such as Hebrew points, Arabic vowels or Indic signs; an \
             overlay on a sign, as in a negated relation, and the only struck letter of a line. Even in zalgo a precomposed letter \
             keeps its accent, a letter typed with its accent apart keeps it where the word is likelier so in the language of \
             the line, a Cyrillic vowel keeps its stress and a Yoruba one its tone.",
};

/// More loose marks than any orthography puts on one letter.
const HEAP: usize = 3;
/// So many heaps on a line and no orthography is asked about three marks on a letter.
const HEAPS: usize = 2;
/// So many kinds of mark in the heaps of a line are noise: a notation that piles up marks does it with a few.
const KINDS: usize = 4;
/// So many kinds of mark that no notation has are noise even if they stand one by one.
const NOISE_KINDS: usize = 5;
/// A word that bears marks on all of its letters is at least so long.
const DRESSED: usize = 4;

impl Rule for StackedMarks {
    fn id(&self) -> &'static str {
        "stacked-marks"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::STACKABLE
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        let clusters = clusters(text);
        let setting = Setting::new(text, &clusters);
        let mut spelling = Spelling::new(text, &clusters);
        for (at, cluster) in clusters.iter().enumerate() {
            let Some((certainty, why)) = setting.judge(text, &clusters, at) else { continue };
            if cluster.struck && !cluster.heap && !setting.is_zalgo {
                // Only the strokes go: what else is on the letter may be its own.
                sink.report(cluster.marks, certainty, Evidence::Fact(why));
                for (at, c) in cluster.marks.of(text).char_indices().filter(|&(_, c)| is_overlay(c)) {
                    let start = cluster.marks.start + at;
                    sink.edit(Span::new(start, start + c.len_utf8()), Replacement::NOTHING);
                }
                continue;
            }
            // What the letter was typed with stays, where it is the spelling of the word.
            let own = if setting.is_zalgo || cluster.among_heaps { spelling.own_marks(cluster) } else { 0 };
            let marks = Span::new(cluster.marks.start + own, cluster.marks.end);
            if marks.start < marks.end {
                sink.replace(marks, Replacement::NOTHING, certainty, Evidence::Fact(why));
            }
        }
    }
}

/// A letter and the general marks on it.
struct Cluster {
    base: char,
    marks: Span,
    count: usize,
    /// Whether three marks or more are on it, and more than one is left when it is composed.
    heap: bool,
    /// Whether it is a heap of just so many, all of them usual in phonetic and tonal notation.
    is_notation: bool,
    /// Whether an overlay is among them.
    struck: bool,
    /// Whether it is part of a word whose letters all bear marks.
    dressed: bool,
    /// Whether it stands on a blank or a sign of punctuation.
    on_sign: bool,
    /// The number of the word that it is in, and whether several letters of that word are heaped.
    word: usize,
    among_heaps: bool,
}

impl Cluster {
    /// Whether the letter of one stands right beside that of the other.
    fn touches(&self, other: &Self) -> bool {
        let (first, second) = if self.marks.start < other.marks.start { (self, other) } else { (other, self) };
        first.marks.end + second.base.len_utf8() == second.marks.start
    }

    /// How many characters the letter and its marks are when composed.
    fn composed(&self, text: &str) -> usize {
        std::iter::once(self.base).chain(self.marks.of(text).chars()).nfc().count()
    }
}

/// What the line as a whole says.
struct Setting<'t> {
    /// The mark that words of the line bear on each of their letters.
    dress: Option<&'t str>,
    /// Several letters are heaped, with marks of many kinds.
    is_zalgo: bool,
    /// At least a quarter of the letters are heaped, in whatever way.
    is_flooded: bool,
    /// Two letters side by side are struck through.
    is_struck: bool,
    heaps: usize,
}

impl<'t> Setting<'t> {
    fn new(text: &'t str, clusters: &[Cluster]) -> Self {
        let letters = text.chars().filter(|&c| unicode::classes(c).intersects(Classes::LETTER)).count();
        let heaps = clusters.iter().filter(|cluster| cluster.heap).count();
        let mut kinds: Vec<char> = Vec::new();
        for mark in clusters.iter().filter(|cluster| cluster.heap).flat_map(|cluster| cluster.marks.of(text).chars()) {
            if !kinds.contains(&mark) {
                kinds.push(mark);
            }
            if kinds.len() >= KINDS {
                break;
            }
        }
        let many = heaps >= HEAPS;
        // One in ten: with fewer, marks elsewhere on the line may be the text's own.
        let is_zalgo = many && kinds.len() >= KINDS && heaps * 10 >= letters || is_noise(text, clusters, letters);
        let is_struck = clusters.windows(2).any(|pair| matches!(pair, [a, b] if a.struck && b.struck && a.touches(b)));
        let mut dressed = clusters.iter().filter(|cluster| cluster.dressed).map(|cluster| cluster.marks.of(text));
        let dress = dressed.next().filter(|first| dressed.all(|other| other == *first));
        Self { dress, is_zalgo, is_flooded: many && heaps * 4 >= letters, is_struck, heaps }
    }

    /// How sure it is that the marks of a cluster are none of the text's, and why; nothing if they are.
    fn judge(&self, text: &str, clusters: &[Cluster], at: usize) -> Option<(Certainty, Fact)> {
        let cluster = clusters.get(at)?;
        if cluster.on_sign {
            let goes_on = cluster.struck && self.is_struck || self.dress == Some(cluster.marks.of(text));
            let among_heaps = self.is_zalgo || self.is_flooded;
            return (goes_on || among_heaps).then_some((Certainty::Likely, &"a mark between words that bear such marks"));
        }
        let mut beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| clusters.get(at));
        if cluster.is_notation && self.heaps == 1 {
            Some((Certainty::Doubtful, &"three marks on one letter, as phonetic notation has them now and then"))
        } else if cluster.heap {
            Some((Certainty::Certain, &"more marks than any spelling puts on one letter"))
        } else if cluster.struck && beside.any(|other| other.struck && cluster.touches(other)) {
            Some((Certainty::Certain, &"a mark that strikes the letters of a word through"))
        } else if cluster.struck && self.is_struck {
            Some((Certainty::Likely, &"a mark that strikes a letter through, on a line with words struck through"))
        } else if cluster.dressed {
            Some((Certainty::Likely, &"a word with a mark on each of its letters"))
        } else if cluster.among_heaps {
            Some((Certainty::Likely, &"a mark in a word whose letters are heaped with marks"))
        } else if self.dress == Some(cluster.marks.of(text)) {
            Some((Certainty::Likely, &"the mark that other words of the line bear on each of their letters"))
        } else if cluster.count >= HEAP && self.heaps >= HEAPS {
            Some((Certainty::Certain, &"a heap of marks, some of which happen to compose, among other heaps"))
        } else if self.is_zalgo || self.is_flooded {
            Some((Certainty::Likely, &"a mark in a line whose letters are heaped with marks"))
        } else {
            None
        }
    }
}

/// Whether one letter in five bears marks that compose with nothing, many kinds of which no notation has.
fn is_noise(text: &str, clusters: &[Cluster], letters: usize) -> bool {
    if clusters.len() < NOISE_KINDS || clusters.len() * 5 < letters {
        return false;
    }
    let mut kinds: Vec<char> = Vec::new();
    let mut loose = 0;
    for cluster in clusters.iter().filter(|cluster| !cluster.on_sign && cluster.composed(text) > 1) {
        loose += 1;
        for mark in cluster.marks.of(text).chars().filter(|&mark| is_unusual(mark)) {
            if kinds.len() < NOISE_KINDS && !kinds.contains(&mark) {
                kinds.push(mark);
            }
        }
    }
    kinds.len() >= NOISE_KINDS && loose * 5 >= letters
}

/// Every run of general marks that stands on a letter, a digit, a blank or punctuation.
fn clusters(text: &str) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut base = None;
    let mut word = Word::default();
    for (at, c) in text.char_indices() {
        let classes = unicode::classes(c);
        let end = at + c.len_utf8();
        let joins = c == JOINER && base.is_some(); // what follows stands on the same letter
        if !classes.intersects(Classes::STACKABLE) && !joins {
            let is_letter = classes.intersects(Classes::LETTER);
            base = (is_letter || classes.intersects(Classes::DIGIT) || is_sign(c)).then_some(c);
            if is_letter {
                if word.letters == 0 {
                    word.from = clusters.len();
                }
                word.letters += 1;
            } else {
                word.end(text, &mut clusters);
            }
            continue;
        }
        let Some(base) = base else { continue };
        match clusters.last_mut().filter(|last| last.marks.end == at) {
            Some(last) => {
                last.marks.end = end;
                last.count += usize::from(!joins);
            }
            None => {
                let marks = Span::new(at, end);
                let on_sign = is_sign(base);
                let (heap, is_notation, struck, dressed, among_heaps) = (false, false, false, false, false);
                let count = usize::from(!joins);
                clusters.push(Cluster {
                    base,
                    marks,
                    count,
                    heap,
                    is_notation,
                    struck,
                    dressed,
                    on_sign,
                    word: word.number,
                    among_heaps,
                });
            }
        }
    }
    word.end(text, &mut clusters);
    for cluster in &mut clusters {
        // What composition takes up does not count: polytonic Greek has three marks on a letter. Beyond that, no need to ask.
        cluster.heap = !cluster.on_sign && (cluster.count > 2 * HEAP || cluster.count >= HEAP && cluster.composed(text) > 2);
        cluster.is_notation = cluster.heap && cluster.count == HEAP && cluster.marks.of(text).chars().all(is_phonetic);
        cluster.struck = cluster.marks.of(text).chars().any(is_overlay);
    }
    for word in clusters.chunk_by_mut(|a, b| a.word == b.word) {
        if word.iter().filter(|cluster| cluster.heap && !cluster.is_notation).count() >= HEAPS {
            word.iter_mut().for_each(|cluster| cluster.among_heaps = true);
        }
    }
    clusters
}

/// The word at hand: how many letters it has so far, and which is the first cluster that may be in it.
#[derive(Default)]
struct Word {
    letters: usize,
    from: usize,
    number: usize,
}

impl Word {
    /// Ends it: a word of some length with a mark on each letter is dressed up.
    fn end(&mut self, text: &str, clusters: &mut [Cluster]) {
        let Self { letters, from, number } = *self;
        *self = Self { number: number + 1, ..Self::default() };
        let Some(own) = clusters.get_mut(from..).filter(|own| letters >= DRESSED && own.len() == letters) else { return };
        // Tones and accents of a spelling compose for the most part, and stand on vowels.
        let loose = own.iter().filter(|cluster| cluster.composed(text) > 1).count();
        // A stroke on one is judged by the strokes beside it.
        let is_struck = own.iter().any(|cluster| cluster.marks.of(text).contains(is_overlay));
        if loose * 2 >= letters && !is_struck && !is_numeral(text, own) {
            own.iter_mut().for_each(|cluster| cluster.dressed = true);
        }
    }
}

/// Whether a word is a number in Cyrillic letters, each under a titlo of its own: thousands, hundreds, tens and units.
fn is_numeral(text: &str, letters: &[Cluster]) -> bool {
    let is_titlo = |c: char| matches!(c, '\u{483}'..='\u{487}');
    letters.len() <= 4 && letters.iter().all(|letter| letter.marks.of(text).chars().all(is_titlo))
}

/// COMBINING GRAPHEME JOINER: keeps marks in order, and is drawn nowhere.
const JOINER: char = '\u{34F}';

/// A blank or a sign of punctuation, which no notation puts marks on; signs of mathematics are negated by a stroke.
const fn is_sign(c: char) -> bool {
    matches!(c, ' ' | '!' | '"' | '\'' | '(' | ')' | ',' | '-' | '.' | ':' | ';' | '?' | '[' | ']' | '¡' | '¿' | '«' | '»')
        || matches!(c, '\u{A0}' | '\u{2010}'..='\u{201F}' | '…' | '‹' | '›')
}

/// A mark that is drawn across its letter.
const fn is_overlay(c: char) -> bool {
    matches!(c, '\u{334}'..='\u{338}')
}

/// A mark that neither spellings nor phonetic alphabets have.
const fn is_unusual(c: char) -> bool {
    matches!(c, '\u{30D}' | '\u{30E}' | '\u{310}' | '\u{312}'..='\u{317}' | '\u{333}' | '\u{33E}' | '\u{33F}')
        || matches!(c, '\u{341}' | '\u{343}'..='\u{34E}' | '\u{350}'..='\u{35B}' | '\u{362}'..='\u{36F}')
}

/// The marks that phonetic alphabets and tone systems are written with.
const fn is_phonetic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{304}' | '\u{306}' | '\u{308}' | '\u{30A}'..='\u{30C}' | '\u{30F}' | '\u{318}'..='\u{320}')
        || matches!(c, '\u{323}'..='\u{325}' | '\u{327}'..='\u{32A}' | '\u{32C}' | '\u{32F}'..='\u{331}' | '\u{339}'..='\u{33C}')
}
