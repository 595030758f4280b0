//! Genuine text of many languages, as Markdown and as comments of code: nothing is told but the errors that people have reviewed.
//!
//! The corpora are not part of this repository; they are looked for in `../shared`, as `scripts/quality` does.

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};
use unspoof::check::{Settings, check};
use unspoof::decode::Decoded;

/// The lines that were reviewed, by file and by the first digits of their hash: whether a change was right.
fn reviewed() -> HashMap<(String, String), bool> {
    let text = std::fs::read_to_string("tests/quality/harm.json").unwrap();
    let reviewed: Value = serde_json::from_str(&text).unwrap();
    let lines = reviewed["lines"].as_array().unwrap().iter();
    lines
        .map(|line| {
            let part = |key: &str| line[key].as_str().unwrap().to_owned();
            ((part("file"), part("before")), part("verdict") == "right")
        })
        .collect()
}

#[test]
fn genuine_text_is_not_mentioned() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/harm");
    let Ok(files) = std::fs::read_dir(&corpora) else {
        eprintln!("skipped: needs the corpora in ../shared");
        return;
    };
    let reviewed = reviewed();
    let (mut wrong, mut right, mut harm) = (Vec::new(), 0, 0);
    let is_text = |file: &std::path::PathBuf| file.extension().is_some_and(|ending| ending == "txt");
    for file in files.map(|file| file.unwrap().path()).filter(is_text) {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let lines: Vec<&str> = text.lines().collect();
        for issue in check(&name.replace(".txt", ".md"), &Decoded::of_text(&text), &Settings::default()).issues {
            let line = lines[issue.start.line - 1];
            let hash: String = Sha256::digest(line.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
            match reviewed.get(&(format!("harm/{name}"), hash[..12].to_owned())) {
                Some(true) => right += 1,
                Some(false) => harm += 1,
                None => wrong.push(format!("{name}:{}: {} {:?}", issue.start.line, issue.rule, issue.text)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right > 100 && harm <= 2, "{right} reviewed as right, {harm} as harm");
}
