//! Laws of the whole way: `run` and the document it ends in.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use unspoof::document::JSON_SCHEMA;
use unspoof::{ChangeDetail, Options, Source, run};

use crate::bytes::{any_bytes, encoding};
use crate::checks::{array, bytes_are_accounted_for, rebuilds, spans_are_true, with_mark};
use crate::{held, nasty};

static SCHEMA: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::validator_for(&serde_json::from_str(JSON_SCHEMA).unwrap()).unwrap());

fn document(bytes: &[u8], options: &Options, detail: ChangeDetail) -> Option<String> {
    let source = Source { id: None, name: "text.txt", format: "text", bytes, captured: None };
    run(&source, options, detail).ok().map(|document| serde_json::to_string(&document).unwrap())
}

fn parsed(bytes: &[u8], detail: ChangeDetail) -> Option<Value> {
    document(bytes, &Options::default(), detail).map(|json| serde_json::from_str(&json).unwrap())
}

/// The document of a text in UTF-8. A text full of NULs would be taken for UTF-16, which has laws of its own.
fn of_text(text: &str, detail: ChangeDetail) -> Result<Value, TestCaseError> {
    let document = parsed(text.as_bytes(), detail).unwrap_or_default();
    if document["source"]["encoding"] == "UTF-8" { Ok(document) } else { Err(TestCaseError::reject("taken for UTF-16")) }
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
        let bytes = if bom { with_mark(&text, encoding) } else { encoding.encode(&text).unwrap().into_owned() };
        if let Some(document) = parsed(&bytes, ChangeDetail::Full) {
            held(rebuilds(&document, &bytes))?;
        }
    }

    #[test]
    fn even_of_odd_bytes(bytes in any_bytes()) {
        if let Some(document) = parsed(&bytes, ChangeDetail::Full) {
            held(rebuilds(&document, &bytes))?;
        }
    }

    #[test]
    fn documents_follow_their_schema(text in nasty::text(), full in any::<bool>()) {
        let document = of_text(&text, if full { ChangeDetail::Full } else { ChangeDetail::Summary })?;
        let errors: Vec<String> = SCHEMA.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
        prop_assert!(errors.is_empty(), "{errors:#?}");
    }

    #[test]
    fn spans_tell_the_truth(text in nasty::text()) {
        held(spans_are_true(&of_text(&text, ChangeDetail::Full)?, &text))?;
    }

    #[test]
    fn every_byte_is_accounted_for(text in nasty::text()) {
        held(bytes_are_accounted_for(&of_text(&text, ChangeDetail::Full)?, &text))?;
    }

    /// The full list and the summary are the same changes.
    #[test]
    fn a_summary_counts_all_changes(text in nasty::text()) {
        let count = |detail| {
            let document = parsed(text.as_bytes(), detail).unwrap_or_default();
            document["changes"].as_array().map_or(0, |changes| changes.iter().filter_map(|change| change["count"].as_u64()).sum::<u64>())
        };
        prop_assert_eq!(count(ChangeDetail::Summary), count(ChangeDetail::Full));
        prop_assert_eq!(count(ChangeDetail::None), 0);
    }

    #[test]
    fn summaries_have_no_spans(text in nasty::text()) {
        let document = of_text(&text, ChangeDetail::Summary)?;
        prop_assert!(array(&document, "changes").iter().all(|change| change["span"].is_null() && change["source"].is_null()));
    }
}

proptest! {
    #![proptest_config(crate::fewer())]

    /// N rows are the same documents whoever makes them, in whatever order.
    #[test]
    fn threads_make_no_difference(texts in vec(nasty::text(), 1..24)) {
        let options = Options::default();
        let row = |text: &String| document(text.as_bytes(), &options, ChangeDetail::Full);
        let alone: Vec<Option<String>> = texts.iter().map(row).collect();
        for threads in [2, 5] {
            let mut together = vec![None; texts.len()];
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
