//! Characters that nobody sees: zero-width, soft hyphens, fillers, stray directional marks.

mod hyphens;

use super::bidi::is_rtl;
use super::payload::spelt_by_bits;
use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes, Script};

/// See [`PAGE`].
pub struct Invisible;

static PAGE: Page = Page {
    repairs: "zero-width characters, soft hyphens, fillers, byte order marks and directional marks where they do no job",
    leaves_alone: "ZWNJ and ZWJ where the script needs them, emoji glue, ZWSP between words of Thai, Khmer, Lao …, plausible soft hyphens",
    finds: "Default-ignorable characters (U+200B, U+200C, U+200D, U+2060, U+FEFF, U+00AD, U+034F, U+180E, U+2061..2064, \
            U+206A..206F, Hangul fillers, U+200E, U+200F …) judged by their neighbours. Other control characters (NUL among \
            them), private-use and unassigned ones are reported (`doubtful`) and left alone.",
    why: "One such character inside a word hides the word from search, filters and tokenizers, and no reader sees it.",
    example: (
        "f\u{200B}r\u{200B}e\u{200B}e \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
        "free \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
    ),
    leaves: "ZWNJ and ZWJ beside a letter or mark of a script that is written with them (Arabic, the Indic scripts, Mongolian …), \
             or where the last letter before was one; ZWJ in emoji sequences; ZWSP beside scripts written without spaces; LRM, RLM \
             and ALM in lines with right-to-left letters, but not between two of Hebrew; CGJ beside another mark; fillers in their \
             own scripts. Also soft hyphens inside words of three letters or more, WORD JOINER except between two letters, and \
             invisible operators before a bracket, beside digits and signs of mathematics or between single letters: these go \
             only from a line on which another invisible character surely does no job, or near which several part words.",
};

impl Rule for Invisible {
    fn id(&self) -> &'static str {
        "invisible"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::INVISIBLE | Classes::JOINER | Classes::BIDI_MARK | Classes::CONTROL
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        if !line.classes.intersects(Classes::INVISIBLE | Classes::BIDI_MARK | Classes::CONTROL) && joiners_all_join(text) {
            return;
        }
        let marks = marks(text);
        let mut payloads = payloads(text, &marks).into_iter().peekable();
        // One that cannot be anything but a spoof makes its undecided neighbours on the line one, too; so do several near by.
        let spoofed = marks.iter().any(|mark| mark.verdict == Verdict::Spoof);
        let is_open = !spoofed && marks.iter().any(|mark| mark.verdict == Verdict::Undecided);
        let spoofed_near = is_open && are_words_parted_around(line);
        for mark in &marks {
            let evidence = match mark.verdict {
                Verdict::Spoof => Evidence::Fact(&"an invisible character that does no job between these neighbours"),
                Verdict::Undecided if spoofed => Evidence::Fact(&"an invisible character on a line with others that do no job"),
                Verdict::Undecided if spoofed_near => Evidence::Fact(&"an invisible character near others that part words"),
                Verdict::Control => {
                    sink.report(
                        mark.span,
                        Certainty::Doubtful,
                        Evidence::Fact(&"a control, private-use or unassigned character in text"),
                    );
                    continue;
                }
                Verdict::Undecided | Verdict::Job => continue,
            };
            let certainty = if mark.verdict == Verdict::Spoof { Certainty::Certain } else { Certainty::Likely };
            sink.replace(mark.span, Replacement::NOTHING, certainty, evidence);
            if let Some((_, spelt)) = payloads.next_if(|(at, _)| *at == mark.span.start) {
                sink.detail(format!("hidden text: {spelt:?}"));
            }
        }
    }
}

/// Whether several characters near the line part words, and are of several kinds: where a typesetter has a use for one, as for breaks in
/// an address, he has none for the others. Soft hyphens and joiners are not asked, which he uses within words.
fn are_words_parted_around(line: &Line<'_>) -> bool {
    const NEAR: usize = 300;
    const SEVERAL: usize = 3;
    let is_letter = |c: char| matches!(unicode::script(c), Script::Latin | Script::Cyrillic | Script::Greek);
    let (mut times, mut first, mut is_mixed) = (0, None, false);
    let (before, after) = line.around(NEAR);
    for text in [before, after] {
        let mut parted: Option<char> = None;
        let mut follows_letter = false;
        for c in text.chars() {
            if matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}') {
                parted = follows_letter.then_some(c);
                continue;
            }
            follows_letter = is_letter(c);
            if let Some(kind) = parted.take().filter(|_| follows_letter) {
                times += 1;
                is_mixed |= *first.get_or_insert(kind) != kind;
            }
        }
    }
    times >= SEVERAL && is_mixed
}

/// Texts that two kinds of invisible character spell as bits: all of the line, or else each run of them. With where it begins.
fn payloads(text: &str, marks: &[Mark]) -> Vec<(usize, String)> {
    let spoofs: Vec<&Mark> = marks.iter().filter(|mark| mark.verdict == Verdict::Spoof).collect();
    let read = |run: &[&Mark]| {
        let chars = run.iter().flat_map(|mark| mark.span.of(text).chars());
        Some((run.first()?.span.start, spelt_by_bits(chars)?))
    };
    let runs = || spoofs.chunk_by(|a, b| a.span.end == b.span.start).filter_map(read).collect();
    read(&spoofs).map_or_else(runs, |whole| vec![whole])
}

/// Whether every joiner of a line stands right before or after a letter of a script that is written with them: the rule for
/// Persian and Hindi, settled without a closer look.
fn joiners_all_join(text: &str) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| unicode::is_typed_with_joiners(unicode::script(c)));
    memchr::memmem::find_iter(text.as_bytes(), &JOINER_LEAD).all(|at| {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or("").chars());
        let is_joiner = after.clone().next().is_some_and(|c| matches!(c, '\u{200C}' | '\u{200D}'));
        !is_joiner || joins(before.chars().next_back()) || joins(after.clone().nth(1))
    })
}

/// What U+2000..203F begin with in UTF-8.
const JOINER_LEAD: [u8; 2] = [0xE2, 0x80];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It does no job here.
    Spoof,
    /// It could be typography, or half of a spoof.
    Undecided,
    /// It does the job it was made for.
    Job,
    /// Not ours to remove.
    Control,
}

struct Mark {
    span: Span,
    verdict: Verdict,
}

/// The nearest visible characters.
#[derive(Clone, Copy)]
struct Between {
    before: Option<char>,
    after: Option<char>,
    /// How many letters stand right before and right after, up to the next thing that is no letter: soft hyphens ask.
    run_before: usize,
    run_after: usize,
    /// Whether the line holds letters written from right to left.
    rtl: bool,
    /// Whether the nearest letter before is of a script that is written with joiners, wherever it stands.
    joined_script: bool,
}

fn is_watched(c: char) -> bool {
    unicode::classes(c).intersects(Classes::INVISIBLE | Classes::JOINER | Classes::BIDI_MARK | Classes::CONTROL)
}

/// Every character of the line that the rule watches, with its verdict. One pass forwards, one for the right neighbours.
fn marks(text: &str) -> Vec<Mark> {
    let rtl = text.chars().any(is_rtl);
    let mut found: Vec<(Span, char, Between)> = Vec::new();
    let (mut before, mut run) = (None, 0);
    let mut joined_script = false;
    let mut waiting = 0; // how many of the last found have not met their right neighbour
    let mut run_open = usize::MAX; // from which of the found on the letters to the right still count
    for (at, c) in text.char_indices() {
        if is_watched(c) {
            found.push((
                Span::new(at, at + c.len_utf8()),
                c,
                Between { before, after: None, run_before: run, run_after: 0, rtl, joined_script },
            ));
            waiting += 1;
            run = 0;
            run_open = found.len() - 1;
            continue;
        }
        let from = found.len() - waiting;
        found.iter_mut().skip(from).for_each(|(_, _, between)| between.after = Some(c));
        waiting = 0;
        let classes = unicode::classes(c);
        if classes.intersects(Classes::LETTER) {
            joined_script = unicode::is_typed_with_joiners(unicode::script(c));
            run += 1;
            if let Some((_, _, between)) = found.get_mut(run_open) {
                between.run_after += 1;
            }
        } else if !classes.intersects(Classes::MARK) {
            run = 0;
            run_open = usize::MAX;
        }
        before = Some(c);
    }
    let mut odd = hyphens::odd(text).into_iter().peekable();
    let judge = |(span, c, between): (Span, char, Between)| {
        while odd.next_if(|&at| at < span.start).is_some() {}
        let is_odd = odd.next_if_eq(&span.start).is_some();
        Mark { span, verdict: if is_odd { Verdict::Spoof } else { verdict(c, &between) } }
    };
    found.into_iter().map(judge).collect()
}

fn verdict(c: char, between: &Between) -> Verdict {
    let Between { before, after, .. } = *between;
    let either = |judge: fn(char) -> bool| before.is_some_and(judge) || after.is_some_and(judge);
    let both = |judge: fn(char) -> bool| before.is_some_and(judge) && after.is_some_and(judge);
    let job = |does: bool| if does { Verdict::Job } else { Verdict::Spoof };
    match c {
        '\u{200C}' | '\u{200D}' => {
            let glue = c == '\u{200D}' && before.is_some_and(ends_emoji) && after.is_some_and(is_emoji);
            job(glue
                || either(|c| unicode::is_typed_with_joiners(unicode::script(c)))
                || either(is_bare_sign)
                || between.joined_script)
        }
        // Without it the two letters would turn into a flag.
        '\u{200B}' => job(either(is_unspaced) || both(is_regional_indicator)),
        // Between two Hebrew letters they could turn nothing round. In Persian some type them for a non-joiner.
        '\u{200E}' | '\u{200F}' | '\u{61C}' => job(between.rtl && !both(is_hebrew)),
        '\u{AD}' => {
            // UTF-8 read as another encoding leaves soft hyphens that belong to broken letters: `Ã\u{AD}` was `í`.
            let broken = before.is_some_and(|c| matches!(c, '\u{C2}'..='\u{F4}' | 'Ă' | 'Đ' | 'Ĺ'));
            let within = both(is_letter) && between.run_before + between.run_after > 2;
            // A long address or compound may be broken behind its signs.
            let behind_a_sign = before.is_some_and(is_joint) && after.is_some_and(|c| c.is_alphanumeric());
            let at_apostrophe = before.is_some_and(is_letter) && matches!(after, Some('\'' | '’'));
            if broken || within || behind_a_sign || at_apostrophe { Verdict::Undecided } else { Verdict::Spoof }
        }
        // Invisible operators: application, times, separator, plus.
        '\u{2061}'..='\u{2064}' => {
            let formula = after == Some('(') || either(is_mathematical) || (between.run_before == 1 && between.run_after == 1);
            if formula { Verdict::Undecided } else { Verdict::Spoof }
        }
        // WORD JOINER keeps a dash, a number or a bracket with its word.
        '\u{2060}' => {
            if both(is_letter) {
                Verdict::Spoof
            } else {
                Verdict::Undecided
            }
        }
        '\u{34F}' => job(either(|c| unicode::classes(c).intersects(Classes::MARK))),
        '\u{180E}' => job(either(|c| unicode::script(c) == Script::Mongolian)),
        '\u{17B4}' | '\u{17B5}' => job(either(|c| unicode::script(c) == Script::Khmer)),
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => job(either(|c| unicode::script(c) == Script::Hangul)),
        c if unicode::classes(c).intersects(Classes::CONTROL) => Verdict::Control,
        // Musical and shorthand format controls in notation; interlinear annotation and the rest have no place in plain text.
        '\u{1D173}'..='\u{1D17A}' => job(either(|c| matches!(c, '\u{1D100}'..='\u{1D1FF}'))),
        '\u{1BCA0}'..='\u{1BCA3}' => job(either(|c| matches!(c, '\u{1BC00}'..='\u{1BCAF}'))),
        _ => Verdict::Spoof,
    }
}

/// What may stand inside a word that a line end parts.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '/' | '\'' | '’' | '\u{2010}' | '\u{2013}' | '_' | '.' | '@')
}

const fn is_hebrew(c: char) -> bool {
    matches!(c, 'א'..='ת')
}

const fn is_regional_indicator(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

fn is_letter(c: char) -> bool {
    unicode::classes(c).intersects(Classes::LETTER)
}

fn is_emoji(c: char) -> bool {
    unicode::classes(c).intersects(Classes::EMOJI)
}

/// What can stand before the ZWJ of an emoji sequence: an emoji, its style, its skin tone, the end of a flag.
fn ends_emoji(c: char) -> bool {
    is_emoji(c) || c == '\u{FE0F}' || c == '\u{20E3}' || c == '\u{E007F}'
}

/// A dotted circle or a dash that stands for a missing letter, as grammars of joining scripts print it.
fn is_bare_sign(c: char) -> bool {
    matches!(c, '\u{25CC}' | 'ـ')
}

/// Scripts written without spaces between words, where ZWSP marks the places to break a line.
fn is_unspaced(c: char) -> bool {
    let script = unicode::script(c);
    matches!(script, Script::Thai | Script::Lao | Script::Khmer | Script::Myanmar | Script::Tibetan | Script::Javanese)
        || matches!(script, Script::Balinese | Script::TaiTham | Script::NewTaiLue | Script::TaiLe | Script::Han)
        || matches!(script, Script::Hiragana | Script::Katakana)
        || matches!(c, '\u{3000}'..='\u{303F}')
}

fn is_mathematical(c: char) -> bool {
    matches!(c, '\u{1D400}'..='\u{1D7FF}' | '\u{2200}'..='\u{22FF}') || unicode::classes(c).intersects(Classes::DIGIT)
}

#[cfg(test)]
mod tests {
    use crate::{Options, clean};

    #[test]
    fn bits_are_told_as_text() {
        let bit = |byte: u8, at: u8| if byte >> at & 1 == 1 { '\u{2064}' } else { '\u{2062}' };
        let bits: String = "obey".bytes().flat_map(|byte| (0..8).rev().map(move |at| bit(byte, at))).collect();
        for text in [format!("a note{bits} to you"), format!("{}x{}", &bits[..48], &bits[48..])] {
            let cleaned = clean(&text, &Options::default());
            let told: Vec<_> = cleaned.findings().iter().filter_map(|finding| finding.detail()).collect();
            assert_eq!(told, ["hidden text: \"obey\""], "{}", text.escape_unicode());
        }
    }
}
