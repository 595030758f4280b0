//! `unspoof clean`: text in, clean text out.

use std::io::{self, BufWriter, Read, StdoutLock, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use unspoof::clean::Piece;
use unspoof::decode::{Charset, decode_as};
use unspoof::formats::jsonl::Row;
use unspoof::formats::lines::Block;
use unspoof::rules::RuleSet;
use unspoof::{Error, Options};

use super::inputs::{self, Choice, Format, Input};
use super::items::{Bad, Done, Item, Items, Part, Rejects};
use super::messages::Messages;
use super::output::{Atomic, back_up, cannot};
use super::pieces::{Texts, Work};
use super::{EncodingArgs, FieldArgs, Outcome, RuleArgs, ThreadArgs, batch, diff, escape};

/// Write the text as its reader sees it
///
/// Reads files, folders, patterns or standard input, and writes the clean texts to standard output, one after the other, in
/// the encoding they came in. Nothing is changed but what a rule repairs.
///
/// Of JSON Lines (--from jsonl, or by the ending) the same rows come out in the same order. A changed row keeps its keys, their
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
        batch::in_order(
            Texts::new(Items::new(&inputs), job.charset, job.way != Way::Diff),
            batch::threads(self.threads.threads),
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
    /// JSON Lines for .jsonl and .ndjson, else text
    Auto,
    /// One text
    Text,
    /// A JSON object on each line, with a text in one field
    Jsonl,
}

impl Kept {
    const fn format(self) -> Option<Format> {
        match self {
            Self::Auto => None,
            Self::Text => Some(Format::Text),
            Self::Jsonl => Some(Format::Jsonl),
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
                Way::InPlace if input.path.is_none() => "standard input cannot be replaced; name a file",
                Way::Diff if input.format == Format::Jsonl => {
                    "--diff shows texts, not records; leave it out, or read with --from text"
                }
                _ => continue,
            };
            return Err(Error::other(message).in_file(input.label()));
        }
        Ok(())
    }

    fn work<'i>(&self, work: Work<'i>) -> Done<'i> {
        let or_failed = |input, done: Result<_, _>| done.unwrap_or_else(|error| Done::failed(input, error));
        match work {
            Work::Item(Item::Text(input)) => or_failed(input, self.read(input).and_then(|bytes| self.text(input, bytes))),
            Work::Item(Item::Rows(input, block)) => self.rows(input, block),
            Work::Item(Item::End(input)) => Done::end(input),
            Work::Item(Item::Failed(input, error)) => Done::failed(input, error),
            Work::Read(input, bytes) => or_failed(input, self.text(input, bytes)),
            Work::Mark(input, mark) => Done::part(input, mark.to_vec(), false, mark.len()),
            Work::Piece(input, piece) => self.piece(input, &piece),
        }
    }

    fn read(&self, input: &Input) -> Result<Vec<u8>, Error> {
        if self.way != Way::Diff {
            return input.read();
        }
        let mut bytes = Vec::new();
        let got = input.open()?.take(LONGEST_DIFF + 1).read_to_end(&mut bytes);
        got.map_err(|error| Error::from(error).in_file(input.label()))?;
        if bytes.len() as u64 > LONGEST_DIFF {
            let most = LONGEST_DIFF / 1_000_000;
            let message = format!("--diff holds a text whole, at most {most} MB of it; leave it out, or split the text");
            return Err(Error::other(message).in_file(input.label()));
        }
        Ok(bytes)
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

    fn rows<'i>(&self, input: &'i Input, block: Block) -> Done<'i> {
        let read = block.bytes.len();
        // Filled from the first row on that is not written as it stands; in most blocks, nothing is copied line by line.
        let mut out = Vec::new();
        let mut copied = 0;
        let mut changed = false;
        let mut bad = Vec::new();
        for line in block.lines().filter(|line| !line.is_blank()) {
            let (start, end) = (line.byte - block.byte, line.byte - block.byte + line.body.len());
            match self.row(line.body) {
                Ok(None) => {}
                Ok(Some(row)) => {
                    changed = true;
                    out.extend_from_slice(block.bytes.get(copied..start).unwrap_or_default());
                    out.extend_from_slice(if line.body.starts_with(BOM) { BOM } else { b"" });
                    out.extend_from_slice(row.as_bytes());
                    copied = end;
                }
                Err(error) => {
                    bad.push(Bad::new(input, &line, error));
                    // A file that is replaced must not lose lines; a stream must not hand on what it could not read.
                    if self.way != Way::InPlace {
                        out.extend_from_slice(block.bytes.get(copied..start).unwrap_or_default());
                        copied = start + line.whole.len();
                    }
                }
            }
        }
        if copied == 0 {
            out = block.bytes;
        } else {
            out.extend_from_slice(block.bytes.get(copied..).unwrap_or_default());
        }
        Done { input, part: Part::Rows, out: Some(out), bad, changed, read }
    }

    /// The row with its field cleaned, where that changes anything.
    fn row(&self, line: &[u8]) -> Result<Option<String>, Error> {
        let row = Row::parse(line)?;
        let text = row.string(self.field)?;
        let cleaned = unspoof::clean(&text, &self.options);
        Ok(cleaned.is_changed().then(|| row.with(self.field, cleaned.text())))
    }
}

/// The longest text that a diff is made of, in bytes.
const LONGEST_DIFF: u64 = 256_000_000;

const BOM: &[u8] = "\u{FEFF}".as_bytes();

/// Where clean texts go, while they go there.
enum Target {
    Stdout(BufWriter<StdoutLock<'static>>),
    InPlace(Option<Replacing>),
}

/// A file on its way, part by part.
struct Replacing {
    file: Atomic,
    changed: bool,
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
    let Some(out) = &done.out else {
        *open = None; // what failed half-way is no file
        return Ok(());
    };
    if done.part == Part::Whole && !done.changed {
        return Ok(());
    }
    let mut replacing = match open.take() {
        Some(replacing) => replacing,
        None => Replacing { file: Atomic::create(path)?, changed: false },
    };
    replacing.file.write_all(out).map_err(|error| cannot("write", path, &error))?;
    replacing.changed |= done.changed;
    if done.part == Part::Rows {
        *open = Some(replacing);
    } else if replacing.changed {
        let original = std::fs::metadata(path).map_err(|error| cannot("read", path, &error))?;
        job.backup.map(|suffix| back_up(path, suffix)).transpose()?;
        replacing.file.replace(&original)?;
    }
    Ok(())
}
