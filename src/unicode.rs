//! Character data.
