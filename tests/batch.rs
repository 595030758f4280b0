//! `unspoof batch`: what is committed is there, whatever kills it, and nothing but inputs and options decides the bytes.
#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "helpers stand outside the test functions; a failure is meant to stop the test, and the seed is said"
)]

#[path = "batch/apart.rs"]
mod apart;
#[path = "batch/crawl.rs"]
mod crawl;
#[path = "batch/formats.rs"]
mod formats;
#[path = "batch/kills.rs"]
mod kills;
#[cfg(feature = "parquet")]
#[path = "batch/parquet.rs"]
mod parquet;
#[path = "batch/refusals.rs"]
mod refusals;
#[path = "batch/rejects.rs"]
mod rejects;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A new, empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("batch").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The command, with its words cut at spaces.
fn command(folder: &Path, words: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unspoof"));
    command.arg("batch").args(words.split(' ')).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn batch(folder: &Path, words: &str) -> Output {
    command(folder, words).output().unwrap()
}

/// The exit status of a batch, and what it said.
fn said(folder: &Path, words: &str) -> (i32, String) {
    let output = batch(folder, words);
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// All files of an output folder and of the folders in it, with what is in them.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)));
        } else {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    found
}

/// Stops where two folders differ, naming the files only: they are long.
fn assert_same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>, when: &str) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{when}");
    for (name, bytes) in one {
        assert!(bytes == &other[name], "{name} differs {when}");
    }
}

fn json_lines(bytes: &[u8]) -> Vec<Value> {
    bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).map(|line| serde_json::from_slice(line).unwrap()).collect()
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
