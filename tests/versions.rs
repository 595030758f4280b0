//! One program, several Unicodes. They are pinned here, so that an update that changes one has to say so.
#![allow(clippy::panic, reason = "a README that is not there stops its test; helpers stand outside the test functions")]

use std::path::Path;
use std::process::Command;

#[test]
fn unicode_versions_are_pinned() {
    let versions = unspoof::versions::unicode_versions().map(|(part, version)| format!("{part} {version}"));
    let pinned = [
        "unspoof 18.0.0",
        "std 17.0.0",
        "unicode-normalization 18.0.0",
        "unicode-bidi 16.0.0",
        "unicode-security 18.0.0",
        "unicode_names2 17.0.0",
        "regex 16.0.0",
    ];
    assert_eq!(
        versions, pinned,
        "\nIf an update is meant, write the new version here and into CHANGELOG.md, and make the tables again."
    );
}

/// `regex` does not say which Unicode it knows, but it knows the ages up to its own.
#[test]
fn regex_knows_unicode_16() {
    let knows = |age: &str| regex::Regex::new(&format!(r"\p{{age:{age}}}")).is_ok();
    assert!(knows("16.0"), "regex knows less than Unicode 16");
    assert!(!knows("17.0"), "regex knows more than Unicode 16: write the new version here");
}

/// The commands in the fenced blocks of README.md.
fn commands() -> Vec<String> {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let readme = readme.unwrap_or_else(|error| panic!("README.md: {error}"));
    let fenced = readme.split("```").skip(1).step_by(2).flat_map(|block| block.lines().skip(1));
    let command = |line: &str| {
        let line = line.trim().trim_start_matches("$ ").split(" #").next().unwrap_or_default().trim().to_owned();
        // Only the last command of a pipe can be ours, or the first.
        let own = line.split(" | ").find(|part| ["cargo ", "unspoof ", "scripts/"].iter().any(|own| part.starts_with(own)));
        own.map(str::to_owned)
    };
    fenced.filter_map(command).collect()
}

/// What README.md tells people to type is there.
#[test]
fn commands_of_the_readme_exist() {
    let commands = commands();
    assert!(commands.len() >= 2, "README.md shows fewer than two commands: {commands:?}");
    for command in commands {
        let mut words = command.split_whitespace();
        let first = words.next().unwrap_or_default();
        if first.starts_with("scripts/") {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(first).exists(), "README.md: {command}: there is no {first}");
            continue;
        }
        let subcommand = match first {
            "cargo" if words.next() == Some("run") => words.skip_while(|&word| word != "--").nth(1),
            "cargo" => continue,
            _ => words.next(),
        };
        // Without the feature `cli` there is no program to ask.
        if let (Some(subcommand), Some(program)) = (subcommand, option_env!("CARGO_BIN_EXE_unspoof")) {
            let asked = Command::new(program).args([subcommand, "--help"]).output();
            let asked = asked.unwrap_or_else(|error| panic!("{program}: {error}"));
            assert!(asked.status.success() && !asked.stdout.is_empty(), "README.md: {command}: there is no {subcommand}");
        }
    }
}
