//! Text you can take at face value.
pub mod structure;
pub mod text;
pub mod unicode;
