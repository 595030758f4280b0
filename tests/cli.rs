//! The command line, as files: a case is a `.toml` in `tests/cli` that says what is typed, with what comes out beside it in
//! `.stdout` and `.stderr`, and the files it works on in a folder `.in` (and what they become, in `.out`).
//!
//! `TRYCMD=overwrite cargo test --test cli` writes down what happens now. `[..]` stands for anything on a line, `...` for lines.
//! What files cannot say (a closed pipe, permissions, names that no repository holds) is below.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "helpers stand outside the test functions; a failure is meant to stop the test")]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[test]
fn cases() {
    trycmd::TestCases::new().case("tests/cli/*.toml");
}

/// A new, empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn unspoof(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_unspoof")).args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

fn rows(count: usize) -> String {
    let row = |n: usize| match n % 3 {
        0 => format!("{{\"id\":{n},\"text\":\"Th\u{435} riv\u{435}r ros\u{435}, {n} times.\"}}\n"),
        1 => format!("{{\"id\": {n}, \"text\": \"Nothing to do here{}\"}}\r\n", " or here".repeat(n % 50)),
        _ => format!("{{\"text\":\"wo\\u200brd {n}\", \"n\": 1.0}}\n"),
    };
    (0..count).map(row).collect()
}

#[test]
fn threads_change_nothing() {
    let folder = folder("threads");
    // Several blocks of a megabyte.
    fs::write(folder.join("rows.jsonl"), rows(24_000)).unwrap();
    let one = unspoof(&folder, &["clean", "-j1", "rows.jsonl"]);
    let many = unspoof(&folder, &["clean", "-j5", "rows.jsonl"]);
    assert!(one.status.success() && one.stdout == many.stdout);
    let text = String::from_utf8(one.stdout).unwrap();
    assert_eq!(text.lines().count(), 24_000);
    assert!(text.starts_with("{\"id\":0,\"text\":\"The river rose, 0 times.\"}\n{\"id\": 1, "));
    assert!(text.ends_with("{\"text\":\"word 23999\",\"n\":1.0}\n"));
}

#[test]
fn a_reader_who_goes_away_is_no_trouble() {
    let folder = folder("pipe");
    fs::write(folder.join("rows.jsonl"), rows(9_000)).unwrap();
    for command in ["clean", "run", "check"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_unspoof"))
            .args([command, "rows.jsonl"])
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{command}");
    }
}

#[test]
fn a_long_line_is_a_line() {
    let folder = folder("long");
    let line = format!("{{\"text\":\"{}Th\u{435} end\"}}", "never ending ".repeat(1 << 20));
    fs::write(folder.join("rows.jsonl"), &line).unwrap();
    let output = unspoof(&folder, &["clean", "rows.jsonl"]);
    assert!(output.status.success());
    assert!(output.stdout == line.replace('\u{435}', "e").into_bytes());
}

#[test]
fn a_failed_run_leaves_the_old_result_and_no_rest() {
    let folder = folder("failed");
    fs::write(folder.join("rows.jsonl"), "{\"text\":\"one\"}\n").unwrap();
    fs::write(folder.join("old.jsonl"), "of an earlier run\n").unwrap();
    let output = unspoof(&folder, &["run", "missing.jsonl", "-o", "old.jsonl"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.join("old.jsonl")).unwrap(), "of an earlier run\n");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    assert!(unspoof(&folder, &["run", "rows.jsonl", "-o", "old.jsonl"]).status.success());
    assert!(fs::read_to_string(folder.join("old.jsonl")).unwrap().contains("\"rows.jsonl:1\""));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn in_place_keeps_permissions_encoding_and_links() {
        let folder = folder("in-place");
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
        fs::write(folder.join("file.txt"), utf16("\u{FEFF}Th\u{435} river rose.\r\n")).unwrap();
        fs::set_permissions(folder.join("file.txt"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink("file.txt", folder.join("link.txt")).unwrap();
        let output = unspoof(&folder, &["clean", "--in-place", "--select", "restore", "--backup", "~", "link.txt"]);
        assert!(output.status.success(), "{output:?}");
        assert!(folder.join("link.txt").is_symlink());
        assert_eq!(fs::read(folder.join("file.txt")).unwrap(), utf16("\u{FEFF}The river rose.\r\n"));
        assert_eq!(fs::metadata(folder.join("file.txt")).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read(folder.join("link.txt~")).unwrap(), utf16("\u{FEFF}Th\u{435} river rose.\r\n"));
    }

    #[test]
    fn names_of_files_are_shown_without_hazards() {
        let folder = folder("names");
        let name = "a\u{1B}[31m\u{202E}txt.exe";
        fs::write(folder.join(name), "Th\u{435} river rose.\n").unwrap();
        fs::write(folder.join("b\u{1B}.txt"), b"\xFF").unwrap();
        let output = unspoof(&folder, &["check", "--isolated", name, "b\u{1B}.txt"]);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(said.contains("a<U+001B ESCAPE>[31m<U+202E RIGHT-TO-LEFT OVERRIDE>txt.exe:1:1\n"), "{said}");
        assert!(said.contains("unspoof: b<U+001B ESCAPE>.txt: byte 0: expected UTF-8"), "{said}");
        assert!(!said.contains(['\u{1B}', '\u{202E}']));
    }

    #[test]
    fn a_device_is_written_to_and_not_replaced() {
        let folder = folder("device");
        fs::write(folder.join("a.txt"), "one\n").unwrap();
        let output = unspoof(&folder, &["run", "a.txt", "-o", "/dev/null"]);
        assert!(output.status.success(), "{output:?}");
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn standard_input_may_be_slow() {
        let mut child = Command::new(env!("CARGO_BIN_EXE_unspoof"))
            .args(["clean", "--from", "jsonl"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        for part in ["{\"text\":", "\"wo\u{200B}rd\"", "}\n"] {
            stdin.write_all(part.as_bytes()).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        drop(stdin);
        assert_eq!(child.wait_with_output().unwrap().stdout, b"{\"text\":\"word\"}\n");
    }
}
