//! `unspoof clean` of texts that are too large to be held whole.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "helpers stand outside the test functions; a failure is meant to stop the test")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const MB: usize = 1_000_000;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn unspoof(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unspoof"));
    command.current_dir(folder).args(args);
    command
}

/// More than is held whole: mostly plain lines, some to repair, no two pieces alike.
fn long_text(len: usize) -> String {
    let mut text = String::with_capacity(len + MB);
    for n in 0.. {
        if text.len() > len {
            break;
        }
        text.push_str(&format!("{n}. {}\n", "The river rose, and nobody was there to see it. ".repeat(400).trim_end()));
        text.push_str(&format!("Th\u{435} riv\u{435}r ros\u{435} {n} times.\r\n\nвода R&amp;D wo\u{200B}rd {n}\n"));
    }
    text
}

#[test]
fn from_a_file_from_a_stream_and_in_place() {
    let folder = folder("long-text");
    let text = format!("\u{FEFF}{}", long_text(9 * MB));
    let clean = unspoof::clean(text.strip_prefix('\u{FEFF}').unwrap(), &unspoof::Options::default());
    let clean = format!("\u{FEFF}{}", clean.text());
    fs::write(folder.join("long.txt"), &text).unwrap();
    let stream = || fs::File::open(folder.join("long.txt")).unwrap();
    for threads in ["1", "3"] {
        for (file, input) in [("long.txt", Stdio::null()), ("-", stream().into())] {
            let output = unspoof(&folder, &["clean", "-j", threads, file]).stdin(input).output().unwrap();
            assert!(output.status.success());
            assert!(output.stdout == clean.as_bytes(), "{file} with {threads} threads");
        }
    }
    assert!(unspoof(&folder, &["clean", "-i", "long.txt"]).status().unwrap().success());
    assert!(fs::read(folder.join("long.txt")).unwrap() == clean.as_bytes());
    assert!(fs::read(folder.join("long.txt.orig")).unwrap() == text.as_bytes());
    // What is clean stays as it is, and nothing is left beside it.
    assert!(unspoof(&folder, &["clean", "-i", "long.txt"]).status().unwrap().success());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

#[test]
fn a_bad_byte_far_behind_leaves_the_file_alone() {
    let folder = folder("long-and-bad");
    let text = [format!("\u{FEFF}{}", long_text(9 * MB)).as_bytes(), b"caf\xE9\n"].concat();
    fs::write(folder.join("bad.txt"), &text).unwrap();
    fs::write(folder.join("next.txt"), "th\u{435} n\u{435}xt\n").unwrap();
    let output = unspoof(&folder, &["clean", "--no-backup", "-i", "bad.txt", "next.txt"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = format!("unspoof: bad.txt: byte {}: expected UTF-8, but found the byte 0xE9\n", text.len() - 2);
    assert_eq!(String::from_utf8_lossy(&output.stderr), said);
    assert!(fs::read(folder.join("bad.txt")).unwrap() == text);
    assert_eq!(fs::read_to_string(folder.join("next.txt")).unwrap(), "the next\n");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
}

/// Read while the program waits for more, so that it has seen all and is still there.
#[test]
#[cfg(target_os = "linux")]
fn memory_does_not_grow_with_the_text() {
    let text = long_text(9 * MB);
    let mut peaks = Vec::new();
    for times in [2, 8] {
        let mut child =
            unspoof(Path::new("."), &["clean", "-j", "2"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        (0..times).for_each(|_| stdin.write_all(text.as_bytes()).unwrap());
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<usize>().ok());
        peaks.push(peak.unwrap() / 1000);
        drop(stdin);
        assert!(child.wait().unwrap().success());
    }
    assert!(peaks.iter().all(|&peak| peak < 100), "18 and 72 MB of text took {peaks:?} MB");
}
