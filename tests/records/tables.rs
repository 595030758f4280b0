//! CSV and TSV.

use unspoof::formats::records::{Kind, LIMIT, Position, Reader};

use super::{FIELDS, can_be_read_from_any_chunk, file, whole};

#[test]
fn rows_go_over_lines_and_bad_ones_are_set_aside() {
    let bytes = b"\xEF\xBB\xBFid,note,text\r\n1,,\"two\r\nlines, \"\"quoted\"\"\"\r\n2,short\r\n3,x,caf\xE9!\r\n\r\n4,\xE9,plain";
    assert_eq!(
        whole(&file("odd.csv", bytes), Kind::Csv),
        [
            "1 17 1 two\r\nlines, \"quoted\"",
            "record 2, byte 46: expected 3 columns, but found 2",
            "record 3, byte 55: expected UTF-8, but found the byte 0xE9",
            "4 68 4 plain",
        ]
    );
    assert_eq!(whole(&file("odd.tsv", b"text\tid\nsome, words\t7\n"), Kind::Tsv), ["1 8 7 some, words"]);
}

#[test]
fn a_table_needs_its_column_and_nothing_else() {
    let none: [&str; 0] = [];
    assert_eq!(whole(&file("other.csv", b"id;body\n"), Kind::Csv), ["expected a column \"text\", but found only id;body"]);
    assert_eq!(whole(&file("empty.csv", b""), Kind::Csv), none);
    // The header alone still comes, for who writes the table again.
    let path = file("header.csv", b"id,text\n");
    assert_eq!(whole(&path, Kind::Csv), none);
    let chunks = Reader::open(Some(&path), Kind::Csv, "text", Position::START, LIMIT).unwrap();
    assert_eq!(chunks.map(|chunk| chunk.unwrap().head().to_vec()).collect::<Vec<_>>(), [b"id,text\n"]);
}

#[test]
fn values_are_strings_and_empty_ones_are_none() {
    let path = file("values.csv", b"id,url,text,n\n1,\"a\"\"b\",x,\n");
    let chunk = Reader::open(Some(&path), Kind::Csv, "text", Position::START, LIMIT).unwrap().next().unwrap().unwrap();
    let record = chunk.records(FIELDS).next().unwrap().unwrap();
    assert_eq!(record.value("url").as_deref(), Some("\"a\\\"b\""));
    assert_eq!((record.word("url").as_deref(), record.word("n"), record.word("m")), (Some("a\"b"), None, None));
    let mut row = Vec::new();
    record.write_row("text", Some("y"), &mut row);
    assert_eq!(String::from_utf8(row).unwrap(), "{\"id\":\"1\",\"url\":\"a\\\"b\",\"text\":\"y\",\"n\":\"\"}\n");
}

#[test]
fn reading_begins_again_between_chunks() {
    let rows = (0..60_000).map(|n| format!("{n},\"line {n}\nand, \"\"more\"\" {}\"\r\n", "x".repeat(n % 90)));
    let bytes = ["id,text\r\n".to_owned()].into_iter().chain(rows).collect::<String>();
    can_be_read_from_any_chunk(&file("long.csv", bytes.as_bytes()), Kind::Csv);
    can_be_read_from_any_chunk(&file("long.csv.gz", &super::gzip(bytes.as_bytes())), Kind::Csv);
}
