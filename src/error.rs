//! The one public error, which names file, record and byte.

use std::fmt;
use std::io::ErrorKind as IoKind;
use std::path::Path;

/// Something that could not be done. Its message reads *where: expected this, but found that*.
///
/// One opaque type with a few questions to ask: the kinds inside may grow without breaking anybody.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    name: Option<String>,
    record: Option<u64>,
    byte: Option<usize>,
}

/// What went wrong.
#[derive(Debug)]
#[cfg_attr(not(feature = "records"), allow(dead_code, reason = "some are of records alone"))]
pub(crate) enum ErrorKind {
    Utf32,
    InvalidUtf8 { bad: u8, truncated: bool },
    Undecodable { encoding: &'static str, bad: u8 },
    NoSuchEncoding(String),
    NoSuchCharacter { encoding: &'static str, c: char },
    NotReversible { encoding: &'static str },
    LoneSurrogate { unit: u16 },
    HalfUnit,
    Json(String),
    NotAnObject,
    NoField(String),
    NoColumn { wanted: String, there: String },
    Columns { wanted: usize, found: usize },
    TooLong { what: &'static str, bytes: u64, limit: u64 },
    NotAString(String),
    NotUnicode(String),
    NotADate(String),
    WrongEncoding { expected: &'static str, found: &'static str },
    Cannot(String),
    Io(std::io::Error),
    Other(String),
}

impl Error {
    pub(crate) const fn new(kind: ErrorKind) -> Self {
        Self { kind, name: None, record: None, byte: None }
    }

    pub(crate) fn at_byte(kind: ErrorKind, byte: usize) -> Self {
        Self { byte: Some(byte), ..Self::new(kind) }
    }

    /// The same error, found `by` bytes further on.
    pub(crate) fn shifted(mut self, by: usize) -> Self {
        self.byte = self.byte.map(|byte| byte + by);
        self
    }

    /// The same error, in a part that begins at `byte` of the file. One that names no byte is placed at the part's begin.
    #[must_use]
    pub fn in_part(mut self, byte: usize) -> Self {
        self.byte = Some(byte + self.byte.unwrap_or(0));
        self
    }

    /// An error in words, for what has no kind of its own.
    pub fn other(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Other(message.into()))
    }

    /// The error of a call of the file system, with what was wanted of the file (`read`, `write`).
    pub fn cannot(verb: &str, error: &std::io::Error) -> Self {
        let reason = match error.kind() {
            IoKind::NotFound => "there is no such file or folder".to_owned(),
            IoKind::PermissionDenied => "permission denied".to_owned(),
            IoKind::NotADirectory | IoKind::AlreadyExists => "a file stands where a folder is needed".to_owned(),
            _ => error.to_string(),
        };
        Self::new(ErrorKind::Cannot(format!("cannot {verb} it: {reason}")))
    }

    /// The same, with the file.
    pub fn cannot_at(verb: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::cannot(verb, error).in_file(path.to_string_lossy())
    }

    /// The same error, with the file it happened in.
    #[must_use]
    pub fn in_file(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same error, with the record it happened in, counted from 1.
    #[must_use]
    pub fn in_record(mut self, record: u64) -> Self {
        self.record = Some(record);
        self
    }

    /// The record it happened in, counted from 1.
    pub const fn record(&self) -> Option<u64> {
        self.record
    }

    /// The byte of the file (or of the standard input) it happened at, counted from 0.
    pub const fn byte(&self) -> Option<usize> {
        self.byte
    }

    /// One word for what went wrong, to count by. It stays the same when the message is worded anew.
    pub const fn code(&self) -> &'static str {
        match &self.kind {
            ErrorKind::InvalidUtf8 { .. }
            | ErrorKind::Undecodable { .. }
            | ErrorKind::LoneSurrogate { .. }
            | ErrorKind::HalfUnit => "undecodable",
            ErrorKind::Utf32 | ErrorKind::WrongEncoding { .. } => "wrong_encoding",
            ErrorKind::NoSuchEncoding(_) => "no_such_encoding",
            ErrorKind::NoSuchCharacter { .. } | ErrorKind::NotReversible { .. } => "unencodable",
            ErrorKind::Json(_) => "not_json",
            ErrorKind::NotAnObject => "not_an_object",
            ErrorKind::NoField(_) | ErrorKind::NoColumn { .. } => "no_field",
            ErrorKind::Columns { .. } => "wrong_length",
            ErrorKind::TooLong { .. } => "too_long",
            ErrorKind::NotAString(_) => "not_a_string",
            ErrorKind::NotUnicode(_) => "not_unicode",
            ErrorKind::NotADate(_) => "not_a_date",
            ErrorKind::Cannot(_) | ErrorKind::Io(_) => "unreadable",
            ErrorKind::Other(_) => "other",
        }
    }

    /// Whether the reader of our output has gone away: no reason to complain.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(&self.kind, ErrorKind::Io(error) if error.kind() == std::io::ErrorKind::BrokenPipe)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::new(ErrorKind::Io(error))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        if let Some(name) = &self.name {
            write!(f, "{name}")?;
            comma = ": ";
        }
        if let Some(record) = self.record {
            write!(f, "{comma}record {record}")?;
            comma = ", ";
        }
        if let Some(byte) = self.byte {
            write!(f, "{comma}byte {byte}")?;
            comma = ": ";
        }
        if !comma.is_empty() {
            f.write_str(": ")?;
        }
        match &self.kind {
            ErrorKind::Utf32 => f.write_str("expected UTF-8 or UTF-16, but found the byte order mark of UTF-32"),
            ErrorKind::InvalidUtf8 { truncated: true, .. } => {
                f.write_str("expected the rest of a UTF-8 character, but found the end of the text")
            }
            ErrorKind::InvalidUtf8 { bad, .. } => write!(f, "expected UTF-8, but found the byte 0x{bad:02X}"),
            ErrorKind::Undecodable { encoding, bad } => write!(f, "expected {encoding}, but found the byte 0x{bad:02X}"),
            ErrorKind::NoSuchEncoding(found) => {
                write!(f, "expected auto, strict or an encoding such as windows-1251, but found {found:?}")
            }
            ErrorKind::NoSuchCharacter { encoding, c } => {
                write!(f, "expected characters that {encoding} has, but found U+{:04X}", u32::from(*c))
            }
            ErrorKind::NotReversible { encoding } => {
                write!(f, "expected text that comes out of {encoding} as it went in, but found a character with two codes")
            }
            ErrorKind::LoneSurrogate { unit } => {
                write!(f, "expected a character in UTF-16, but found the lone surrogate 0x{unit:04X}")
            }
            ErrorKind::HalfUnit => f.write_str("expected two bytes of UTF-16, but found one at the end of the text"),
            ErrorKind::Json(message) => write!(f, "expected a JSON object, but {message}"),
            ErrorKind::NotAnObject => f.write_str("expected a JSON object, but found another JSON value"),
            ErrorKind::NoColumn { wanted, there } => write!(f, "expected a column {wanted:?}, but found only {there}"),
            ErrorKind::Columns { wanted, found } => write!(f, "expected {wanted} columns, but found {found}"),
            ErrorKind::TooLong { what, bytes, limit } => {
                let more = if *bytes > *limit + 1 { "" } else { " or more" };
                write!(f, "expected at most {limit} bytes in a {what}, but found {bytes}{more}")?;
                if *what == "header" { Ok(()) } else { f.write_str("; --max-record allows more") }
            }
            ErrorKind::NoField(field) => write!(f, "expected the field {field:?}, but found no such key"),
            ErrorKind::NotAString(field) => write!(f, "expected a string in the field {field:?}, but found another JSON value"),
            ErrorKind::NotUnicode(field) => write!(f, "expected text in the field {field:?}, but found half a surrogate pair"),
            ErrorKind::NotADate(found) => {
                write!(f, "expected a date such as 2026-11-25 or 2026-11-25T10:00, but found {found:?}")
            }
            ErrorKind::WrongEncoding { expected, found } => write!(f, "expected {expected}, but found {found}"),
            ErrorKind::Io(error) => write!(f, "{error}"),
            ErrorKind::Cannot(message) | ErrorKind::Other(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            ErrorKind::Io(error) => Some(error),
            _ => None,
        }
    }
}
