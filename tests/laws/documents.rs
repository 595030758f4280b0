//! Laws of the whole way: `run` and the document it ends in.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use sha2::{Digest, Sha256};

use unspoof::decode::Encoding;
use unspoof::document::JSON_SCHEMA;
use unspoof::{ChangeDetail, Options, Source, run};

use crate::bytes::{any_bytes, encoding, with_mark};
use crate::nasty;

static SCHEMA: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&serde_json::from_str(JSON_SCHEMA).unwrap()).unwrap());

fn document(bytes: &[u8], options: &Options, detail: ChangeDetail) -> Option<String> {
    let source = Source { id: None, name: "text.txt", format: "text", bytes };
    run(&source, options, detail).ok().map(|document| serde_json::to_string(&document).unwrap())
}

fn parsed(bytes: &[u8], detail: ChangeDetail) -> Option<Value> {
    document(bytes, &Options::default(), detail).map(|json| serde_json::from_str(&json).unwrap())
}

fn span(value: &Value) -> (usize, usize) {
    let end = |key: &str| value[key].as_u64().expect("an offset") as usize;
    (end("start"), end("end"))
}

fn array<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no array {key:?}"))
}

/// The input, from nothing but the document.
fn rebuilt(document: &Value) -> Vec<u8> {
    let clean = document["text"].as_str().unwrap();
    let mut text = String::new();
    let mut at = 0;
    for change in array(document, "changes") {
        let (start, end) = span(&change["span"]);
        assert_eq!(clean.get(start..end), change["to"].as_str(), "{change}");
        text.push_str(&clean[at..start]);
        text.push_str(change["from"].as_str().unwrap());
        at = end;
    }
    text.push_str(&clean[at..]);
    let encoding = match document["source"]["encoding"].as_str().unwrap() {
        "UTF-8" => Encoding::Utf8,
        "UTF-16LE" => Encoding::Utf16Le,
        "UTF-16BE" => Encoding::Utf16Be,
        other => panic!("unknown encoding {other}"),
    };
    if document["source"]["bom"] == true { with_mark(&text, encoding) } else { encoding.encode(&text).into_owned() }
}

fn rebuilds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Some(document) = parsed(bytes, ChangeDetail::Full) else { return Ok(()) };
    let again = rebuilt(&document);
    prop_assert_eq!(again.as_slice(), bytes);
    let digest: String = Sha256::digest(&again).iter().map(|byte| format!("{byte:02x}")).collect();
    prop_assert_eq!(document["source"]["sha256"].as_str(), Some(digest.as_str()));
    prop_assert_eq!(document["source"]["bytes"].as_u64(), Some(bytes.len() as u64));
    Ok(())
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn never_panics_on_any_bytes(bytes in any_bytes(), options in nasty::options()) {
        for detail in [ChangeDetail::Summary, ChangeDetail::Full, ChangeDetail::None] {
            document(&bytes, &options, detail);
        }
    }

    #[test]
    fn a_full_document_rebuilds_its_input(text in nasty::text(), encoding in encoding(), bom in any::<bool>()) {
        rebuilds(&if bom { with_mark(&text, encoding) } else { encoding.encode(&text).into_owned() })?;
    }

    #[test]
    fn even_of_odd_bytes(bytes in any_bytes()) {
        rebuilds(&bytes)?;
    }

    #[test]
    fn documents_follow_their_schema(text in nasty::text(), full in any::<bool>()) {
        let document = parsed(text.as_bytes(), if full { ChangeDetail::Full } else { ChangeDetail::Summary }).unwrap();
        let errors: Vec<String> = SCHEMA.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
        prop_assert!(errors.is_empty(), "{errors:#?}");
    }

    /// What a span cuts out is what its owner says, and each stands where its elders are.
    #[test]
    fn spans_tell_the_truth(text in nasty::text()) {
        let document = parsed(text.as_bytes(), ChangeDetail::Full).unwrap();
        spans_of(&document, text.as_bytes())?;
    }

    /// Every byte lies in a post, in something dropped, in white space, or in a change between them.
    #[test]
    fn every_byte_is_accounted_for(text in nasty::text()) {
        let document = parsed(text.as_bytes(), ChangeDetail::Full).unwrap();
        let owners = || array(&document, "posts").iter().chain(array(&document, "dropped"));
        let clean = document["text"].as_str().unwrap();
        for (start, rest) in unowned(clean, owners().map(|owner| span(&owner["span"]))) {
            prop_assert!(rest.trim().is_empty(), "byte {start} of the clean text {clean:?}: nobody owns {rest:?}");
        }
        let removed = array(&document, "changes").iter().map(|change| span(&change["source"]));
        for (start, rest) in unowned(&text, owners().map(|owner| span(&owner["source"])).chain(removed)) {
            prop_assert!(rest.trim().is_empty(), "byte {start} of the input: nobody owns {rest:?}");
        }
    }

    /// The full list and the summary are the same changes.
    #[test]
    fn a_summary_counts_all_changes(text in nasty::text()) {
        let count = |detail| {
            let document = parsed(text.as_bytes(), detail).unwrap();
            array(&document, "changes").iter().map(|change| change["count"].as_u64().unwrap()).sum::<u64>()
        };
        prop_assert_eq!(count(ChangeDetail::Summary), count(ChangeDetail::Full));
        prop_assert_eq!(count(ChangeDetail::None), 0);
    }
}

proptest! {
    #![proptest_config(crate::fewer())]

    /// N rows are the same documents whoever makes them, in whatever order.
    #[test]
    fn threads_make_no_difference(texts in vec(nasty::text(), 1..24)) {
        let options = Options::default();
        let row = |text: &String| document(text.as_bytes(), &options, ChangeDetail::Full).unwrap();
        let alone: Vec<String> = texts.iter().map(row).collect();
        for threads in [2, 5] {
            let mut together = vec![String::new(); texts.len()];
            std::thread::scope(|scope| {
                let workers: Vec<_> = (0..threads)
                    .map(|worker| {
                        let own = texts.iter().enumerate().skip(worker).step_by(threads);
                        scope.spawn(move || own.map(|(at, text)| (at, row(text))).collect::<Vec<_>>())
                    })
                    .collect();
                for (at, json) in workers.into_iter().flat_map(|worker| worker.join().unwrap()) {
                    together[at] = json;
                }
            });
            prop_assert_eq!(&alone, &together);
        }
    }
}

/// The stretches of `text` outside all `owned` spans.
fn unowned<'t>(text: &'t str, owned: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, &'t str)> {
    let mut owned: Vec<_> = owned.collect();
    owned.sort_unstable();
    let mut rest = Vec::new();
    let mut at = 0;
    for (start, end) in owned.into_iter().chain([(text.len(), text.len())]) {
        if start > at {
            rest.push((at, text.get(at..start).expect("owners end on character boundaries")));
        }
        at = at.max(end);
    }
    rest
}

fn spans_of(document: &Value, input: &[u8]) -> Result<(), TestCaseError> {
    let clean = document["text"].as_str().unwrap();
    let input = std::str::from_utf8(input).unwrap();
    // A mark at the start belongs to the encoding, not to the text.
    let lies_in = |owner: &Value| -> Result<(), TestCaseError> {
        let (start, end) = span(&owner["span"]);
        prop_assert!(clean.get(start..end).is_some(), "{owner} does not lie on characters of the clean text");
        let (start, end) = span(&owner["source"]);
        prop_assert!(input.get(start..end).is_some(), "{owner} does not lie on characters of the input");
        Ok(())
    };
    for key in ["posts", "dropped", "findings", "changes"] {
        let owners = array(document, key);
        let mut end = 0;
        for owner in owners {
            lies_in(owner)?;
            let here = span(&owner["span"]);
            if key != "changes" {
                prop_assert_eq!(clean.get(here.0..here.1), owner["text"].as_str(), "{}", key);
            }
            if key != "findings" {
                prop_assert!(here.0 >= end, "{key}: {owner} overlaps what stands before it");
                end = here.1;
            }
        }
    }
    for (at, post) in array(document, "posts").iter().enumerate() {
        let whole = span(&post["span"]);
        let mut end = whole.0;
        for block in array(post, "sections").iter().flat_map(|section| array(section, "blocks")) {
            lies_in(block)?;
            let here = span(&block["span"]);
            prop_assert!(
                here.0 >= end && here.1 <= whole.1,
                "{block} lies outside of its post {whole:?} or before its neighbour"
            );
            end = here.1;
        }
        if let Some(parent) = post["parent"].as_u64() {
            prop_assert!(
                (parent as usize) < array(document, "posts").len() && parent as usize != at,
                "post {at} has the parent {parent}"
            );
        }
    }
    Ok(())
}
