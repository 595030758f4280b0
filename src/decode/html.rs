//! The encoding that an HTML page declares for itself.

use std::sync::LazyLock;

use regex::bytes::Regex;

use super::Encoding;

/// How far into a page a declaration counts, as browsers have it.
const HEAD: usize = 1024;

/// The encoding that a page names in a `meta` element near its begin. It is read as ASCII, so UTF-16 there means UTF-8.
pub fn declared_in_html(page: &[u8]) -> Option<Encoding> {
    #[expect(clippy::unwrap_used, reason = "a constant pattern, which a test runs")]
    static META: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"(?i-u)<meta[^>]{0,300}?[\s"';]charset\s*=\s*["']?\s*([\w.:-]+)"#).unwrap());
    let head = page.get(..HEAD).unwrap_or(page);
    let label = META.captures(head)?.get(1)?.as_bytes();
    match Encoding::named(std::str::from_utf8(label).ok()?)? {
        Encoding::Utf16Le | Encoding::Utf16Be => Some(Encoding::Utf8),
        named => Some(named),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_meta_are_read() {
        let declared = |page: &str| declared_in_html(page.as_bytes()).map(Encoding::as_str);
        assert_eq!(declared("<!doctype html><META CHARSET=windows-1251>"), Some("windows-1251"));
        let form = r#"<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">"#;
        assert_eq!(declared(form), Some("Shift_JIS"));
        assert_eq!(declared("<meta charset='utf-16'>"), Some("UTF-8"));
        assert_eq!(declared("<meta name=a content=b><meta charset=\"koi8-r\">"), Some("KOI8-R"));
        assert_eq!([declared("<p>charset=koi8-r"), declared("<meta charset=klingon>"), declared("")], [None; 3]);
        assert_eq!(declared(&format!("{}<meta charset=koi8-r>", " ".repeat(HEAD))), None);
    }
}
