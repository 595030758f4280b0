//! WARC as records; cutting and unwrapping are tested in `tests/warc`.

use unspoof::formats::records::{Fields, Kind, LIMIT, Position, Reader};

use super::{FIELDS, can_be_read_from_any_chunk, file, gzip, whole};

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
fn a_named_encoding_counts_in_the_place_of_what_pages_declare() {
    let (russian, _, _) = encoding_rs::WINDOWS_1251.encode("Всё хорошо.");
    let records = [
        response(1, "text/plain; charset=iso-8859-1", &russian),
        response(2, "text/plain; charset=iso-8859-1", "Всё".as_bytes()),
    ];
    let path = file("named.warc", &records.concat());
    let chunk = Reader::open(Some(&path), Kind::Warc, "text", Position::START, LIMIT).unwrap().next().unwrap().unwrap();
    let read = |charset: &str| {
        let charset = charset.parse().unwrap();
        let texts = chunk.records(FIELDS).map(|record| match record.unwrap().content.decode(charset) {
            Ok(decoded) => decoded.text.into_owned(),
            Err(error) => error.to_string(),
        });
        texts.collect::<Vec<_>>()
    };
    assert_eq!(read("windows-1251"), ["Всё хорошо.", "Всё"]);
    assert_eq!(read("auto"), ["Âñ¸ õîðîøî.", "Всё"]);
    assert_eq!(read("strict"), ["byte 0: expected UTF-8, but found the byte 0xC2", "Всё"]);
}

#[test]
fn what_is_passed_over_is_told() {
    let records = [
        record("warcinfo", 1, b"software: none"),
        record("request", 2, b"GET / HTTP/1.1\r\n\r\n"),
        response(2, "text/plain", b"A text."),
        response(3, "image/png", b"\x89PNG"),
        record("REQUEST", 4, b""),
        record("robotstxt-of-ours", 5, b""),
        b"no record\r\n".to_vec(),
    ];
    let path = file("others.warc", &records.concat());
    let chunk = Reader::open(Some(&path), Kind::Warc, "text", Position::START, LIMIT).unwrap().next().unwrap().unwrap();
    let told = chunk.records(FIELDS).count() as u64;
    assert_eq!(told, 2, "a page and a reject");
    let others = chunk.passed_over(told);
    assert_eq!(others, [("warcinfo", 1), ("request", 1), ("request", 1), ("other", 1), ("not_text", 1)]);
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
