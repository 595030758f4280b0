//! Hard cases are data: what must change, what must stay, and what still goes wrong, each with its reason.
//!
//! `tests/cases/<rule>.json` belongs to one rule. What must change is run through all rules, as a user would; what must stay,
//! through the rule's own group (what no restoring rule touches may well be tidied). A known failure is strict: once it comes
//! out right, it has to move. `tests/cases/untouched.json` is genuine text of many languages.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a broken case file stops its test; helpers stand outside the test functions"
)]

#[path = "cases/readme.rs"]
mod readme;
#[path = "cases/shown.rs"]
mod shown;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use shown::{difference, shown};
use unspoof::rules::{Group, RULES, RuleSet};
use unspoof::{Options, clean};

/// How many languages and scripts the genuine texts must at least be in.
const LANGUAGES: usize = 25;
const SCRIPTS: usize = 15;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    changes: Vec<Changed>,
    keeps: Vec<Kept>,
    known_failures: Vec<Wanted>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Changed {
    input: String,
    output: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    input: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    input: String,
    wanted: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Genuine {
    text: String,
    lang: String,
    script: String,
    reason: String,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn read<T: DeserializeOwned>(name: &str) -> Result<T, String> {
    let file = format!("tests/cases/{name}.json");
    let text = std::fs::read_to_string(folder().join(format!("{name}.json"))).map_err(|error| format!("{file}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))
}

/// What is wrong with one case, told so that it can be put right without a debugger.
fn told(kind: &str, reason: &str, input: &str, wanted: &str, got: &str) -> String {
    let cleaned = clean(input, &Options::default());
    let why: Vec<String> = cleaned
        .changes()
        .map(|change| {
            let rules: Vec<_> = change.rules.iter().map(|rule| rule.rule().id()).collect();
            let evidence = change.finding.map(|finding| finding.evidence.to_string()).unwrap_or_default();
            format!(
                "\n     {} → {} by {} ({}: {evidence})",
                shown(change.from),
                shown(change.to),
                rules.join(", "),
                change.certainty
            )
        })
        .collect();
    format!(
        "{kind}: {reason}\n   input  {}\n   wanted {}\n   got    {}\n   {}{}",
        shown(input),
        shown(wanted),
        shown(got),
        difference(wanted, got),
        why.concat()
    )
}

/// All failures at once: one wrong case must not hide the others.
fn all_right(failures: &[String]) {
    assert!(failures.is_empty(), "{} of the cases fail\n\n{}\n", failures.len(), failures.join("\n\n"));
}

#[test]
fn every_rule_changes_and_keeps_what_its_cases_say() {
    let mut failures = Vec::new();
    for rule in RULES {
        let id = rule.id();
        let cases: Cases = match read(id) {
            Ok(cases) => cases,
            Err(error) => {
                failures.push(error);
                continue;
            }
        };
        if cases.changes.is_empty() || cases.keeps.is_empty() {
            failures.push(format!("{id}: a rule needs cases of both kinds"));
        }
        let got = |input: &str| clean(input, &Options::default()).into_text().into_owned();
        let own = if rule.group() == Group::Restore { RuleSet::group(Group::Restore) } else { RuleSet::all() };
        let kept = |input: &str| clean(input, &Options { rules: own, ..Options::default() }).into_text().into_owned();
        for Changed { input, output, reason } in &cases.changes {
            let got = got(input);
            if got != *output {
                failures.push(told(&format!("{id}, changes"), reason, input, output, &got));
            }
        }
        for Kept { input, reason } in &cases.keeps {
            let got = kept(input);
            if got != *input {
                failures.push(told(&format!("{id}, keeps"), reason, input, input, &got));
            }
        }
        for Wanted { input, wanted, reason } in &cases.known_failures {
            if got(input) == *wanted {
                failures.push(format!(
                    "{id}, known_failures: {reason}\n   {} now comes out right: move it to \"changes\"",
                    shown(input)
                ));
            }
        }
    }
    all_right(&failures);
}

#[test]
fn every_case_is_some_rules() {
    let known: BTreeSet<String> = RULES.iter().map(|rule| rule.id().to_owned()).chain(["untouched".to_owned()]).collect();
    for entry in std::fs::read_dir(folder()).expect("tests/cases") {
        let path = entry.expect("an entry of tests/cases").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            assert!(known.contains(stem.as_ref()), "tests/cases/{stem}.json belongs to no rule");
        }
    }
}

#[test]
fn genuine_text_is_untouched() {
    let genuine: Vec<Genuine> = read("untouched").unwrap_or_else(|error| panic!("{error}"));
    let options = Options { rules: RuleSet::group(Group::Restore), ..Options::default() };
    let mut failures = Vec::new();
    for Genuine { text, lang, script, reason } in &genuine {
        let cleaned = clean(text, &options);
        if cleaned.text() != text {
            failures.push(told(&format!("{lang}, {script}"), reason, text, text, cleaned.text()));
        } else if matches!(cleaned.into_text(), Cow::Owned(_)) {
            failures.push(format!("{lang}, {script}: {reason}\n   nothing was changed, and yet the text was copied"));
        }
    }
    all_right(&failures);
    let languages: BTreeSet<&str> = genuine.iter().map(|genuine| genuine.lang.as_str()).collect();
    assert!(languages.len() >= LANGUAGES, "{} languages only: {languages:?}", languages.len());
    let scripts: BTreeSet<&str> = genuine.iter().map(|genuine| genuine.script.as_str()).collect();
    assert!(scripts.len() >= SCRIPTS, "{} scripts only: {scripts:?}", scripts.len());
}

#[test]
fn every_rules_own_example_is_true() {
    let mut failures = Vec::new();
    for rule in RULES {
        let (id, page) = (rule.id(), rule.page());
        let (from, to) = page.example;
        let got = clean(from, &Options::default()).into_text().into_owned();
        if from == to {
            failures.push(format!("{id}: its example changes nothing"));
        } else if got != to {
            failures.push(told(&format!("{id}, example"), "the rule's own page says so", from, to, &got));
        }
        let parts = [page.repairs, page.leaves_alone, page.finds, page.why, page.leaves];
        if parts.iter().any(|part| part.trim().is_empty()) {
            failures.push(format!("{id}: a part of its page is empty"));
        }
    }
    all_right(&failures);
}
