//! Names that look alike, in code and of files, across a folder.

use unspoof::check::{Settings, check_alone};
use unspoof::decode::Decoded;

use super::folders::{folder, issues, unspoof};

#[test]
fn names_that_look_alike_are_told_across_files() {
    let files = [
        ("a.js", "let имя = 1; let сор = 2;\n"),
        ("b.js", "let cop = 3;\n"),
        ("c.rs", "let \u{B5}s = 1;\n"),
        ("d.rs", "let \u{3BC}s = 2;\n"),
        // One name to Python.
        ("f.py", "\u{B5}m = 1\n"),
        ("g.py", "\u{3BC}m = 2\n"),
        ("e.py", "\u{3BB}s = 2\nλ_2 = 1\n"),
    ];
    let folder = folder("alike", &files);
    assert_eq!(issues(&folder, &["--isolated"]).0, ["a.js:1:18 lookalike-names warning", "d.rs:1:5 lookalike-names warning"]);
}

#[test]
fn names_with_a_rare_letter_are_compared_with_those_within_ascii() {
    let files = [
        ("a.go", "func l\u{131}st() {}\nfunc \u{261}et() {}\n"),
        ("b.go", "func list() {}\nfunc get() {}\nfunc stil() {}\n"),
        // A letter of the language around it.
        ("c.go", "func st\u{131}l() {} // ışık altında yazılır\n"),
    ];
    let folder = folder("rare", &files);
    let seen = ["a.go:1:6 lookalike-names warning", "a.go:2:6 lookalike-names warning"];
    assert_eq!(issues(&folder, &["--isolated"]).0, seen);
}

#[test]
fn names_of_files_that_look_alike() {
    let files = [
        ("сор.js", "1"),
        ("cop.js", "1"),
        ("lıb/a.js", "1"),
        ("lıb/b.js", "1"),
        ("lib/c.js", "1"),
        ("cafe\u{301}.txt", "1"),
        ("caf\u{E9}.txt", "1"),
        ("größe.txt", "1"),
        ("grosse.txt", "1"),
    ];
    let folder = folder("paths", &files);
    let (mut seen, status) = issues(&folder, &["--isolated"]);
    seen.sort();
    let expected = ["caf\u{E9}.txt:1:1", "lıb/a.js:1:1", "сор.js:1:1"].map(|place| format!("{place} lookalike-names warning"));
    assert_eq!((seen, status), (expected.to_vec(), 1));
}

#[test]
fn names_within_ascii_are_compared_when_asked() {
    let files = [
        ("a.rs", "let userl = 1; // user1 in words is none\nlet x1 = 10; let xl = 1000;\nfn modem() {}\n"),
        ("b.rs", "let user1 = 2;\nlet user2 = \"userI\";\nfn modern() {}\n"),
    ];
    let folder = folder("ascii-names", &files);
    assert_eq!(issues(&folder, &["--isolated"]), (vec![], 0));
    let seen = ["b.rs:1:5 lookalike-names warning", "b.rs:3:4 lookalike-names warning"].map(str::to_owned).to_vec();
    assert_eq!(issues(&folder, &["--isolated", "--select", "restore"]), (seen, 1));
}

/// A file that has both names and other findings is one file.
#[test]
fn a_file_is_counted_once() {
    let folder = folder("counted", &[("a.js", "let \u{B5}s = '\u{430}dmin';\n"), ("b.js", "let \u{3BC}s = '\u{430}dmin';\n")]);
    assert_eq!(issues(&folder, &["--isolated"]).0.len(), 3);
    let said = String::from_utf8(unspoof(&folder, &["--isolated"]).stderr).unwrap();
    assert!(said.contains("in 2 of 2 texts"), "{said}");
}

/// Names of letters that readers of their script tell apart are many, and no trap beside one another; the one with a Latin letter is.
#[test]
fn many_names_that_look_alike_take_linear_time() {
    let name = |n: usize| (0..12).map(|bit| if n >> bit & 1 == 0 { 'θ' } else { 'ϑ' }).collect::<String>();
    let file = |count: usize| (0..count).map(|n| format!("let αβγ{} = 1;\n", name(n))).collect::<String>();
    let time = |count: usize| {
        let text = file(count);
        let start = std::time::Instant::now();
        let told = check_alone("a.js", &Decoded::of_text(&text), &Settings::default()).len();
        assert_eq!(told, 0, "{count}");
        start.elapsed()
    };
    let (small, large) = (time(400).max(time(400)), time(4_000).min(time(4_000)));
    let most = small * 40 + std::time::Duration::from_millis(400);
    assert!(large < most, "{small:?}, {large:?}");
    let trap = format!("{}let \u{3B1}\u{3B2}y{} = 2;\n", file(40), name(5));
    let told = check_alone("a.js", &Decoded::of_text(&trap), &Settings::default());
    assert!(told.iter().any(|issue| issue.text.contains('y')), "{told:?}");
}

#[test]
fn what_is_composed_otherwise_is_said_so() {
    let folder =
        folder("composed", &[("a.js", "let caf\u{E9} = 1, x = cafe\u{301};\n"), ("b.js", "let us\u{3BC} = 1, us\u{B5} = 2;\n")]);
    let said = String::from_utf8(unspoof(&folder, &["--isolated"]).stdout).unwrap();
    assert_eq!(said.matches("composed otherwise").count(), 1, "{said}");
    assert!(said.contains("U+0301 COMBINING ACUTE ACCENT"), "{said}");
}
