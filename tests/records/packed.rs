//! Packed files.

use unspoof::formats::records::{Kind, read_text};

use super::{can_be_read_from_any_chunk, file, gzip, whole};

fn lines(count: usize) -> String {
    (0..count).map(|n| format!("{{\"id\":{n},\"text\":\"number {}\"}}\n", n.wrapping_mul(2_654_435_761))).collect()
}

#[test]
fn the_bytes_tell_what_is_packed_whatever_the_name() {
    let plain = whole(&file("plain.jsonl", lines(3).as_bytes()), Kind::Jsonl);
    assert_eq!(plain[1], "2 27 1 number 2654435761");
    let members = [gzip(lines(2).as_bytes()), gzip(lines(3).split_inclusive('\n').next_back().unwrap().as_bytes())].concat();
    assert_eq!(whole(&file("members.jsonl", &members), Kind::Jsonl), plain);
    assert_eq!(whole(&file("zstd.gz", &zstd::encode_all(lines(3).as_bytes(), 3).unwrap()), Kind::Jsonl), plain);
    assert_eq!(read_text(Some(&file("page.html.gz", &gzip(b"<p>hi"))), 5).unwrap(), b"<p>hi");
}

#[test]
fn what_stands_before_a_break_is_read() {
    let text = lines(100_000);
    let mut bytes = gzip(text.as_bytes());
    bytes.truncate(bytes.len() - 100_000);
    let told = whole(&file("broken.jsonl.gz", &bytes), Kind::Jsonl);
    let (error, records) = told.split_last().unwrap();
    assert!(records.len() > 50_000);
    assert!(records.iter().zip(1..).all(|(told, number)| told.starts_with(&format!("{number} "))));
    let place = format!("record {}, byte ", records.len() + 1);
    assert!(error.starts_with(&place) && error.contains("cannot unpack it (gz, before byte "), "{error}");
}

#[test]
fn reading_begins_again_between_chunks() {
    can_be_read_from_any_chunk(&file("many.jsonl", lines(90_000).as_bytes()), Kind::Jsonl);
    let packed = zstd::encode_all(lines(90_000).as_bytes(), 1).unwrap();
    can_be_read_from_any_chunk(&file("many.jsonl.zst", &packed), Kind::Jsonl);
}
