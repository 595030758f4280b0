//! Packing rows. Each piece of work becomes a gzip member or a zstd frame of its own: that is done by the threads that made the
//! rows, and one after the other they are a file that every reader of the format takes.

use std::io::{self, Write};

use flate2::Compression as Level;
use flate2::write::GzEncoder;

/// How rows are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Packing {
    /// Not at all.
    #[default]
    None,
    /// gzip, at level 6.
    Gzip,
    /// Zstandard, at level 3.
    Zstd,
}

/// The level that gzip and what writes crawls use.
pub(super) const GZIP_LEVEL: u32 = 6;

/// The one that Zstandard has for the usual.
pub(super) const ZSTD_LEVEL: i32 = zstd::DEFAULT_COMPRESSION_LEVEL;

impl Packing {
    /// What is added to the name of a file.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Gzip => ".gz",
            Self::Zstd => ".zst",
        }
    }

    /// Its name in `--compress`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Gzip => "gz",
            Self::Zstd => "zst",
        }
    }

    pub(super) fn pack(self, rows: Vec<u8>) -> io::Result<Vec<u8>> {
        match self {
            Self::None => Ok(rows),
            Self::Gzip => {
                // No name and no time: the header is the same every day.
                let mut packer = GzEncoder::new(Vec::with_capacity(rows.len() / 2), Level::new(GZIP_LEVEL));
                packer.write_all(&rows)?;
                packer.finish()
            }
            Self::Zstd => zstd::bulk::compress(&rows, ZSTD_LEVEL),
        }
    }
}
