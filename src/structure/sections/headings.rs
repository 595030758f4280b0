//! Chunks become headings and labelled items by what stands around them.
use super::{
    super::{
        shapes::{self, Style},
        vocabulary,
    },
    Chunk, Line, What,
};
use crate::text::Span;

/// Numbered lines are headings when text stands between them, and items when they follow each other.
pub(super) fn number_headings(text: &str, chunks: &mut [Chunk]) {
    let (mut short, mut all, mut led) = (0, 0, 0);
    for (i, c) in chunks.iter().enumerate() {
        let What::Numbered(Style::Dot, 1) = c.what else {
            continue;
        };
        all += 1;
        short += usize::from(heading_like(text, c));
        // A paragraph may stand straight below it, where it stands apart itself.
        let below = |n: &Chunk| n.apart || c.apart && n.what == What::Text && shapes::ends_sentence(n.body.of(text));
        led += usize::from(chunks.get(i + 1).is_some_and(|n| below(n) && !matches!(n.what, What::Numbered(Style::Dot, _))));
    }
    let dots = all >= 2 && short == all && led * 2 >= all;
    for i in 0..chunks.len() {
        let followed = chunks.get(i + 1).is_some_and(|n| n.apart);
        let Some(c) = chunks.get_mut(i) else { continue };
        match c.what {
            What::Numbered(Style::Dot, 1) if dots => c.what = What::Heading(1),
            What::Numbered(Style::Depth, depth) if c.apart && followed && heading_like(text, c) => c.what = What::Heading(depth),
            What::Numbered(..) => c.what = What::Item,
            _ => {}
        }
    }
}

fn heading_like(text: &str, chunk: &Chunk) -> bool {
    let said = chunk.body.of(text);
    chunk.first == chunk.last && said.len() <= 160 && said.chars().count() <= 80 && !said.ends_with(['.', ';', ',', '…'])
}

/// Headings without a number: bold, all capitals, with a final colon, or short and alone.
pub(super) fn text_headings(text: &str, lines: &[Line], chunks: &mut [Chunk]) {
    let strengths: Vec<u8> = (0..chunks.len()).map(|i| colon_strength(text, chunks, i)).collect();
    let least = if strengths.contains(&2) { 1 } else { 2 };
    let colons: Vec<bool> = strengths.iter().map(|strength| *strength >= least).collect();
    let colon_count = colons.iter().filter(|c| **c).count();
    let plain: Vec<u8> = (0..chunks.len()).map(|i| plain_strength(text, lines, chunks, i)).collect();
    let weak = plain.iter().filter(|s| **s == 1).count();
    let lists = if weak > 0 { 1 } else { usize::MAX };
    for i in 0..chunks.len() {
        let has_next = i + 1 < chunks.len();
        let Some(c) = chunks.get_mut(i) else { continue };
        if c.what != What::Text || c.first != c.last || !has_next && !colons.get(i).copied().unwrap_or(false) {
            continue;
        }
        let said = c.body.of(text);
        let alone = c.apart && has_next;
        if let Some(inner) = bold(said) {
            c.body = Span::new(c.body.start + inner.start, c.body.start + inner.end);
            c.what = What::Heading(1);
        } else if colons.get(i) == Some(&true) {
            // The opening words of a post that announce its only list, or all its headings, are a sentence, whatever they lack.
            let announces = colon_count == 1 || colons.get(1) == Some(&true);
            let opener = i == 0 && announces && several_words(said) && !title_case(said);
            if !opener {
                let body = said.trim_end_matches([':', '：', ' ', '\u{a0}']);
                c.body = Span::new(c.body.start, c.body.start + body.len());
                c.what = What::Heading(1);
            }
        } else if alone
            && said.len() <= 120
            && shapes::capitals(said)
            && !said.ends_with(['.', ',', ';'])
            && said.split_whitespace().count() <= 10
            || plain.get(i) == Some(&2)
            || plain.get(i) == Some(&1) && weak >= 2
            || plain.get(i) == Some(&3) && weak >= lists
            || bracketed(said)
        {
            c.what = What::Heading(1);
        }
    }
}

/// Whether all of a short line stands in brackets that set off headings.
fn bracketed(said: &str) -> bool {
    let inner = said.strip_prefix('【').and_then(|said| said.strip_suffix('】'));
    inner.is_some_and(|inner| (1..=24).contains(&inner.chars().count()) && !inner.contains(['【', '】']))
}

fn bold(said: &str) -> Option<Span> {
    if said.len() > 200 {
        return None;
    }
    let bare = said.strip_suffix(':').unwrap_or(said);
    let inner = bare.strip_prefix("**")?.strip_suffix("**")?;
    let body = inner.strip_suffix(':').unwrap_or(inner).trim();
    (!body.is_empty() && !body.contains("**")).then(|| Span::new(2, 2 + body.len()))
}

/// More words than a heading can do with. A script without spaces needs two signs for a word.
fn several_words(said: &str) -> bool {
    let words = said.split_whitespace().count();
    words > 2 || words == 1 && !said.is_ascii() && said.chars().count() > 6 && !said.contains(char::is_lowercase)
}

/// 2: a heading with a final colon, 1: one if it has siblings, as a word in it is a verb or pronoun in another language, 0: none.
fn colon_strength(text: &str, chunks: &[Chunk], at: usize) -> u8 {
    let Some(c) = chunks.get(at) else {
        return 0;
    };
    let said = c.body.of(text);
    if c.what != What::Text || c.first != c.last || said.len() > 150 || !said.ends_with([':', '：']) {
        return 0;
    }
    let Some(next) = chunks.get(at + 1) else {
        return 0;
    };
    if matches!(next.what, What::Code | What::Quote(_)) {
        return 0;
    }
    let name = said.trim_end_matches([':', '：', ' ', '\u{a0}']);
    let words: Vec<String> =
        name.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let first = name.chars().next().unwrap_or(' ');
    let begins = first.is_uppercase() || first.is_numeric() || first.is_alphabetic() && !first.is_lowercase();
    let asks = words.first().is_some_and(|w| {
        [
            "what",
            "how",
            "why",
            "when",
            "where",
            "who",
            "which",
            "was",
            "wie",
            "warum",
            "wann",
            "wo",
            "wer",
            "comment",
            "pourquoi",
            "qué",
            "cómo",
            "что",
            "как",
            "почему",
        ]
        .contains(&w.as_str())
    });
    let announces = |w: &&String| vocabulary::ANNOUNCING.contains(&w.as_str());
    let surely = |w: &String| !vocabulary::ANNOUNCING_IN_ONE.contains(&w.as_str());
    let (any, sure) = (words.iter().any(|w| announces(&w)), words.iter().filter(announces).any(surely));
    let heading = begins
        && words.len() <= 8
        && name.chars().count() <= 70
        && !name.contains(['?', '!', ';', ',', ':'])
        && !name.contains(". ")
        && (!sure
            || title_case(name)
            || asks && !words.iter().any(|w| ["these", "following", "here", "below"].contains(&w.as_str())));
    match (heading, any && !sure && !asks && !title_case(name)) {
        (true, false) => 2,
        (true, true) => 1,
        _ => 0,
    }
}

/// Whether the words that carry the meaning begin with capitals.
fn title_case(said: &str) -> bool {
    let long = said.split_whitespace().filter(|w| w.chars().count() >= 4);
    let (mut all, mut upper) = (0, 0);
    for word in long {
        all += 1;
        upper += usize::from(word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
    }
    said.split_whitespace().count() >= 2 && all > 0 && upper == all
}

/// 2: surely a heading (a list follows), 1: one if it has siblings, 3: one beside another of these, 0: none.
fn plain_strength(text: &str, lines: &[Line], chunks: &[Chunk], at: usize) -> u8 {
    let (Some(c), Some(next)) = (chunks.get(at), chunks.get(at + 1)) else {
        return 0;
    };
    let said = c.body.of(text);
    if c.what != What::Text || c.first != c.last || !c.apart || said.len() > 120 {
        return 0;
    }
    if !next.apart && (said.chars().count() > 45 || said.split_whitespace().count() > 6) {
        return 0;
    }
    let first = said.chars().next().unwrap_or(' ');
    let begins = first.is_uppercase() || first.is_numeric() || first.is_alphabetic() && !first.is_lowercase();
    if !begins
        || said.chars().count() > 60
        || said.split_whitespace().count() > 8
        || said.ends_with(['.', '!', ',', ';', ':', '：', '…', '।', '。', '-', ')'])
        || said.contains(". ")
        || said.contains("http")
        || shapes::label(text, c.body).is_some()
        || said.contains(" = ")
    {
        return 0;
    }
    let ends = lines.get(next.last).is_some_and(|l| shapes::ends_sentence(l.of(text)));
    match next.what {
        // Straight below it stands a paragraph, or a list without bullets.
        What::Text if !next.apart && ends => u8::from(next.body.len() > said.len() + 40),
        What::Text if !next.apart => {
            let more = chunks.get(at + 2).is_some_and(|more| more.what == What::Text && !more.apart);
            if more && at > 0 { 3 } else { 0 }
        }
        _ if !next.apart => 0,
        What::Item => 2,
        What::Text
            if next.body.of(text).len() > said.len() + 20
                && lines.get(next.last).is_some_and(|l| shapes::ends_sentence(l.of(text))) =>
        {
            1
        }
        _ => 0,
    }
}

/// "Label: text" is an item where at least two stand in a row, spaced alike.
pub(super) fn label_items(text: &str, chunks: &mut [Chunk]) {
    let can: Vec<bool> = chunks.iter().map(|c| c.what == What::Text && shapes::label(text, c.body).is_some()).collect();
    let mut at = 0;
    let mut lone = Vec::new();
    let mut found = false;
    while at < chunks.len() {
        if can.get(at) != Some(&true) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let spaced = chunks.get(end).is_some_and(|c| c.apart);
        while can.get(end) == Some(&true) && chunks.get(end).is_some_and(|c| c.apart == spaced) {
            end += 1;
        }
        if end - at >= 2 {
            found = true;
            for c in chunks.get_mut(at..end).unwrap_or(&mut []) {
                c.what = What::Labelled;
            }
        } else {
            lone.push(at);
        }
        at = end;
    }
    // One alone is an item only as all that stands under a heading, where other headings have items.
    for at in lone.into_iter().filter(|_| found) {
        let under = at > 0 && chunks.get(at - 1).is_some_and(|c| matches!(c.what, What::Heading(_)));
        let ends = chunks.get(at + 1).is_none_or(|c| matches!(c.what, What::Heading(_)));
        if under
            && ends
            && let Some(c) = chunks.get_mut(at)
        {
            c.what = What::Labelled;
        }
    }
}
