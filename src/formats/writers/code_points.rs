//! Offsets as Python counts them.

/// Turns bytes of a text into code points. Places must come in order: the text is walked through once.
#[derive(Debug)]
pub(super) struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    points: usize,
}

impl<'a> CodePoints<'a> {
    pub(super) const fn of(text: &'a str) -> Self {
        Self { text, byte: 0, points: 0 }
    }

    /// The number of code points before `byte`.
    pub(super) fn at(&mut self, byte: usize) -> usize {
        // A place before the last one, which is not in order, is found from the start.
        if byte < self.byte {
            *self = Self::of(self.text);
        }
        self.points += self.text.get(self.byte..byte).unwrap_or_default().chars().count();
        self.byte = byte;
        self.points
    }
}
