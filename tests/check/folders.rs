//! Folders of files, and what the program says about them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A new, empty folder with these files.
pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        write(&folder, name, text);
    }
    folder
}

pub fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

pub fn unspoof(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unspoof"));
    command.arg("check").args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

/// The issues, each as `path:line:column rule severity`, and the exit status.
pub fn issues(folder: &Path, args: &[&str]) -> (Vec<String>, i32) {
    let output = unspoof(folder, &[&["--format", "jsonl"], args].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    let told = text.lines().map(|line| {
        let issue: serde_json::Value = serde_json::from_str(line).unwrap();
        let part = |key: &str| issue[key].to_string().trim_matches('"').to_owned();
        format!("{}:{}:{} {} {}", part("path"), part("line"), part("column"), part("rule"), part("severity"))
    });
    (told.collect(), output.status.code().unwrap())
}

pub const SPOOF: &str = "Th\u{435} rivеr\n";
