//! What is written as Markdown reads as the same blocks.

use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use unspoof::Document;

use crate::texts::{ALL, ARTICLE, QUESTION};
use crate::{document, nasty, written};

/// What a reader of Markdown finds: the kind of each block, and its words.
fn read(markdown: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut quoted = 0;
    let mut in_item = false;
    let begin = |blocks: &mut Vec<(String, String)>, kind: &str| blocks.push((kind.to_owned(), String::new()));
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        let mut add = |text: &str| blocks.last_mut().unwrap().1.push_str(text);
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let level = if level == HeadingLevel::H1 { "title" } else { "heading" };
                begin(&mut blocks, level);
            }
            Event::Start(Tag::BlockQuote(_)) => {
                quoted += 1;
                begin(&mut blocks, "quote");
            }
            Event::End(TagEnd::BlockQuote(_)) => quoted -= 1,
            Event::Start(Tag::Item) => {
                in_item = true;
                begin(&mut blocks, "item");
            }
            Event::End(TagEnd::Item) => in_item = false,
            Event::Start(Tag::Paragraph) if quoted == 0 && !in_item => begin(&mut blocks, "paragraph"),
            Event::Start(Tag::CodeBlock(_)) => begin(&mut blocks, "code"),
            Event::Start(Tag::Table(_)) => begin(&mut blocks, "table"),
            Event::Start(Tag::TableCell) | Event::SoftBreak | Event::HardBreak => add(" "),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => add(&text),
            Event::Rule => begin(&mut blocks, "rule"),
            _ => {}
        }
    }
    for (_, text) in &mut blocks {
        *text = folded(text);
    }
    blocks
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same of the document, in the order in which it is written, without titles, roles and bylines.
fn blocks(document: &Document) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    for post in &document.posts {
        if post.role == "question" && document.title.as_deref() == Some(&*post.text) {
            continue;
        }
        for section in &post.sections {
            blocks.extend(section.heading.as_ref().map(|heading| ("heading".to_owned(), folded(heading))));
            for block in &section.blocks {
                let label = block.label.as_ref().map(|label| format!("{label}: ")).unwrap_or_default();
                let label = if matches!(block.r#type, "item" | "quote") { label } else { String::new() };
                blocks.push((block.r#type.to_owned(), folded(&format!("{label}{}", block.text))));
            }
        }
    }
    blocks
}

/// Whether each block of the document is read from its Markdown, in order, with nothing between them but what the writer added.
pub fn survives(document: &Document) -> Result<(), String> {
    let markdown = written(document, "markdown");
    let found = read(&markdown);
    let mut rest = found.iter();
    for wanted in blocks(document) {
        let mut between = Vec::new();
        loop {
            match rest.next() {
                Some(found) if *found == wanted => break,
                Some(found) if ["title", "heading", "paragraph"].contains(&&*found.0) && between.len() < 5 => between.push(found),
                other => return Err(format!("wanted {wanted:?}, found {other:?} after {between:?} in\n{markdown}")),
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_of_any_text_survive(text in nasty::text()) {
        survives(&document(&text)).map_err(TestCaseError::fail)?;
    }
}

#[test]
fn blocks_survive() {
    for text in ALL {
        survives(&document(text)).unwrap();
    }
}

#[test]
fn nothing_is_markup_by_accident() {
    for text in [
        "Ann wrote *this*, __init__.py and snake_case, `code`, [a](b), <b>, a<b, AT&T, &amp; &#65; ~~no~~ ~no~.",
        "# of cars\n\nA line.\n\n+1 for that\n\n- 5 degrees outside\n\n1986. What a year.",
        "A path C:\\*.* and C:\\ at the end \\",
        "A line\n====\nnot under\n---\n| a | b |\n|---|---|\n:--- | ---:",
        "  indented by two\n\n\tindented by a tab\n\n    by four, and long enough to be prose, or so one should think.",
        "<div>\nhtml\n</div>\n\n<!-- no comment -->\n\n***\n\n___\n\n2) two\n\n> said",
    ] {
        survives(&document(text)).unwrap();
    }
}

#[test]
fn who_and_when_stand_under_a_heading() {
    let markdown = written(&document(QUESTION), "markdown");
    assert!(
        markdown
            .starts_with("# Which tree is the tallest — and where? 🌲\n\n## Answer\n\n*Ann Reed · 2 years ago · score 5*\n\n"),
        "{markdown}"
    );
    assert!(markdown.contains("\n### Reasons\n\n- **Fog:** it waters the crown 🌫.\n- **Age:** trees"), "{markdown}");
    assert!(markdown.contains("\n*Bo Lind · May 2, 2009 at 0:09 · accepted*\n"), "{markdown}");
    let markdown = written(&document(ARTICLE), "markdown");
    assert!(
        markdown.contains("\n> Bread is patience.\n\n```\noven --heat 230\n# not a heading\n```\n\n## Steps\n"),
        "{markdown}"
    );
}
