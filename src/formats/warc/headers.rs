//! Headers as WARC and HTTP have them: a line each, `name: value`, whose value may go on in lines that begin with white space.

use std::borrow::Cow;

/// Headers as they stand, with the line before them and the empty one behind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Headers<'h>(pub &'h [u8]);

impl<'h> Headers<'h> {
    /// The value of the first header of this name, in whatever case. What is not UTF-8 in it becomes U+FFFD.
    pub fn get(self, name: &str) -> Option<Cow<'h, str>> {
        let mut lines = self.0.split(|&byte| byte == b'\n').skip(1).peekable();
        while let Some(line) = lines.next() {
            let Some((_, value)) = field(line).filter(|(found, _)| found.eq_ignore_ascii_case(name.as_bytes())) else { continue };
            let mut value = String::from_utf8_lossy(value);
            while let Some(more) = lines.next_if(|line| is_folded(line)) {
                value += " ";
                value += String::from_utf8_lossy(more.trim_ascii());
            }
            return Some(value);
        }
        None
    }
}

/// Whether a line can stand among headers.
pub(super) fn is_field(line: &[u8]) -> bool {
    is_folded(line) || field(line).is_some()
}

fn field(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let (name, value) = line.split_at_checked(memchr::memchr(b':', line)?)?;
    let name = name.trim_ascii_end();
    let is_name = !name.is_empty() && name.iter().all(u8::is_ascii_graphic);
    is_name.then_some((name, value.get(1..)?.trim_ascii()))
}

const fn is_folded(line: &[u8]) -> bool {
    matches!(line, [b' ' | b'\t', ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_any_case_and_over_folds() {
        let headers = Headers(b"HTTP/1.1 200 a: b\r\nA :  1 \r\nb:x\r\n\ty\n  z\r\nA: 2\r\nno header\r\nC:\r\nd: \xFF\r\n\r\n");
        let found = ["a", "A", "B", "c", "d", "HTTP/1.1 200 a", "no header"].map(|name| headers.get(name));
        let found: Vec<_> = found.iter().map(Option::as_deref).collect();
        assert_eq!(found, [Some("1"), Some("1"), Some("x y z"), Some(""), Some("\u{FFFD}"), None, None]);
        assert!(is_field(b" more") && is_field(b"a:") && !is_field(b":a") && !is_field(b"a b: c") && !is_field(b"a"));
    }
}
