//! Hidden payloads in tag characters and variation selectors: removed, decoded, shown in the finding.

use super::payload::spelt_by_selectors;
use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes, Script};

/// See [`PAGE`].
pub struct Smuggled;

static PAGE: Page = Page {
    repairs: "tag characters and variation-selector payloads: removed, the decoded payload shown in the finding",
    leaves_alone: "flags, emoji and ideographic variation sequences",
    finds: "Tag characters (U+E0000..E007F) outside a flag, and variation selectors (U+FE00..FE0F, U+E0100..E01EF, Mongolian \
            U+180B..180D and U+180F) where no variation sequence can be meant: after a letter of prose, after a space, or one after \
            another.",
    why: "Both are invisible and both can carry any text: tags mirror ASCII, and 256 variation selectors spell bytes. A \
          model reads such a payload as an instruction that no person sees; a filter that looks for words misses it.",
    example: ("hello\u{E0049}\u{E0047}\u{E004E} world", "hello world"),
    leaves: "The flags of England, Scotland and Wales and their like (a black flag, three to six tag letters or digits, CANCEL TAG), \
             text and emoji style after an emoji or in a keycap, ideographic variation sequences, standardized variants of signs, \
             Mongolian free variation selectors and the like in their own scripts: one selector after a character of a kind that \
             can take it. Which pairs are registered is not looked up.",
};

/// Letters that variants of ideographs do not spell by chance: those in use are numbered from where ASCII has controls.
const MESSAGE: usize = 4;

impl Rule for Smuggled {
    fn id(&self) -> &'static str {
        "smuggled"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::TAG | Classes::VARIATION
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        let (mut hidden, lawful) = hidden(text);
        // Each selector by itself may be lawful, behind an ideograph, and all together a message.
        let ideographic = || lawful.iter().filter(|span| span.of(text).starts_with(|c| matches!(c, '\u{E0100}'..='\u{E01EF}')));
        let spelt = spelt_by_selectors(ideographic().flat_map(|span| span.of(text).chars()));
        if spelt.is_some_and(|spelt| spelt.chars().count() >= MESSAGE) {
            hidden.extend(ideographic());
            hidden.sort_by_key(|span| span.start);
        }
        let spelt = |span: &Span| spelt_by_selectors(span.of(text).chars());
        let mut spelt: Vec<Option<String>> = hidden.iter().map(spelt).collect();
        if spelt.iter().all(Option::is_none)
            && let Some(first) = spelt.first_mut()
        {
            // One character here and one there may still be one message.
            *first = spelt_by_selectors(hidden.iter().flat_map(|span| span.of(text).chars()));
        }
        for (span, spelt) in hidden.into_iter().zip(spelt) {
            let why = Evidence::Fact(&"invisible characters that mean nothing here");
            sink.replace(span, Replacement::NOTHING, Certainty::Certain, why);
            if let Some(spelt) = spelt {
                sink.detail(format!("hidden text: {spelt:?}"));
            }
        }
    }
}

/// Every run of tags and selectors, without what belongs to the character before it; and what does.
fn hidden(text: &str) -> (Vec<Span>, Vec<Span>) {
    let (mut found, mut lawful) = (Vec::new(), Vec::new());
    let mut before = None; // the last character that is no payload
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let hidden = |c: char| unicode::classes(c).intersects(Classes::TAG | Classes::VARIATION);
        if !hidden(c) {
            before = Some(c);
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, c)) = chars.next_if(|&(_, c)| hidden(c)) {
            end = next + c.len_utf8();
        }
        let run = Span::new(at, end).of(text);
        let legal = legal_prefix(before, run, chars.peek().map(|&(_, c)| c));
        if legal < run.len() {
            found.push(Span::new(at + legal, end));
        }
        if legal > 0 {
            lawful.push(Span::new(at, at + legal));
        }
    }
    (found, lawful)
}

/// How many bytes of a run of tags and selectors belong to the character before it.
fn legal_prefix(before: Option<char>, run: &str, after: Option<char>) -> usize {
    let (Some(before), Some(first)) = (before, run.chars().next()) else { return 0 };
    let is_flag = before == '\u{1F3F4}' && is_tag(first);
    if is_flag {
        // Subdivision flags (UTS #51, ED-14a): a region and its part, three to six letters or digits, then CANCEL TAG.
        let tags = run.find('\u{E007F}').filter(|&end| {
            let spec = run.get(..end).unwrap_or("");
            (3..=6).contains(&spec.chars().count())
                && spec.chars().all(|c| matches!(c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}'))
        });
        return tags.map_or(0, |end| end + '\u{E007F}'.len_utf8());
    }
    if takes_selector(before, first, after) { first.len_utf8() } else { 0 }
}

fn is_tag(c: char) -> bool {
    unicode::classes(c).intersects(Classes::TAG)
}

/// Whether `selector` can stand after `base`, in the scripts and sets that have variation sequences.
fn takes_selector(base: char, selector: char, after: Option<char>) -> bool {
    let info = unicode::info(base);
    match selector {
        '\u{FE0E}' | '\u{FE0F}' => {
            let keycap = matches!(base, '0'..='9' | '#' | '*') && after == Some('\u{20E3}');
            keycap || info.classes.intersects(Classes::EMOJI)
        }
        '\u{E0100}'..='\u{E01EF}' => info.script == Script::Han,
        '\u{180B}'..='\u{180D}' | '\u{180F}' => info.script == Script::Mongolian,
        '\u{FE00}'..='\u{FE0D}' => match info.script {
            Script::Han
            | Script::Myanmar
            | Script::PhagsPa
            | Script::Manichaean
            | Script::Mongolian
            | Script::EgyptianHieroglyphs => true,
            // Standardized variants of mathematical signs, of digits (slashed zero), of fullwidth and CJK punctuation.
            Script::Common => {
                !info.classes.intersects(Classes::LETTER | Classes::EMOJI)
                    && !base.is_whitespace()
                    && (!base.is_ascii() || base == '0')
            }
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, clean};

    #[test]
    fn one_message_spread_over_a_line_is_told_once() {
        let selector = |byte: u8| char::from_u32(0xE0100 + u32::from(byte) - 16).unwrap();
        let text: String = "let us meet".chars().zip("say nothing".bytes()).flat_map(|(c, byte)| [c, selector(byte)]).collect();
        let cleaned = clean(&text, &Options::default());
        let told: Vec<_> = cleaned.findings().iter().filter_map(|finding| finding.detail()).collect();
        assert_eq!((cleaned.text(), told), ("let us meet", vec!["hidden text: \"say nothing\""]));
    }
}
