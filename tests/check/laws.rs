//! What must hold for any text in any language.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::FileFailurePersistence;
use unspoof::check::{Applicability, Settings, check, fix};
use unspoof::decode::{Decoded, decode};
use unspoof::rules::Certainty;

use super::checked;

const FILES: &[&str] =
    &["a.txt", "a.md", "a.rs", "a.py", "a.js", "a.sql", "a.html", "a.yaml", "a.sh", "a.lua", "a.swift", "a.hs", "COMMIT_EDITMSG"];

/// Pieces that do most harm beside one another.
const PIECES: &[&str] = &[
    "a",
    "b",
    "password",
    "Чтение",
    "рас",
    "сор",
    "XML",
    "λ",
    "ν",
    "the ",
    "и ",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "'",
    "`",
    "/*",
    "*/",
    "//",
    "#",
    "--",
    "<!--",
    "-->",
    "```\n",
    "```rust\n",
    "<<X\n",
    "X\n",
    "r#\"",
    "\"#",
    "\\",
    "\\n",
    "%s",
    "\u{202E}",
    "\u{202A}",
    "\u{2066}",
    "\u{2067}",
    "\u{2069}",
    "\u{202C}",
    "\u{200B}",
    "\u{200D}",
    "\u{200E}",
    "\u{3164}",
    "\u{FEFF}",
    "\u{FE0F}",
    "\u{E0101}",
    "\u{E0041}",
    "\u{AD}",
    "\u{8}",
    "\u{1B}",
    "\u{0}",
    "é",
    "e\u{301}",
    "\u{301}\u{302}\u{303}\u{304}",
    "שלום",
    "سلام",
    "語",
    "👩\u{200D}💻",
    "𝐛𝐨𝐥𝐝",
    "ｗｉｄｅ",
    "â‚¬",
    "ǃ",
    "\u{37E}",
    "0",
    "_",
    "-",
    "unspoof: ignore",
    "unspoof: off",
    "unspoof: on",
    "[bidi]",
    "[[",
    "]]",
    "$$",
    "=begin\n",
    "=end\n",
    "{-",
    "-}",
];

/// What breaks a law is kept, and tried first ever after.
fn config() -> ProptestConfig {
    let kept = FileFailurePersistence::Direct("tests/check/regressions.txt");
    ProptestConfig { failure_persistence: Some(Box::new(kept)), ..ProptestConfig::default() }
}

fn text() -> impl Strategy<Value = String> {
    vec(prop_oneof![4 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)], 0..60)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn issues_have_their_places(file in select(FILES), text in text()) {
        let lines: Vec<&str> = text.split('\n').collect();
        for issue in checked(file, &text).issues {
            prop_assert_eq!(issue.span.of(&text), &issue.text);
            prop_assert!(!issue.text.is_empty());
            let head = lines[issue.start.line - 1].chars().skip(issue.start.column - 1).collect::<String>();
            let first = issue.text.split('\n').next().unwrap();
            prop_assert!(head.starts_with(first), "{:?} at {:?}", first, issue.start);
            let message = format!("{}{}", issue.message, issue.evidence);
            prop_assert_eq!(unspoof::escape::line(&message), &*message, "a raw hazard in a message");
        }
    }

    #[test]
    fn what_is_repaired_is_clean(file in select(FILES), text in text()) {
        for (how, level) in [(Applicability::Safe, Certainty::Certain), (Applicability::Unsafe, Certainty::Likely)] {
            let fixed = fix(file, &Decoded::of_text(&text), &Settings::default(), how, |_| true);
            let again = check(file, &Decoded::of_text(&fixed.text), &Settings::default());
            let left: Vec<_> = again.issues.iter().filter(|issue| issue.fix.is_some() && issue.certainty <= level).collect();
            prop_assert!(left.is_empty(), "{:?} leaves {:?}", fixed.text, left);
        }
    }

    #[test]
    fn nothing_is_touched_that_was_not_reported(file in select(FILES), text in text()) {
        let fixed = fix(file, &Decoded::of_text(&text), &Settings::default(), Applicability::Unsafe, |_| false);
        prop_assert_eq!(&fixed.text, &text);
        let issues = checked(file, &text).issues;
        if issues.iter().all(|issue| issue.fix.is_none()) {
            let fixed = fix(file, &Decoded::of_text(&text), &Settings::default(), Applicability::Unsafe, |_| true);
            prop_assert_eq!(&fixed.text, &text);
        }
        // One round of repairs keeps every character outside of the issues.
        let mut outside = String::new();
        let mut at = 0;
        for issue in &issues {
            prop_assert!(at <= issue.span.start, "two issues overlap");
            outside.push_str(&text[at..issue.span.start]);
            at = issue.span.end;
        }
        outside.push_str(&text[at..]);
        prop_assert!(outside.len() <= text.len());
    }

    #[test]
    fn any_bytes_give_an_answer(file in select(FILES), bytes in vec(any::<u8>(), 0..200)) {
        if let Ok(decoded) = decode(&bytes) {
            let _ = check(file, &decoded, &Settings::default());
        }
    }

    #[test]
    fn encodings_say_the_same(text in text()) {
        // A NUL behind the mark would make it one of UTF-32.
        let text = format!("x{text}");
        let wide: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let decoded = decode(&wide).unwrap();
        let (one, other) = (check("a.rs", &decoded, &Settings::default()), checked("a.rs", &text));
        let places = |checked: &unspoof::check::Checked| checked.issues.iter().map(|issue| (issue.start, issue.end, issue.fix.clone())).collect::<Vec<_>>();
        prop_assert_eq!(places(&one), places(&other));
        for issue in &one.issues {
            let units: Vec<u8> = issue.text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            prop_assert_eq!(&wide[issue.source.start..issue.source.end], units);
        }
    }
}

/// Text made to make the cutter look again and again: ten times as much may cost some more than ten times the time, not a hundred.
#[test]
fn no_text_takes_quadratic_time() {
    const PIECES: &[&str] =
        &["'", "'\\", "<<X ", "R\"", "#", "[=", "$a", "`", "\u{202E}", "а_", "// unspoof: ignore\u{200B}\n", "```\n"];
    for piece in PIECES {
        for file in ["a.md", "a.rs", "a.cpp", "a.js", "a.sql", "a.sh", "a.lua", "a.swift", "a.hs"] {
            let time = |bytes: usize| {
                let text = format!("{}ж\u{200B}", piece.repeat(bytes / piece.len()));
                let start = std::time::Instant::now();
                checked(file, &text);
                start.elapsed()
            };
            // Other programs may take the machine away for a while, but not three times.
            let (small, large) = (time(2_000).max(time(2_000)), time(20_000).min(time(20_000)).min(time(20_000)));
            let most = small * 40 + std::time::Duration::from_millis(400);
            assert!(large < most, "{piece:?} in {file}: {small:?}, {large:?}");
        }
    }
}

/// What stands far in front of many controls is not gone through again for each of them.
#[test]
fn controls_behind_a_long_text_take_linear_time() {
    let time = |text: &str| {
        let start = std::time::Instant::now();
        checked("a.txt", text);
        start.elapsed()
    };
    let long = "plain text\n".repeat(50_000);
    for piece in ["xN\u{8}N ", "xN\u{7F}a "] {
        let controls = piece.repeat(5_000);
        let both = format!("{long}{controls}");
        let apart = time(&long) + time(&controls);
        let most = apart * 3 + std::time::Duration::from_millis(400);
        let together = time(&both).min(time(&both));
        assert!(together < most, "{piece:?}: {apart:?} apart, {together:?} together");
    }
}
