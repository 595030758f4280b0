//! What decides the bytes that a batch writes.

use serde_json::{Map, Value, json};

use super::pack::Packing;
use crate::decode::Charset;
use crate::document::Captured;
use crate::formats::writers::Writer;
use crate::rules::RuleId;
use crate::{ChangeDetail, Options, versions};

/// What is made of each record, and where its parts are. Together with the inputs it decides every byte of the output.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What becomes of a record.
    pub product: Product,
    /// How rows stand in a shard.
    pub shape: Shape,
    /// How shards are packed.
    pub packing: Packing,
    /// From how many bytes of rows on, unpacked, a shard is full.
    pub shard_size: u64,
    /// The key of a record that holds the text.
    pub field: String,
    /// The key of a record that holds its id.
    pub id_field: String,
    /// Keys of a record that are carried along: under the key `kept` of a document, or as columns beside a clean text. Rows that are
    /// cleaned as lines of JSON, or from Parquet to Parquet, keep all they have, and name none here.
    pub keep: Vec<String>,
    /// How many bytes a record may have.
    pub record_limit: usize,
    /// How many bytes an input may have that is one text.
    pub text_limit: usize,
    /// The encoding of inputs that hold one text.
    pub charset: Charset,
    /// The encoding of the pages in a WARC, as [`Content::decode`](crate::formats::records::Content::decode) takes it.
    pub page_charset: Charset,
    /// Which rules run, and how sure they must be.
    pub options: Options,
}

/// How rows stand in a shard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shape {
    /// As lines of JSON.
    #[default]
    Lines,
    /// Each in a file of its own; a shard is a folder of them, full from ten thousand on as well.
    Apart,
    /// As Parquet: documents by their Arrow schema (those of the writer `jsonl`, with nothing carried along), clean rows by that of
    /// their inputs, or else with columns of text.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Shape {
    /// What `--to` calls it.
    const fn name_of(self, product: &Product) -> &'static str {
        match self {
            Self::Lines | Self::Apart => match product {
                Product::Clean => "jsonl",
                Product::Documents(documents) => documents.writer.name,
            },
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }
}

/// What becomes of a record.
#[derive(Clone, Debug)]
pub enum Product {
    /// The same row with its text cleaned.
    Clean,
    /// A document.
    Documents(Documents),
}

/// How documents are made and written.
#[derive(Clone, Debug)]
pub struct Documents {
    /// The format of a row.
    pub writer: Writer,
    /// How much a document says about what was changed.
    pub detail: ChangeDetail,
    /// When the pages were captured.
    pub captured: Option<Captured>,
    /// The key of a record that says when its page was captured.
    pub captured_field: Option<String>,
}

impl Settings {
    /// How the names of shards end.
    pub(super) fn ending(&self) -> String {
        match self.shape {
            Shape::Lines => format!(".jsonl{}", self.packing.ending()),
            Shape::Apart => String::new(),
            #[cfg(feature = "parquet")]
            Shape::Parquet => ".parquet".to_owned(),
        }
    }

    /// How the names of files end that hold a document each.
    pub(super) fn ending_of_page(&self) -> String {
        let ending = match &self.product {
            Product::Clean => "json",
            Product::Documents(documents) => documents.writer.ending,
        };
        format!(".{ending}{}", self.packing.ending())
    }

    /// All of it, by the names of the options on the command line, for the manifest.
    pub(super) fn told(&self) -> Map<String, Value> {
        let mut told = Map::new();
        let mut tell = |name: &str, value: Value| told.insert(name.to_owned(), value);
        match &self.product {
            Product::Clean => {
                tell("as", json!("clean"));
            }
            Product::Documents(documents) => {
                tell("as", json!("documents"));
                tell("changes", json!(documents.detail.as_str()));
                tell("captured-at", json!(documents.captured.as_ref().map(ToString::to_string)));
                tell("captured-field", json!(documents.captured_field));
            }
        }
        tell("to", json!(self.shape.name_of(&self.product)));
        tell("keep", json!(self.keep));
        tell("compress", json!(self.packing.as_str()));
        tell("shard-size", json!(self.shard_size));
        tell("field", json!(self.field));
        tell("id-field", json!(self.id_field));
        tell("max-record", json!([self.record_limit, self.text_limit]));
        tell("encoding", json!([charset(self.charset), charset(self.page_charset)]));
        let rules = RuleId::all().filter(|&id| self.options.rules.contains(id));
        tell("rules", json!(rules.map(|id| id.rule().id()).collect::<Vec<_>>()));
        tell("level", json!(self.options.level.as_str()));
        told
    }
}

/// What it is made with.
pub(super) fn versions() -> Value {
    json!(versions::of_output())
}

fn charset(charset: Charset) -> &'static str {
    match charset {
        Charset::Strict => "strict",
        Charset::Guess => "auto",
        Charset::Declared(encoding) | Charset::Named(encoding) => encoding.as_str(),
    }
}
