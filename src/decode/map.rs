//! From places in the decoded text back to bytes of the input.

/// How many bytes of decoded text lie between two entries of the map to the input.
const STRIDE: usize = 512;

/// Where the bytes of the input are.
#[derive(Clone, Debug)]
pub(super) enum Map {
    /// The text is the input, behind so many bytes.
    Same(usize),
    /// The input byte at every [`STRIDE`]th byte of the text or just after it, as (text, input), and how many bytes a character
    /// takes in the input.
    Units(Vec<(usize, usize)>, fn(char) -> usize),
    /// Runs of characters that are alike, for encodings in which only the decoder knows how long each is.
    Runs(Vec<Run>),
}

/// Characters that all take as many bytes in the text, and as many in the input.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    text: usize,
    source: usize,
    text_length: usize,
    source_length: usize,
}

impl Run {
    /// Adds a character, by its begin and its length in both.
    pub(super) fn push(runs: &mut Vec<Self>, (text, text_length): (usize, usize), (source, source_length): (usize, usize)) {
        let is_alike = |last: &Self| (last.text_length, last.source_length) == (text_length, source_length);
        if !runs.last().is_some_and(is_alike) {
            runs.push(Self { text, source, text_length, source_length });
        }
    }
}

impl Map {
    /// A map of `text`, which begins at `source` and whose characters take as many bytes as `width` says.
    pub(super) fn units(text: &str, mut source: usize, width: fn(char) -> usize) -> Self {
        let mut entries = Vec::with_capacity(text.len() / STRIDE + 1);
        entries.push((0, source));
        for (at, c) in text.char_indices() {
            if at >= entries.len() * STRIDE {
                entries.push((at, source));
            }
            source += width(c);
        }
        Self::Units(entries, width)
    }

    /// The byte of the input at byte `at` of `text`.
    pub(super) fn source(&self, text: &str, at: usize) -> usize {
        match self {
            Self::Same(before) => at + before,
            Self::Units(entries, width) => {
                let entry = entries.partition_point(|&(text, _)| text <= at).checked_sub(1).and_then(|at| entries.get(at));
                let (start, source) = entry.copied().unwrap_or_default();
                source + text.get(start..at).unwrap_or("").chars().map(width).sum::<usize>()
            }
            Self::Runs(runs) => {
                let run = runs.partition_point(|run| run.text <= at).checked_sub(1).and_then(|at| runs.get(at));
                run.map_or(0, |run| run.source + (at - run.text) / run.text_length.max(1) * run.source_length)
            }
        }
    }
}
