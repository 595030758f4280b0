//! A small crawl: files of records and single texts, with look-alikes and with records that cannot be read.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// How many files of records there are.
const FILES: usize = 14;
/// How many records are in each.
const RECORDS: usize = 96;

/// Writes it into `folder/crawl`.
pub fn write(folder: &Path) {
    let crawl = folder.join("crawl");
    fs::create_dir_all(&crawl).unwrap();
    for file in 0..FILES {
        fs::write(crawl.join(format!("{file:02}.jsonl")), records(file)).unwrap();
        fs::write(crawl.join(format!("{file:02}.txt")), text(file * 7)).unwrap();
    }
    fs::write(crawl.join("binary.txt"), b"\0\x01\xFE\0\0").unwrap();
}

/// How many records of a file can be read, and how many cannot.
pub const READABLE: usize = RECORDS - REJECTED;
pub const REJECTED: usize = 3;
/// How many rows the whole crawl has, texts included.
pub const ROWS: usize = FILES * (READABLE + 1);

fn records(file: usize) -> Vec<u8> {
    let mut out = Vec::new();
    for n in 0..RECORDS {
        match n {
            31 => out.extend_from_slice(b"{\"text\": 5, \"why\": \"no string\"}\n"),
            80 => out.extend_from_slice(b"{\"text\": \"caf\xE9\"}\n"),
            90 => out.extend_from_slice(b"no JSON at all\n"),
            _ => {
                let row =
                    serde_json::json!({"id": file * RECORDS + n, "text": text(n), "url": format!("page/{n}"), "n": [n, null]});
                out.extend_from_slice(row.to_string().as_bytes());
                out.extend_from_slice(if n % 2 == 0 { b"\n" } else { b"\r\n\n" });
            }
        }
    }
    out
}

fn text(n: usize) -> String {
    let mut text = String::new();
    for line in 0..n % 13 + 1 {
        match (n + line) % 4 {
            0 => writeln!(text, "Th\u{435} riv\u{435}r ros\u{435} by {n} cm, and the f\u{435}rry stayed where it was."),
            1 => writeln!(text, "Паром не ходил {line} дней, и никто не удивился."),
            2 => writeln!(text, "An ordinary line with nothing to repair, number {line} of {n}.\n"),
            _ => writeln!(text, "A wo\u{200B}rd was split here, {n} times."),
        }
        .unwrap();
    }
    text
}
