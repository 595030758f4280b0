//! The library's errors as Python's.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::{create_exception, intern};

create_exception!(
    unspoof,
    Error,
    PyValueError,
    "Something that could not be done. Its message reads *where: expected this, but found that*.

`record` is the number of the text in its column, from 1, and `byte` the byte of it; each is None where it is not known."
);

/// Raises the library's error.
pub fn raised(py: Python<'_>, error: &unspoof::Error) -> PyErr {
    let raised = Error::new_err(error.to_string());
    let value = raised.value(py);
    let told = value.setattr(intern!(py, "record"), error.record()).and(value.setattr(intern!(py, "byte"), error.byte()));
    told.err().unwrap_or(raised)
}

/// Raises an error in words.
pub fn expected(message: impl Into<String>) -> PyErr {
    Error::new_err(message.into())
}
