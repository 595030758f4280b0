//! The cases in `tests/check/cases`.

use serde::Deserialize;
use unspoof::check::{Applicability, Issue, Settings, check_path, fix};
use unspoof::decode::Decoded;

use super::{checked, marked};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    finds: Vec<Finds>,
    silent: Vec<Silent>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Finds {
    file: String,
    text: String,
    rule: String,
    severity: String,
    /// The text after repair; nothing where there is none.
    fixed: Option<String>,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Silent {
    file: String,
    text: String,
    reason: String,
}

fn cases() -> Vec<(String, Cases)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir("tests/check/cases").unwrap() {
        let path = entry.unwrap().path();
        let cases = serde_json::from_str(&std::fs::read_to_string(&path).unwrap());
        all.push((
            path.file_stem().unwrap().to_string_lossy().into_owned(),
            cases.unwrap_or_else(|error| panic!("{path:?}: {error}")),
        ));
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(all.len() >= 6);
    all
}

fn places(issues: &[Issue]) -> Vec<[usize; 4]> {
    issues.iter().map(|issue| [issue.start.line, issue.start.column, issue.end.line, issue.end.column]).collect()
}

#[test]
fn what_is_wrong_is_found_in_its_place_and_repaired() {
    let mut wrong = Vec::new();
    for (name, cases) in cases() {
        for case in cases.finds {
            let is_path = name == "path";
            let (text, expected) = marked(if is_path { &case.file } else { &case.text });
            let issues = if is_path { check_path(&text, &Settings::default()) } else { checked(&case.file, &text).issues };
            let as_told = issues.iter().all(|issue| issue.rule == case.rule && issue.severity.as_str() == case.severity);
            if places(&issues) != expected || !as_told {
                let got: Vec<String> =
                    issues.iter().map(|issue| format!("{} {} {:?}", issue.severity, issue.rule, issue.text)).collect();
                wrong.push(format!(
                    "{name}: {} {:?}: expected {expected:?}, found {:?} {got:?}",
                    case.reason,
                    text,
                    places(&issues)
                ));
                continue;
            }
            if let Some(wanted) = case.fixed {
                let fixed = fix(&case.file, &Decoded::of_text(&text), &Settings::default(), Applicability::Unsafe, |_| true);
                if fixed.text != wanted || !fixed.left.issues.is_empty() {
                    wrong.push(format!("{name}: {}: repaired to {:?}", case.reason, fixed.text));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_genuine_is_not_mentioned() {
    let mut wrong = Vec::new();
    let (mut finds, mut silent) = (0, 0);
    for (name, cases) in cases() {
        finds += cases.finds.len();
        silent += cases.silent.len();
        for case in cases.silent {
            let mut issues = check_path(&case.file, &Settings::default());
            issues.extend(checked(&case.file, &case.text).issues);
            for issue in issues {
                wrong.push(format!("{name}: {}: {} {:?}: {}", case.reason, issue.rule, issue.text, issue.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(silent >= finds, "{silent} silent cases for {finds} finds");
}
