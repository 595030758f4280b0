//! What files hold, as their names tell it.

use std::path::Path;

use unspoof::formats::records::Kind;
use unspoof::formats::unpack::Packing;
use unspoof::markup::Markup;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One text.
    Text,
    /// One HTML page.
    Html,
    /// One text in Markdown.
    Markdown,
    /// Many texts, each with other values beside it.
    Records(Kind),
}

/// Which files are taken where none is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// All whose ending tells what they hold.
    All,
    /// All but marked-up pages, which are texts like any other if they are named.
    Unmarked,
    /// Of those, what can be written again as it was read.
    #[default]
    Rewritable,
}

const ENDINGS: [(Format, &[&str]); 8] = [
    (Format::Text, &["txt", "text"]),
    (Format::Html, &["html", "htm", "xhtml"]),
    (Format::Markdown, &["md", "markdown"]),
    (Format::Records(Kind::Jsonl), &["jsonl", "ndjson"]),
    (Format::Records(Kind::Csv), &["csv"]),
    (Format::Records(Kind::Tsv), &["tsv"]),
    (Format::Records(Kind::Parquet), &["parquet"]),
    (Format::Records(Kind::Warc), &["warc", "wet"]),
];

impl Format {
    /// Its name in the output and in `--from`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => Markup::Html.as_str(),
            Self::Markdown => Markup::Markdown.as_str(),
            Self::Records(kind) => kind.as_str(),
        }
    }

    /// What an ending tells, under that of a packed file.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = unpacked(path).extension()?.to_str()?.to_ascii_lowercase();
        ENDINGS.into_iter().find(|(_, endings)| endings.contains(&&*ending)).map(|(format, _)| format)
    }

    /// How records stand in it, if it holds records.
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Records(kind) => Some(kind),
            Self::Text | Self::Html | Self::Markdown => None,
        }
    }

    /// Whether its records can be written again one by one, as they were read.
    pub const fn is_rewritable(self) -> bool {
        !matches!(self, Self::Records(Kind::Parquet | Kind::Warc))
    }
}

impl Takes {
    /// Whether such a file is taken.
    pub fn takes(self, format: Format) -> bool {
        let is_marked = matches!(format, Format::Html | Format::Markdown);
        self == Self::All || !is_marked && (self == Self::Unmarked || format.is_rewritable())
    }

    /// How the names of such files end, in words; of one format, if there is only one.
    pub fn endings(self, only: Option<Format>) -> String {
        let wanted = |format: Format| only.map_or_else(|| self.takes(format), |only| only == format);
        let endings = ENDINGS.into_iter().filter(|&(format, _)| wanted(format)).flat_map(|(_, endings)| endings);
        let endings = endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>();
        match endings.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => endings.concat(),
        }
    }
}

/// A name without what says that the file is packed.
pub fn unpacked(path: &Path) -> &Path {
    match Packing::of_name(path) {
        Some(packing) => {
            let name = path.to_str().and_then(|name| name.get(..name.len() - packing.ending().len() - 1));
            name.map_or(path, Path::new)
        }
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_what_is_packed_in_a_file() {
        let of = |name: &str| Format::of(Path::new(name)).map(Format::as_str);
        assert_eq!([of("a/b.txt"), of("b.TXT.GZ"), of("p.html.gz")], [Some("text"), Some("text"), Some("html")]);
        assert_eq!([of("b.jsonl.zst"), of("b.tsv.bz2"), of("b.csv.xz")], [Some("jsonl"), Some("tsv"), Some("csv")]);
        assert_eq!([of("b.gz"), of("b"), of("txt"), of("b.jsonl.gz.gz"), of("b.zip")], [None; 5]);
        assert_eq!(unpacked(Path::new("a.d/page.html.gz")), Path::new("a.d/page.html"));
    }

    #[test]
    fn endings_are_told_in_words() {
        assert_eq!(Takes::Rewritable.endings(None), ".txt, .text, .jsonl, .ndjson, .csv or .tsv");
        assert_eq!(Takes::All.endings(Some(Format::Records(Kind::Csv))), ".csv");
    }
}
