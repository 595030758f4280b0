//! Positions and edits: spans, replacements, and a text that remembers where its bytes came from.
//!
//! Knows nothing of Unicode lore. Nothing here is stored per byte: a [`Tracked`] text keeps one [`Region`]
//! for each place where it differs from its source, and all look-ups are binary searches in that list.

mod code_points;
mod edit;
mod letters;
pub(crate) mod masks;
mod span;
pub(crate) mod swar;
mod tracked;
mod writer;

pub use code_points::CodePoints;
pub use edit::{Edit, Hands, Replacement};
pub use span::Span;
pub use tracked::{Region, Tracked};
pub(crate) use writer::Writer;
