//! WARC as records; cutting and unwrapping are tested in `tests/warc`.

use unspoof::formats::records::{Fields, Kind, LIMIT, Position, Reader};

use super::{can_be_read_from_any_chunk, file, gzip, whole};

fn record(kind: &str, number: usize, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:{number}>\r\nWARC-Target-URI: http://a.example/{number}\r\n\
         WARC-Date: 2026-11-25T10:00:00Z\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn response(number: usize, content_type: &str, body: &[u8]) -> Vec<u8> {
    record("response", number, &[format!("HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n").as_bytes(), body].concat())
}

#[test]
fn a_page_is_decoded_by_what_it_is_and_says() {
    let (russian, _, _) = encoding_rs::WINDOWS_1251.encode("Всё хорошо.");
    let (japanese, _, _) = encoding_rs::SHIFT_JIS.encode("これは日本語です。");
    let meta = b"<meta charset=windows-1251><p>";
    let records = [
        record("warcinfo", 1, b"software: none"),
        response(2, "text/plain; charset=windows-1251", &russian),
        response(3, "text/html", &[meta, &russian[..]].concat()),
        // What is UTF-8 is UTF-8, whatever it says.
        response(4, "text/plain; charset=windows-1251", "Всё".as_bytes()),
        response(5, "image/png", b"\x89PNG"),
        // Damage costs the damaged characters.
        response(6, "text/plain; charset=utf-8", &["Всё ".as_bytes(), b"\xFF", "хорошо".as_bytes()].concat()),
        response(7, "text/plain; charset=shift_jis", &[&japanese[..], b"\x82\xFF", &japanese].concat()),
    ];
    let told = whole(&file("pages.warc.gz", &records.map(|record| gzip(&record)).concat()), Kind::Warc);
    let texts = told.iter().map(|told| told.splitn(3, ' ').nth(2).unwrap()).collect::<Vec<_>>();
    assert_eq!(
        texts,
        [
            "urn:2 Всё хорошо.",
            "urn:3 <meta charset=windows-1251><p>Всё хорошо.",
            "urn:4 Всё",
            "urn:6 Всё \u{FFFD}хорошо",
            "urn:7 これは日本語です。\u{FFFD}これは日本語です。",
        ]
    );
}

#[test]
fn headers_are_values() {
    let path = file("values.warc", &record("conversion", 1, b"A text."));
    let chunk = Reader::open(Some(&path), Kind::Warc, "text", Position::START, LIMIT).unwrap().next().unwrap().unwrap();
    let record = chunk.records(Fields { text: "text", id: "warc-target-uri" }).next().unwrap().unwrap();
    assert_eq!(record.id.as_deref(), Some("http://a.example/1"));
    assert_eq!(record.value("url").as_deref(), Some("\"http://a.example/1\""));
    assert_eq!(record.word("WARC-Type").as_deref(), Some("conversion"));
    assert_eq!(record.captured_by(None).unwrap().unwrap().to_string(), "2026-11-25T10:00:00Z");
    let mut row = Vec::new();
    record.write_row("body", None, &mut row);
    assert_eq!(
        String::from_utf8(row).unwrap(),
        "{\"id\":\"urn:1\",\"url\":\"http://a.example/1\",\"captured\":\"2026-11-25T10:00:00Z\",\"body\":\"A text.\"}\n"
    );
}

#[test]
fn reading_begins_again_between_chunks() {
    let pages = (0..1400).map(|n| match n % 10 {
        3 => b"no record\r\n".to_vec(),
        _ => response(n, "text/plain", format!("Page {n}. {}", "word ".repeat(n)).as_bytes()),
    });
    let bytes = pages.collect::<Vec<_>>().concat();
    can_be_read_from_any_chunk(&file("many.warc", &bytes), Kind::Warc);
    can_be_read_from_any_chunk(&file("many.warc.gz", &gzip(&bytes)), Kind::Warc);
}
