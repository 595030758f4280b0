//! A table of phrases that is asked for every line.
use crate::structure::hash::Map;

/// Phrases known when the program was written.
pub(super) type Table<V> = Map<&'static str, V>;

/// Phrases with which lines begin, by their first letter: a line is compared with few of them.
pub(crate) struct Starts<V>(Map<char, Vec<(&'static str, V)>>);

impl<V: Copy> Starts<V> {
    pub(crate) fn new(phrases: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let mut starts: Map<char, Vec<_>> = Map::default();
        for (phrase, value) in phrases {
            if let Some(first) = phrase.chars().next() {
                starts.entry(first).or_default().push((phrase, value));
            }
        }
        Self(starts)
    }

    /// Those with which `said` begins, in the order in which they were given.
    pub(crate) fn of<'a>(&'a self, said: &'a str) -> impl Iterator<Item = (&'static str, V)> + 'a {
        let known = said.chars().next().and_then(|first| self.0.get(&first)).map_or(&[][..], Vec::as_slice);
        known.iter().copied().filter(|(phrase, _)| said.starts_with(phrase))
    }
}
