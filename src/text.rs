//! Positions and edits. Knows nothing of Unicode lore.
pub mod span;
pub use span::Span;
