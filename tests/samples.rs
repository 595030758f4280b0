//! `input/` becomes `output/`, and both are committed: `git diff output/` shows what a change to the program does.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "an unreadable sample stops its test; helpers stand outside the test functions"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use unspoof::document::JSON_SCHEMA;
use unspoof::rules::{Group, RuleSet};
use unspoof::{ChangeDetail, Options, Source, clean, run};

const REFRESH: &str = "cargo run --release -- run input --output output";

/// The samples, by name.
fn samples() -> Vec<PathBuf> {
    let mut samples = files("input");
    samples.retain(|path| !name(path).starts_with('.'));
    assert!(!samples.is_empty(), "input/ holds no sample");
    samples
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What the program says of a sample.
fn document(path: &Path) -> String {
    let (name, bytes) = (name(path), bytes(path));
    let format = match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "html",
        Some("md") => "markdown",
        _ => "text",
    };
    let source = Source { id: None, name: &name, format, bytes: &bytes, captured: None };
    let document = run(&source, &Options::default(), ChangeDetail::Summary).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::to_string_pretty(&document).expect("a document can be written") + "\n"
}

fn output_name(sample: &Path) -> String {
    format!("{}.json", sample.file_stem().unwrap_or_default().to_string_lossy())
}

#[test]
fn outputs_are_fresh() {
    let mut stale = Vec::new();
    for sample in samples() {
        let file = output_name(&sample);
        let committed =
            std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("output").join(&file)).unwrap_or_default();
        let now = document(&sample);
        if committed != now {
            let at = committed.lines().zip(now.lines()).take_while(|(a, b)| a == b).count();
            let line =
                |text: &str| text.lines().nth(at).map_or("(nothing)".to_owned(), |line| line.trim().escape_debug().to_string());
            stale.push(format!("output/{file}, line {}\n   committed {}\n   now       {}", at + 1, line(&committed), line(&now)));
        }
    }
    assert!(stale.is_empty(), "{} stale outputs; if that is meant: {REFRESH}\n{}", stale.len(), stale.join("\n"));
}

#[test]
fn every_output_has_its_input() {
    let wanted: BTreeSet<String> = samples().iter().map(|sample| output_name(sample)).collect();
    let there: BTreeSet<String> = files("output").iter().map(|path| name(path)).collect();
    assert_eq!(wanted, there, "\nto make them: {REFRESH}");
}

#[test]
fn outputs_follow_the_schema() {
    let schema = serde_json::from_str(JSON_SCHEMA).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("the schema: {error}"));
    assert!(!validator.is_valid(&serde_json::json!({})), "the schema accepts an empty object");
    for sample in samples() {
        let document: serde_json::Value = serde_json::from_str(&document(&sample)).expect("a document is JSON");
        let errors: Vec<String> =
            validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}\n{}", name(&sample), errors.join("\n"));
    }
}

#[test]
fn genuine_samples_are_untouched() {
    let options = Options { rules: RuleSet::group(Group::Restore), ..Options::default() };
    let genuine: Vec<PathBuf> = samples().into_iter().filter(|path| name(path).starts_with("genuine-")).collect();
    assert!(!genuine.is_empty(), "no sample of genuine text");
    for sample in genuine {
        let bytes = bytes(&sample);
        let text = std::str::from_utf8(&bytes).unwrap_or_else(|error| panic!("{}: {error}", name(&sample)));
        let cleaned = clean(text, &options);
        let changes: Vec<String> = cleaned
            .changes()
            .map(|change| format!("{} → {}", change.from.escape_unicode(), change.to.escape_unicode()))
            .collect();
        assert!(changes.is_empty(), "{} is changed: {changes:#?}", name(&sample));
    }
}
