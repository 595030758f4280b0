//! Values of options that have a notation of their own.

use std::str::FromStr;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use unspoof::Error;
use unspoof::batch::{MostRejects, Packing};
use unspoof::formats::writers::{Several, WRITERS, Writer};

/// How shards are packed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Compress {
    /// Not at all
    None,
    /// gzip
    Gz,
    /// Zstandard: smaller than gzip, and several times as fast
    Zst,
}

/// What the rows of documents are.
#[derive(Clone, Copy, Debug)]
pub enum To {
    /// What a writer makes of each.
    Rows(Writer),
    /// Columns.
    Parquet,
}

const PARQUET: &str = "parquet";

impl To {
    /// The names, for help and completions.
    pub fn parser() -> impl TypedValueParser<Value = Self> {
        let about = |to: Self| format!("{}{}", to.about(), if to.is_apart() { "; a file each" } else { "" });
        let rows = WRITERS.iter().map(move |&writer| PossibleValue::new(writer.name).help(about(Self::Rows(writer))));
        let parquet = PossibleValue::new(PARQUET).help(Self::Parquet.about());
        PossibleValuesParser::new(rows.chain([parquet])).map(|name| Writer::named(&name).map_or(Self::Parquet, Self::Rows))
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rows(writer) => writer.name,
            Self::Parquet => PARQUET,
        }
    }

    /// Whether each document needs a file of its own: lines of JSON can stand one behind the other in a shard, all else cannot.
    pub fn is_apart(self) -> bool {
        matches!(self, Self::Rows(writer) if writer.several != Several::Rows || writer.name == "json")
    }

    const fn about(self) -> &'static str {
        match self {
            Self::Rows(writer) => writer.about,
            Self::Parquet => "Parquet: a document a row, its keys as columns",
        }
    }

    /// What writes a row; columns are made of the usual ones.
    pub fn writer(self) -> Result<Writer, Error> {
        match self {
            Self::Rows(writer) => Ok(writer),
            Self::Parquet => Writer::named("jsonl").ok_or_else(|| Error::other("expected a writer of JSON Lines")),
        }
    }
}

impl From<Compress> for Packing {
    fn from(asked: Compress) -> Self {
        match asked {
            Compress::None => Self::None,
            Compress::Gz => Self::Gzip,
            Compress::Zst => Self::Zstd,
        }
    }
}

/// A number of bytes: `256M`, `1G`, `500k`, `4096`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(u64);

impl Size {
    pub const fn bytes(self) -> u64 {
        self.0
    }
}

impl FromStr for Size {
    type Err = Error;

    fn from_str(said: &str) -> Result<Self, Error> {
        let (number, unit) = match said.strip_suffix(['k', 'K', 'M', 'G']) {
            Some(number) if said.ends_with('G') => (number, 1_000_000_000),
            Some(number) if said.ends_with('M') => (number, 1_000_000),
            Some(number) => (number, 1000),
            None => (said, 1),
        };
        let bytes = number.parse::<u64>().ok().and_then(|number| number.checked_mul(unit)).filter(|&bytes| bytes > 0);
        bytes.map(Self).ok_or_else(|| Error::other(format!("expected a size such as 256M, but found {said:?}")))
    }
}

/// How many records may be rejected: `100`, or `1%`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MaxRejects(MostRejects);

impl MaxRejects {
    pub fn meaning(asked: Option<Self>) -> MostRejects {
        asked.map_or(MostRejects::Any, |asked| asked.0)
    }
}

impl FromStr for MaxRejects {
    type Err = Error;

    fn from_str(said: &str) -> Result<Self, Error> {
        let most = match said.strip_suffix('%') {
            Some(share) => share
                .parse()
                .ok()
                .filter(|share| (0.0..=100.0).contains(share))
                .map(|share: f64| MostRejects::Share(share / 100.0)),
            None => said.parse().ok().map(MostRejects::Count),
        };
        most.map(Self).ok_or_else(|| Error::other(format!("expected a number or a share such as 1%, but found {said:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_shares() {
        let size = |said: &str| said.parse::<Size>().ok().map(Size::bytes);
        assert_eq!(size("256M"), Some(256_000_000));
        assert_eq!([size("4096"), size("2k"), size("1G")], [Some(4096), Some(2000), Some(1_000_000_000)]);
        assert_eq!([size("0"), size(""), size("1T"), size("-1"), size("99999999999G")], [None; 5]);
        let most = |said: &str| said.parse::<MaxRejects>().ok().map(|most| most.0);
        assert_eq!(most("0"), Some(MostRejects::Count(0)));
        assert_eq!(most("2.5%"), Some(MostRejects::Share(0.025)));
        assert_eq!([most("101%"), most("NaN%"), most("few")], [None; 3]);
    }
}
