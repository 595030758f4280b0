//! Any bytes become a document, or an error that names the byte; and the document is enough to rebuild them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof::rules::{Certainty, Group, RuleSet};
use unspoof::{ChangeDetail, Options, Source, clean, run};

#[path = "../../tests/laws/checks.rs"]
mod checks;

fuzz_target!(|bytes: &[u8]| {
    let source = Source { id: None, name: "text.txt", format: "text", bytes, captured: None };
    let document = match run(&source, &Options::default(), ChangeDetail::Full) {
        Ok(document) => serde_json::to_value(&document).expect("a document can be written"),
        Err(error) => {
            assert!(error.byte().is_some_and(|at| at <= bytes.len()), "{error}");
            return;
        }
    };
    let mut held = checks::rebuilds(&document, bytes);
    if let (Ok(text), true) = (std::str::from_utf8(bytes), document["source"]["encoding"] == "UTF-8") {
        held = held
            .and_then(|()| checks::spans_are_true(&document, text))
            .and_then(|()| checks::bytes_are_accounted_for(&document, text));
        let bold = Options { level: Certainty::Doubtful, ..Options::default() };
        let careful = Options { rules: RuleSet::group(Group::Restore), level: Certainty::Certain };
        for options in [Options::default(), bold, careful] {
            let once = clean(text, &options);
            held = held.and_then(|()| checks::in_order(text, &once));
            assert_eq!(once.tracked().revert(), text);
            assert_eq!(clean(once.text(), &options).text(), once.text(), "{options:?}");
        }
    }
    if let Err(broken) = held {
        panic!("{broken}");
    }
});
