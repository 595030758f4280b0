//! `unspoof explain`: a rule's own words, or what each character of a text is.

use std::fmt::Write as _;
use std::io::{self, Write};

use clap::Args;
use unicode_security::MixedScript;
use unicode_security::confusable_detection::skeleton;
use unspoof::rules::{self, Certainty, Rule, RuleId, RuleSet};
use unspoof::unicode::{self, Classes};
use unspoof::{Error, Options};

use super::{Outcome, escape, report};

/// Explain a rule, or the characters of a text
///
/// The name of a rule gives its page. Anything else is taken as text, and each of its characters is named with its script, its
/// classes and what it reads as. Below stands how look-alikes were decided about, word by word, and what the rules find. A code point (U+202E) stands for its character, and -
/// for standard input.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unspoof explain bidi
  unspoof explain 'раypal'
  unspoof explain U+202E")]
pub struct ExplainArgs {
    /// A rule, a text, a code point, or - for standard input
    #[arg(value_name = "RULE|TEXT")]
    subject: String,
}

impl ExplainArgs {
    pub fn execute(&self) -> Result<Outcome, Error> {
        let mut out = String::new();
        if let Some(id) = RuleId::from_id(&self.subject) {
            page(&mut out, id.rule());
        } else if self.subject == "-" {
            let bytes = unspoof::formats::lines::read_all(io::stdin().lock()).map_err(|error| error.in_file("-"))?;
            text(&mut out, &unspoof::decode::decode(&bytes).map_err(|error| error.in_file("-"))?.text);
        } else if let Some(c) = code_point(&self.subject) {
            text(&mut out, c.encode_utf8(&mut [0; 4]));
        } else {
            text(&mut out, &self.subject);
        }
        let mut stdout = io::stdout().lock();
        stdout.write_all(out.as_bytes())?;
        stdout.flush()?;
        Ok(Outcome::Fine)
    }
}

/// `U+202E` is a way to name what cannot be typed.
fn code_point(subject: &str) -> Option<char> {
    let digits = subject.strip_prefix("U+").or_else(|| subject.strip_prefix("u+"))?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

fn page(out: &mut String, rule: &dyn Rule) {
    let page = rule.page();
    let (from, to) = page.example;
    let paragraphs = [
        format!("{} ({}): {}", rule.id(), rule.group().id(), page.repairs),
        page.finds.to_owned(),
        format!("Why it matters: {}", page.why),
        format!("Example: {}\nbecomes: {}", escape::quoted(from), escape::quoted(to)),
        format!("Left alone: {}", page.leaves),
    ];
    for paragraph in paragraphs {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}\n", escape::lines(&paragraph));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
}

fn text(out: &mut String, text: &str) {
    let rows = text.chars().map(row).collect::<Vec<_>>();
    let mut widths = [0; 5];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in &rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect::<Vec<_>>();
        let _ = writeln!(out, "{}", cells.join("  ").trim_end());
    }
    let mixed = if text.is_single_script() { "one script" } else { "several scripts" };
    let skeleton = skeleton(text).collect::<String>();
    let _ = writeln!(out, "\nUTS #39: {mixed}, skeleton {}", escape::quoted(&skeleton));
    stories(out, text);
    let options = Options { rules: RuleSet::all(), level: Certainty::default() };
    let cleaned = unspoof::clean(text, &options);
    let mut findings = String::new();
    let count = report::write(&mut findings, "text", &cleaned, Certainty::Doubtful);
    let _ = writeln!(out, "\n{}", report::plural(count, "finding"));
    out.push_str(&findings);
    if cleaned.is_changed() {
        let _ = writeln!(out, "reads as: {}", escape::quoted(cleaned.text()));
    }
}

/// How `lookalike` decided about each word that its letters alone do not settle, step by step.
fn stories(out: &mut String, text: &str) {
    for story in rules::stories(text) {
        let word = story.span.of(text);
        let _ = writeln!(out, "\nword {} at byte {}", escape::quoted(word), story.span.start);
        let _ = writeln!(out, "  letters: {}", story.letters);
        let near = story.near.iter().map(|(script, weight, company)| match company {
            0.0 => format!("{} {weight:.1}", script.name()),
            _ => format!("{} {weight:.1}, {company:.1} of it from words that were spoofed", script.name()),
        });
        let near = near.collect::<Vec<_>>().join("; ");
        let _ = writeln!(out, "  words near by: {}", if near.is_empty() { "none that proves a script" } else { &near });
        for account in &story.accounts {
            let reading = match account.script {
                Some(script) => format!("as {} {}", script.name(), escape::quoted(&account.word)),
                None => "as it stands".to_owned(),
            };
            let parts = [
                ("language", account.language),
                ("context", account.context),
                ("company", account.company),
                ("place", account.place),
            ];
            let parts = parts.map(|(name, nats)| format!("{name} {nats:+.1}")).join(", ");
            let _ = writeln!(out, "  {reading}: {parts}: {:+.1} nats", account.nats());
        }
        let _ = writeln!(out, "  {}", escape::lines(&story.outcome));
    }
}

fn row(c: char) -> [String; 5] {
    let info = unicode::info(c);
    let classes = Classes::NAMED.iter().filter(|&&(class, _)| info.classes.contains(class));
    let classes = classes.map(|(_, name)| name.to_lowercase()).collect::<Vec<_>>().join(" ");
    let name = unicode::name(c);
    let glyph = if escape::is_hazard(c) { "·".to_owned() } else { glyph(c, info.classes) };
    [format!("{glyph} U+{:04X}", u32::from(c)), name, info.script.name().to_owned(), classes, report::reads_as(c)]
}

/// A mark needs something to stand on.
fn glyph(c: char, classes: Classes) -> String {
    if classes.contains(Classes::MARK) { format!("\u{25CC}{c}") } else { c.to_string() }
}
