//! What was changed, and what was seen and left alone, in words.

use std::collections::HashMap;

use super::build::{Places, offsets};
use super::{Change, ChangeDetail, FindingInfo};
use crate::clean::{self, Cleaned};
use crate::decode::Decoded;
use crate::unicode;

/// How many characters are named before the rest is only counted.
const NAMED: usize = 8;

pub(super) fn of_text(cleaned: &Cleaned<'_>, detail: ChangeDetail) -> Vec<Change> {
    let decoded = Decoded::of_text(cleaned.tracked().source());
    changes(&Places { decoded: &decoded, map: None, cleaned }, detail)
}

pub(super) fn changes(places: &Places<'_>, detail: ChangeDetail) -> Vec<Change> {
    match detail {
        ChangeDetail::None => Vec::new(),
        ChangeDetail::Full => places.cleaned.changes().map(|change| full(places, &change)).collect(),
        ChangeDetail::Summary => summary(places),
    }
}

fn full(places: &Places<'_>, change: &clean::Change<'_>) -> Change {
    Change { span: Some(offsets(change.span)), source: Some(places.input(change.source)), ..one(change) }
}

/// One entry for each kind of change, in the order of its first.
fn summary(places: &Places<'_>) -> Vec<Change> {
    let mut kinds: Vec<Change> = Vec::new();
    let mut known = HashMap::new();
    for change in places.cleaned.changes() {
        let detail = change.finding.and_then(|finding| finding.detail());
        let key = (change.from, change.to, change.rules.clone(), change.certainty, detail.map(str::to_owned));
        let place = *known.entry(key).or_insert(kinds.len());
        match kinds.get_mut(place) {
            Some(kind) => kind.count += 1,
            None => kinds.push(one(&change)),
        }
    }
    kinds
}

fn one(change: &clean::Change<'_>) -> Change {
    Change {
        from: change.from.to_owned(),
        to: change.to.to_owned(),
        names: [names(change.from), names(change.to)],
        rule: change.rules.first().map_or("", |rule| rule.rule().id()),
        rules: change.rules.iter().map(|rule| rule.rule().id()).collect(),
        certainty: change.certainty.as_str(),
        evidence: change.finding.map(|finding| finding.evidence.to_string()).unwrap_or_default(),
        detail: change.finding.and_then(|finding| finding.detail()).map(str::to_owned),
        count: 1,
        span: None,
        source: None,
    }
}

pub(super) fn findings(places: &Places<'_>) -> Vec<FindingInfo> {
    let open = places.cleaned.findings().iter().filter(|finding| !finding.applied);
    open.map(|finding| {
        let span = places.cleaned.span_of(finding);
        let text = span.of(places.cleaned.text());
        FindingInfo {
            rule: finding.rule.rule().id(),
            certainty: finding.certainty.as_str(),
            text: text.to_owned(),
            names: names(text),
            evidence: finding.evidence.to_string(),
            detail: finding.detail().map(str::to_owned),
            span: offsets(span),
            source: places.input(finding.source),
        }
    })
    .collect()
}

/// The Unicode names of the characters of `text`.
fn names(text: &str) -> String {
    let mut names = text.chars().take(NAMED).map(unicode::name).collect::<Vec<_>>().join(" + ");
    let more = text.chars().skip(NAMED).count();
    if more > 0 {
        names.push_str(&format!(" + {more} more"));
    }
    names
}
