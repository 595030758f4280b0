//! Markdown (CommonMark with tables): what a person would write of the document.
//!
//! The title, then each post under a heading that names its role where there are several, a line of who and when, and its sections and
//! blocks. Nothing of a text is markup by accident: what CommonMark would read as such is escaped, so that a reader of Markdown finds
//! the same blocks.

use std::fmt::Write as _;

use super::Form;
use crate::document::{Block, Document, Post};
use crate::error::Error;

/// The deepest heading of Markdown.
const DEEPEST: usize = 6;

pub(super) fn write(document: &Document, _: Form) -> Result<Vec<u8>, Error> {
    let mut page = Page { out: String::new(), last: "" };
    if let Some(title) = &document.title {
        page.heading(1, title);
    }
    let is_only = document.posts.len() == 1;
    // The highest headings of a text stand right below those of its posts, or below the title.
    let levels = document.posts.iter().flat_map(|post| &post.sections).map(|section| section.level);
    let highest = levels.filter(|&level| level > 0).min().unwrap_or(1);
    let depth = Depth { highest, at: if is_only { 2 } else { 3 } };
    for post in &document.posts {
        // A question of one line is the title already.
        let is_title = post.role == "question" && document.title.as_deref() == Some(&*post.text);
        if !is_only && !is_title {
            page.heading(2, role(post));
        }
        if let Some(byline) = byline(post) {
            page.begin("byline");
            let _ = writeln!(page.out, "*{}*", inline(&byline, false));
        }
        if !is_title {
            sections(&mut page, post, depth);
        }
    }
    Ok(page.out.into_bytes())
}

fn role(post: &Post) -> &'static str {
    match post.role {
        "question" => "Question",
        "answer" => "Answer",
        "comment" => "Comment",
        "article" => "Article",
        _ => "Post",
    }
}

/// Who, when, and what others thought of it.
fn byline(post: &Post) -> Option<String> {
    let author = post.author.clone();
    let date = post.date.as_ref().map(|date| date.raw.clone());
    let score = post.score.map(|score| format!("score {score}"));
    let accepted = (post.accepted == Some(true)).then(|| "accepted".to_owned());
    let parts: Vec<String> = [author, date, score, accepted].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// How deep the highest headings of a text stand in the page.
#[derive(Clone, Copy)]
struct Depth {
    highest: u32,
    at: usize,
}

fn sections(page: &mut Page, post: &Post, depth: Depth) {
    for section in &post.sections {
        if let Some(heading) = &section.heading {
            let below = section.level.saturating_sub(depth.highest);
            page.heading(depth.at + usize::try_from(below).unwrap_or(DEEPEST), heading);
        }
        for block in &section.blocks {
            page.block(block);
        }
    }
}

struct Page {
    out: String,
    /// What kind of block came last.
    last: &'static str,
}

impl Page {
    /// Parts a block from the last one: by an empty line, but for the items of a list.
    fn begin(&mut self, kind: &'static str) {
        let is_list = kind == "item" && self.last == "item";
        if !self.out.is_empty() && !is_list {
            self.out.push('\n');
        }
        self.last = kind;
    }

    fn heading(&mut self, level: usize, text: &str) {
        self.begin("heading");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut text = inline(&text, false);
        // A closing row of signs is none of the heading.
        if text.ends_with('#') {
            text.insert(text.len() - 1, '\\');
        }
        let _ = writeln!(self.out, "{} {text}", "#".repeat(level.clamp(1, DEEPEST)));
    }

    fn block(&mut self, block: &Block) {
        self.begin(block.r#type);
        match block.r#type {
            "item" => self.lines("- ", "  ", &labelled(block)),
            "quote" => self.lines("> ", "> ", &labelled(block)),
            "code" => self.code(&block.text),
            "table" => self.table(&block.text),
            _ => self.lines("", "", &broken(&block.text)),
        }
    }

    fn lines(&mut self, first: &str, rest: &str, text: &str) {
        for (at, line) in text.lines().enumerate() {
            let _ = writeln!(self.out, "{}{line}", if at == 0 { first } else { rest });
        }
        if text.is_empty() {
            let _ = writeln!(self.out, "{}", first.trim_end());
        }
    }

    fn code(&mut self, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let _ = writeln!(self.out, "{fence}\n{text}\n{fence}");
    }

    /// Rows are lines, cells are parted by tabs. The first row is the head: Markdown knows no table without one.
    fn table(&mut self, text: &str) {
        let rows: Vec<Vec<&str>> = text.lines().map(|row| row.split('\t').collect()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (at, row) in rows.iter().enumerate() {
            let cells = (0..columns).map(|at| inline(row.get(at).copied().unwrap_or_default(), true));
            let _ = writeln!(self.out, "| {} |", cells.collect::<Vec<_>>().join(" | "));
            if at == 0 {
                let _ = writeln!(self.out, "|{}", " --- |".repeat(columns));
            }
        }
    }
}

/// The text of a block with its label, which is strong.
fn labelled(block: &Block) -> String {
    let text = broken(&block.text);
    match &block.label {
        Some(label) if block.text.is_empty() => format!("**{}:**", inline(label, false)),
        Some(label) => format!("**{}:** {text}", inline(label, false)),
        None => text,
    }
}

/// Text whose line breaks stay, on lines that begin no block.
fn broken(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| plain_start(&inline(line, false))).collect::<Vec<_>>().join("\\\n")
}

/// Escapes what stands for markup inside a line.
fn inline(text: &str, in_table: bool) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        let is_markup = match c {
            '`' | '*' | '[' | ']' | '~' => true,
            '\\' => in_table || next.is_none_or(|next| next.is_ascii_punctuation()),
            // Inside a word it is only itself.
            '_' => !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)),
            '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => is_reference(rest),
            '|' => in_table,
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        // A carriage return alone would end the line.
        out.push(if matches!(c, '\r' | '\n') { ' ' } else { c });
        before = c;
    }
    out
}

/// Whether what follows an ampersand makes it a character reference.
fn is_reference(rest: &str) -> bool {
    const LONGEST: usize = 40;
    let mut chars = rest.chars().take(LONGEST).skip_while(|c| c.is_ascii_alphanumeric() || *c == '#');
    chars.next() == Some(';')
}

/// Escapes what would make a line the begin of a heading, a quote, a list, a rule, a fence or an underline.
fn plain_start(line: &str) -> String {
    let Some(first) = line.chars().next() else { return String::new() };
    if matches!(first, '#' | '>' | '-' | '+' | '=' | '~' | '|' | ':') {
        return format!("\\{line}");
    }
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    match line.get(digits..) {
        Some(rest) if (1..=9).contains(&digits) && rest.starts_with(['.', ')']) => {
            let (number, rest) = line.split_at(digits);
            format!("{number}\\{rest}")
        }
        _ => line.to_owned(),
    }
}
