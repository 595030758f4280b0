//! What must hold of a cleaned text and of a document, as plain checks. The fuzzer shares them.

use serde_json::Value;
use sha2::{Digest, Sha256};

use unspoof::Cleaned;
use unspoof::decode::Encoding;

/// What does not hold, in words.
pub type Held = Result<(), String>;

macro_rules! ensure {
    ($holds:expr, $($told:tt)+) => {
        if !$holds {
            return Err(format!($($told)+));
        }
    };
}

/// Regions, changes and findings: sorted, disjoint, on character boundaries, telling the truth.
pub fn in_order(text: &str, cleaned: &Cleaned<'_>) -> Held {
    let clean = cleaned.text();
    let regions = cleaned.tracked().regions();
    let (mut source, mut at) = (0, 0);
    for region in regions {
        ensure!(
            region.source.start <= region.source.end && region.clean.start <= region.clean.end,
            "{region:?} ends before it begins"
        );
        ensure!(source <= region.source.start && at <= region.clean.start, "{region:?} is out of order");
        let between = (text.get(source..region.source.start), clean.get(at..region.clean.start));
        ensure!(between.0.is_some() && between.0 == between.1, "before {region:?}: {between:?}");
        let (from, to) = (text.get(region.source.start..region.source.end), clean.get(region.clean.start..region.clean.end));
        ensure!(from.is_some() && to.is_some(), "{region:?} cuts a character");
        ensure!(from != to, "{region:?} changes nothing");
        (source, at) = (region.source.end, region.clean.end);
    }
    ensure!(text.get(source..) == clean.get(at..), "the rest is not the same");

    ensure!(cleaned.changes().count() == regions.len(), "not one change a region");
    for (change, region) in cleaned.changes().zip(regions) {
        ensure!((change.source, change.span) == (region.source, region.clean), "{change:?} is not {region:?}");
        ensure!((change.from, change.to) == (change.source.of(text), change.span.of(clean)), "{change:?} says something else");
        ensure!(!change.rules.is_empty() && change.rules.is_sorted(), "{change:?} has no rule");
        let explains = change.finding.is_some_and(|finding| finding.applied && change.rules.contains(&finding.rule));
        ensure!(explains, "no finding explains {change:?}, of {:#?}", cleaned.findings());
    }

    ensure!(cleaned.findings().is_sorted_by_key(|finding| (finding.source, finding.rule)), "findings are out of order");
    for finding in cleaned.findings() {
        ensure!(text.get(finding.source.start..finding.source.end).is_some(), "{finding:?} does not lie in the input");
        let span = cleaned.span_of(finding);
        ensure!(clean.get(span.start..span.end).is_some(), "{finding:?} does not lie in the clean text");
    }
    Ok(())
}

/// `text` with a byte order mark.
pub fn with_mark(text: &str, encoding: Encoding) -> Vec<u8> {
    let mut bytes = encoding.encode("\u{FEFF}").unwrap().into_owned();
    bytes.extend_from_slice(&encoding.encode(text).unwrap());
    bytes
}

/// The two ends of a span.
pub fn span(value: &Value) -> (usize, usize) {
    let end = |key: &str| value[key].as_u64().unwrap_or(u64::MAX) as usize;
    (end("start"), end("end"))
}

/// The array at `key`.
pub fn array<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no array {key:?}"))
}

/// A document with the full list of changes is enough to rebuild its input, byte for byte.
pub fn rebuilds(document: &Value, bytes: &[u8]) -> Held {
    let clean = document["text"].as_str().unwrap_or_default();
    let mut text = String::new();
    let mut at = 0;
    for change in array(document, "changes") {
        let (start, end) = span(&change["span"]);
        ensure!(clean.get(start..end).is_some() && clean.get(start..end) == change["to"].as_str(), "{change} is not in the text");
        let Some(between) = clean.get(at..start) else { return Err(format!("{change} is out of order")) };
        text.push_str(between);
        text.push_str(change["from"].as_str().unwrap_or_default());
        at = end;
    }
    text.push_str(clean.get(at..).unwrap_or_default());
    if array(document, "warnings").iter().any(|warning| warning["code"] == "encoding_not_reversible") {
        return Ok(());
    }
    let name = document["source"]["encoding"].as_str().unwrap_or_default();
    let encoding = Encoding::named(name).ok_or_else(|| format!("unknown encoding {name:?}"))?;
    let rebuilt =
        if document["source"]["bom"] == true { with_mark(&text, encoding) } else { encoding.encode(&text).unwrap().into_owned() };
    ensure!(rebuilt == bytes, "rebuilt {rebuilt:?} of {bytes:?}");
    let digest: String = Sha256::digest(&rebuilt).iter().map(|byte| format!("{byte:02x}")).collect();
    ensure!(document["source"]["sha256"] == digest, "the digest is not that of the input");
    ensure!(document["source"]["bytes"] == bytes.len(), "the length is not that of the input");
    Ok(())
}

/// What a span cuts out is what its owner says, in the order of the text, and each stands inside of what holds it.
/// `input` is the decoded input as far as its offsets are those of the bytes: UTF-8.
pub fn spans_are_true(document: &Value, input: &str) -> Held {
    let clean = document["text"].as_str().unwrap_or_default();
    let lies_in = |owner: &Value| {
        let (start, end) = span(&owner["span"]);
        ensure!(clean.get(start..end).is_some(), "{owner} does not lie on characters of the clean text {clean:?}");
        let (start, end) = span(&owner["source"]);
        ensure!(input.get(start..end).is_some(), "{owner} does not lie on characters of the input {input:?}");
        Ok(())
    };
    for key in ["posts", "dropped", "findings", "changes"] {
        let mut end = 0;
        for owner in array(document, key) {
            lies_in(owner)?;
            let here = span(&owner["span"]);
            // A post's text leaves out what was dropped inside it; all others are the slice itself.
            let (slice, text) = (clean.get(here.0..here.1).unwrap_or_default(), owner["text"].as_str().unwrap_or_default());
            ensure!(
                key == "changes" || slice == text || key == "posts" && is_taken_from(text, slice),
                "{key}: {owner} says something else"
            );
            ensure!(key == "findings" || here.0 >= end, "{key}: {owner} overlaps what stands before it");
            end = here.1;
        }
    }
    let posts = array(document, "posts");
    for (at, post) in posts.iter().enumerate() {
        let whole = span(&post["span"]);
        let mut end = whole.0;
        for block in array(post, "sections").iter().flat_map(|section| array(section, "blocks")) {
            lies_in(block)?;
            let here = span(&block["span"]);
            ensure!(here.0 >= end && here.1 <= whole.1, "{block} lies outside of its post {whole:?} or before its neighbour");
            end = here.1;
        }
        let parent = post["parent"].as_u64();
        ensure!(
            parent.is_none_or(|parent| (parent as usize) < posts.len() && parent as usize != at),
            "post {at} has the parent {parent:?}"
        );
    }
    Ok(())
}

/// Every byte lies in a post, in something dropped, in white space, or in a change between them.
pub fn bytes_are_accounted_for(document: &Value, input: &str) -> Held {
    let owners = || array(document, "posts").iter().chain(array(document, "dropped"));
    let clean = document["text"].as_str().unwrap_or_default();
    for (start, rest) in unowned(clean, owners().map(|owner| span(&owner["span"]))) {
        ensure!(rest.trim().is_empty(), "byte {start} of the clean text {clean:?}: nobody owns {rest:?}");
    }
    let changed = array(document, "changes").iter().map(|change| span(&change["source"]));
    let mark = (0, if document["source"]["bom"] == true { '\u{FEFF}'.len_utf8() } else { 0 });
    for (start, rest) in unowned(input, owners().map(|owner| span(&owner["source"])).chain(changed).chain([mark])) {
        ensure!(rest.trim().is_empty(), "byte {start} of the input {input:?}: nobody owns {rest:?}");
    }
    Ok(())
}

/// The stretches of `text` outside all `owned` spans.
fn unowned(text: &str, owned: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, &str)> {
    let mut owned: Vec<_> = owned.collect();
    owned.sort_unstable();
    let mut rest = Vec::new();
    let mut at = 0;
    for (start, end) in owned.into_iter().chain([(text.len(), text.len())]) {
        if start > at {
            rest.push((at, text.get(at..start).unwrap_or("\u{FFFD}")));
        }
        at = at.max(end);
    }
    rest
}

/// Whether every character of `part` that is not white space stands in `whole`, in the same order.
fn is_taken_from(part: &str, whole: &str) -> bool {
    let mut whole = whole.chars();
    part.chars().filter(|c| !c.is_whitespace()).all(|c| whole.any(|other| other == c))
}
