//! `unspoof run`: clean, split into posts, write JSON.

mod target;

use std::collections::HashMap;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use unspoof::batch::queue;
use unspoof::decode::Charset;
use unspoof::document::Captured;
use unspoof::formats::records::{Fields, Kind, Record};
use unspoof::formats::writers::{Form, Several, WRITERS, Writer};
use unspoof::markup::are_html;
use unspoof::rules::RuleSet;
use unspoof::{ChangeDetail, Error, Options, Source};

use super::formats::{Format, Takes, unpacked};
use super::inputs::{self, Choice, Input};
use super::items::{Bad, Done, Item, Items, Part, Rejects};
use super::messages::Messages;
use super::output::Atomic;
use super::{EncodingArgs, FieldArgs, Outcome, RuleArgs, ThreadArgs};
use target::Target;

/// Clean texts, split them into posts, and write them as JSON
///
/// INPUT is a file, a folder (read with all folders in it: files ending in .txt, .text, .html, .htm, .xhtml, .md, .markdown, .jsonl,
/// .ndjson, .csv, .tsv, .parquet, .warc or .wet, in sorted order), a
/// pattern in quotes ('pages/**/*.html.txt'), or - for standard input, which is also read when nothing is named.
///
/// One text is written to standard output as indented JSON; several texts and records as one document a line. With
/// --output FOLDER there is one file for each input, under the input's path below the folder that was named: a.txt becomes
/// a.json, a.jsonl becomes a.jsonl. A file appears only when it is whole. An output folder
/// inside an input folder is not read.
///
/// A file may be packed (gzip, Zstandard, bzip2, xz), which its bytes tell.
///
/// A record is a JSON object on one line, a row of a table or a page of a WARC, with a text in its field. The document carries the
/// record's own id, and is named after the file and the number of the record. A page has its date of capture from the WARC.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  unspoof run page.txt | jq .posts
  unspoof run pages/ --output documents/
  unspoof run 'crawl/*.txt' --output all.jsonl
  unspoof run --from jsonl --field body --to jsonl < rows.jsonl > documents.jsonl")]
pub struct RunArgs {
    /// Files, folders, patterns, or - for standard input
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,

    /// Write into this folder, or this file
    ///
    /// A name that ends in .json, .jsonl, .ndjson or .txt is a file, unless it is a folder already; any other is a folder.
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// What the inputs hold; by their endings unless given
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    from: From,

    /// What to write; by the ending of the output unless given
    #[arg(long, value_name = "FORMAT", value_parser = writers())]
    to: Option<Writer>,

    /// How much a document says about what was changed
    #[arg(long, value_name = "DETAIL", default_value = "summary")]
    changes: Detail,

    #[command(flatten)]
    encoding: EncodingArgs,

    /// When the pages were captured, as an ISO date or date and time
    ///
    /// It gives a meaning to dates such as "2 days ago", "yesterday at 10:12" and "Apr 2", and is taken to be on the clock that
    /// the pages show their dates on. Without it, these dates are kept as they are shown, and no more is said of them.
    #[arg(long, value_name = "DATE")]
    captured_at: Option<Captured>,

    #[command(flatten)]
    threads: ThreadArgs,

    #[command(flatten)]
    field: FieldArgs,

    /// The key or column of a record that holds its id
    #[arg(long, value_name = "NAME", default_value = "id", help_heading = "Records")]
    id_field: String,

    /// The key or column of a record that says when its page was captured, as --captured-at does
    ///
    /// A record without it, or with null, has what --captured-at says.
    #[arg(long, value_name = "NAME", help_heading = "Records")]
    captured_field: Option<String>,

    #[command(flatten)]
    rules: RuleArgs,
}

/// What inputs hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum From {
    /// By the ending, and HTML on standard input by how it begins; else text
    Auto,
    /// One text
    Text,
    /// One page; only what it shows is read
    Html,
    /// One text in Markdown
    Markdown,
    /// A JSON object on each line, with a text in one field
    Jsonl,
    /// A table with commas between its columns, whose names stand in the first row, with a text in one column
    Csv,
    /// The same with tabs
    Tsv,
    /// A table of Apache Parquet, with a text in one column
    Parquet,
    /// Pages that a crawler has kept
    Warc,
    /// Texts that were made of them
    Wet,
}

impl From {
    pub const fn format(self) -> Option<Format> {
        match self {
            Self::Auto => None,
            Self::Text => Some(Format::Text),
            Self::Html => Some(Format::Html),
            Self::Markdown => Some(Format::Markdown),
            Self::Jsonl => Some(Format::Records(Kind::Jsonl)),
            Self::Csv => Some(Format::Records(Kind::Csv)),
            Self::Tsv => Some(Format::Records(Kind::Tsv)),
            Self::Parquet => Some(Format::Records(Kind::Parquet)),
            Self::Warc | Self::Wet => Some(Format::Records(Kind::Warc)),
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Detail {
    /// One entry for each kind of change, with a count
    Summary,
    /// Every change with its place in both texts: the input can be rebuilt
    Full,
    /// Nothing
    None,
}

impl std::convert::From<Detail> for ChangeDetail {
    fn from(detail: Detail) -> Self {
        match detail {
            Detail::Summary => Self::Summary,
            Detail::Full => Self::Full,
            Detail::None => Self::None,
        }
    }
}

/// The writers by name, as data for help and completions.
fn writers() -> impl TypedValueParser<Value = Writer> {
    let names = WRITERS.iter().map(|writer| PossibleValue::new(writer.name).help(writer.about));
    PossibleValuesParser::new(names)
        .try_map(|name| Writer::named(&name).ok_or_else(|| Error::other(format!("expected a format, but found {name:?}"))))
}

impl RunArgs {
    pub fn execute(self, messages: &mut Messages) -> Result<Outcome, Error> {
        let choice = Choice { format: self.from.format(), output: self.output.clone(), tree: false, takes: Takes::All };
        let named = if self.inputs.is_empty() { &[PathBuf::from("-")][..] } else { &self.inputs };
        let inputs = inputs::find(named, &choice, messages);
        if inputs.is_empty() {
            return Ok(Outcome::Fine);
        }
        let plan = Plan::new(&self, &inputs)?;
        let mut target = plan.target()?;
        let mut rejects = Rejects::new(self.field.rejects.as_deref(), &inputs, self.output.as_deref())?;
        messages.start("read", &inputs);
        queue::in_order(
            Items::new(&inputs, plan.field, plan.record_limit),
            queue::threads(self.threads.threads),
            |item| plan.work(item),
            |done| {
                messages.did(done.read);
                target.take(&plan, &done)?;
                rejects.take(done.bad, messages)
            },
        )?;
        target.close()?;
        rejects.commit()?;
        Ok(Outcome::Fine)
    }
}

/// What the arguments mean, taken together with what was found.
struct Plan<'a> {
    to: Writer,
    /// How a value of JSON is written.
    form: Form,
    output: Output,
    field: &'a str,
    id_field: &'a str,
    /// How many bytes a record may have, and an input that is one text.
    record_limit: usize,
    text_limit: usize,
    charset: Charset,
    captured: Option<&'a Captured>,
    captured_field: Option<&'a str>,
    /// Whether the content may tell the format of what has no ending.
    auto: bool,
    options: Options,
    detail: ChangeDetail,
}

enum Output {
    Stdout,
    File(PathBuf),
    Folder(PathBuf),
}

impl<'a> Plan<'a> {
    fn new(args: &'a RunArgs, inputs: &[Input]) -> Result<Self, Error> {
        let output = match &args.output {
            None => Output::Stdout,
            Some(path) if !path.is_dir() && writer_of(path).is_some() => Output::File(path.clone()),
            Some(path) if path.exists() && !path.is_dir() => {
                // A device or a pipe is written to; a file of another ending is more likely a slip than a wish.
                if path.is_file() {
                    let message = "expected a folder, or a file that ends in .json, .jsonl, .ndjson, .jsonld, .md or .txt, but found another file";
                    return Err(Error::other(message).in_file(path.to_string_lossy()));
                }
                Output::File(path.clone())
            }
            Some(path) => Output::Folder(path.clone()),
        };
        let is_single = matches!(inputs, [input] if input.format.kind().is_none());
        let to = args.to.or_else(|| match &output {
            Output::File(path) => writer_of(path),
            Output::Folder(_) => Writer::named("json"),
            Output::Stdout => Writer::named(if is_single { "json" } else { "jsonl" }),
        });
        let to = to.or_else(|| Writer::named("jsonl")).ok_or_else(|| Error::other("expected a format to write"))?;
        refuse_several(&output, to, is_single, inputs)?;
        // Documents that share a file of rows take a line each, unless indented ones were asked for.
        let is_wide = is_single || to.name == "json" || matches!(output, Output::Folder(_));
        let form = if is_wide { Form::Indented } else { Form::Line };
        let detail = args.changes.into();
        let (record_limit, text_limit) = args.field.limits();
        let options = args.rules.options(RuleSet::all());
        let plan = Self {
            to,
            form,
            output,
            field: &args.field.field,
            id_field: &args.id_field,
            record_limit,
            text_limit,
            charset: args.encoding.charset(Charset::Guess, inputs)?,
            captured: args.captured_at.as_ref(),
            auto: args.from == From::Auto,
            captured_field: args.captured_field.as_deref(),
            options,
            detail,
        };
        plan.refuse_clashes(inputs)?;
        Ok(plan)
    }

    /// No two inputs may write the same file, and none may be overwritten.
    fn refuse_clashes(&self, inputs: &[Input]) -> Result<(), Error> {
        let Output::Folder(folder) = &self.output else { return Ok(()) };
        let mut writers: HashMap<PathBuf, &Input> = HashMap::new();
        for input in inputs {
            let file = self.file_for(folder, input);
            if input.path.as_deref().is_some_and(|path| inputs::same(path, &file)) {
                return Err(Error::other("its result would overwrite it; name another --output").in_file(input.label()));
            }
            if let Some(other) = writers.insert(file.clone(), input) {
                let message = format!(
                    "expected one result for this file, but found two: from {} and from {}",
                    other.label(),
                    input.label()
                );
                return Err(Error::other(message).in_file(file.to_string_lossy()));
            }
        }
        Ok(())
    }

    fn file_for(&self, folder: &Path, input: &Input) -> PathBuf {
        let name = if input.path.is_some() { &*input.name } else { "stdin" };
        let is_rows = input.format.kind().is_some() && self.to.several == Several::Rows;
        folder.join(unpacked(Path::new(name))).with_extension(if is_rows { "jsonl" } else { self.to.ending })
    }

    fn target(&self) -> Result<Target, Error> {
        Ok(match &self.output {
            Output::Stdout => Target::Stdout(BufWriter::new(io::stdout().lock())),
            Output::File(path) => Target::File { file: Atomic::create(path)?, any: false },
            Output::Folder(path) => {
                std::fs::create_dir_all(path).map_err(|error| Error::cannot_at("write into", path, &error))?;
                Target::Folder { path: path.clone(), open: None }
            }
        })
    }

    fn work<'i>(&self, item: Item<'i>) -> Done<'i> {
        match item {
            Item::Text(input) => match self.text(input) {
                Ok((out, read)) => Done::whole(input, out, false, read),
                Err(error) => Done::failed(input, Part::Whole, error),
            },
            Item::Records(input, chunk) => {
                let mut out = Vec::new();
                let fields = Fields { text: self.field, id: self.id_field };
                let worked = chunk.records(fields).filter_map(|record| {
                    let worked =
                        record.and_then(|record| self.record(input, &record, &mut out).map_err(|error| record.reject(error)));
                    worked.err()
                });
                let bad = worked.map(|reject| Bad::new(input, reject)).collect();
                let read = usize::try_from(chunk.end.byte - chunk.start.byte).unwrap_or(usize::MAX);
                Done { input, part: Part::Rows, out: Some(out), bad, changed: false, read }
            }
            Item::End(input) => Done::end(input),
            Item::Failed(input, part, error) => Done::failed(input, part, error),
        }
    }

    fn record(&self, input: &Input, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), Error> {
        let name = format!("{}:{}", input.name, record.position.record);
        let captured = record.captured_by(self.captured_field)?;
        let source = Source {
            id: record.id.as_deref(),
            name: &name,
            format: record.content.format().unwrap_or(input.format.as_str()),
            bytes: record.content.bytes(),
            captured: captured.as_ref().or(self.captured),
        };
        let document = unspoof::run_decoded(&source, &record.content.decode(self.charset)?, &self.options, self.detail);
        // Records of a file are lines of a file, whatever the shape of single documents.
        let form = if matches!(self.output, Output::Folder(_)) { Form::Line } else { self.form };
        out.extend_from_slice(&self.to.write(&document, form)?);
        Ok(())
    }

    fn text(&self, input: &Input) -> Result<(Vec<u8>, usize), Error> {
        let bytes = input.read(self.text_limit)?;
        // What comes through a pipe has no ending that could tell.
        let is_page = self.auto && input.path.is_none() && are_html(&bytes);
        let format = if is_page { Format::Html } else { input.format };
        let source = Source { id: None, name: &input.name, format: format.as_str(), bytes: &bytes, captured: self.captured };
        let decoded = source.decode(self.charset).map_err(|error| error.in_file(input.label()))?;
        let document = unspoof::run_decoded(&source, &decoded, &self.options, self.detail);
        Ok((self.to.write(&document, self.form)?, bytes.len()))
    }
}

/// The format that the ending of a file asks for.
fn writer_of(path: &Path) -> Option<Writer> {
    let ending = path.extension()?.to_str()?;
    let ending = if ending == "ndjson" { "jsonl" } else { ending };
    WRITERS.into_iter().find(|writer| writer.ending == ending)
}

/// A format whose documents need files of their own takes several only into a folder, and no records.
fn refuse_several(output: &Output, to: Writer, is_single: bool, inputs: &[Input]) -> Result<(), Error> {
    if let (Output::File(path), "json", false) = (output, to.name, is_single) {
        let message = "expected a folder or a .jsonl file for several documents, but found one .json file";
        return Err(Error::other(message).in_file(path.to_string_lossy()));
    }
    if to.several != Several::Apart || is_single {
        return Ok(());
    }
    let records = inputs.iter().find(|input| input.format.kind().is_some());
    let (found, place) = match (records, output) {
        (Some(input), _) => ("records", input.label()),
        (None, Output::Folder(_)) => return Ok(()),
        (None, Output::File(path)) => ("one file for several documents", path.to_string_lossy().into_owned()),
        (None, Output::Stdout) => ("the standard output for several documents", "-".to_owned()),
    };
    Err(Error::other(format!("expected a file for each document, as {} needs, but found {found}", to.name)).in_file(place))
}
