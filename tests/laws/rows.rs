//! Laws of rows of JSON Lines.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use unspoof::formats::jsonl::Row;

use crate::nasty;

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        select(vec![
            "null",
            "true",
            "1.50e3",
            "-0",
            "123456789012345678901234567890",
            "[]",
            "{ }",
            r#"[1,  {"x":null}]"#,
            r#""\ud83d\ude00\u0000""#
        ])
        .prop_map(str::to_owned),
        nasty::text().prop_map(|text| Value::from(text).to_string()),
    ]
}

/// Keys, some of them twice, and raw values.
fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    vec((prop_oneof![select(vec!["id", "text", "a\"b", "", "ключ"]).prop_map(str::to_owned), "\\PC{0,6}"], value()), 0..6)
}

fn row(fields: &[(String, String)], gap: &str) -> String {
    let inside: Vec<String> =
        fields.iter().map(|(key, raw)| format!("{gap}{}{gap}:{gap}{raw}{gap}", Value::from(key.as_str()))).collect();
    format!("{gap}{{{gap}{}}}{gap}", inside.join(","))
}

proptest! {
    #![proptest_config(crate::config())]

    /// The field reads as what was written, and every other value is what it was, to the byte.
    #[test]
    fn a_row_keeps_all_but_its_field(mut fields in fields(), text in nasty::text(), new in nasty::text(), gap in select(vec!["", " ", "\t "])) {
        fields.push(("text".into(), Value::from(text.as_str()).to_string()));
        let line = row(&fields, gap);
        let parsed = Row::parse(line.as_bytes()).unwrap();
        prop_assert_eq!(parsed.string("text").unwrap(), text);

        let written = parsed.with("text", &new);
        let again = Row::parse(written.as_bytes()).unwrap();
        prop_assert_eq!(again.string("text").unwrap(), new.as_str());
        prop_assert!(!written.contains('\n'), "a row is one line");
        *fields.last_mut().unwrap() = ("text".into(), Value::from(new.as_str()).to_string());
        prop_assert_eq!(written, row(&fields, ""));
    }

    #[test]
    fn rows_never_panic(bytes in vec(any::<u8>(), 0..60), head in select(vec!["", "{", "{\"text\":\"", "{\"text\":", "\u{FEFF}{"])) {
        let line = [head.as_bytes(), &bytes].concat();
        match Row::parse(&line) {
            Ok(row) => drop((row.string("text"), row.value("id"), row.with("text", "x"))),
            Err(error) => prop_assert!(error.byte().is_some_and(|at| at <= line.len()), "{error}"),
        }
    }
}
