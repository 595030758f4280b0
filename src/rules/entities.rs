//! HTML character references in plain text: decoded.

use std::ops::Range;

use encoding_rs::WINDOWS_1252;
use memchr::memchr;

use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes};

/// See [`PAGE`].
pub struct Entities;

static PAGE: Page = Page {
    repairs: "HTML character references in plain text (`&#1077;`, `&rsquo;`, `&amp;`): decoded",
    leaves_alone: "text that holds markup or code or talks of HTML, addresses, `&lt;` and `&gt;`, a reference that stands alone",
    finds: "`&#…;`, `&#x…;` and `&name;` that touch a letter or a digit, several in a row that spell a word, and `&amp;` between \
            words; also when their own `&` was escaped again, or when a decimal number within a word lacks its semicolon. On a line with such a one, the others, too.",
    why: "`p&#1072;ssword` is shown as a word by whatever reads it as HTML, and found by no search. In plain text references are \
          left over from a page that was stored without being read.",
    example: ("It&#8217;s AT&amp;T&rsquo;s p&#229;l&aelig;g", "It’s AT&T’s pålæg"),
    leaves: "Everything near tags, backticks and escapes, and near the words HTML and XML: there a reference is what the text is \
             about. What would become a control character. A reference among blanks is told as doubtful.",
};

/// So many letters in a row, each written as a reference, spell a word.
const WORD: usize = 3;
/// How far around a line is looked for signs that it is about HTML, in bytes.
const NEAR: usize = 300;
/// Longer than the longest name and the longest number.
const LONGEST: usize = 40;

const WHY: Evidence = Evidence::Fact(&"an HTML character reference in plain text");

impl Rule for Entities {
    fn id(&self) -> &'static str {
        "entities"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::UNDECODED
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        let runs = runs(text);
        if runs.is_empty() || is_about_markup(line) {
            return;
        }
        let judged: Vec<_> = runs.iter().map(|run| judge(text, run)).collect();
        // An ampersand proves nothing: people escape it where they escape nothing else.
        let company = runs.iter().zip(&judged).any(|(run, judged)| *judged == Some(Certainty::Likely) && !run.is("&"));
        for (run, certainty) in runs.iter().zip(judged) {
            let Some(certainty) = certainty else { continue };
            let joins = company && !run.is_brackets();
            sink.report(run.span(), if joins { Certainty::Likely } else { certainty }, WHY);
            run.references.iter().for_each(|reference| sink.edit(reference.span, reference.value.clone()));
        }
    }
}

/// One reference.
struct Reference {
    span: Span,
    value: Replacement,
}

/// References that touch one another.
struct Run {
    references: Vec<Reference>,
}

impl Run {
    fn span(&self) -> Span {
        let ends = (self.references.first(), self.references.last());
        if let (Some(first), Some(last)) = ends { Span::new(first.span.start, last.span.end) } else { Span::default() }
    }

    /// Whether each of its references stands for `value`.
    fn is(&self, value: &str) -> bool {
        self.references.iter().all(|reference| reference.value.as_str(&mut [0; 4]) == value)
    }

    /// Whether it is nothing but the brackets of tags.
    fn is_brackets(&self) -> bool {
        self.references.iter().all(|reference| matches!(reference.value.as_str(&mut [0; 4]), "<" | ">"))
    }

    fn letters(&self) -> usize {
        let letter = |reference: &&Reference| reference.value.as_str(&mut [0; 4]).chars().all(char::is_alphabetic);
        self.references.iter().filter(letter).count()
    }
}

/// The references of a line.
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr(b'&', text.as_bytes().get(at..).unwrap_or(&[])) {
        let start = at + next;
        at = start + 1;
        let Some((length, value)) = reference(text.get(at..).unwrap_or("")) else { continue };
        at += length;
        let reference = Reference { span: Span::new(start, at), value };
        match runs.last_mut().filter(|run| run.span().end == start) {
            Some(run) => run.references.push(reference),
            None => runs.push(Run { references: vec![reference] }),
        }
    }
    runs
}

/// What the reference behind an `&` stands for, and how long it is. An escaped ampersand may begin another reference.
fn reference(text: &str) -> Option<(usize, Replacement)> {
    let (mut length, mut value) = simple_reference(text)?;
    while value == Replacement::from('&')
        && let Some((more, inner)) = text.get(length..).and_then(simple_reference)
    {
        length += more;
        value = inner;
    }
    Some((length, value))
}

fn simple_reference(text: &str) -> Option<(usize, Replacement)> {
    closed_reference(text).or_else(|| open_number(text))
}

/// A number that lacks its semicolon: browsers read it all the same. Only where it stands for a letter beyond ASCII, before
/// what is no digit: else it may be the number of something.
fn open_number(text: &str) -> Option<(usize, Replacement)> {
    let digits = text.strip_prefix('#')?;
    let end = digits.bytes().take(LONGEST).position(|digit| !digit.is_ascii_digit())?;
    let c = numbered(digits.get(..end)?)?;
    (!c.is_ascii() && c.is_alphabetic() && digits.get(end..)?.starts_with(char::is_alphabetic)).then_some((end + 1, c.into()))
}

fn closed_reference(text: &str) -> Option<(usize, Replacement)> {
    let end = memchr(b';', text.as_bytes().get(..LONGEST.min(text.len()))?)?;
    let name = text.get(..end)?;
    let value = match name.strip_prefix('#') {
        Some(number) => numbered(number)?.into(),
        None => {
            let named = &html_escape::NAMED_ENTITIES;
            let place = named.binary_search_by_key(&name.as_bytes(), |&(name, _)| name).ok()?;
            Replacement::from(named.get(place)?.1)
        }
    };
    let hazard = Classes::CONTROL | Classes::ERASER | Classes::BREAK | Classes::BIDI | Classes::TAG | Classes::VARIATION;
    let is_text = |c| c >= ' ' && !unicode::classes(c).intersects(hazard);
    value.as_str(&mut [0; 4]).chars().all(is_text).then_some((end + 1, value))
}

/// The character of a number, in decimal or with `x` in hexadecimal digits.
fn numbered(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if !digits.bytes().all(|digit| digit.is_ascii_alphanumeric()) {
        return None; // `+5` is a number for Rust, but not for HTML
    }
    let code = u32::from_str_radix(digits, radix).ok()?;
    match code {
        // The HTML standard reads these as Windows-1252, since so many pages meant that.
        0x80..=0x9F => WINDOWS_1252.decode_without_bom_handling(&[code as u8]).0.chars().next(),
        _ => char::from_u32(code),
    }
}

/// How sure it is that a run is no more than text; nothing if it is surely something else.
fn judge(text: &str, run: &Run) -> Option<Certainty> {
    let span = run.span();
    let (head, tail) = (text.get(..span.start).unwrap_or(""), text.get(span.end..).unwrap_or(""));
    let (before, after) = (head.chars().next_back(), tail.chars().next());
    let word = token(text, span);
    if word.contains("://") || word.contains("www.") || (word.contains('=') && run.is("&")) {
        return None;
    }
    if run.is_brackets() {
        return Some(Certainty::Doubtful);
    }
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let likely = if run.is("&") {
        // `AT&amp;T`, `Tom &amp; Jerry`, but not the operator `&amp;&amp;`
        let is_one = run.references.len() == 1;
        let word_beside = |blank: Option<char>, c: Option<char>| blank == Some(' ') && touches(c);
        let between_words = word_beside(before, head.chars().nth_back(1)) && word_beside(after, tail.chars().nth(1));
        is_one && (between_words || (touches(before) && touches(after)))
    } else {
        touches(before) || touches(after) || run.letters() >= WORD
    };
    Some(if likely { Certainty::Likely } else { Certainty::Doubtful })
}

/// What stands between blanks around `span`, as far as a reader would look for an address.
fn token(text: &str, span: Span) -> &str {
    let near = nearby(text, span);
    let start = text.get(near.start..span.start).and_then(|head| head.rfind(char::is_whitespace));
    let end = text.get(span.end..near.end).and_then(|tail| tail.find(char::is_whitespace));
    let start = start.map_or(near.start, |at| near.start + at);
    let end = end.map_or(near.end, |at| span.end + at);
    text.get(start..end).unwrap_or("")
}

/// `span` and some bytes on both sides.
fn nearby(text: &str, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.saturating_sub(NEAR));
    let end = text.ceil_char_boundary((span.end + NEAR).min(text.len()));
    start..end
}

/// Whether the line or what is near holds markup or code, or talks of it.
fn is_about_markup(line: &Line<'_>) -> bool {
    // Nothing that tells goes on in the next line.
    let (before, after) = line.around(NEAR);
    [line.as_str(), before, after].into_iter().any(|text| tells_of_markup(&text.to_ascii_lowercase()))
}

fn tells_of_markup(near: &str) -> bool {
    let tells = ["html", "xml", " entit", "escap", "`", "\\u", "\\x", "</", "<!"];
    let is_tag = |open: &str| {
        near.match_indices(open).any(|(at, _)| {
            let next = near.as_bytes().get(at + open.len());
            next.is_some_and(|next| next.is_ascii_alphabetic() || *next == b'/')
        })
    };
    tells.iter().any(|tell| near.contains(tell)) || is_tag("<") || is_tag("&lt;")
}
