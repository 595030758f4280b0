//! Escapes that end in a letter, which the word right behind is no part of: `\nХорошо`, `%sа`, `\x1b[32mВсе`, `%[1]sо`, `\fIслово`.

/// The longest name in `%(name)s`.
const LONGEST_NAME: usize = 40;
/// How far before a word an escape may begin that reaches into it.
const FAR: usize = LONGEST_NAME + 8;

/// Where the escape ends that the sign at byte `at` begins; nothing where it begins none.
#[inline(always)]
pub(super) fn end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at) {
        Some(b'\\' | b'%' | b'[' | b'^' | b'\x1B') => long(bytes, at),
        _ => None,
    }
}

/// Whether an escape may reach into the word that begins at byte `start`.
pub(super) fn may_reach(bytes: &[u8], start: usize) -> bool {
    let before = bytes.get(start.saturating_sub(FAR)..start).unwrap_or_default();
    before.iter().rev().take_while(|byte| !byte.is_ascii_whitespace()).any(|byte| matches!(byte, b'\\' | b'%' | b'[' | b'\x1B'))
}

#[inline(never)]
fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at + 1..)?;
    let len = match (bytes.get(at)?, rest) {
        (b'\x1B', [b'[', behind @ ..]) => 1 + terminal(behind)?,
        (b'^', [b'[', b'[', behind @ ..]) => 2 + terminal(behind)?,
        // Logs lose the escape itself and keep what it said.
        (b'[', [b'0'..=b'9', ..]) => terminal(rest).filter(|&len| rest.get(len - 1) == Some(&b'm'))?,
        // `5%n` is a remainder.
        (b'%', _) if at.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit) => return None,
        (b'%', _) => placeholder(rest)?,
        (b'\\', _) => backslash(rest)?,
        _ => return None,
    };
    Some(at + 1 + len)
}

/// How long what is told to a terminal is, behind its bracket: `32m`.
fn terminal(rest: &[u8]) -> Option<usize> {
    let len = run(rest, |byte| matches!(byte, b'0'..=b'9' | b';' | b':' | b'?'));
    rest.get(len)?.is_ascii_alphabetic().then_some(len + 1)
}

/// How long a placeholder of a format is, behind its sign: `s`, `-5.2f`, `[1]s`, `1$s`, `ld`, `(name)s`.
fn placeholder(rest: &[u8]) -> Option<usize> {
    // `%PATH%` is a variable.
    let name = run(rest, |byte| byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii());
    if name > 0 && rest.get(name) == Some(&b'%') {
        return None;
    }
    let mut len = 0;
    if let [b'(', name @ ..] = rest {
        let name = run(name.get(..LONGEST_NAME.min(name.len()))?, |byte| byte.is_ascii_alphanumeric() || byte == b'_');
        len = name + 2;
        (rest.get(len - 1) == Some(&b')')).then_some(())?;
    }
    let width = run(rest.get(len..)?, |byte| matches!(byte, b'0'..=b'9' | b'-' | b'#' | b'.' | b'*' | b'$' | b'[' | b']'));
    // `100%-oй`, `50%.Eсли`: no placeholder, but a sentence.
    let is_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'*' | b'#');
    if width > 0 && !rest.get(len..len + width)?.iter().any(is_number) {
        return None;
    }
    len += width;
    let is_conversion = |byte: Option<&u8>| byte.is_some_and(|byte| b"diouxXcsfFeEgGp".contains(byte));
    let size = run(rest.get(len..)?, |byte| matches!(byte, b'h' | b'l' | b'q' | b'j' | b'z' | b't'));
    if is_conversion(rest.get(len + size)) {
        len += size;
    }
    rest.get(len)?.is_ascii_alphabetic().then_some(len + 1)
}

/// How long an escape is behind its backslash: a letter, the digits of a character, a font or a sign of `troff`; and what an escape of
/// terminals goes on with.
fn backslash(rest: &[u8]) -> Option<usize> {
    let hex = |from: usize, most: usize| {
        let digits = rest.get(from..).unwrap_or_default();
        run(digits.get(..most.min(digits.len())).unwrap_or_default(), |byte| byte.is_ascii_hexdigit())
    };
    let (len, number) = match rest {
        [b'u', b'{', ..] => (2 + hex(2, 6), hex(2, 6)),
        [b'x', ..] => (1 + hex(1, 2), hex(1, 2)),
        [b'u', ..] => (1 + hex(1, 4), hex(1, 4)),
        [b'U', ..] => (1 + hex(1, 8), hex(1, 8)),
        [b'0'..=b'7', ..] => {
            let digits = run(rest.get(..3.min(rest.len())).unwrap_or_default(), |byte| matches!(byte, b'0'..=b'7'));
            (digits, digits)
        }
        [b'e' | b'E', ..] => (1, 0),
        [b'f', b'B' | b'C' | b'I' | b'P' | b'R', ..] => return Some(2),
        [b'f', b'(', a, b, ..] | [b'*', b'(', a, b, ..] if a.is_ascii_alphabetic() && b.is_ascii_alphanumeric() => {
            return Some(4);
        }
        [letter, ..] if letter.is_ascii_alphabetic() => return Some(1),
        _ => return None,
    };
    let value = rest.get(len - number..len).unwrap_or_default();
    let value = value.iter().position(|&digit| digit != b'0').and_then(|from| value.get(from..)).unwrap_or_default();
    let is_octal = rest.first().is_some_and(u8::is_ascii_digit);
    let is_escape = number == 0 && matches!(rest.first(), Some(b'e' | b'E'))
        || if is_octal { value == b"33" } else { value.eq_ignore_ascii_case(b"1b") };
    let close = usize::from(rest.get(len) == Some(&b'}'));
    match rest.get(len + close..) {
        Some([b'[', behind @ ..]) if is_escape => Some(len + close + 1 + terminal(behind).unwrap_or_default()),
        _ => Some(len),
    }
}

fn run(bytes: &[u8], is_in: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|&&byte| is_in(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_ends_where_the_word_begins() {
        for escape in [
            "\\n",
            "%s",
            "\\x1b[32m",
            "\\033[1;32m",
            "\\e[0m",
            "\\u001b[m",
            "\\u{1b}[0m",
            "\x1B[K",
            "^[[0m",
            "[31m",
            "%[1]s",
            "%1$s",
            "%-5.2f",
            "%ld",
            "%(count)s",
            "\\fI",
            "\\f(CW",
            "\\*(lq",
            "\\u041f",
            "\\x0a",
            "%l",
        ] {
            let text = escape.to_owned() + "слово";
            assert_eq!(end(text.as_bytes(), 0), Some(escape.len()), "{escape}");
        }
        for none in ["% слово", "[3] слово", "[слово", "^слово", "\\ слово", "[3z", "%", "\\", "", "[", "%(имя)s", "%-oй"]
        {
            assert_eq!(end(none.as_bytes(), 0), None, "{none}");
        }
    }
}
