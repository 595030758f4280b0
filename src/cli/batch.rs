//! `unspoof batch`: many inputs into shards, in a way that survives being killed.

mod asked;
mod progress;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::{Args, ValueEnum};
use tracing::level_filters::LevelFilter;
use unspoof::batch::{Begin, Documents, Ended, Holds, Input, Job, Product, Settings, Shape, queue};
use unspoof::decode::Charset;
use unspoof::document::Captured;
use unspoof::formats::records;
use unspoof::rules::RuleSet;
use unspoof::{ChangeDetail, Error};

use super::formats::Takes;
use super::inputs::{self, Choice};
use super::messages::Messages;
use super::run::{Detail, From};
use super::{EncodingArgs, Outcome, RuleArgs, ThreadArgs, report};
pub use asked::Size;
use asked::{Compress, MaxRejects, To};
use progress::{Progress, Show};

/// Clean a crawl: many inputs into shards, on all cores, able to go on after a kill
///
/// INPUT is a file, a folder or a pattern, as for `run`. The output folder gets shards of rows (part-00000.jsonl ...), what could not
/// be read beside them (rejects-00000.jsonl ...), manifest.jsonl and, in the end, summary.json. Rows stand in the order of the inputs;
/// names and bytes follow from inputs and options alone, whatever the number of threads. A format that needs a file for each document
/// (json, text, markdown) has folders for shards (part-00000/ ...), with files named after the documents' ids.
///
/// A shard appears when it is whole and on the disk, and is then told to the manifest. After a kill, a power cut or Ctrl-C, the same
/// command with --resume goes on behind the last one, and leaves the very files that an uninterrupted run would have left. Ctrl-C (or
/// SIGTERM) stops in good order, a second one at once.
///
/// A record that cannot be read never stops a batch. It is a line of the rejects: source, record, byte, reason and the raw bytes (as
/// text, or in base64 where they are not UTF-8; the first 64 KiB of them).
///
/// Exit status: 0 all went well · 2 something was rejected, or the batch could not go on · 130 it was interrupted.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unspoof batch crawl.jsonl --output documents/ --compress zst
  unspoof batch crawl.jsonl --output documents/ --compress zst --resume
  unspoof batch 'crawl/*.warc.gz' --to parquet --output columns/
  unspoof batch pages/ --to json --output documents/
  unspoof batch 'crawl/*.jsonl' --as clean --field body --output clean/
  unspoof batch crawl.csv --as clean --to parquet --keep url,fetched --output clean/
  unspoof batch crawl.jsonl --keep url,fetched --to jsonl --output documents/ --progress json")]
pub struct BatchArgs {
    /// Files, folders, patterns, or - for standard input
    #[arg(value_name = "INPUT", required = true)]
    inputs: Vec<PathBuf>,

    /// Write into this folder
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,

    /// What becomes of a record
    #[arg(long = "as", value_name = "PRODUCT", default_value = "documents")]
    product: As,

    /// What the inputs hold; by their endings unless given
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    from: From,

    #[command(flatten)]
    encoding: EncodingArgs,

    #[command(flatten)]
    threads: ThreadArgs,

    #[command(flatten)]
    shards: ShardArgs,

    #[command(flatten)]
    going_on: GoingOnArgs,

    #[command(flatten)]
    records: RecordArgs,

    #[command(flatten)]
    documents: DocumentArgs,

    #[command(flatten)]
    watching: WatchingArgs,

    #[command(flatten)]
    rules: RuleArgs,
}

/// What becomes of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum As {
    /// A document, as `run` makes it
    Documents,
    /// The same row with its text cleaned, as `clean` does it; of an input that is one text, a row with its name and the text
    Clean,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Shards")]
struct ShardArgs {
    /// How shards are packed
    #[arg(long, value_name = "METHOD", default_value = "none")]
    compress: Compress,

    /// From how many bytes on a shard is full, before it is packed
    ///
    /// A number with k, M or G. Shards are a little larger: they are cut between pieces of about a megabyte of input. A folder of
    /// documents is full from 10,000 on as well.
    #[arg(long, value_name = "SIZE", default_value = "256M")]
    shard_size: Size,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Going on")]
struct GoingOnArgs {
    /// Go on where the batch in the output folder has stopped, or begin it
    ///
    /// Options, version and inputs (their names, sizes and times) must be those that it was begun with.
    #[arg(long, conflicts_with = "overwrite")]
    resume: bool,

    /// Remove the batch that is in the output folder, and begin anew
    #[arg(long)]
    overwrite: bool,

    /// Give up when more records are rejected: a number, or a share such as 1%
    ///
    /// A share counts from the thousandth record on. What is committed by then stays, and --resume goes on with it.
    #[arg(long, value_name = "N")]
    max_rejects: Option<MaxRejects>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Records")]
struct RecordArgs {
    /// The key or column of a record that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    field: String,

    /// The key or column of a record that holds its id
    #[arg(long, value_name = "NAME", default_value = "id")]
    id_field: String,

    /// How many bytes a record may have: a number with k, M or G [default: 64 MiB; a file of one text: 256 MiB]
    ///
    /// A longer one is rejected, and the next one goes on. It is what bounds memory.
    #[arg(long, value_name = "SIZE")]
    max_record: Option<Size>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Documents")]
struct DocumentArgs {
    /// What a row is, or a file
    ///
    /// Clean rows are lines of JSON or Parquet. Parquet that is cleaned to Parquet keeps its columns and their types; other inputs
    /// get columns of text: the id, the text, and those of --keep.
    #[arg(long, value_name = "FORMAT", default_value = "jsonl", value_parser = To::parser())]
    to: To,

    /// How much a document says about what was changed
    #[arg(long, value_name = "DETAIL", default_value = "summary")]
    changes: Detail,

    /// Carry these values of a record along: as they are, under the key `kept` of a document; as columns of clean Parquet
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    keep: Vec<String>,

    /// When the pages were captured, as an ISO date or date and time
    #[arg(long, value_name = "DATE")]
    captured_at: Option<Captured>,

    /// The key or column of a record that says when its page was captured
    #[arg(long, value_name = "NAME")]
    captured_field: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Watching")]
struct WatchingArgs {
    /// How progress and summary are shown on standard error
    #[arg(long, value_name = "HOW", default_value = "auto")]
    progress: Show,

    /// Log to standard error: error, warn, info, debug or trace
    #[arg(long, value_name = "LEVEL", default_value = "off", hide_default_value = true)]
    log: LevelFilter,
}

impl BatchArgs {
    pub fn execute(self, messages: &mut Messages) -> Result<Outcome, Error> {
        let is_logged = self.watching.log != LevelFilter::OFF;
        if is_logged {
            tracing_subscriber::fmt().with_max_level(self.watching.log).with_target(false).with_writer(io::stderr).init();
        }
        let job = self.job(messages)?;
        let stop = Arc::new(AtomicBool::new(false));
        stop_on_signals(&stop)?;
        let mut progress = Progress::new(self.watching.progress, is_logged);
        let ended = job.run(&stop, |now| progress.tell(now));
        progress.close();
        match ended? {
            Ended::Done(summary) => {
                progress.sum_up(&summary);
                if summary.rejected > 0 {
                    let rejected = report::plural(usize::try_from(summary.rejected).unwrap_or(usize::MAX), "record");
                    messages.trouble(
                        &Error::other(format!("{rejected} rejected: see rejects-*.jsonl")).in_file(self.output.to_string_lossy()),
                    );
                }
                Ok(Outcome::Fine)
            }
            Ended::Before(_) => {
                messages.note(format!("{}: the batch was done already", self.output.display()));
                Ok(Outcome::Fine)
            }
            Ended::Stopped(shards) => {
                let shards = report::plural(shards, "shard");
                messages.note(format!("interrupted with {shards} done; the same command with --resume goes on"));
                Ok(Outcome::Interrupted)
            }
        }
    }

    fn job(&self, messages: &mut Messages) -> Result<Job, Error> {
        let pages = self.product == As::Documents;
        let choice = Choice {
            format: self.from.format(),
            output: Some(self.output.clone()),
            tree: false,
            takes: if pages { Takes::All } else { Takes::Unmarked },
        };
        let found = inputs::find(&self.inputs, &choice, messages);
        if messages.had_trouble() || found.is_empty() {
            return Err(Error::other("not all inputs can be read; nothing was begun"));
        }
        let charset = self.encoding.charset(if pages { Charset::Guess } else { Charset::Strict }, &found)?;
        let asked = self.records.max_record.map(|size| usize::try_from(size.bytes()).unwrap_or(usize::MAX));
        let limit = |otherwise| asked.unwrap_or(otherwise);
        let settings = Settings {
            product: self.product()?,
            shape: self.shape()?,
            packing: self.shards.compress.into(),
            shard_size: self.shards.shard_size.bytes(),
            field: self.records.field.clone(),
            id_field: self.records.id_field.clone(),
            keep: self.keep()?,
            record_limit: limit(records::LIMIT),
            text_limit: limit(records::TEXT_LIMIT),
            charset,
            page_charset: self.encoding.charset(Charset::Guess, &found)?,
            options: self.rules.options(RuleSet::all()),
        };
        Ok(Job {
            inputs: found.into_iter().map(input).collect(),
            settings,
            folder: self.output.clone(),
            begin: match (self.going_on.resume, self.going_on.overwrite) {
                (true, _) => Begin::Resume,
                (_, true) => Begin::Overwrite,
                _ => Begin::New,
            },
            threads: queue::threads(self.threads.threads),
            most_rejects: MaxRejects::meaning(self.going_on.max_rejects),
        })
    }

    fn shape(&self) -> Result<Shape, Error> {
        match (self.documents.to, self.product) {
            (to, As::Documents) if to.is_apart() => Ok(Shape::Apart),
            (To::Rows(_), As::Documents) => Ok(Shape::Lines),
            (To::Rows(writer), As::Clean) if writer.name == "jsonl" => Ok(Shape::Lines),
            (To::Rows(writer), As::Clean) => Err(Error::other(format!("--to {} goes with --as documents", writer.name))),
            #[cfg(feature = "parquet")]
            (To::Parquet, _) => Ok(Shape::Parquet),
            #[cfg(not(feature = "parquet"))]
            (To::Parquet, _) => Err(Error::other("this program was built without Parquet: build it with `--features parquet`")),
        }
    }

    fn keep(&self) -> Result<Vec<String>, Error> {
        let (keep, to) = (&self.documents.keep, self.documents.to.as_str());
        match (self.product, to) {
            _ if keep.is_empty() => {}
            (As::Documents, "jsonl" | "json") | (As::Clean, "parquet") => {}
            (As::Documents, _) => {
                return Err(Error::other(format!("--keep goes with --to jsonl and json; {to} has no place for other values")));
            }
            (As::Clean, _) => {
                return Err(Error::other("--keep goes with --to parquet; a clean row of JSON keeps all its values"));
            }
        }
        Ok(keep.clone())
    }

    fn product(&self) -> Result<Product, Error> {
        let documents = &self.documents;
        if self.product == As::Clean {
            return Ok(Product::Clean);
        }
        Ok(Product::Documents(Documents {
            writer: documents.to.writer()?,
            detail: ChangeDetail::from(documents.changes),
            captured: documents.captured_at.clone(),
            captured_field: documents.captured_field.clone(),
        }))
    }
}

fn input(found: inputs::Input) -> Input {
    let holds = found.format.kind().map_or(Holds::Text(found.format.as_str()), Holds::Records);
    Input::new(found.path, found.name, holds)
}

/// The first Ctrl-C asks to stop, the second does not ask.
fn stop_on_signals(stop: &Arc<AtomicBool>) -> Result<(), Error> {
    let stop = Arc::clone(stop);
    let handler = move || {
        if stop.swap(true, Ordering::Relaxed) {
            std::process::exit(Outcome::Interrupted.status().into());
        }
    };
    ctrlc::set_handler(handler).map_err(|error| Error::other(format!("cannot listen for Ctrl-C: {error}")))
}
