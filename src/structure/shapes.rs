//! What one line looks like: bullet, number, quote, underline, code, label.
use super::lines::Line;
use crate::text::Span;

/// How a line begins or what it consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Plain,
    /// A code fence.
    Fence,
    /// `##`: the level, and the heading without marks.
    Hash(u32, Span),
    /// Only `=` or only `-`, `~`: an underline or a line drawn.
    Rule(char),
    /// `>`: what stands behind the signs.
    Quote(Span),
    /// A bullet, and what stands behind it.
    Bullet(Span),
    /// A number or letter: style, depth, value, and what stands behind it.
    Numbered(Style, u32, u32, Span),
    /// Cells with tabs between.
    Row(usize),
}

/// How a number is written: `1.` `1)` `(1)` `a.` `1.2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Dot,
    Paren,
    Letter,
    Depth,
}

const BULLETS: &[char] = &[
    '•', '◦', '▪', '▫', '■', '□', '●', '○', '‣', '⁃', '∙', '·', '➢', '➤', '►', '▶', '▸', '▹', '→', '⇒', '✔', '✓', '✅', '☑', '☐',
    '❖', '◆', '◇', '★', '☆', '➔', '➜', '➡', '✦', '✧', '✱', '»', '※', '–', '—', '-', '*', '+', '・', '\u{f0b7}', '\u{f0a7}', '👉',
    '🔹', '🔸', '✗', '✘', '❌', '❑', '❏', '⮚', '➣', '✪', '◼', '◾', '⚫', '⦿', '⁕', '¤',
];

/// Looks at the line.
pub(crate) fn shape(text: &str, line: &Line) -> Shape {
    let said = line.of(text);
    let from = |n: usize| {
        let rest = said.get(n..).unwrap_or("");
        Span::new(line.span.end - rest.trim_start().len(), line.span.end)
    };
    if said.starts_with("```")
        || said.starts_with("~~~") && said.trim_start_matches('~').chars().all(char::is_alphanumeric) && line.width < 12
    {
        return Shape::Fence;
    }
    let mut chars = said.chars();
    let Some(first) = chars.next() else {
        return Shape::Plain;
    };
    if matches!(first, '=' | '-' | '~' | '_' | '*' | '—' | '─' | '═' | '–')
        && line.width >= 3
        && said.chars().all(|c| c == first || c == ' ')
    {
        return Shape::Rule(first);
    }
    if first == '#' {
        let level = said.bytes().take_while(|b| *b == b'#').count();
        let rest = said.get(level..).unwrap_or("");
        if level <= 6 && rest.starts_with(' ') {
            let title = rest.trim().trim_end_matches('#').trim_end();
            let start = line.span.start + said.len() - rest.trim_start().len();
            return Shape::Hash(u32::try_from(level).unwrap_or(1), Span::new(start, start + title.len()));
        }
        return Shape::Plain;
    }
    if first == '>' {
        let rest = said.trim_start_matches(['>', ' ']);
        return Shape::Quote(Span::new(line.span.end - rest.len(), line.span.end));
    }
    if BULLETS.contains(&first) {
        let mut width = first.len_utf8();
        let mut rest = chars.as_str();
        // A variation selector belongs to the glyph.
        if let Some(tail) = rest.strip_prefix('\u{fe0f}') {
            width += '\u{fe0f}'.len_utf8();
            rest = tail;
        }
        let glued = !matches!(first, '-' | '*' | '+' | '–' | '—' | '→' | '»' | '·');
        if rest.starts_with(char::is_whitespace) || glued && rest.starts_with(char::is_alphabetic) {
            return Shape::Bullet(from(width));
        }
    }
    if let Some((style, depth, value, width)) = number(said) {
        return Shape::Numbered(style, depth, value, from(width));
    }
    let tabs = said.bytes().filter(|b| *b == b'\t').count();
    if tabs > 0 { Shape::Row(tabs) } else { Shape::Plain }
}

/// A number or letter at the start: style, depth, value, bytes up to the text.
fn number(said: &str) -> Option<(Style, u32, u32, usize)> {
    let open = usize::from(said.starts_with('('));
    let open = if said.starts_with('§') { '§'.len_utf8() + usize::from(said.starts_with("§ ")) } else { open };
    let rest = said.get(open..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) {
        let mut at = digits;
        let mut depth = 1;
        let mut value: u32 = rest.get(..digits)?.parse().ok()?;
        while let Some(tail) = rest.get(at..).and_then(|t| t.strip_prefix('.')) {
            let more = tail.bytes().take_while(u8::is_ascii_digit).count();
            if !(1..=3).contains(&more) {
                break;
            }
            value = tail.get(..more)?.parse().ok()?;
            at += 1 + more;
            depth += 1;
        }
        let tail = rest.get(at..)?;
        let (style, width) = match tail.chars().next()? {
            '.' if depth == 1 => (Style::Dot, 1),
            '.' => (Style::Depth, 1),
            ')' | '）' => (Style::Paren, tail.chars().next()?.len_utf8()),
            '、' => (Style::Dot, '、'.len_utf8()),
            ' ' | '\t' if depth > 1 => (Style::Depth, 0),
            _ => return None,
        };
        let after = tail.get(width..)?;
        let spaced = after.starts_with(char::is_whitespace) || after.starts_with(|c: char| !c.is_ascii() && c.is_alphabetic());
        return (spaced && !after.trim().is_empty()).then_some((style, depth, value, open + at + width));
    }
    // "一、", "十二、": ten and its ones.
    let signs = rest.chars().take_while(|c| "一二三四五六七八九十".contains(*c)).count();
    let width = signs * '一'.len_utf8();
    if (1..=3).contains(&signs)
        && open == 0
        && let Some(after) = rest.get(width..).and_then(|tail| tail.strip_prefix('、'))
    {
        let value = u32::try_from(signs).unwrap_or(1);
        return (!after.trim().is_empty()).then_some((Style::Dot, 1, value, width + '、'.len_utf8()));
    }
    // One letter, or a small roman number.
    let mut chars = rest.chars();
    let letter = chars.next().filter(|c| c.is_alphabetic())?;
    let roman = rest.bytes().take_while(|b| matches!(b, b'i' | b'v' | b'x' | b'I' | b'V' | b'X')).count();
    let word = if (2..=4).contains(&roman) { roman } else { letter.len_utf8() };
    let tail = rest.get(word..)?;
    let closed = tail.starts_with(')') || tail.starts_with('.') && (letter.is_lowercase() || roman > 0);
    let after = tail.get(1..)?;
    (closed && after.starts_with(' ')).then_some((
        Style::Letter,
        if open == 1 { 1 } else { 2 },
        u32::from(letter),
        open + word + 1,
    ))
}

/// `Label: text`: the label and the text, where the line can be read so.
pub(crate) fn label(text: &str, span: Span) -> Option<(Span, Span)> {
    let said = span.of(text);
    // A label is short; the search must not run through a long paragraph.
    let head = said.get(..said.floor_char_boundary(160))?;
    let (at, sign) = head.char_indices().find(|(i, c)| match c {
        '：' => true,
        ':' => {
            said.get(i + 1..).is_none_or(|r| r.starts_with(char::is_whitespace) || r.starts_with("** ") || r.starts_with("__ "))
        }
        _ => false,
    })?;
    let mut name = said.get(..at)?;
    let mut rest = said.get(at + sign.len_utf8()..)?;
    let mut start = span.start;
    for mark in ["**", "__"] {
        if let Some(inner) = name.strip_prefix(mark) {
            start += mark.len();
            name = inner;
            if let Some(inner) = name.strip_suffix(mark) {
                name = inner;
            } else {
                rest = rest.strip_prefix(mark)?;
            }
        }
    }
    let lead = name.len() - name.trim_start().len();
    start += lead;
    let name = name.trim();
    let rest = rest.trim_start();
    if rest.is_empty() || !label_like(name) {
        return None;
    }
    Some((Span::new(start, start + name.len()), Span::new(span.end - rest.len(), span.end)))
}

/// Whether `name` is short, begins like a name for something, and is no sentence.
fn label_like(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let first = name.chars().next().unwrap_or(' ');
    (1..=9).contains(&words)
        && name.chars().count() <= 70
        && (first.is_uppercase()
            || first.is_numeric()
            || first.is_alphabetic() && !first.is_lowercase()
            || matches!(first, '"' | '“' | '«' | '`' | '('))
        && !name.contains(['?', '!', ';'])
        && !name.match_indices(". ").any(|(at, _)| name.get(..at).is_some_and(|before| last_word(before).chars().count() > 4))
        && !name.contains("http")
}

fn last_word(said: &str) -> &str {
    said.rsplit(' ').next().unwrap_or("")
}

/// Whether the line reads like code.
pub(crate) fn codey(said: &str) -> bool {
    // Whatever says yes below needs one of these signs; most lines have none.
    let signs = |b: u8| matches!(b, b'(' | b'=' | b'-' | b':' | b'&' | b'|' | b'+' | b'[' | b'<' | b';' | b'{' | b'}');
    if said.len() > 400 || said.len() > 2 && !said.bytes().any(signs) {
        return false;
    }
    const STARTS: &[&str] = &[
        "$ ",
        "def ",
        "import ",
        "#include",
        "#!/",
        "return ",
        "return;",
        "public ",
        "private ",
        "class ",
        "fn ",
        "let ",
        "const ",
        "var ",
        "function ",
        "SELECT ",
        "sudo ",
        "<?",
        "</",
        "//",
        "/*",
        "elif ",
        "from ",
        "for (",
        "if (",
        "while (",
        "else {",
        "}",
        "{",
        "<div",
        "<a ",
        "<p",
        "print(",
        "@",
    ];
    const ENDS: &[&str] = &[";", "{", "}", "):", ");", "\\", "/>", "},", "];", "){"];
    const INSIDE: &[&str] = &["()", " = ", "==", "->", "=>", "::", "&&", "||", " := ", "+=", "[0]", "</"];
    let strong = ENDS.iter().any(|e| said.ends_with(e)) || STARTS.iter().any(|s| said.starts_with(s));
    let inside = INSIDE.iter().any(|i| said.contains(i));
    let called = said
        .find('(')
        .is_some_and(|i| i > 0 && said.get(i - 1..i).is_some_and(|c| c.chars().all(|c| c.is_alphanumeric() || c == '_')));
    let prose = said.ends_with(['.', '?', '!', ',']) && said.split_whitespace().count() > 4;
    !prose
        && (strong && (inside || called || said.len() < 3 || said.ends_with([';', '{', '}', ':']))
            || inside && (called || !said.contains(". ")) && said.split_whitespace().count() <= 12
            || called && said.ends_with([')', ':']))
}

/// Whether all letters are capitals.
pub(crate) fn capitals(said: &str) -> bool {
    let mut upper = 0;
    for c in said.chars() {
        if c.is_lowercase() || c.is_alphabetic() && !c.is_uppercase() {
            return false;
        }
        upper += usize::from(c.is_uppercase());
    }
    upper >= 3
}

/// Whether `said` ends as a question. In Greek that sign looks like a semicolon.
pub(crate) fn asks(said: &str) -> bool {
    said.ends_with(['?', '？', '؟', '\u{37e}'])
        || said.strip_suffix(';').is_some_and(|s| s.ends_with(|c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')))
}

/// Whether a few words end in an initial: "Renate S.".
pub(crate) fn ends_in_initial(said: &str) -> bool {
    let mut words = said.rsplit(' ');
    let last = words.next().and_then(|word| word.strip_suffix('.')).unwrap_or("");
    let mut letters = last.chars();
    letters.next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && letters.next().is_none()
        && (1..=2).contains(&words.count())
}

/// Whether a sentence ends at the end of `said`.
pub(crate) fn ends_sentence(said: &str) -> bool {
    let bare = said.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»', '*', '_']);
    bare.ends_with(['.', '?', '!', '…', '。', '！', '？', '।', '؟', ':', '：', ';'])
}
