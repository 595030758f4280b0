//! From a list of inputs to pieces of work: a whole text, or some records. What became of them is put back in order.

use std::io::Write;
use std::path::Path;

use unspoof::Error;
use unspoof::formats::records::{Chunk, Position, Reader, Reject};

use super::inputs::{Input, same};
use super::messages::Messages;
use super::output::Atomic;

/// A piece of work.
pub enum Item<'a> {
    Text(&'a Input),
    Records(&'a Input, Chunk),
    /// All records of the input have been read.
    End(&'a Input),
    /// Reading went wrong: at once, so that nothing comes of the input, or after some records.
    Failed(&'a Input, Part, Error),
}

/// The pieces of all inputs, read as they are asked for.
pub struct Items<'a> {
    inputs: std::slice::Iter<'a, Input>,
    /// The field of records that holds the text, and how many bytes a record may have.
    field: &'a str,
    limit: usize,
    open: Option<(&'a Input, Reader)>,
}

impl<'a> Items<'a> {
    pub fn new(inputs: &'a [Input], field: &'a str, limit: usize) -> Self {
        Self { inputs: inputs.iter(), field, limit, open: None }
    }
}

impl<'a> Iterator for Items<'a> {
    type Item = Item<'a>;

    fn next(&mut self) -> Option<Item<'a>> {
        if let Some((input, reader)) = &mut self.open {
            let input = *input;
            return Some(match reader.next() {
                Some(Ok(chunk)) => Item::Records(input, chunk),
                Some(Err(error)) => Item::Failed(input, Part::Rows, error.in_file(input.label())),
                None => {
                    self.open = None;
                    Item::End(input)
                }
            });
        }
        let input = self.inputs.next()?;
        let Some(kind) = input.format.kind() else { return Some(Item::Text(input)) };
        match Reader::open(input.path.as_deref(), kind, self.field, Position::START, self.limit) {
            Ok(reader) => {
                self.open = Some((input, reader));
                self.next()
            }
            Err(error) => Some(Item::Failed(input, Part::Whole, error.in_file(input.label()))),
        }
    }
}

/// What became of a piece of work.
pub struct Done<'a> {
    pub input: &'a Input,
    pub part: Part,
    /// What is to be written; nothing where a whole text failed.
    pub out: Option<Vec<u8>>,
    pub bad: Vec<Bad>,
    /// Whether anything in it was changed.
    pub changed: bool,
    /// How many bytes were read.
    pub read: usize,
}

/// Which part of an input it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// Rows, or a piece of a long text.
    Rows,
    End,
}

/// A record that could not be read.
pub struct Bad {
    pub error: Error,
    /// It as it stands in the file; empty when it is the file that could not be read.
    pub raw: Vec<u8>,
}

impl Bad {
    pub fn new(input: &Input, reject: Reject) -> Self {
        Self { error: reject.error.in_file(input.label()), raw: reject.raw }
    }
}

impl<'a> Done<'a> {
    pub const fn whole(input: &'a Input, out: Vec<u8>, changed: bool, read: usize) -> Self {
        Self { input, part: Part::Whole, out: Some(out), bad: Vec::new(), changed, read }
    }

    /// One part of many: an end follows.
    pub const fn part(input: &'a Input, out: Vec<u8>, changed: bool, read: usize) -> Self {
        Self { input, part: Part::Rows, out: Some(out), bad: Vec::new(), changed, read }
    }

    pub fn end(input: &'a Input) -> Self {
        Self { input, part: Part::End, out: Some(Vec::new()), bad: Vec::new(), changed: false, read: 0 }
    }

    pub fn failed(input: &'a Input, part: Part, error: Error) -> Self {
        Self { input, part, out: None, bad: vec![Bad { error, raw: Vec::new() }], changed: false, read: 0 }
    }
}

/// Where bad records go: named on standard error, and into a file where one was asked for.
pub struct Rejects {
    file: Option<Atomic>,
}

impl Rejects {
    /// Refuses a file that is read or written for something else: putting rejects there would lose it.
    pub fn new(path: Option<&Path>, inputs: &[Input], output: Option<&Path>) -> Result<Self, Error> {
        let taken = inputs.iter().filter_map(|input| input.path.as_deref()).chain(output);
        if let Some((path, _)) = path.zip(path.and_then(|path| taken.clone().find(|other| same(path, other)))) {
            let why = "it is an input or the output; writing rejects into it would lose it";
            return Err(Error::other(why).in_file(path.to_string_lossy()));
        }
        Ok(Self { file: path.map(Atomic::create).transpose()? })
    }

    pub fn take(&mut self, bad: Vec<Bad>, messages: &mut Messages) -> Result<(), Error> {
        for bad in bad {
            messages.trouble(&bad.error);
            if let Some(file) = &mut self.file {
                file.write_all(&bad.raw)?;
                if !bad.raw.is_empty() && !bad.raw.ends_with(b"\n") {
                    file.write_all(b"\n")?;
                }
            }
        }
        Ok(())
    }

    pub fn commit(self) -> Result<(), Error> {
        self.file.map_or(Ok(()), Atomic::commit)
    }
}
