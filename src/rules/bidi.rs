//! Directional overrides that show text in another order than it is stored: put into the order that a reader sees.

#[cfg(test)]
mod tests;

use unicode_bidi::{BidiInfo, Level};

use super::{Certainty, Evidence, Line, Page, Rule, Sink};
use crate::text::{Replacement, Span};
use crate::unicode::{self, Classes};

/// See [`PAGE`].
pub struct Bidi;

static PAGE: Page = Page {
    repairs: "text reordered by directional controls: put in the order a reader sees; stray controls removed",
    leaves_alone: "controls around right-to-left letters; embeddings and isolates in a line that has such letters; LRM, RLM and ALM",
    finds: "The embedding, override and isolate controls (U+202A..202E, U+2066..2069) around text without a right-to-left letter. \
            The Unicode Bidirectional Algorithm (UAX #9), in a left-to-right line, says in which order such text is shown; that \
            order is what stays. Controls that move nothing are removed. Hebrew words under a left-to-right override whose final \
            letters stand first are turned round: they were stored as they are seen.",
    why: "Under U+202E, `\\u{202E}doog\\u{202C}` is shown as `good`: a person reads one text, a program another. This is how \
          source code and file names are forged (Trojan Source).",
    example: ("a \u{202E}doog\u{202C} day, ad\u{202D}min", "a good day, admin"),
    leaves: "Controls around right-to-left letters, and embeddings and isolates, closed or not, anywhere in a line that has such \
             letters: there they are needed. An override over right-to-left letters is reported (`doubtful`) and left as it is, as \
             a reader may see either order. LRM, RLM and ALM are judged by `invisible`.",
};

impl Rule for Bidi {
    fn id(&self) -> &'static str {
        "bidi"
    }

    fn page(&self) -> &'static Page {
        &PAGE
    }

    fn watches(&self) -> Classes {
        Classes::BIDI
    }

    fn find(&self, line: &Line<'_>, sink: &mut Sink) {
        let text = line.as_str();
        let rtl_line = text.chars().any(is_rtl);
        let last = text.char_indices().rev().find(|&(_, c)| !c.is_whitespace() && !is_control(c)).map_or(0, |(at, _)| at);
        for segment in segments(text) {
            let inner = segment.span.of(text);
            if inner.chars().any(is_rtl) {
                if let Some(read) = visual_hebrew(inner) {
                    let why = Evidence::Fact(&"Hebrew stored as it is seen, under a left-to-right override");
                    sink.replace(segment.span, &*read, Certainty::Likely, why);
                } else if segment.overrides {
                    sink.report(segment.span, Certainty::Doubtful, Evidence::Fact(&"an override over right-to-left letters"));
                }
                continue;
            }
            if rtl_line && !segment.overrides {
                continue;
            }
            match visual(inner, last < segment.span.end) {
                Some(shown) => {
                    let why = Evidence::Fact(&"directional controls show this text in another order (UAX #9)");
                    sink.replace(segment.span, &*shown, Certainty::Certain, why);
                }
                None => remove_controls(&segment, inner, sink),
            }
        }
    }
}

/// Takes the controls of a segment away where they move nothing.
fn remove_controls(segment: &Segment, inner: &str, sink: &mut Sink) {
    sink.report(segment.span, Certainty::Certain, Evidence::Fact(&"directional controls without right-to-left text"));
    for (at, c) in inner.char_indices().filter(|&(_, c)| is_control(c)) {
        let start = segment.span.start + at;
        sink.edit(Span::new(start, start + c.len_utf8()), Replacement::NOTHING);
    }
}

/// From a control that opens to the one that closes it, or to the end of the line; or a control that closes nothing.
struct Segment {
    span: Span,
    overrides: bool,
}

/// The outermost segments of a line, in order.
fn segments(text: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut open: Vec<bool> = Vec::new(); // of each open control: whether it is an isolate
    let mut isolates = 0usize;
    let (mut start, mut overrides) = (0, false);
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if is_control(c) && open.is_empty() {
            (start, overrides) = (at, false);
        }
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => {
                overrides |= matches!(c, '\u{202D}' | '\u{202E}');
                open.push(false);
            }
            '\u{2066}'..='\u{2068}' => {
                open.push(true);
                isolates += 1;
            }
            '\u{202C}' | '\u{2069}' => {
                let opened = !open.is_empty();
                if c == '\u{202C}' {
                    open.pop_if(|isolate| !*isolate);
                } else if isolates > 0 {
                    // PDI closes what was opened inside its isolate, too.
                    while open.pop() == Some(false) {}
                    isolates -= 1;
                }
                if open.is_empty() {
                    segments.push(Segment { span: Span::new(start, end), overrides: overrides && opened });
                }
            }
            '\n' | '\u{2029}' | '\u{85}' | '\r' if !open.is_empty() => {
                segments.push(Segment { span: Span::new(start, at), overrides });
                open.clear();
                isolates = 0;
            }
            _ => {}
        }
    }
    if !open.is_empty() {
        segments.push(Segment { span: Span::new(start, text.len()), overrides });
    }
    segments
}

/// The segment as it is shown, without its controls; nothing if that is the order in which it is stored.
fn visual(segment: &str, ends_line: bool) -> Option<String> {
    if !segment.chars().any(|c| matches!(c, '\u{202B}' | '\u{202E}' | '\u{2067}')) {
        return None; // nothing turns it round
    }
    if !segment.chars().any(|c| !is_control(c)) {
        return None;
    }
    // Blanks go back to the direction of the line where they end it (rule L1), and only there.
    let text = if ends_line { segment.to_owned() } else { format!("{segment}a") };
    let info = BidiInfo::new(&text, Some(Level::ltr()));
    let paragraph = info.paragraphs.first()?;
    let levels = info.reordered_levels_per_char(paragraph, paragraph.range.clone());
    // A letter and its marks move together (UAX #9, rule L3).
    let mut clusters: Vec<(u8, String)> = Vec::new();
    for (c, level) in segment.chars().zip(levels) {
        match clusters.last_mut() {
            Some((_, cluster)) if unicode::classes(c).intersects(Classes::MARK) => cluster.push(c),
            _ => clusters.push((level.number(), c.to_string())),
        }
    }
    let highest = clusters.iter().map(|&(level, _)| level).max()?;
    // Rule L2: from the highest level down to the lowest odd one, turn round every run of that level or higher.
    for level in (1..=highest).rev() {
        clusters
            .chunk_by_mut(|a, b| (a.0 >= level) == (b.0 >= level))
            .filter(|run| run.first().is_some_and(|c| c.0 >= level))
            .for_each(<[_]>::reverse);
    }
    // The controls had to stay till here: they part runs of one level.
    let shown = clusters.iter().map(|(level, cluster)| if level % 2 == 1 { mirrored(cluster) } else { cluster });
    let shown: String = shown.flat_map(str::chars).filter(|&c| !is_control(c)).collect();
    let stored: String = segment.chars().filter(|&c| !is_control(c)).collect();
    (shown != stored).then_some(shown)
}

/// Rule L4: a bracket in right-to-left order is shown as its mirror image.
fn mirrored(cluster: &str) -> &str {
    const PAIRS: [(&str, &str); 20] = [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("<", ">"),
        ("«", "»"),
        ("‹", "›"),
        ("≤", "≥"),
        ("≪", "≫"),
        ("⟨", "⟩"),
        ("⟦", "⟧"),
        ("〈", "〉"),
        ("《", "》"),
        ("「", "」"),
        ("『", "』"),
        ("【", "】"),
        ("〔", "〕"),
        ("（", "）"),
        ("［", "］"),
        ("｛", "｝"),
        ("＜", "＞"),
    ];
    let pair = PAIRS.iter().find(|(open, close)| *open == cluster || *close == cluster);
    pair.map_or(cluster, |&(open, close)| if cluster == open { close } else { open })
}

/// Hebrew words under a left-to-right override, as they are read: from the right. Some programs stored Hebrew as it was seen.
/// Letters that stand only at the end of a word prove it, when they stand at the beginning of one.
fn visual_hebrew(segment: &str) -> Option<String> {
    let inner = segment.strip_prefix('\u{202D}')?;
    let inner = inner.strip_suffix('\u{202C}').unwrap_or(inner);
    let is_letter = |c: char| matches!(c, 'א'..='ת');
    let is_final = |c: char| matches!(c, 'ך' | 'ם' | 'ן' | 'ף' | 'ץ');
    let is_hebrew = |c: char| is_letter(c) || matches!(c, ' ' | ',' | '-' | '\'' | '"' | '״' | '׳' | '־');
    if !inner.chars().all(is_hebrew) || !inner.starts_with(is_letter) || !inner.ends_with(is_letter) {
        return None;
    }
    let mut words = inner.split(|c| !is_letter(c)).filter(|word| !word.is_empty());
    let is_turned = words.clone().any(|word| word.starts_with(is_final));
    (is_turned && !words.any(|word| word.ends_with(is_final))).then(|| inner.chars().rev().collect())
}

fn is_control(c: char) -> bool {
    unicode::classes(c).intersects(Classes::BIDI)
}

/// Whether `c` belongs to the blocks of letters that are written from right to left. The mark among them is no letter.
pub(super) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{61B}' | '\u{61D}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}
