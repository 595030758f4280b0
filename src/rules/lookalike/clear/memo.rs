//! What short words say in a clear line, kept in mind: a text has the same words again and again.
//!
//! That is right as long as nothing but the letters of a word decides: where a digit or a hyphen stands beside it, which may matter,
//! nobody asks here. So it makes no difference to any result whether the answer was remembered or made anew.

use std::cell::RefCell;

use super::{Found, Says};
use crate::text::Span;

/// A word of up to 24 bytes, the rest of which are zero: no word has a zero.
pub(super) type Word = [u64; 3];

/// So many words are kept in mind, by each thread: 64 KB, of which a text uses what its own words take.
const KEPT: usize = 2048;

#[derive(Clone, Copy)]
struct Entry {
    word: Word,
    /// Nothing if it must be weighed.
    says: Option<Says>,
}

impl Entry {
    /// By halves, in registers: what was just written so is slow to load as a whole.
    #[inline(always)]
    fn is(&self, [a, b, c]: Word) -> bool {
        let [x, y, z] = self.word;
        (a ^ x) | (b ^ y) | (c ^ z) == 0
    }
}

/// The words that a thread has met last.
pub(super) struct Memo {
    entries: [Entry; KEPT],
    /// Room for what is made of a line: to ask for it anew, line by line, takes longer than to fill it.
    pub room: Room,
}

/// Lists and a text that come and go with a line.
pub(super) struct Room {
    pub runs: Vec<Span>,
    pub found: Vec<Found>,
    pub text: Vec<u8>,
}

/// Longer lines give their room back.
const MUCH_ROOM: usize = 1 << 16;

impl Room {
    const NONE: Self = Self { runs: Vec::new(), found: Vec::new(), text: Vec::new() };

    fn is_much(&self) -> bool {
        self.runs.capacity().max(self.found.capacity()).max(self.text.capacity()) > MUCH_ROOM
    }
}

thread_local! {
    static MEMO: RefCell<Memo> =
        const { RefCell::new(Memo { entries: [Entry { word: [0; 3], says: None }; KEPT], room: Room::NONE }) };
}

impl Memo {
    /// Lends the memo of this thread.
    pub fn with<R>(then: impl FnOnce(&mut Self) -> R) -> R {
        MEMO.with_borrow_mut(|memo| {
            let result = then(memo);
            if memo.room.is_much() {
                memo.room = Room::NONE;
            }
            result
        })
    }

    /// What `word` says, by memory or else by `ask`.
    #[inline(always)]
    pub fn says(&mut self, word: Word, ask: impl FnOnce() -> Option<Says>) -> Option<Says> {
        let [a, b, c] = word;
        // The high bits of a product depend on all that was multiplied.
        let hash = (a ^ b.rotate_left(23) ^ c.rotate_left(43)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let place = (hash >> 32) as usize % KEPT;
        let entry = self.entries.get(place)?;
        if entry.is(word) { entry.says } else { self.further(place, word, ask) }
    }

    /// What a word says that is not at its first place: at the second one, or nowhere, and then it takes the first.
    #[inline(never)]
    fn further(&mut self, place: usize, word: Word, ask: impl FnOnce() -> Option<Says>) -> Option<Says> {
        let second = *self.entries.get(place ^ 1)?;
        let entry = if second.is(word) { second } else { Entry { word, says: ask() } };
        let first = std::mem::replace(self.entries.get_mut(place)?, entry);
        *self.entries.get_mut(place ^ 1)? = first;
        entry.says
    }
}
