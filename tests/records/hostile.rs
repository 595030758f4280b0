//! Files that are made to do harm.

use unspoof::formats::records::{Kind, LIMIT, Position, Reader, read_text};

use super::{file, told, whole};

#[test]
fn a_record_that_is_too_long_is_read_over() {
    let long = "x".repeat(3 << 20);
    for limit in [100, 2 << 20] {
        let why = |record: u64, byte: u64, bytes: usize| {
            format!(
                "record {record}, byte {byte}: expected at most {limit} bytes in a record, but found {bytes}; --max-record allows more"
            )
        };
        let lines = format!("{{\"text\":\"a\"}}\n{{\"text\":\"{long}\"}}\n{{\"text\":\"b\"}}\n");
        let read = told(&file(&format!("long-{limit}.jsonl"), lines.as_bytes()), Kind::Jsonl, Position::START, limit);
        assert_eq!(read, ["1 0 - a", &why(2, 13, (3 << 20) + 12), &format!("3 {} - b", (3 << 20) + 25)]);
        let table = format!("id,text\n1,a\n2,\"{long}\n{long}\"\n3,b\n");
        let read = told(&file(&format!("long-{limit}.csv"), table.as_bytes()), Kind::Csv, Position::START, limit);
        assert_eq!(read, ["1 8 1 a", &why(2, 12, (6 << 20) + 6), &format!("3 {} 3 b", (6 << 20) + 18)]);
    }
}

#[test]
fn little_is_kept_of_what_is_too_long() {
    let table = format!("id,text\n1,\"{}", "x".repeat(5 << 20));
    let path = file("endless.csv", table.as_bytes());
    let chunks = Reader::open(Some(&path), Kind::Csv, "text", Position::START, 1 << 20).unwrap();
    let chunks = chunks.map(Result::unwrap).collect::<Vec<_>>();
    let rejects = chunks.iter().flat_map(|chunk| chunk.records(super::FIELDS)).map(Result::unwrap_err).collect::<Vec<_>>();
    assert_eq!(rejects.len(), 1);
    assert_eq!((rejects[0].raw.len(), rejects[0].bytes), (1 << 16, (5 << 20) + 3));
    assert_eq!(chunks.last().unwrap().end.byte, table.len() as u64);
}

#[test]
fn a_text_has_a_limit() {
    let path = file("text.txt", b"seven..");
    assert_eq!(read_text(Some(&path), 7).unwrap(), b"seven..");
    let error = read_text(Some(&path), 6).unwrap_err().to_string();
    assert_eq!(error, "expected at most 6 bytes in a text, but found 7 or more; --max-record allows more");
}

#[test]
fn nesting_costs_nothing() {
    let deep = format!("{{\"id\":{}1{},\"text\":\"a\"}}\n", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let told = whole(&file("deep.jsonl", deep.as_bytes()), Kind::Jsonl);
    assert_eq!(told.len(), 1);
}

#[test]
fn a_bomb_is_an_error_in_its_place() {
    let bytes = [&b"{\"text\":\"a\"}\n"[..], &vec![b' '; 100 << 20]].concat();
    let packed = zstd::encode_all(&bytes[..], 3).unwrap();
    let told = told(&file("bomb.jsonl", &packed), Kind::Jsonl, Position::START, LIMIT);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0], "1 0 - a");
    assert!(told[1].contains("expected text that packs to no less than one part in 64"), "{}", told[1]);
}
