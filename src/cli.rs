//! What may be typed, and what it means. One file for each subcommand; what they share stands beside them.

mod batch;
mod check;
mod clean;
mod diff;
mod explain;
mod formats;
mod inputs;
mod items;
mod messages;
mod output;
mod pieces;
mod print;
mod report;
mod run;

use std::num::NonZeroUsize;

use batch::Size;
use clap::builder::PossibleValuesParser;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use inputs::Input;
use unspoof::decode::{Charset, Encoding};
use unspoof::formats::records::{self, Kind};
use unspoof::rules::{Certainty, RuleId, RuleSet};
use unspoof::{Error, Options, escape, versions};

pub use messages::{Messages, answer};

/// Text you can take at face value.
#[derive(Debug, Parser)]
#[command(
    name = "unspoof",
    version = versions::UNSPOOF,
    long_version = long_version(),
    max_term_width = 100,
    disable_help_subcommand = true,
    about = "Undoes look-alike letters, hidden characters and reordering in text; splits pasted questions and answers into posts",
    long_about = "\
Undoes look-alike letters, hidden characters and reordering in text, and splits pasted questions and answers into posts.

Genuine text of every language is left alone. Each change has a rule, a certainty and evidence; what is seen but not changed \
is reported.

Exit status: 0 all went well · 1 `check` has findings · 2 trouble: something could not be read, parsed or written · 130 `batch` was \
interrupted. One bad file or record never stops the others: it is named on standard error and set aside.",
    after_help = "\
Examples:
  unspoof run page.txt                  one document, as JSON
  unspoof run pages/ -o documents/      one JSON file for each text
  unspoof clean < in.txt > out.txt      the same text, as its reader sees it
  unspoof batch crawl.jsonl -o clean/   shards of documents; goes on with --resume after a kill
  unspoof check docs/                   one finding a line; status 1 if there are any
  unspoof explain lookalike             what a rule does
  unspoof explain 'раypal'              what each character of a text is"
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Run(run::RunArgs),
    Clean(clean::CleanArgs),
    Batch(batch::BatchArgs),
    Check(check::CheckArgs),
    Explain(explain::ExplainArgs),
    Schema(print::SchemaArgs),
    Completions(print::CompletionsArgs),
    Man(print::ManArgs),
}

impl Command {
    /// Does it. An error is one that nothing more can be done after.
    pub fn execute(self, messages: &mut Messages) -> Result<Outcome, unspoof::Error> {
        match self {
            Self::Run(args) => args.execute(messages),
            Self::Clean(args) => args.execute(messages),
            Self::Batch(args) => args.execute(messages),
            Self::Check(args) => args.execute(messages),
            Self::Explain(args) => args.execute(),
            Self::Schema(args) => args.execute(),
            Self::Completions(args) => args.execute(),
            Self::Man(args) => args.execute(),
        }
    }
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Fine,
    /// `check` has something to report.
    Findings,
    /// `batch` was asked to stop.
    Interrupted,
}

impl Outcome {
    /// The exit status, unless there was trouble.
    pub const fn status(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            // What shells say of a command that Ctrl-C has ended.
            Self::Interrupted => 130,
        }
    }
}

/// What may be typed, as data; help, completions and manual pages are made from it.
pub fn command() -> clap::Command {
    Cli::command()
}

fn long_version() -> String {
    let mut text = String::from(versions::UNSPOOF);
    text.push_str("\nUnicode data:");
    for (part, version) in versions::unicode_versions() {
        text.push_str(&format!("\n  {version:8} {part}"));
    }
    text
}

/// Which rules, and how sure.
#[derive(Debug, Args)]
#[command(next_help_heading = "Rules")]
pub struct RuleArgs {
    /// Run only these rules
    ///
    /// Names of rules or of groups, with commas between them or one option for each. The groups are `restore` (undoes
    /// spoofing), `tidy` (harmless normalisation of spaces and accents) and `all`.
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    select: Vec<String>,

    /// Run all but these rules
    ///
    /// Takes the same names as --select, and wins over it.
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    ignore: Vec<String>,

    /// How sure a finding must be
    ///
    /// A finding that is less sure is left as it is. `clean` and `run` repair at this level, `check` reports at it.
    #[arg(long, value_name = "LEVEL", default_value = "likely")]
    level: Level,
}

impl RuleArgs {
    /// What they mean; `otherwise` is the set where none is selected.
    pub fn options(&self, otherwise: RuleSet) -> Options {
        let selected = if self.select.is_empty() { otherwise } else { union(&self.select) };
        Options { rules: selected.without(union(&self.ignore)), level: self.level.into() }
    }
}

fn union(names: &[String]) -> RuleSet {
    let sets = names.iter().filter_map(|name| RuleSet::named(name)).collect::<Vec<_>>();
    RuleId::all().filter(|&id| sets.iter().any(|set| set.contains(id))).fold(RuleSet::NONE, RuleSet::with)
}

fn rule_names() -> PossibleValuesParser {
    PossibleValuesParser::new(["all", "restore", "tidy"].into_iter().chain(RuleId::all().map(|id| id.rule().id())))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Level {
    /// Only where there is no other reading
    Certain,
    /// Also where another reading is much less plausible
    Likely,
    /// Everything that was seen
    Doubtful,
}

impl From<Level> for Certainty {
    fn from(level: Level) -> Self {
        match level {
            Level::Certain => Self::Certain,
            Level::Likely => Self::Likely,
            Level::Doubtful => Self::Doubtful,
        }
    }
}

/// Which part of a record is the text.
#[derive(Debug, Args)]
#[command(next_help_heading = "Records")]
pub struct FieldArgs {
    /// The key or column of a record that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    field: String,

    /// How many bytes a record may have: a number with k, M or G [default: 64 MiB; a file of one text: 256 MiB]
    ///
    /// A longer one is named as one that cannot be read, and the next one goes on. It is what bounds memory.
    #[arg(long, value_name = "SIZE")]
    max_record: Option<Size>,

    /// Put records that cannot be read into FILE, as they are
    ///
    /// They are named on standard error in any case. FILE appears when all is done.
    #[arg(long, value_name = "FILE")]
    rejects: Option<std::path::PathBuf>,
}

impl FieldArgs {
    /// How many bytes a record may have, or an input that is one text.
    fn limits(&self) -> (usize, usize) {
        let asked = self.max_record.map(|size| usize::try_from(size.bytes()).unwrap_or(usize::MAX));
        (asked.unwrap_or(records::LIMIT), asked.unwrap_or(records::TEXT_LIMIT))
    }
}

/// What the bytes of texts are.
#[derive(Debug, Args)]
pub struct EncodingArgs {
    /// The encoding of the texts: auto, strict, or a name such as windows-1251
    ///
    /// UTF-8 and UTF-16 are known by their bytes, and a byte order mark counts more than what is said here. `auto` guesses where a
    /// text is neither; `strict` makes that an error. The names are those that pages use: latin1, koi8-r, shift_jis, gb18030 …
    /// Of the pages of a WARC that are not UTF-8, a name counts in the place of what they declare, and `strict` rejects them; other
    /// records are always UTF-8. By default, `run` guesses and says so in `warnings`; `clean` does not, as it writes the text
    /// back.
    #[arg(long, value_name = "NAME")]
    encoding: Option<Charset>,
}

impl EncodingArgs {
    /// What they mean; `otherwise` is what counts where nothing is said.
    pub fn charset(&self, otherwise: Charset, inputs: &[Input]) -> Result<Charset, Error> {
        let records = inputs.iter().find(|input| input.format.kind().is_some_and(|kind| kind != Kind::Warc));
        if let (Some(Charset::Named(encoding)), Some(input)) = (self.encoding, records)
            && encoding != Encoding::Utf8
        {
            let message = format!("expected records in UTF-8, but --encoding says {}", encoding.as_str());
            return Err(Error::other(message).in_file(input.label()));
        }
        Ok(self.encoding.unwrap_or(otherwise))
    }
}

/// How many threads.
#[derive(Debug, Args)]
pub struct ThreadArgs {
    /// How many threads work; all cores by default. The output does not depend on it
    #[arg(short = 'j', long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}
