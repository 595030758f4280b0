//! Text you can take at face value.
pub mod text;
pub mod unicode;
