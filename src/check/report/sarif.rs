//! SARIF 2.1.0, with everything that GitHub asks for. Columns are code points; lines are of the file.

use serde_json::{Value, json};

use super::{rules, uri};
use crate::check::Issue;
use crate::escape;
use crate::rules::Certainty;
use crate::versions;

/// The whole log.
pub fn log(issues: &[Issue]) -> String {
    let rules = rules::all();
    let index = |id: &str| rules.iter().position(|rule| rule.id == id);
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "unspoof",
                "version": versions::UNSPOOF,
                "semanticVersion": versions::UNSPOOF,
                "rules": rules.iter().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "defaultEncoding": "utf-8",
            "results": issues.iter().map(|issue| result(issue, index(issue.rule))).collect::<Vec<_>>(),
        }],
    });
    let text = serde_json::to_string_pretty(&log).unwrap_or_default();
    format!("{}\n", escape::json(&text))
}

fn rule(rule: &rules::Described) -> Value {
    let mut properties = json!({
        "tags": ["security", "unicode"],
        "precision": if rule.danger == "1.0" { "medium" } else { "very-high" },
        "problem.severity": "warning",
    });
    if let (true, Some(properties)) = (rule.danger != "1.0", properties.as_object_mut()) {
        properties.insert("security-severity".to_owned(), rule.danger.into());
    }
    json!({
        "id": rule.id,
        "name": rule.id,
        "shortDescription": { "text": rule.short },
        "fullDescription": { "text": rule.full },
        "help": { "text": rule.help, "markdown": rule.help },
        "defaultConfiguration": { "level": "warning" },
        "properties": properties,
    })
}

fn result(issue: &Issue, rule: Option<usize>) -> Value {
    let region = json!({
        "startLine": issue.start.line,
        "startColumn": issue.start.column,
        "endLine": issue.end.line,
        "endColumn": issue.end.column,
    });
    let place = json!({ "uri": uri(&issue.path), "uriBaseId": "%SRCROOT%" });
    let mut result = json!({
        "ruleId": issue.rule,
        "level": issue.severity.as_str(),
        "message": { "text": format!("{} ({})", escape::line(&issue.message), escape::line(&issue.evidence)) },
        "locations": [{ "physicalLocation": { "artifactLocation": place.clone(), "region": region.clone() } }],
        "partialFingerprints": { "primaryLocationLineHash": issue.fingerprint },
        "properties": { "certainty": issue.certainty.as_str(), "context": issue.context.as_str() },
    });
    let Some(object) = result.as_object_mut() else { return result };
    if let Some(rule) = rule {
        object.insert("ruleIndex".to_owned(), rule.into());
    }
    if let Some(fix) = &issue.fix {
        let sure = if issue.certainty == Certainty::Certain { "certain" } else { "likely" };
        let fix = json!([{
            "description": { "text": format!("what a reader sees ({sure})") },
            "artifactChanges": [{
                "artifactLocation": place,
                "replacements": [{ "deletedRegion": region, "insertedContent": { "text": fix } }],
            }],
        }]);
        object.insert("fixes".to_owned(), fix);
    }
    result
}
