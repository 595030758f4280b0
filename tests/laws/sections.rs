//! Headings and blocks of posts, in several languages; the cases are in `sections.json`.
use serde::Deserialize;
use unspoof::structure::{Block, BlockKind, Post, parse};

#[derive(Deserialize)]
struct Case {
    case: String,
    text: Vec<String>,
    /// Of each post its headings and blocks, one a line.
    posts: Vec<Vec<String>>,
}

fn told(block: &Block, text: &str) -> String {
    let kind = match block.kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Item => "item",
        BlockKind::Code => "code",
        BlockKind::Quote => "quote",
        BlockKind::Table => "table",
    };
    let label = block.label.map_or(String::new(), |label| format!(" [{}]", label.of(text)));
    let said = block.joined.as_deref().unwrap_or_else(|| block.text.of(text));
    format!("{kind}{label}: {said}")
}

fn lines(post: &Post, text: &str) -> Vec<String> {
    let sections = post.sections.iter().flat_map(|section| {
        let heading = section.heading.map(|heading| format!("heading {}: {}", section.level, heading.of(text)));
        heading.into_iter().chain(section.blocks.iter().map(|block| told(block, text)))
    });
    sections.collect()
}

#[test]
fn sections_are_read() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("sections.json")).unwrap();
    let wrong = cases.iter().filter_map(|case| {
        let text = case.text.join("\n");
        let posts: Vec<Vec<String>> = parse(&text).posts.iter().map(|post| lines(post, &text)).collect();
        (posts != case.posts).then(|| format!("{}: {posts:#?}", case.case))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
