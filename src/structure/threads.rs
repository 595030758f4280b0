//! Threads.
use super::{cues::Reading, lines::Line, posts::Plan};

/// Reads a thread; none where no regular attribution is found.
pub(crate) fn plan(_text: &str, _lines: &[Line], _readings: &[Reading]) -> Option<Plan> {
    None
}
