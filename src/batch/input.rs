//! What a batch reads: a list of inputs, cut into pieces that threads can work on.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::settings::Settings;
use crate::error::Error;
use crate::formats::blocks::BLOCK;
use crate::formats::records::{Chunk, Kind, Position, Reader, read_text};

/// Something to read.
#[derive(Clone, Debug)]
pub struct Input {
    /// The file; nothing for the standard input.
    pub path: Option<PathBuf>,
    /// Its name in the output. Never a path of this machine.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
    /// Its length in bytes, where that is known before it is read.
    pub bytes: Option<u64>,
    /// When it was last written, where that is known.
    pub modified: Option<String>,
}

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One text, in the format of this name.
    Text(&'static str),
    /// Records, in a format of many.
    Records(Kind),
}

/// A place between two pieces of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which input, counted from 0.
    pub input: usize,
    /// The record that comes next, counted from 1.
    pub record: u64,
    /// How many bytes of the input, unpacked, stand before it.
    pub byte: u64,
}

impl Place {
    const fn start_of(input: usize) -> Self {
        Self { input, record: 1, byte: 0 }
    }

    const fn within(input: usize, position: Position) -> Self {
        Self { input, record: position.record, byte: position.byte }
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::start_of(0)
    }
}

impl Input {
    /// An input as it is now. What is not there is found out when it is read.
    pub fn new(path: Option<PathBuf>, name: String, holds: Holds) -> Self {
        let found = path.as_deref().and_then(|path| fs::metadata(path).ok());
        let modified = found.as_ref().and_then(|found| found.modified().ok());
        let modified = modified.and_then(|time| jiff::Timestamp::try_from(time).ok()).map(|time| time.to_string());
        Self { path, name, holds, bytes: found.map(|found| found.len()), modified }
    }

    /// The name of what it holds, as documents say it.
    pub const fn format(&self) -> &'static str {
        match self.holds {
            Holds::Text(format) => format,
            Holds::Records(kind) => kind.as_str(),
        }
    }

    /// All of it, unpacked.
    pub(super) fn read(&self, limit: usize) -> Result<Vec<u8>, Error> {
        read_text(self.path.as_deref(), limit)
    }

    fn records_from(&self, kind: Kind, settings: &Settings, place: Place) -> Result<Reader, Error> {
        let position = Position { record: place.record, byte: place.byte };
        Reader::open(self.path.as_deref(), kind, &settings.field, position, settings.record_limit)
    }
}

/// A piece of work. Where it ends follows from where it begins and from the inputs, so that a batch that goes on cuts as one
/// that was never stopped.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) work: Work<'a>,
    /// Where the next piece begins.
    pub(super) end: Place,
    /// How many bytes of the files are read by then, packed as they are.
    pub(super) passed: u64,
}

#[derive(Debug)]
pub(super) enum Work<'a> {
    /// Some inputs of one text each: a large one, or as many small ones as make a piece worth handing over.
    Texts(&'a [Input]),
    Records(&'a Input, Chunk),
    /// Reading went wrong at a place, and the rest of the input is lost.
    Lost(&'a Input, Place, Error),
}

/// The pieces of all inputs from a place on, read as they are asked for.
pub(super) struct Pieces<'a> {
    inputs: &'a [Input],
    settings: &'a Settings,
    at: Place,
    open: Option<Reader>,
    /// How many bytes the inputs have that are done.
    before: u64,
}

impl<'a> Pieces<'a> {
    pub(super) fn from(inputs: &'a [Input], settings: &'a Settings, at: Place) -> Self {
        let before = length(inputs.get(..at.input).unwrap_or_default());
        Self { inputs, settings, at, open: None, before }
    }

    /// What is to be done, up to where the next piece begins.
    fn piece(&self, work: Work<'a>) -> Piece<'a> {
        let opened = self.open.as_ref().map_or(0, Reader::read_bytes);
        Piece { work, end: self.at, passed: self.before + opened }
    }

    fn texts(&mut self, rest: &'a [Input]) -> Piece<'a> {
        let mut bytes = 0;
        let fits = |input: &&Input| {
            let first = bytes == 0;
            bytes += input.bytes.unwrap_or_default().max(1);
            matches!(input.holds, Holds::Text(_)) && (first || bytes <= BLOCK as u64)
        };
        let count = rest.iter().take_while(fits).count();
        let texts = rest.get(..count).unwrap_or_default();
        self.pass(texts);
        self.piece(Work::Texts(texts))
    }

    /// The next records of an input; nothing at its end.
    fn records(&mut self, input: &'a Input, kind: Kind) -> Option<Piece<'a>> {
        let chunk = match &mut self.open {
            Some(open) => open.next(),
            None => match input.records_from(kind, self.settings, self.at) {
                Ok(open) => self.open.insert(open).next(),
                Err(error) => Some(Err(error)),
            },
        };
        match chunk {
            Some(Ok(chunk)) => {
                self.at = Place::within(self.at.input, chunk.end);
                Some(self.piece(Work::Records(input, chunk)))
            }
            Some(Err(error)) => {
                let place = self.at;
                self.pass(std::slice::from_ref(input));
                Some(self.piece(Work::Lost(input, place, error)))
            }
            None => {
                self.pass(std::slice::from_ref(input));
                None
            }
        }
    }

    /// These are done.
    fn pass(&mut self, inputs: &[Input]) {
        self.open = None;
        self.before += length(inputs);
        self.at = Place::start_of(self.at.input + inputs.len());
    }
}

/// How many bytes files have together. What comes through a pipe has none that are known.
fn length(inputs: &[Input]) -> u64 {
    inputs.iter().filter_map(|input| input.bytes).sum()
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let rest = self.inputs.get(self.at.input..)?;
            let input = rest.first()?;
            let piece = match input.holds {
                Holds::Text(_) => Some(self.texts(rest)),
                Holds::Records(kind) => self.records(input, kind),
            };
            if piece.is_some() {
                return piece;
            }
        }
    }
}
