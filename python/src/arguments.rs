//! What callers say, as the library takes it.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyString;
use unspoof::decode::Charset;
use unspoof::document::Captured;
use unspoof::rules::{Certainty, RuleSet};
use unspoof::{ChangeDetail, Options};

use crate::error::{expected, raised};

/// Shorter texts are done before another thread could have begun.
const WORTH_RELEASING: usize = 2048;

/// Works while other threads of Python run, where there is enough to do.
pub fn released<T: Send>(py: Python<'_>, bytes: usize, work: impl FnOnce() -> T + Send) -> T {
    if bytes < WORTH_RELEASING { work() } else { py.detach(work) }
}

/// Names of rules and groups: one, or several.
#[derive(FromPyObject)]
pub enum Names {
    One(String),
    Several(Vec<String>),
}

/// The rules that these names stand for.
pub fn rules(names: Option<Names>) -> PyResult<Option<RuleSet>> {
    let names = match names {
        None => return Ok(None),
        Some(Names::One(name)) => vec![name],
        Some(Names::Several(names)) => names,
    };
    let set = |name: &String| {
        RuleSet::named(name).ok_or_else(|| expected(format!("expected a rule, restore, tidy or all, but found {name:?}")))
    };
    names.iter().try_fold(RuleSet::NONE, |rules, name| Ok(rules.union(set(name)?))).map(Some)
}

pub fn options(select: Option<Names>, ignore: Option<Names>, level: &str) -> PyResult<Options> {
    let ignored = rules(ignore)?.unwrap_or(RuleSet::NONE);
    Ok(Options { rules: rules(select)?.unwrap_or_default().without(ignored), level: self::level(level)? })
}

pub fn level(name: &str) -> PyResult<Certainty> {
    let found = Certainty::ALL.into_iter().find(|level| level.as_str() == name);
    found.ok_or_else(|| expected(format!("expected certain, likely or doubtful, but found {name:?}")))
}

pub fn detail(name: &str) -> PyResult<ChangeDetail> {
    match name {
        "summary" => Ok(ChangeDetail::Summary),
        "full" => Ok(ChangeDetail::Full),
        "none" => Ok(ChangeDetail::None),
        other => Err(expected(format!("expected summary, full or none, but found {other:?}"))),
    }
}

pub fn format(name: &str) -> PyResult<&str> {
    if matches!(name, "text" | "html" | "markdown") {
        return Ok(name);
    }
    Err(expected(format!("expected text, html or markdown, but found {name:?}")))
}

pub fn charset(py: Python<'_>, name: Option<&str>) -> PyResult<Charset> {
    name.unwrap_or("auto").parse().map_err(|error| raised(py, &error))
}

pub fn captured(py: Python<'_>, date: Option<&str>) -> PyResult<Option<Captured>> {
    date.map(str::parse).transpose().map_err(|error| raised(py, &error))
}

/// The characters of a `str`. One with halves of surrogate pairs is no text: `replace` puts pairs together, and U+FFFD in the place
/// of a lone half; `strict` refuses both.
pub fn text<'a>(given: &'a Bound<'_, PyString>, errors: &str) -> PyResult<Cow<'a, str>> {
    if !matches!(errors, "strict" | "replace") {
        return Err(expected(format!("expected strict or replace, but found {errors:?}")));
    }
    let error = match given.to_str() {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    if errors == "replace" {
        let units: Vec<u8> = given.call_method1("encode", ("utf-16-le", "surrogatepass"))?.extract()?;
        let units: Vec<u16> = units.as_chunks().0.iter().map(|&pair| u16::from_le_bytes(pair)).collect();
        return Ok(Cow::Owned(String::from_utf16_lossy(&units)));
    }
    let index: usize = error.value(given.py()).getattr("start")?.extract()?;
    let lone: Vec<u8> = given.get_item(index)?.call_method1("encode", ("utf-16-be", "surrogatepass"))?.extract()?;
    let lone: String = lone.iter().map(|byte| format!("{byte:02X}")).collect();
    Err(expected(format!("index {index}: expected a character, but found the surrogate U+{lone}")))
}
