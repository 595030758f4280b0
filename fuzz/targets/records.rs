//! Rows of JSON Lines: a row that can be read can be written, and only its field is another one then.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof::formats::jsonl::Row;

fuzz_target!(|bytes: &[u8]| {
    for line in bytes.split(|&byte| byte == b'\n') {
        let row = match Row::parse(line) {
            Ok(row) => row,
            Err(error) => {
                assert!(error.byte().is_some_and(|at| at <= line.len()), "{error}");
                continue;
            }
        };
        let id = row.value("id").map(|id| id.into_owned());
        let Ok(text) = row.string("text") else { continue };
        // The same text: nothing changes but white space between tokens, so a second time changes nothing at all.
        let same = row.with("text", &text);
        let again = Row::parse(same.as_bytes()).expect("a written row can be read");
        assert_eq!(again.string("text").expect("its text"), text);
        assert_eq!(again.value("id").map(|id| id.into_owned()), id);
        assert_eq!(again.with("text", &text), same);
        // Another text.
        let other = format!("\"{text}\\\n\u{2028}");
        let written = row.with("text", &other);
        assert!(!written.contains('\n'), "a row is one line: {written:?}");
        let again = Row::parse(written.as_bytes()).expect("a written row can be read");
        assert_eq!(again.string("text").expect("its text"), other);
        assert_eq!(again.with("text", &text), same);
    }
});
