//! `unspoof check`: what is wrong with a repository, where, and how sure that is. Writes nothing unless asked to.

mod changes;
mod sources;
mod teller;
mod work;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args, ValueEnum};
use unspoof::Error;
use unspoof::check::Format;

use super::messages::Messages;
use super::report::plural;
use super::{EncodingArgs, Level, Outcome, ThreadArgs, rule_names};

/// Report spoofed and hidden characters in a repository; exit status 1 if there are any
///
/// PATH is a file, a folder, a pattern in quotes, or - for standard input; the current folder when nothing is named. In a
/// folder every text is read, hidden ones too, except what ignore files name, and what nobody writes by hand: vendored,
/// minified and generated files, by convention. The names of files are checked as well.
///
/// Source code is told from its comments and strings. What hides, reorders or fools is an error, what likely does a warning;
/// notes never fail a run. Typography is silent. The `restore` rules run, without `entities` and `ascii-lookalike`, unless others
/// are selected.
///
/// A comment `unspoof: ignore`, `unspoof: ignore[lookalike]` or `unspoof: ignore[U+202E]` silences its line (on a line of its
/// own, the next one), `unspoof: off` … `unspoof: on` what lies between, `unspoof: ignore-file` the file.
///
/// The nearest unspoof.toml, pyproject.toml with [tool.unspoof] or Cargo.toml with [package.metadata.unspoof] is the
/// configuration.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unspoof check
  unspoof check --changed=origin/main
  unspoof check --fix src/
  unspoof check --format sarif > unspoof.sarif
  unspoof check --stdin-filename a.py < a.py
  git diff --name-only | unspoof check --file-list -")]
pub struct CheckArgs {
    /// Files, folders, patterns, or - for standard input
    #[arg(value_name = "PATH")]
    inputs: Vec<PathBuf>,

    #[command(flatten)]
    what: WhatArgs,

    #[command(flatten)]
    report: ReportArgs,

    #[command(flatten)]
    fix: FixArgs,

    #[command(flatten)]
    config: ConfigArgs,

    #[command(flatten)]
    baseline: BaselineArgs,

    #[command(flatten)]
    encoding: EncodingArgs,

    #[command(flatten)]
    threads: ThreadArgs,

    #[command(flatten)]
    rules: RuleArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "What is read")]
struct WhatArgs {
    /// Read the standard input as a file of this name
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<PathBuf>,

    /// Read the names of files from FILE, one a line; - for standard input
    #[arg(long, value_name = "FILE")]
    file_list: Option<PathBuf>,

    /// Report only lines that were added since BASE (a commit; what is not committed, without one)
    #[arg(long, value_name = "BASE", num_args = 0..=1, require_equals = true, default_missing_value = "HEAD")]
    changed: Option<String>,

    /// Check the messages of these commits, such as origin/main..HEAD; the last one without RANGE
    #[arg(long, value_name = "RANGE", num_args = 0..=1, require_equals = true, default_missing_value = "-1")]
    commits: Option<String>,

    /// Leave out paths that fit PATTERN, as in .gitignore
    #[arg(long, value_name = "PATTERN")]
    exclude: Vec<String>,

    /// Leave out files that were named, too, where a walk through folders would
    #[arg(long)]
    force_exclude: bool,

    /// Read vendored, minified and generated files, too
    #[arg(long)]
    vendored: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Report")]
struct ReportArgs {
    /// How issues are told
    #[arg(long, visible_alias = "output-format", alias = "to", alias = "report", value_name = "FORMAT", default_value = "full", value_parser = formats())]
    format: Format,

    /// Write the report into FILE, which appears when it is whole
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Tell only how many issues there are of each rule
    #[arg(long)]
    statistics: bool,

    /// Exit with 0 when there are issues
    #[arg(long)]
    exit_zero: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Repair")]
struct FixArgs {
    /// Repair what is certain, in the files
    ///
    /// Each file is replaced in one step; a text from standard input goes to standard output, and its report nowhere. Encoding, byte order mark, line ends and permissions are kept, and nothing is touched
    /// that was not reported.
    #[arg(long)]
    fix: bool,

    /// Repair what is likely, too
    #[arg(long)]
    unsafe_fixes: bool,

    /// Show what --fix would change, and change nothing
    #[arg(long)]
    diff: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Configuration")]
struct ConfigArgs {
    /// Take this configuration file instead of the nearest one
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,

    /// Take no configuration file
    #[arg(long)]
    isolated: bool,

    /// Print the configuration as it counts, and stop
    #[arg(long)]
    show_config: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Baseline")]
struct BaselineArgs {
    /// Do not report what FILE knows
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write all issues of this run into the baseline
    #[arg(long)]
    write_baseline: bool,

    /// Take out of the baseline what is there no more
    #[arg(long, conflicts_with = "write_baseline")]
    prune_baseline: bool,
}

/// Which issues.
#[derive(Debug, Args)]
#[command(next_help_heading = "Rules")]
struct RuleArgs {
    /// Run only these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    select: Vec<String>,

    /// Run all but these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    ignore: Vec<String>,

    /// How sure an issue must be; likely unless the configuration says otherwise
    #[arg(long, value_name = "LEVEL")]
    level: Option<Level>,

    /// Report typography, too: no-break spaces, curly quotes, dashes, × and µ
    #[arg(long)]
    typography: bool,
}

fn formats() -> impl clap::builder::TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::as_str))
        .map(|name| Format::ALL.into_iter().find(|format| format.as_str() == name).unwrap_or_default())
}

impl CheckArgs {
    pub fn execute(self, messages: &mut Messages) -> Result<Outcome, Error> {
        let (config, base) = self.configuration()?;
        if self.config.show_config {
            let text = serde_json::to_string_pretty(&config).map_err(|error| Error::other(error.to_string()))?;
            writeln!(io::stdout(), "{}", unspoof::escape::json(&text))?;
            return Ok(Outcome::Fine);
        }
        let job = work::Job::new(&self, &config, base.as_deref())?;
        let outcome = match self.report.output.as_deref() {
            Some(path) => {
                let mut file = super::output::Atomic::create(path)?;
                let outcome = job.run(&self, &mut file, messages)?;
                file.commit()?;
                outcome
            }
            None => {
                let mut stdout = BufWriter::new(io::stdout().lock());
                let outcome = job.run(&self, &mut stdout, messages)?;
                stdout.flush()?;
                outcome
            }
        };
        let summary = outcome.summary;
        let [errors, warnings, notes] = summary.counts;
        let mut text = format!(
            "{}, {}, {} in {} of {}",
            plural(errors, "error"),
            plural(warnings, "warning"),
            plural(notes, "note"),
            summary.hit,
            plural(summary.texts, "text")
        );
        let more = [
            (outcome.fixed, format!("{} repaired", outcome.fixed)),
            (outcome.known, format!("{} in the baseline", outcome.known)),
            (outcome.suppressed, format!("{} silenced by comments", outcome.suppressed)),
            (
                outcome.damaged,
                format!("{} with bytes that are no UTF-8, checked without them", plural(outcome.damaged, "source")),
            ),
            (outcome.others, format!("{} not text", plural(outcome.others, "file"))),
        ];
        for (_, what) in more.into_iter().filter(|&(count, _)| count > 0) {
            text.push_str("; ");
            text.push_str(&what);
        }
        messages.note(text);
        let fails = summary.failing() > 0 && !self.report.exit_zero && !self.baseline.write_baseline;
        Ok(if fails { Outcome::Findings } else { Outcome::Fine })
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.to_possible_value().as_ref().map_or("", |value| value.get_name()))
    }
}
