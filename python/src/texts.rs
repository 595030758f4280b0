//! Functions of one text.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyString;
use unspoof::check::{Format, Report, Settings, Summary, check_alone};
use unspoof::decode::Decoded;
use unspoof::text::CodePoints;
use unspoof::{ChangeDetail, Source, document, run_decoded};

use crate::arguments::{self, Names, released};
use crate::error::raised;

/// The text as its reader sees it: the very same object where nothing is wrong with it.
///
/// `select` and `ignore` name rules or groups of rules (`restore`, `tidy`, `all`); `level` says how sure a repair must be: `certain`,
/// `likely` or `doubtful`. A str that holds surrogates is an error; with `errors="replace"` pairs of them become the character that
/// they stand for, and lone ones U+FFFD.
#[pyfunction]
#[pyo3(signature = (text, *, select=None, ignore=None, level="likely", errors="strict"))]
pub fn clean<'py>(
    text: Bound<'py, PyString>,
    select: Option<Names>,
    ignore: Option<Names>,
    level: &str,
    errors: &str,
) -> PyResult<Bound<'py, PyString>> {
    let options = arguments::options(select, ignore, level)?;
    let given = arguments::text(&text, errors)?;
    let is_repaired = matches!(given, Cow::Owned(_));
    let clean = released(text.py(), given.len(), || {
        let clean = unspoof::clean_text(&given, &options);
        (matches!(clean, Cow::Owned(_)) || is_repaired).then_some(clean)
    });
    Ok(match clean {
        Some(clean) => PyString::new(text.py(), &clean),
        None => text.clone(),
    })
}

/// The clean text with its changes: what, where, why and how sure.
///
/// Takes what `clean` takes.
#[pyfunction]
#[pyo3(signature = (text, *, select=None, ignore=None, level="likely", errors="strict"))]
pub fn cleaned(
    text: Bound<'_, PyString>,
    select: Option<Names>,
    ignore: Option<Names>,
    level: &str,
    errors: &str,
) -> PyResult<Cleaned> {
    let options = arguments::options(select, ignore, level)?;
    let given = arguments::text(&text, errors)?;
    let (clean, changes) = released(text.py(), given.len(), || {
        let cleaned = unspoof::clean(&given, &options);
        let changes = document::changes(&cleaned, ChangeDetail::Full);
        (cleaned.into_text().into_owned(), changes)
    });
    let (mut before, mut after) = (CodePoints::of(&given), CodePoints::of(&clean));
    let changes = changes.into_iter().map(|change| Py::new(text.py(), Change::of(change, &mut before, &mut after)));
    Ok(Cleaned { changes: changes.collect::<PyResult<_>>()?, text: clean })
}

/// A cleaned text.
#[pyclass(frozen, get_all, module = "unspoof")]
pub struct Cleaned {
    /// The clean text.
    text: String,
    /// What was changed, in order.
    changes: Vec<Py<Change>>,
}

#[pymethods]
impl Cleaned {
    /// The text as it was, rebuilt from the clean one and its changes.
    fn revert(&self) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut at = 0;
        for change in self.changes.iter().map(Py::get) {
            text.push_str(self.text.get(at..change.span_bytes.0).unwrap_or_default());
            text.push_str(&change.before);
            at = change.span_bytes.1;
        }
        text + self.text.get(at..).unwrap_or_default()
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self) -> String {
        format!("<Cleaned: {} changes in {} characters>", self.changes.len(), self.text.chars().count())
    }
}

/// A change of a text. Spans are pairs of start and end, half-open.
#[pyclass(frozen, get_all, module = "unspoof")]
pub struct Change {
    /// What stood in the text.
    before: String,
    /// What stands in the clean text.
    after: String,
    /// The Unicode names of both.
    names: (String, String),
    /// The first rule that had a hand.
    rule: &'static str,
    /// All rules that had a hand, in running order.
    rules: Vec<&'static str>,
    /// The weakest certainty among them.
    certainty: &'static str,
    /// What it rests on.
    evidence: String,
    /// More to say, such as a decoded payload; None where there is nothing.
    detail: Option<String>,
    /// Where in the text, in code points.
    source: (usize, usize),
    /// Where in the clean text, in code points.
    span: (usize, usize),
    /// Where in the text, in bytes of UTF-8.
    source_bytes: (usize, usize),
    /// Where in the clean text, in bytes of UTF-8.
    span_bytes: (usize, usize),
}

impl Change {
    fn of(change: document::Change, before: &mut CodePoints<'_>, after: &mut CodePoints<'_>) -> Self {
        let bytes = |offsets: Option<document::Offsets>| offsets.map_or((0, 0), |offsets| (offsets.start, offsets.end));
        let (source_bytes, span_bytes) = (bytes(change.source), bytes(change.span));
        Self {
            before: change.from,
            after: change.to,
            names: change.names.into(),
            rule: change.rule,
            rules: change.rules,
            certainty: change.certainty,
            evidence: change.evidence,
            detail: change.detail,
            source: (before.at(source_bytes.0), before.at(source_bytes.1)),
            span: (after.at(span_bytes.0), after.at(span_bytes.1)),
            source_bytes,
            span_bytes,
        }
    }
}

#[pymethods]
impl Change {
    fn __repr__(&self) -> String {
        let [before, after] = [&self.before, &self.after].map(|text| unspoof::escape::quoted(text));
        format!("<Change {before} to {after} at {}: {}, {}>", self.source.0, self.rule, self.certainty)
    }
}

/// A text or the bytes of one.
#[derive(FromPyObject)]
pub enum Given<'py> {
    Text(Bound<'py, PyString>),
    Bytes(Bound<'py, pyo3::types::PyBytes>),
}

/// The document of a text or page, as `unspoof.document/1` describes it: who said what under which heading.
///
/// `bytes` are decoded: as UTF-8, UTF-16 or what fits best, or as `encoding` says (`strict` refuses to guess). `format` is `text`,
/// `html` or `markdown`. `captured_at`, an ISO date or date and time, gives a meaning to dates such as "2 days ago". `changes` is
/// `summary`, `full` or `none`. The other arguments are those of `clean`.
#[pyfunction]
#[pyo3(signature = (text, *, format="text", name="-", id=None, captured_at=None, encoding=None, changes="summary", select=None, ignore=None, level="likely", errors="strict"))]
#[expect(clippy::too_many_arguments, reason = "they are Python's keyword arguments")]
pub fn parse<'py>(
    py: Python<'py>,
    text: Given<'py>,
    format: &str,
    name: &str,
    id: Option<&str>,
    captured_at: Option<&str>,
    encoding: Option<&str>,
    changes: &str,
    select: Option<Names>,
    ignore: Option<Names>,
    level: &str,
    errors: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let json = parse_json(py, text, format, name, id, captured_at, encoding, changes, select, ignore, level, errors)?;
    py.import("json")?.call_method1("loads", (json,))
}

/// The same document as JSON on one line, byte for byte what `unspoof run --to jsonl` writes.
#[pyfunction]
#[pyo3(signature = (text, *, format="text", name="-", id=None, captured_at=None, encoding=None, changes="summary", select=None, ignore=None, level="likely", errors="strict"))]
#[expect(clippy::too_many_arguments, reason = "they are Python's keyword arguments")]
pub fn parse_json(
    py: Python<'_>,
    text: Given<'_>,
    format: &str,
    name: &str,
    id: Option<&str>,
    captured_at: Option<&str>,
    encoding: Option<&str>,
    changes: &str,
    select: Option<Names>,
    ignore: Option<Names>,
    level: &str,
    errors: &str,
) -> PyResult<String> {
    let options = arguments::options(select, ignore, level)?;
    let detail = arguments::detail(changes)?;
    let format = arguments::format(format)?;
    let charset = arguments::charset(py, encoding)?;
    let captured = arguments::captured(py, captured_at)?;
    let source = |bytes| Source { id, name, format, bytes, captured: captured.as_ref() };
    let document = |source: &Source<'_>, decoded: &Decoded<'_>| {
        let document = run_decoded(source, decoded, &options, detail);
        serde_json::to_string(&document).map_err(|error| unspoof::Error::other(error.to_string()))
    };
    let json = match &text {
        Given::Text(text) => {
            let text = arguments::text(text, errors)?;
            released(py, text.len(), || document(&source(text.as_bytes()), &Decoded::of_text(&text)))
        }
        Given::Bytes(bytes) => {
            let source = source(bytes.as_bytes());
            released(py, source.bytes.len(), || document(&source, &source.decode(charset)?))
        }
    };
    json.map_err(|error| raised(py, &error))
}

/// What is wrong with a text, as `unspoof check --format json` tells it; `filename` says which language it is in.
///
/// The rules of the group `restore` run, without `entities` and `ascii-lookalike`, unless others are selected. `typography` reports
/// no-break spaces, curly quotes and dashes, too. No configuration file is read.
#[pyfunction]
#[pyo3(signature = (text, *, filename=None, select=None, ignore=None, level="likely", typography=false, errors="strict"))]
pub fn check<'py>(
    text: Bound<'py, PyString>,
    filename: Option<&str>,
    select: Option<Names>,
    ignore: Option<Names>,
    level: &str,
    typography: bool,
    errors: &str,
) -> PyResult<Bound<'py, PyAny>> {
    let py = text.py();
    let (select, ignore, level) = (arguments::rules(select)?, arguments::rules(ignore)?, arguments::level(level)?);
    let settings = Settings { select, ignore, level, typography, ..Settings::default() };
    let given = arguments::text(&text, errors)?;
    let json = released(py, given.len(), || {
        let mut json = Vec::new();
        let mut report = Report::new(Format::Json);
        report.take(check_alone(filename.unwrap_or("-"), &Decoded::of_text(&given), &settings), &mut json)?;
        report.finish(&Summary::default(), &mut json)?;
        Ok::<_, std::io::Error>(json)
    })?;
    py.import("json")?.call_method1("loads", (json,))
}
