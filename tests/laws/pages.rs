//! Laws of marked-up pages: what is read is what is shown, and it is found again in the source.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use unspoof::markup::Markup;
use unspoof::text::Span;
use unspoof::{ChangeDetail, Options, Source, run};

use crate::checks::{array, span};
use crate::{held, nasty};

/// Pieces of pages, sound and unsound.
fn mark() -> impl Strategy<Value = &'static str> {
    select(vec![
        "<p>",
        "</p>",
        "<div class=\"post p12\">",
        "</div>",
        "<b>",
        "</b>",
        "<a href='/u?a=1&amp;b'>",
        "</a>",
        "<br>",
        "<hr/>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</td>",
        "</table>",
        "<h2>",
        "</h2>",
        "<pre>\n",
        "</pre>",
        "<blockquote>",
        "</blockquote>",
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<!-- a -->",
        "<!--",
        "-->",
        "<svg/>",
        "<svg>",
        "</svg>",
        "<span hidden>",
        "</span>",
        "&amp;",
        "&eacute;",
        "&#x430;",
        "&lt",
        "&",
        "&#0;",
        "&ngE;",
        "<",
        ">",
        "</",
        "<1",
        "\r\n",
        "\0",
        "<textarea>",
        "<title>",
        "</title>",
        "<time datetime=2019-05-02>",
        "</time>",
        "<![CDATA[",
        "]]>",
        "<?x",
        "# ",
        "## ",
        "- ",
        "1. ",
        "> ",
        "```\n",
        "**",
        "`",
        "[a](b)",
        "| a | b |\n|---|---|\n",
        "\n\n",
        "    ",
        "\\*",
    ])
}

fn page() -> impl Strategy<Value = String> {
    vec(prop_oneof![3 => mark().prop_map(str::to_owned), 2 => nasty::text(), 1 => Just(" ".to_owned())], 0..24)
        .prop_map(|parts| parts.concat())
}

fn markup() -> impl Strategy<Value = Markup> {
    select(vec![Markup::Html, Markup::Markdown])
}

proptest! {
    #![proptest_config(crate::config())]

    /// Each letter that is shown stands in the source at the place that the map names, unless a reference stands there.
    #[test]
    fn what_is_shown_stands_in_the_source(source in page(), markup in markup()) {
        let page = markup.read(&source);
        let mut end = 0;
        for (at, c) in page.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let place = page.map.source_span(Span::new(at, at + c.len_utf8()));
            let there = source.get(place.start..place.end);
            prop_assert!(there.is_some(), "{:?} of {:?}: {place:?}", c, page.text);
            let there = there.unwrap_or_default();
            prop_assert!(there.contains(c) || there.contains(['&', '\\', '\0', '\r']), "{c:?} is said to be {there:?} in {source:?}");
            prop_assert!(place.start >= end || there.contains('&'), "{c:?} comes too early");
            end = end.max(place.start);
        }
    }

    #[test]
    fn elements_hold_what_they_hold(source in page(), markup in markup()) {
        let page = markup.read(&source);
        for (at, element) in page.layout.elements.iter().enumerate() {
            prop_assert!(page.text.get(element.span.start..element.span.end).is_some());
            prop_assert!(element.next > at && element.next <= page.layout.elements.len());
            if let Some(parent) = page.layout.elements.get(element.parent) {
                let inside = parent.span.start <= element.span.start && element.span.end <= parent.span.end;
                prop_assert!(element.parent < at && element.next <= parent.next && (inside || element.span.is_empty()));
            }
        }
    }

    /// Every letter that is shown lies in a post or is dropped with a reason.
    #[test]
    fn all_that_is_shown_is_accounted_for(source in page(), markup in markup()) {
        let input = Source { id: None, name: "page", format: markup.as_str(), bytes: source.as_bytes(), captured: None };
        let Ok(document) = run(&input, &Options::default(), ChangeDetail::Full) else { return Ok(()) };
        let document = serde_json::to_value(&document).unwrap();
        prop_assume!(document["source"]["encoding"] == "UTF-8");
        let text = document["text"].as_str().unwrap_or_default();
        let mut owned: Vec<(usize, usize)> = array(&document, "posts").iter().chain(array(&document, "dropped")).map(|owner| span(&owner["span"])).collect();
        owned.sort_unstable();
        let mut at = 0;
        for (start, end) in owned.into_iter().chain([(text.len(), text.len())]) {
            held(if text[at..start.max(at)].trim().is_empty() { Ok(()) } else { Err(format!("nobody owns {:?} of {text:?}", &text[at..start])) })?;
            at = at.max(end);
        }
    }
}

/// A page ten times as long costs no more than some ten times as much; a quadratic path would cost a hundred times.
#[test]
fn hostile_pages_take_linear_time() {
    let cost = |page: &str| {
        let start = std::time::Instant::now();
        let input = Source { id: None, name: "page", format: "html", bytes: page.as_bytes(), captured: None };
        run(&input, &Options::default(), ChangeDetail::None).unwrap();
        start.elapsed().as_secs_f64()
    };
    type Page = fn(usize) -> String;
    let pages: [(&str, Page); 9] = [
        ("nested blocks", |n| "<div>a ".repeat(n)),
        ("nested runs", |n| "<b>a ".repeat(n)),
        ("unclosed paragraphs in runs", |n| "<p><b class=x>a ".repeat(n)),
        ("nested posts", |n| "<div class=post><p>a, 2 May 2019</p>".repeat(n)),
        ("posts", |n| "<div class=post><i>Ann</i> <time>2 May 2019</time><p>said so.</p></div>".repeat(n)),
        ("end tags", |n| format!("<p>a{}", "</div>".repeat(n))),
        ("tables", |n| "<table><tr><td>a ".repeat(n)),
        ("attributes", |n| format!("<p {}>a", "class=b ".repeat(n))),
        ("a long attribute", |n| format!("<p class='{}'>a", "b ".repeat(n))),
    ];
    for (name, page) in pages {
        let (short, long) = (page(4_000), page(40_000));
        let (one, ten) = (cost(&short).min(cost(&short)), cost(&long));
        assert!(ten < 40.0 * one + 0.5, "{name}: {one} s, ten times as long {ten} s");
    }
}
