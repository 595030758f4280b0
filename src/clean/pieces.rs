//! A text of any length, cleaned piece by piece in memory that does not grow with it.
//!
//! Rules look at one line; three of them look some hundred bytes into its neighbours as well. So a text can be cut behind any
//! line feed, as long as each piece is cleaned together with some of what stands around it. How much is enough depends on the
//! text, as a repair may be the evidence for the next one; `rules::Known` follows that, and a piece for which it
//! was too little is cleaned once more with all there is.
//!
//! ```
//! use unspoof::clean::Pieces;
//!
//! let text = "Th\u{435} river rose.\n".repeat(3);
//! let mut clean = String::new();
//! for piece in Pieces::new(text.as_bytes()).sized(20, 40) {
//!     clean.push_str(&piece?.clean(&unspoof::Options::default()).text);
//! }
//! assert_eq!(clean, "The river rose.\n".repeat(3));
//! # Ok::<(), unspoof::Error>(())
//! ```

use std::borrow::Cow;
use std::io::Read;

use memchr::{memchr, memrchr};

use super::{Options, clean_part};
use crate::decode::utf8;
use crate::error::Error;
use crate::rules::Known;
use crate::text::Span;
use crate::unicode::{self, Classes};

/// How long a piece is at most, in bytes.
pub const PIECE: usize = 1 << 20;

/// How much of the text before and behind it a piece brings along, in bytes.
pub const AROUND: usize = 1 << 18;

/// The first try takes this part of what stands around, a 64th. It is enough for nearly every text.
const FIRST: usize = 64;

/// A stream of UTF-8, cut into pieces.
///
/// It is cut behind line feeds. A line longer than a piece is cut, too: before a blank if there is one, else between two
/// characters that have nothing to do with each other. There it is cleaned as if one text ended and another one began.
///
/// Fails where reading does, and on bytes that are no UTF-8, naming the first bad one. A byte order mark is a character like
/// any other here; take it away before.
#[derive(Debug)]
pub struct Pieces<R> {
    reader: R,
    size: usize,
    around: usize,
    /// What was read and is still needed: some text before the next piece, the piece, some text behind it.
    text: String,
    /// The first bytes of a character whose rest is still to come.
    rest: Vec<u8>,
    /// Where the next piece begins, in bytes of `text`.
    at: usize,
    /// Where `text` begins, in bytes of the stream.
    byte: usize,
    /// Whether a text begins where `text` does.
    opens: bool,
    /// Whether all has been read.
    done: bool,
}

/// Some lines of a text, with what stands around them.
#[derive(Clone, Debug)]
pub struct Piece {
    text: String,
    own: Span,
    /// Whether a text begins where `text` begins, and whether it ends where `text` ends.
    opens: bool,
    closes: bool,
}

/// What became of a piece.
#[derive(Clone, Debug)]
pub struct CleanPiece<'p> {
    /// The clean text of the piece.
    pub text: Cow<'p, str>,
    /// Whether it is known to be what cleaning the whole text makes of the piece. It is not where repairs depended on one
    /// another up to the end of what the piece brought along; then it is what cleaning that much of the text makes of it.
    pub is_exact: bool,
}

impl<R: Read> Pieces<R> {
    /// Pieces of at most [`PIECE`] bytes, with [`AROUND`] bytes on both sides.
    pub fn new(reader: R) -> Self {
        let (text, rest) = (String::new(), Vec::new());
        Self { reader, size: PIECE, around: AROUND, text, rest, at: 0, byte: 0, opens: true, done: false }
    }

    /// The same with pieces of at most `size` bytes (or one character), and `around` bytes on both sides.
    #[must_use]
    pub fn sized(self, size: usize, around: usize) -> Self {
        Self { size, around, ..self }
    }

    /// The same stream, of which `bytes` were read before: errors count from there.
    #[must_use]
    pub fn behind(self, bytes: usize) -> Self {
        Self { byte: bytes, ..self }
    }

    fn next_piece(&mut self) -> Result<Option<Piece>, Error> {
        self.forget();
        self.fill(self.at + self.size + self.around + 1)?;
        let rest = self.text.get(self.at..).unwrap_or("");
        if rest.is_empty() {
            return Ok(None);
        }
        let is_last = self.done && rest.len() <= self.size;
        let most = rest.get(..rest.floor_char_boundary(self.size)).unwrap_or("");
        let line_end = memrchr(b'\n', most.as_bytes()).map(|feed| feed + 1);
        let len = if is_last { rest.len() } else { line_end.unwrap_or_else(|| inside_a_line(rest, most.len())) };
        let is_cut = !is_last && line_end.is_none();
        let own = Span::new(self.at, self.at + len);
        let end = if is_cut { own.end } else { self.text.floor_char_boundary(own.end + self.around) };
        let text = self.text.get(..end).unwrap_or("").to_owned();
        let closes = is_cut || self.done && end == self.text.len();
        let piece = Piece { text, own, opens: self.opens, closes };
        self.at = own.end;
        if is_cut {
            self.drop_front(self.at);
            self.opens = true;
        }
        Ok(Some(piece))
    }

    /// Lets go of what stands too far before the next piece.
    fn forget(&mut self) {
        let front = self.text.floor_char_boundary(self.at.saturating_sub(self.around));
        if front > 0 {
            self.drop_front(front);
            self.opens = false;
        }
    }

    fn drop_front(&mut self, front: usize) {
        self.text.drain(..front);
        self.at -= front;
        self.byte += front;
    }

    /// Reads until there are `wanted` bytes of text, or no more.
    fn fill(&mut self, wanted: usize) -> Result<(), Error> {
        while !self.done && self.text.len() < wanted {
            let mut bytes = std::mem::take(&mut self.rest);
            let more = wanted - self.text.len();
            let got = self.reader.by_ref().take(more as u64).read_to_end(&mut bytes)?;
            self.done = got < more;
            // The last character may go on in what is read next.
            let (whole, rest) = bytes.split_at(if self.done { bytes.len() } else { whole(&bytes) });
            let read = utf8(whole, false).map_err(|error| error.in_part(self.byte + self.text.len()))?;
            self.text.push_str(&read.text);
            self.rest = rest.to_vec();
        }
        Ok(())
    }
}

impl<R: Read> Iterator for Pieces<R> {
    type Item = Result<Piece, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let piece = self.next_piece();
        if piece.is_err() {
            self.text.clear();
            (self.at, self.done) = (0, true);
        }
        piece.transpose()
    }
}

/// How many of these bytes are whole characters, if they are UTF-8.
fn whole(bytes: &[u8]) -> usize {
    let begins = bytes.iter().rev().take(3).position(|&byte| byte >= 0xC0);
    let Some((length, first)) = begins.and_then(|at| Some((at + 1, bytes.get(bytes.len() - at - 1)?))) else {
        return bytes.len();
    };
    let wanted = match first {
        ..0xE0 => 2,
        0xE0..0xF0 => 3,
        0xF0.. => 4,
    };
    if length >= wanted { bytes.len() } else { bytes.len() - length }
}

/// Where to cut a line of which about `most` bytes are a piece: late, and where it hurts least.
fn inside_a_line(text: &str, most: usize) -> usize {
    // What joins, marks, hides or orders has to do with what stands before it, or behind.
    const BINDS: Classes = Classes::MARK
        .union(Classes::BIDI)
        .union(Classes::JOINER)
        .union(Classes::INVISIBLE)
        .union(Classes::TAG)
        .union(Classes::VARIATION)
        .union(Classes::ERASER)
        .union(Classes::UNDECODED);
    let is_free = |c: char| !c.is_whitespace() && !unicode::classes(c).intersects(BINDS);
    let head = text.get(..text.ceil_char_boundary(most + 1)).unwrap_or("");
    let places = || head.char_indices().rev().zip(head.char_indices().rev().skip(1)).map(|((at, b), (_, a))| (at, a, b));
    // Never behind a blank: at the end of a line it would be taken away.
    let before_a_blank = places().find(|&(_, a, b)| is_free(a) && b.is_whitespace());
    let place = before_a_blank.or_else(|| places().find(|&(_, a, b)| is_free(a) && is_free(b)));
    let first = text.chars().next().map_or(0, char::len_utf8);
    place.map_or(most, |(at, ..)| at).max(first)
}

impl Piece {
    /// The piece as it was read.
    pub fn text(&self) -> &str {
        self.own.of(&self.text)
    }

    /// Whether it goes on in a line that was too long for one piece, or begins the text.
    pub const fn begins_anew(&self) -> bool {
        self.opens && self.own.start == 0
    }

    /// The clean piece.
    pub fn clean(&self, options: &Options) -> CleanPiece<'_> {
        let all = self.text.len();
        let clean = self.clean_within(all / FIRST, options);
        if clean.is_exact { clean } else { self.clean_within(all, options) }
    }

    /// The clean piece, as far as can be told from so many bytes around it.
    fn clean_within(&self, reach: usize, options: &Options) -> CleanPiece<'_> {
        let (window, opens, closes) = self.window(reach);
        let own = Span::new(self.own.start - window.start, self.own.end - window.start);
        let mut known = Known::of_part(window.len(), opens, closes);
        let cleaned = clean_part(window.of(&self.text), options, &mut known, false);
        let span = cleaned.tracked().clean_span(own);
        let is_exact = known.holds(span);
        let text = match cleaned.into_text() {
            Cow::Borrowed(text) => Cow::Borrowed(span.of(text)),
            Cow::Owned(text) if span.len() == text.len() => Cow::Owned(text),
            Cow::Owned(text) => Cow::Owned(span.of(&text).to_owned()),
        };
        CleanPiece { text, is_exact }
    }

    /// The piece and the whole lines within `reach` bytes around it, with whether a text begins and ends with them.
    fn window(&self, reach: usize) -> (Span, bool, bool) {
        let bytes = self.text.as_bytes();
        let start = self.own.start.saturating_sub(reach);
        let opens = start == 0 && self.opens;
        // A line begins with the piece, or with the text.
        let first_line = |start: usize| {
            let from = start.saturating_sub(1);
            memchr(b'\n', bytes.get(from..self.own.start).unwrap_or(&[])).map_or(self.own.start, |feed| from + feed + 1)
        };
        let end = (self.own.end + reach).min(bytes.len());
        let closes = end == bytes.len() && self.closes;
        let last_line = |end: usize| {
            memrchr(b'\n', bytes.get(self.own.end..end).unwrap_or(&[])).map_or(self.own.end, |feed| self.own.end + feed + 1)
        };
        let window = Span::new(if opens { 0 } else { first_line(start) }, if closes { end } else { last_line(end) });
        (window, opens, closes)
    }
}
