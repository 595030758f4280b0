//! `unspoof check`: what is wrong, where, and how sure that is. Writes nothing.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Args;
use unspoof::decode::decode;
use unspoof::rules::{Group, RuleSet};
use unspoof::{Error, Options};

use super::inputs::{self, Choice, Format, Input};
use super::messages::Messages;
use super::report::{self, plural};
use super::{Outcome, RuleArgs, ThreadArgs, batch};

/// Report spoofed and hidden characters; exit status 1 if there are any
///
/// PATH is a file, a folder, a pattern in quotes, or - for standard input; the current folder when nothing is named. In a
/// folder every file that is text is read, except those that .gitignore and .ignore files name.
///
/// One finding a line: path, line, column (in code points, from 1), rule, certainty, the characters, the words around them,
/// what they read as, and the evidence. Hidden characters are spelled out. The `restore` rules run unless others are selected.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unspoof check
  unspoof check --level certain src/ docs/
  git diff --name-only -z | xargs -0 unspoof check
  unspoof check --select all --ignore nfc README.md")]
pub struct CheckArgs {
    /// Files, folders, patterns, or - for standard input
    #[arg(value_name = "PATH", default_value = ".")]
    inputs: Vec<PathBuf>,

    #[command(flatten)]
    threads: ThreadArgs,

    #[command(flatten)]
    rules: RuleArgs,
}

/// What was found in one file.
struct Checked {
    report: String,
    count: usize,
    read: usize,
}

impl CheckArgs {
    pub fn execute(self, messages: &mut Messages) -> Result<Outcome, Error> {
        let choice = Choice { format: Some(Format::Text), output: None, tree: true };
        let inputs = inputs::find(&self.inputs, &choice, messages);
        let options = self.rules.options(RuleSet::group(Group::Restore));
        let mut stdout = BufWriter::new(io::stdout().lock());
        let (mut findings, mut hit, mut clean, mut other) = (0, 0, 0, 0);
        messages.start("checked", &inputs);
        batch::in_order(
            inputs.iter(),
            batch::threads(self.threads.threads),
            |input| (input, check(input, &options)),
            |(input, checked)| {
                match checked {
                    Ok(checked) => {
                        messages.did(checked.read);
                        stdout.write_all(checked.report.as_bytes())?;
                        findings += checked.count;
                        *(if checked.count > 0 { &mut hit } else { &mut clean }) += 1;
                    }
                    // In a folder there are pictures and programs too; what was named is meant to be text.
                    Err(error) if input.walked && error.byte().is_some() => other += 1,
                    Err(error) => messages.trouble(&error),
                }
                Ok(())
            },
        )?;
        stdout.flush()?;
        messages.stop();
        let mut summary = format!("{} in {hit} of {}", plural(findings, "finding"), plural(hit + clean, "text"));
        if other > 0 {
            summary.push_str(&format!("; {} not text", plural(other, "file")));
        }
        messages.note(summary);
        Ok(if findings > 0 { Outcome::Findings } else { Outcome::Fine })
    }
}

fn check(input: &Input, options: &Options) -> Result<Checked, Error> {
    let bytes = input.read()?;
    let decoded = decode(&bytes).map_err(|error| error.in_file(input.label()))?;
    let cleaned = unspoof::clean(&decoded.text, options);
    let mut report = String::new();
    let count = report::write(&mut report, &input.label(), &cleaned, options.level);
    Ok(Checked { report, count, read: bytes.len() })
}
