//! The page in a record: without the wrapping of HTTP, as far as it is there.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use unspoof::formats::warc::Page;

use super::{raws, record};

const HTML: &str = "<!DOCTYPE html><title>Tea</title><p>A cup of tea, a cup of tea, a cup of tea.";

/// The page of a response with these headers, or the error.
fn answered(headers: &str, body: &[u8]) -> Result<Option<Page<'static>>, String> {
    let block = [b"HTTP/1.1 200 OK\r\n", headers.as_bytes(), b"\r\n", body].concat();
    paged("response", "Content-Type: application/http; msgtype=response\r\n", &block)
}

fn paged(kind: &str, more: &str, block: &[u8]) -> Result<Option<Page<'static>>, String> {
    let raw = raws(&record(kind, more, block)).remove(0);
    let page = raw.page().map_err(|error| error.to_string())?;
    Ok(page.map(|page| Page { bytes: page.bytes.into_owned().into(), ..page }))
}

fn body(headers: &str, body: &[u8]) -> Vec<u8> {
    answered(headers, body).unwrap().unwrap().bytes.into_owned()
}

#[test]
fn the_content_type_tells_the_format() {
    for (headers, body, format, declared) in [
        ("Content-Type: text/html; charset=\"KOI8-R\"\r\n", "x", Some("html"), Some("KOI8-R")),
        ("content-type:TEXT/HTML;a=b;\r\n\tCharset=utf-8\r\n", "x", Some("html"), Some("utf-8")),
        ("Content-Type: application/xhtml+xml\r\n", "", Some("html"), None),
        ("Content-Type: text/html, text/html\r\n", "x", Some("html"), None),
        ("Content-Type: text/plain\r\n", HTML, Some("text"), None),
        ("Content-Type: text/markdown\r\n", "# x", Some("markdown"), None),
        ("Content-Type: image/png\r\nContent-Encoding: zstd\r\n", "x", None, None),
        ("Content-Type: application/json\r\n", "{}", None, None),
        ("", HTML, Some("html"), None),
        ("Content-Type: ; charset=latin1\r\n", "tea", Some("text"), Some("latin1")),
        ("", "", None, None),
    ] {
        let expected = format.map(|format| Page { bytes: body.as_bytes().into(), format, declared: declared.map(str::to_owned) });
        assert_eq!(answered(headers, body.as_bytes()), Ok(expected), "{headers:?}");
    }
    assert_eq!(answered("", b"\x89PNG\r\n\xFF\xFE\x80"), Ok(None));
}

#[test]
fn only_some_records_hold_pages() {
    let format = |kind, more, block: &str| paged(kind, more, block.as_bytes()).unwrap().map(|page| page.format);
    assert_eq!(format("conversion", "Content-Type: text/plain\r\n", "Tea"), Some("text"));
    assert_eq!(format("conversion", "Content-Type: image/png\r\n", "Tea"), None);
    assert_eq!(format("resource", "Content-Type: text/html\r\n", "Tea"), Some("html"));
    assert_eq!(format("resource", "", HTML), Some("html"));
    assert_eq!(format("response", "Content-Type: text/dns\r\n", "20260101\nexample.org. 300 IN A 192.0.2.1"), None);
    for kind in ["warcinfo", "request", "metadata", "revisit", "continuation", "strange"] {
        assert_eq!(format(kind, "Content-Type: text/plain\r\n", "Tea"), None, "{kind}");
    }
}

#[test]
fn chunks_are_undone_where_there_are_some() {
    let chunked = "Content-Type: text/plain\r\nContent-Length: 3\r\nTransfer-Encoding: Chunked\r\n";
    for (sent, expected) in [
        ("5\r\nA cup\r\nA;x=y\r\n of tea, A\r\n0\r\n\r\n", "A cup of tea, A"),
        ("5  \nA cup\n0\nA-Trailer: x\n\n", "A cup"),
        ("05\r\nA\r\nup\r\n0\r\n", "A\r\nup"),
        ("5\r\nA cup\r\n", "A cup"),
        ("0\r\n\r\n", ""),
        // No chunks: the crawler has undone them, or the header was wrong.
        ("A cup of tea", "A cup of tea"),
        ("", ""),
        ("5\r\nA cup of tea, 0\r\n", "5\r\nA cup of tea, 0\r\n"),
        ("0\r\nno trailer", "0\r\nno trailer"),
        ("ffffffffffffffffffff\r\nx", "ffffffffffffffffffff\r\nx"),
    ] {
        assert_eq!(String::from_utf8(body(chunked, sent.as_bytes())).unwrap(), expected, "{sent:?}");
    }
    let unchunked = "Content-Type: text/plain\r\nX-Crawler-Transfer-Encoding: chunked\r\n";
    assert_eq!(body(unchunked, b"2\r\nab\r\n0\r\n\r\n"), b"2\r\nab\r\n0\r\n\r\n");
    for (sent, reason) in [
        ("5\r\nA cup\r\nA\r\n of", "expected 10 bytes in a chunk of the body, but it ends after 3"),
        ("5\r\nA cup\r\nA", "expected another chunk of the body, but found none"),
        ("5\r\nA cup\r\nof tea", "expected another chunk of the body, but found none"),
    ] {
        assert_eq!(answered(chunked, sent.as_bytes()).unwrap_err(), format!("record 1, byte 0: {reason}"), "{sent:?}");
    }
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn zlib(text: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn deflate(text: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// An uncompressed meta-block of `HTML`, and the empty last one (RFC 7932, 9.2).
fn brotli(text: &[u8]) -> Vec<u8> {
    // Window of 16 bits: 0. Not the last: 0. Four nibbles of length: 00. Length - 1 in 16 bits. Not compressed: 1.
    let head = ((text.len() as u32 - 1) << 4) | 1 << 20;
    [&head.to_le_bytes()[..3], text, &[3]].concat()
}

fn coded(coding: &str, body: &[u8]) -> Result<Vec<u8>, String> {
    answered(&format!("Content-Type: text/html\r\nContent-Encoding: {coding}\r\n"), body)
        .map(|page| page.unwrap().bytes.into_owned())
}

#[test]
fn content_encodings_are_undone() {
    let html = HTML.as_bytes();
    let cases: [(&str, Vec<u8>); 9] = [
        ("gzip", gzip(html)),
        ("x-GZip", [gzip(&html[..20]), gzip(&html[20..])].concat()),
        ("gzip", [gzip(html), b"\0\0 left over".to_vec()].concat()),
        ("deflate", zlib(html)),
        ("deflate", deflate(html)),
        ("br", brotli(html)),
        ("gzip, br", brotli(&gzip(html))),
        ("identity", html.to_vec()),
        ("gzip", b"caf\xE9".to_vec()),
    ];
    for (coding, sent) in cases {
        let expected = if sent.ends_with(b"\xE9") { &sent } else { html };
        assert_eq!(coded(coding, &sent).unwrap(), expected, "{coding}");
    }
    // A crawler has undone them and left the header.
    for coding in ["gzip", "deflate", "br", "zstd", "utf-8"] {
        assert_eq!(coded(coding, html).unwrap(), html, "{coding}");
    }
    // In chunks, as it comes from a server.
    let packed = gzip(html);
    let sent = [format!("{:x}\r\n", packed.len()).as_bytes(), &packed, b"\r\n0\r\n\r\n"].concat();
    assert_eq!(body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", &sent), html);
    assert_eq!(body("Transfer-Encoding: gzip, chunked\r\n", &sent), html);
}

#[test]
fn a_body_that_cannot_be_unpacked_is_told() {
    let html = HTML.as_bytes();
    for (coding, sent) in [("gzip", gzip(html)), ("deflate", zlib(html)), ("deflate", deflate(html)), ("br", brotli(html))] {
        for end in 8..sent.len() {
            let cut = &sent[..end];
            if str::from_utf8(cut).is_err() {
                assert!(coded(coding, cut).is_err(), "{coding} {end}");
            }
        }
    }
    assert_eq!(
        coded("zstd", b"\x28\xB5\x2F\xFD").unwrap_err(),
        "record 1, byte 0: expected a body in zstd, but that content encoding is not read"
    );
    // Three kilobytes that want to be three megabytes.
    let bomb = vec![b' '; 3 << 20];
    for (coding, sent) in [("gzip", gzip(&bomb)), ("deflate", zlib(&bomb))] {
        let error = coded(coding, &sent).unwrap_err();
        assert!(
            error.ends_with("it has more than the 1048576 bytes that a record may have; --max-record allows more"),
            "{error}"
        );
    }
    let error = coded("br, br, br, br, br", b"").unwrap_err();
    assert_eq!(error, "record 1, byte 0: expected a body with at most 4 codings, but found 5");
    let error = paged("response", "", b"HTTP/1.1 200 OK\r\nA: b\r\n").unwrap_err();
    assert_eq!(error, "record 1, byte 0: expected an empty line behind the headers of HTTP, but found none");
}
