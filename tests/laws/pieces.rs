//! Laws of cleaning piece by piece: it gives what cleaning the whole gives.

use proptest::collection::vec;
use proptest::prelude::*;

use unspoof::clean;
use unspoof::clean::{Piece, Pieces};
use unspoof::text::Span;

use crate::nasty;

/// So much that every piece brings the whole text along.
const ALL: usize = 1 << 24;

fn pieces(text: &str, size: usize, around: usize) -> Vec<Piece> {
    Pieces::new(text.as_bytes()).sized(size, around).collect::<Result<_, _>>().unwrap()
}

fn longest_line(text: &str) -> usize {
    text.split_inclusive('\n').map(str::len).max().unwrap_or(0)
}

/// Many lines that lean on their neighbours: words without a letter that settles anything, references, fullwidth letters.
fn leaning() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        3 => "(сор|рост|хор|cop|tор|exact|роре|copy|сору)( (сор|пост|pace|рoст|сору))?",
        2 => "(Ж|Б|q|w|λ|日本|ＡＢＣ|ｆｒｅｅ)( [a-z]{1,30}| ＡＢＣ)?",
        2 => "(R&amp;D|&#1078;аба|&lt;b&gt;|a &lt; b|caf&eacute;|<b>|`x`|html)",
        1 => "[a-z]{1,200}",
        1 => "\u{200B}{1,300}",
        1 => Just(String::new()),
    ];
    vec(line, 0..60).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(crate::config())]

    /// What a piece takes for exact is what the whole becomes there, however little of the text it has seen.
    #[test]
    fn exact_is_exact(
        text in prop_oneof![nasty::text(), leaning()],
        options in nasty::options(),
        more in 0usize..90,
        around in prop_oneof![0usize..40, 300usize..3000, 20_000usize..300_000],
    ) {
        let whole = clean(&text, &options);
        let size = longest_line(&text).max(4) + more;
        let mut at = 0;
        for piece in pieces(&text, size, around) {
            let own = Span::new(at, at + piece.text().len());
            at = own.end;
            prop_assert_eq!(piece.text(), own.of(&text));
            let clean = piece.clean(&options);
            if clean.is_exact {
                prop_assert_eq!(clean.text, whole.tracked().clean_span(own).of(whole.text()), "of {:?}", piece.text());
            }
        }
        prop_assert_eq!(at, text.len());
    }

    /// Where there is enough around each piece, all together are the whole.
    #[test]
    fn together_they_are_the_whole(
        text in prop_oneof![nasty::text(), leaning()],
        options in nasty::options(),
        more in 0usize..90,
    ) {
        let mut clean_text = String::new();
        for piece in pieces(&text, longest_line(&text).max(4) + more, ALL) {
            let clean = piece.clean(&options);
            prop_assert!(clean.is_exact);
            clean_text.push_str(&clean.text);
        }
        let whole = clean(&text, &options);
        prop_assert_eq!(clean_text, whole.text());
    }

    /// A line that is longer than a piece is cleaned as if it were several texts. (Lines near by look at all of it, and at pieces
    /// this small would see beyond the cut.)
    #[test]
    fn a_long_line_is_several_texts(text in nasty::text(), options in nasty::options(), size in 1usize..60) {
        let text = text.replace('\n', " ");
        let mut texts: Vec<(String, String)> = Vec::new(); // as read, and clean
        for piece in pieces(&text, size, ALL) {
            if piece.begins_anew() {
                texts.push(<_>::default());
            }
            let (read, cleaned) = texts.last_mut().unwrap();
            prop_assert!(piece.text().len() <= size.max(4));
            read.push_str(piece.text());
            cleaned.push_str(&piece.clean(&options).text);
        }
        for (read, cleaned) in &texts {
            let whole = clean(read, &options);
            prop_assert_eq!(cleaned, whole.text());
        }
        prop_assert_eq!(texts.into_iter().map(|(read, _)| read).collect::<String>(), text);
    }

    /// No rule takes a line feed away: on that it rests that lines can be told apart.
    #[test]
    fn line_feeds_stay(text in prop_oneof![nasty::text(), leaning()], options in nasty::options()) {
        let feeds = |text: &str| text.matches('\n').count();
        for change in clean(&text, &options).changes() {
            prop_assert!(feeds(change.from) == 0 || change.from == "\n" || change.to.ends_with('\n'), "{change:?}");
            prop_assert!(feeds(change.from) <= feeds(change.to), "{change:?}");
        }
    }
}

#[test]
fn errors_name_the_byte_of_the_stream() {
    let bad = [&b"one line\n"[..], &"жук\n".as_bytes().repeat(9), b"\xE9 end"].concat();
    let error = |bytes: &[u8]| Pieces::new(bytes).sized(10, 5).find_map(Result::err).map(|error| error.to_string());
    assert_eq!(error(&bad), Some("byte 72: expected UTF-8, but found the byte 0xE9".to_owned()));
    let cut = bad.split_at(74).0.strip_suffix(b"\xE9 ").map(|good| [good, b"\xD0"].concat()).unwrap();
    let said = "byte 72: expected the rest of a UTF-8 character, but found the end of the text";
    assert_eq!(error(&cut), Some(said.to_owned()));
}

#[test]
fn long_lines_are_cut_where_it_hurts_least() {
    let cuts = |text: &str, size| pieces(text, size, 100).iter().map(|piece| piece.text().to_owned()).collect::<Vec<_>>();
    assert_eq!(cuts("one two  three\nend", 11), ["one two", "  three\nend"]);
    assert_eq!(cuts("абвгде", 5), ["аб", "вг", "де"]);
    assert_eq!(cuts("abc\u{301}\u{301}def", 5), ["ab", "c\u{301}\u{301}", "def"]);
    assert_eq!(cuts("a\rb\rc", 4), ["a\rb", "\rc"]);
}
