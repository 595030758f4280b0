//! Texts too large to be held whole are handed out piece by piece.

use std::fs;
use std::io::{self, Read};

use unspoof::Error;
use unspoof::clean::{Piece, Pieces};
use unspoof::decode::{Charset, Encoding, is_utf8_if_any};

use super::inputs::Input;
use super::items::{Item, Part};

/// Longer texts are cut, in bytes. Shorter ones are cleaned whole: several at once, one a thread.
const WHOLE: usize = 8 << 20;

const BOM: &[u8] = "\u{FEFF}".as_bytes();

type Source = io::Chain<io::Cursor<Vec<u8>>, Box<dyn Read + Send>>;

/// A piece of work.
pub enum Work<'a> {
    Item(Item<'a>),
    /// A whole text that could be read only once.
    Read(&'a Input, Vec<u8>),
    /// The byte order mark that a text in pieces begins with, if it does.
    Mark(&'a Input, &'static [u8]),
    Piece(&'a Input, Piece),
}

/// Items, in which long texts are taken apart.
pub struct Texts<'a, I> {
    items: I,
    /// Whether texts may be taken apart at all.
    cuts: bool,
    open: Option<(&'a Input, Pieces<Source>)>,
}

impl<'a, I: Iterator<Item = Item<'a>>> Texts<'a, I> {
    /// Only UTF-8 is cut: a guess takes the whole text, and so do other encodings.
    pub fn new(items: I, charset: Charset, may_cut: bool) -> Self {
        let cuts = may_cut && matches!(charset, Charset::Strict | Charset::Named(Encoding::Utf8));
        Self { items, cuts, open: None }
    }

    fn begin(&mut self, input: &'a Input) -> Result<Work<'a>, Error> {
        let mut reader = input.open()?;
        let mut head = Vec::new();
        let got = reader.by_ref().take(WHOLE as u64 + 1).read_to_end(&mut head);
        got.map_err(|error| Error::from(error).in_file(input.label()))?;
        if head.len() <= WHOLE || !is_utf8_if_any(&head) {
            reader.read_to_end(&mut head).map_err(|error| Error::from(error).in_file(input.label()))?;
            return Ok(Work::Read(input, head));
        }
        let mark = if head.starts_with(BOM) { BOM } else { &[] };
        let mut head = io::Cursor::new(head);
        head.set_position(mark.len() as u64);
        self.open = Some((input, Pieces::new(head.chain(reader)).behind(mark.len())));
        Ok(Work::Mark(input, mark))
    }
}

impl<'a, I: Iterator<Item = Item<'a>>> Iterator for Texts<'a, I> {
    type Item = Work<'a>;

    fn next(&mut self) -> Option<Work<'a>> {
        if let Some((input, pieces)) = &mut self.open {
            let input = *input;
            return Some(match pieces.next() {
                Some(Ok(piece)) => Work::Piece(input, piece),
                Some(Err(error)) => Work::Item(Item::Failed(input, Part::Rows, error.in_file(input.label()))),
                None => {
                    self.open = None;
                    Work::Item(Item::End(input))
                }
            });
        }
        let item = self.items.next()?;
        Some(match item {
            Item::Text(input) if self.cuts && may_be_long(input) => {
                self.begin(input).unwrap_or_else(|error| Work::Item(Item::Failed(input, Part::Whole, error)))
            }
            item => Work::Item(item),
        })
    }
}

/// Whether it is long, or nobody knows: a pipe tells no length, and a packed file that of something else.
fn may_be_long(input: &Input) -> bool {
    let file = input.path.as_ref().and_then(|path| fs::metadata(path).ok());
    file.is_none_or(|file| !file.is_file() || file.len() > WHOLE as u64) || input.is_packed()
}
