//! Any text as a page: what is shown is found in the source, and elements lie in each other.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof::markup::Markup;
use unspoof::{ChangeDetail, Options, Source, run};

fuzz_target!(|source: &str| {
    for markup in [Markup::Html, Markup::Markdown] {
        let page = markup.read(source);
        for element in &page.layout.elements {
            assert!(page.text.get(element.span.start..element.span.end).is_some(), "{element:?}");
            let place = page.map.source_span(element.span);
            assert!(source.get(place.start..place.end).is_some(), "{place:?}");
        }
        let source = Source { id: None, name: "page", format: markup.as_str(), bytes: source.as_bytes(), captured: None };
        // Bytes that look like another encoding may be refused; nothing else is.
        if let Err(error) = run(&source, &Options::default(), ChangeDetail::Full) {
            assert!(error.byte().is_some(), "{error}");
        }
    }
});
