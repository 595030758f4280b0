//! `unspoof clean`: text in, clean text out.

use std::borrow::Cow;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use unspoof::batch::queue;
use unspoof::clean::Piece;
use unspoof::decode::{Charset, decode_as};
use unspoof::formats::records::{Chunk, Fields, Kind, Position, Record};
use unspoof::rules::RuleSet;
use unspoof::{Error, Options};

use super::formats::Format;
use super::inputs::{self, Choice, Input};
use super::items::{Bad, Done, Item, Items, Part, Rejects};
use super::messages::Messages;
use super::output::{Atomic, back_up};
use super::pieces::{Texts, Work};
use super::{EncodingArgs, FieldArgs, Outcome, RuleArgs, ThreadArgs, diff, escape};

/// Write the text as its reader sees it
///
/// Reads files, folders, patterns or standard input, and writes the clean texts to standard output, one after the other, in
/// the encoding they came in. Nothing is changed but what a rule repairs.
///
/// A packed file (gzip, Zstandard, bzip2, xz) comes out unpacked.
///
/// Of JSON Lines, CSV and TSV (--from, or by the ending) the same rows come out in the same order. A changed row keeps its keys, their
/// order and all other values to the byte; a row with nothing to change is written as it was read. A row that cannot be read is
/// not written: it is named on standard error, goes to --rejects if given, and makes the exit status 2. (With --in-place it
/// stays where it is.)
///
/// --in-place replaces a file in one step, and only if it changes. The old one is kept as FILE.orig.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unspoof clean < in.txt > out.txt
  unspoof clean --diff notes.txt
  unspoof clean --in-place --select restore docs/
  unspoof clean --from jsonl --field body < rows.jsonl > clean.jsonl")]
pub struct CleanArgs {
    /// Files, folders, patterns, or - for standard input
    #[arg(value_name = "FILE")]
    inputs: Vec<PathBuf>,

    /// Show what would change, as a unified diff
    ///
    /// For reading, not for `patch`: hidden and look-alike characters are spelled out.
    #[arg(long, conflicts_with = "in_place")]
    diff: bool,

    /// Replace the files
    ///
    /// Encoding, byte order mark, permissions and links are kept; a file whose encoding lacks a character of the clean text stays.
    #[arg(short, long, requires = "inputs")]
    in_place: bool,

    /// What is added to the name of the old file
    ///
    /// Where that name is taken, .2, .3 … is added: an older copy is never replaced.
    #[arg(long, value_name = "SUFFIX", default_value = ".orig", requires = "in_place")]
    backup: String,

    /// Do not keep the old file
    #[arg(long, requires = "in_place", conflicts_with = "backup")]
    no_backup: bool,

    /// What the inputs hold; by their endings unless given
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    from: Kept,

    #[command(flatten)]
    encoding: EncodingArgs,

    #[command(flatten)]
    threads: ThreadArgs,

    #[command(flatten)]
    field: FieldArgs,

    #[command(flatten)]
    rules: RuleArgs,
}

impl CleanArgs {
    pub fn execute(self, messages: &mut Messages) -> Result<Outcome, Error> {
        let choice = Choice { format: self.from.format(), ..Choice::default() };
        let named = if self.inputs.is_empty() { &[PathBuf::from("-")][..] } else { &self.inputs };
        let inputs = inputs::find(named, &choice, messages);
        let job = Job {
            field: &self.field.field,
            charset: self.encoding.charset(Charset::Strict, &inputs)?,
            options: self.rules.options(RuleSet::all()),
            backup: (!self.no_backup).then_some(&*self.backup),
            way: match (self.diff, self.in_place) {
                (true, _) => Way::Diff,
                (_, true) => Way::InPlace,
                _ => Way::Stdout,
            },
        };
        job.refuse(&inputs)?;
        let mut target = match job.way {
            Way::InPlace => Target::InPlace(None),
            Way::Diff | Way::Stdout => Target::Stdout(BufWriter::new(io::stdout().lock())),
        };
        let mut rejects = Rejects::new(self.field.rejects.as_deref(), &inputs, None)?;
        messages.start("cleaned", &inputs);
        queue::in_order(
            Texts::new(Items::new(&inputs, job.field, self.field.limits().0), job.charset, job.way != Way::Diff),
            queue::threads(self.threads.threads),
            |work| job.work(work),
            |done| {
                messages.did(done.read);
                target.take(&job, &done, messages)?;
                rejects.take(done.bad, messages)
            },
        )?;
        if let Target::Stdout(mut stdout) = target {
            stdout.flush()?;
        }
        rejects.commit()?;
        Ok(Outcome::Fine)
    }
}

/// What is to be done with each input.
struct Job<'a> {
    field: &'a str,
    charset: Charset,
    options: Options,
    backup: Option<&'a str>,
    way: Way,
}

/// What inputs hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kept {
    /// Records for .jsonl, .ndjson, .csv and .tsv, else text
    Auto,
    /// One text
    Text,
    /// A JSON object on each line, with a text in one field
    Jsonl,
    /// A table with commas between its columns, whose names stand in the first row, with a text in one column
    Csv,
    /// The same with tabs
    Tsv,
}

impl Kept {
    const fn format(self) -> Option<Format> {
        match self {
            Self::Auto => None,
            Self::Text => Some(Format::Text),
            Self::Jsonl => Some(Format::Records(Kind::Jsonl)),
            Self::Csv => Some(Format::Records(Kind::Csv)),
            Self::Tsv => Some(Format::Records(Kind::Tsv)),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Stdout,
    Diff,
    InPlace,
}

impl Job<'_> {
    fn refuse(&self, inputs: &[Input]) -> Result<(), Error> {
        for input in inputs {
            let message = match self.way {
                _ if !input.format.is_rewritable() => {
                    "it is not written again as it was read; `batch --as clean` makes JSON Lines of it, with all columns"
                }
                Way::InPlace if input.path.is_none() => "standard input cannot be replaced; name a file",
                Way::InPlace if input.is_packed() => "a packed file cannot be replaced; write to standard output, and pack that",
                Way::Diff if input.format.kind().is_some() => {
                    "--diff shows texts, not records; leave it out, or read with --from text"
                }
                _ => continue,
            };
            return Err(Error::other(message).in_file(input.label()));
        }
        Ok(())
    }

    fn work<'i>(&self, work: Work<'i>) -> Done<'i> {
        let or_failed = |input, done: Result<_, _>| done.unwrap_or_else(|error| Done::failed(input, Part::Whole, error));
        match work {
            Work::Item(Item::Text(input)) => {
                let longest = if self.way == Way::Diff { LONGEST_DIFF } else { usize::MAX };
                or_failed(input, input.read(longest).and_then(|bytes| self.text(input, bytes)))
            }
            Work::Item(Item::Records(input, chunk)) => self.rows(input, &chunk),
            Work::Item(Item::End(input)) => Done::end(input),
            Work::Item(Item::Failed(input, part, error)) => Done::failed(input, part, error),
            Work::Read(input, bytes) => or_failed(input, self.text(input, bytes)),
            Work::Mark(input, mark) => Done::part(input, mark.to_vec(), false, mark.len()),
            Work::Piece(input, piece) => self.piece(input, &piece),
        }
    }

    fn piece<'i>(&self, input: &'i Input, piece: &Piece) -> Done<'i> {
        let clean = piece.clean(&self.options).text;
        let changed = clean != piece.text();
        Done::part(input, clean.into_owned().into_bytes(), changed, piece.text().len())
    }

    fn text<'i>(&self, input: &'i Input, bytes: Vec<u8>) -> Result<Done<'i>, Error> {
        let read = bytes.len();
        let decoded = decode_as(&bytes, self.charset).map_err(|error| error.in_file(input.label()))?;
        let cleaned = unspoof::clean(&decoded.text, &self.options);
        if self.way == Way::Diff {
            return Ok(Done::whole(input, diff::unified(&input.label(), cleaned.tracked()).into_bytes(), false, read));
        }
        if !cleaned.is_changed() {
            return Ok(Done::whole(input, bytes, false, read));
        }
        let out = decoded.encode(cleaned.text()).map_err(|error| error.in_file(input.label()))?.into_owned();
        Ok(Done::whole(input, out, true, read))
    }

    fn rows<'i>(&self, input: &'i Input, chunk: &Chunk) -> Done<'i> {
        let bytes = chunk.bytes().unwrap_or_default();
        let stretch = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
        let place = |position: Position| usize::try_from(position.byte - chunk.start.byte).unwrap_or(usize::MAX);
        let mut done = Done { input, part: Part::Rows, out: None, bad: Vec::new(), changed: false, read: bytes.len() };
        let mut out = chunk.head().to_vec();
        let mut copied = 0;
        for record in chunk.records(Fields { text: self.field, id: "" }) {
            match record.map(|record| self.row(&record)) {
                Ok((_, _, None)) => {}
                Ok((position, length, Some(row))) => {
                    done.changed = true;
                    out.extend_from_slice(stretch(copied, place(position)));
                    out.extend_from_slice(&row);
                    copied = place(position) + length;
                }
                Err(reject) => {
                    // A file that is replaced must not lose rows; a stream must not hand on what it could not read.
                    if self.way != Way::InPlace {
                        out.extend_from_slice(stretch(copied, place(reject.position)));
                        copied = place(reject.position) + reject.raw.len();
                    }
                    done.bad.push(Bad::new(input, reject));
                }
            }
        }
        out.extend_from_slice(stretch(copied, bytes.len()));
        // Of a record that is too long there is no more than its begin.
        let is_whole = self.way != Way::InPlace || done.read as u64 == chunk.end.byte - chunk.start.byte;
        Done { out: is_whole.then_some(out), ..done }
    }

    /// Where a row stands, and, where cleaning its field changes anything, what it becomes.
    fn row(&self, record: &Record<'_>) -> (Position, usize, Option<Vec<u8>>) {
        // Tables and JSON are text already: that is never an error.
        let text = record.content.decode(self.charset).map(|decoded| decoded.text).unwrap_or_default();
        let clean = unspoof::clean_text(&text, &self.options);
        let row = if let Cow::Owned(clean) = &clean { record.with(self.field, clean) } else { None };
        (record.position, record.raw().map_or(0, <[u8]>::len), row)
    }
}

/// The longest text that a diff is made of, in bytes: it is held whole.
const LONGEST_DIFF: usize = 256_000_000;

/// Where clean texts go, while they go there.
enum Target {
    Stdout(BufWriter<StdoutLock<'static>>),
    InPlace(Option<Replacing>),
}

/// A file on its way, part by part.
struct Replacing {
    file: Atomic,
    changed: bool,
    /// Whether there is a part of the old one that could not be read: then it is not replaced.
    is_partial: bool,
}

impl Target {
    fn take(&mut self, job: &Job<'_>, done: &Done<'_>, messages: &mut Messages) -> Result<(), Error> {
        match self {
            Self::Stdout(stdout) => Ok(stdout.write_all(&escape::for_stdout(done.out.as_deref().unwrap_or_default()))?),
            Self::InPlace(open) => {
                if let Err(error) = replace(open, job, done) {
                    // One file that cannot be replaced stays as it is, and the others go on.
                    messages.trouble(&error);
                }
                Ok(())
            }
        }
    }
}

fn replace(open: &mut Option<Replacing>, job: &Job<'_>, done: &Done<'_>) -> Result<(), Error> {
    let Some(path) = &done.input.path else { return Ok(()) };
    if done.part == Part::Whole && !done.changed {
        return Ok(());
    }
    let mut replacing = match open.take() {
        Some(replacing) => replacing,
        None => Replacing { file: Atomic::create(path)?, changed: false, is_partial: false },
    };
    match &done.out {
        Some(out) => replacing.file.write_all(out).map_err(|error| Error::cannot_at("write", path, &error))?,
        None => replacing.is_partial = true,
    }
    replacing.changed |= done.changed;
    if done.part == Part::Rows {
        *open = Some(replacing);
    } else if replacing.changed && !replacing.is_partial {
        let original = std::fs::metadata(path).map_err(|error| Error::cannot_at("read", path, &error))?;
        job.backup.map(|suffix| back_up(path, suffix)).transpose()?;
        replacing.file.replace(&original)?;
    }
    Ok(())
}
