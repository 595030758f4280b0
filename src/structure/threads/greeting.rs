//! A greeting above the words of a message, which comes back in other messages as furniture does.
use super::{
    super::{
        cues::{self, Cue},
        vocabulary as words,
    },
    View,
};

/// Widest line that is a greeting alone.
const WIDEST: usize = 40;

impl View<'_> {
    /// Where the words begin that seem to begin at `from`, with the greeting on the line above; `least` is the first line that may be one.
    pub(super) fn greeted(&self, from: usize, least: usize, named: Option<usize>) -> usize {
        let above = from.checked_sub(1).filter(|above| *above >= least && Some(*above) != named && self.greets(*above));
        above.unwrap_or(from)
    }

    fn greets(&self, i: usize) -> bool {
        if self.cue(i) != Cue::Words || self.width(i) > WIDEST {
            return false;
        }
        let folded = cues::fold(self.said(i));
        let begins = |greetings: &str| {
            let mut all = greetings.split('|');
            all.any(|greeting| folded.strip_prefix(greeting).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
        };
        let closed = self.said(i).ends_with([',', '!', ':', '.', '，', '！', '、', '。', '،']);
        begins(words::GREETINGS) && !cues::is_badge(&folded) || closed && begins(words::SIGNED_GREETINGS)
    }
}
