//! Offsets as Python counts them.

/// Turns bytes of a text into code points. Places should come in order: the text is walked through from one to the next.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    points: usize,
}

impl<'a> CodePoints<'a> {
    /// A count that stands at the start of `text`.
    pub const fn of(text: &'a str) -> Self {
        Self { text, byte: 0, points: 0 }
    }

    /// The number of code points before `byte`.
    pub fn at(&mut self, byte: usize) -> usize {
        let between = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default().chars().count();
        self.points =
            if byte < self.byte { self.points - between(byte, self.byte) } else { self.points + between(self.byte, byte) };
        self.byte = byte;
        self.points
    }
}
