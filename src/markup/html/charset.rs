//! What an HTML page says of its own encoding, read before it can be decoded.
use crate::decode::Encoding;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// How far the declaration may stand into the page, in bytes. The standard asks authors for 1,024; browsers look through the head.
const REACH: usize = 16 * 1024;

/// The encoding that a page declares: in an XML declaration, in `<meta charset>` or in the `Content-Type` of a `<meta http-equiv>`.
pub(in crate::markup) fn declared(page: &[u8]) -> Option<Encoding> {
    let head = page.get(..page.len().min(REACH)).unwrap_or(page);
    let mut emitter = DefaultEmitter::default();
    // A script may write tags in its text.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(head, emitter) {
        let Ok(token) = token;
        let label = match &token {
            Token::StartTag(tag) if **tag.name == *b"body" => return None,
            Token::StartTag(tag) if **tag.name == *b"meta" => of_meta(tag),
            // The tokenizer takes it for a comment.
            Token::Comment(said) if said.starts_with(b"?xml ") => behind(&String::from_utf8_lossy(said), "encoding"),
            _ => None,
        };
        if let Some(encoding) = label.as_deref().and_then(meant) {
            return Some(encoding);
        }
    }
    None
}

fn of_meta(tag: &StartTag<()>) -> Option<String> {
    let value = |name: &str| tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
    value("charset").or_else(|| {
        let is_type = value("http-equiv").is_some_and(|name| name.trim().eq_ignore_ascii_case("content-type"));
        value("content").filter(|_| is_type).and_then(|content| behind(&content, "charset"))
    })
}

/// The value of `name = value` in `said`, with or without quotes.
fn behind(said: &str, name: &str) -> Option<String> {
    let at = said.to_ascii_lowercase().find(name)?;
    let value = said.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let label = match quote {
        Some(quote) => value.get(1..)?.split(quote).next(),
        None => value.split(|c: char| c == ';' || c.is_whitespace()).next(),
    };
    label.map(str::to_owned)
}

/// The encoding that a declaration means, as in the standard: one that can be read byte by byte was not in UTF-16.
fn meant(label: &str) -> Option<Encoding> {
    let label = label.trim();
    if label.eq_ignore_ascii_case("x-user-defined") {
        return Encoding::named("windows-1252");
    }
    Encoding::named(label).map(|encoding| match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => Encoding::Utf8,
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_it_is_encoded_in() {
        for (page, encoding) in [
            ("<meta charset=windows-1251>", Some("windows-1251")),
            ("<!doctype html><html><head><title>x</title><META CharSet = 'KOI8-R' /></head>", Some("KOI8-R")),
            ("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", Some("Shift_JIS")),
            ("<meta content=\"text/html;charset='gbk' ; x\" http-equiv=content-type>", Some("GBK")),
            ("<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><html>", Some("ISO-8859-2")),
            // An unknown one counts as none, the next may be known.
            ("<meta charset=klingon><meta charset=latin1>", Some("windows-1252")),
            ("<meta charset=utf-16>", Some("UTF-8")),
            ("<meta charset=x-user-defined>", Some("windows-1252")),
            // What only looks like a declaration.
            ("<!-- <meta charset=big5> --><meta charset=utf-8>", Some("UTF-8")),
            ("<script>s = '<meta charset=big5>'</script>", None),
            ("<meta name=x content='charset=big5'>", None),
            ("<body><meta charset=big5>", None),
            ("no page", None),
        ] {
            assert_eq!(declared(page.as_bytes()).map(Encoding::as_str), encoding, "{page}");
        }
    }
}
