//! Texts that are made to break things.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use unspoof::rules::{Certainty, Group, RULES, RuleId, RuleSet};
use unspoof::{Options, clean};

/// Any text: a few lines, each a mixture of the pieces below; now and then any characters at all.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => vec((line(), line_end()), 0..8).prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect()),
        2 => line(),
        1 => vec(any::<char>(), 0..40).prop_map(|chars| chars.into_iter().collect()),
        1 => vec(piece(), 0..12).prop_map(|pieces| pieces.concat()),
    ]
}

/// The same, longer: it crosses the blocks in which text is looked at and mapped.
pub fn long_text() -> impl Strategy<Value = String> {
    (text(), 1usize..40, printable()).prop_map(|(text, times, filler)| format!("{text}{filler}").repeat(times))
}

/// Printable ASCII lines with no blank at their ends.
pub fn plain() -> impl Strategy<Value = String> {
    vec("[!-~]([ -~]{0,80}[!-~])?", 0..6).prop_map(|lines| lines.join("\n"))
}

fn printable() -> impl Strategy<Value = String> {
    "[ -~]{0,120}"
}

/// What rules run, and how boldly.
pub fn options() -> impl Strategy<Value = Options> {
    let rules = prop_oneof![
        6 => Just(RuleSet::all()),
        3 => Just(RuleSet::group(Group::Restore)),
        1 => Just(RuleSet::group(Group::Tidy)),
        2 => (0..RULES.len()).prop_map(|at| RuleSet::NONE.with(RuleId::all().nth(at).unwrap())),
        1 => (0..RULES.len()).prop_map(|at| RuleSet::all().without(RuleSet::NONE.with(RuleId::all().nth(at).unwrap()))),
    ];
    (rules, select(vec![Certainty::Likely, Certainty::Likely, Certainty::Certain, Certainty::Doubtful]))
        .prop_map(|(rules, level)| Options { rules, level })
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => vec(word(), 0..10).prop_map(|words| words.join(" ")),
        3 => (page_line(), word(), word()).prop_map(|(form, a, b)| form.replace("{a}", &a).replace("{b}", &b)),
        2 => vec(prop_oneof![3 => word(), 1 => gap(), 1 => piece()], 0..12).prop_map(|parts| parts.concat()),
    ]
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        8 => Just("\n"),
        2 => Just("\n\n"),
        1 => select(vec!["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", " \n", "\t\r\n", "\n\r", ""]),
    ]
}

/// Lines as a question page has them.
fn page_line() -> impl Strategy<Value = &'static str> {
    select(vec![
        "{a} {b}?",
        "3 Answers",
        "1 Answer",
        "answered 1 year ago by {a}",
        "asked Jan 5 at 10:31 by {a} {b}",
        "Answer by {a}",
        "{a}: {b} {a} {b}",
        "{a} {b}:",
        "- {a}",
        "• {a}: {b}",
        "1. {a} {b}",
        "  2) {b}",
        "# {a}",
        "## {b} {a}",
        "> {a} {b}",
        "    {a}({b});",
        "```",
        "```{a}",
        "Q: {a} {b}?",
        "A: {b}",
        "Share",
        "Add a comment",
        "↑ 12 ↓",
        "✓ Accepted",
        "Vote",
        "12",
        "Question: {a}",
        "Comment by {a}, 2 days ago",
        "| {a} | {b} |",
        "|---|---|",
        "***",
        "---",
        "Re: {a}",
        "{a} wrote:",
        "https://{a}.example/{b}?q=1",
        "{a}@{b}.example",
        "`{a}`",
        "\"{a}\" — {b}",
        "{a}’s {b}",
        "«{a}» {b}",
        "Ответить",
        "Ответ: {a}",
    ])
}

/// A word of one kind or of several.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => genuine().prop_map(str::to_owned),
        4 => (genuine(), any::<u64>(), 0..6usize).prop_map(|(word, seed, way)| spoofed(word, seed, way)),
        2 => vec(prop_oneof![genuine().prop_map(str::to_owned), piece()], 1..4).prop_map(|parts| parts.concat()),
        1 => (genuine(), any::<prop::sample::Index>(), piece()).prop_map(|(word, at, piece)| {
            let places: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
            let at = at.get(&places);
            format!("{}{piece}{}", &word[..*at], &word[*at..])
        }),
    ]
}

fn genuine() -> impl Strategy<Value = &'static str> {
    select(vec![
        "the",
        "answer",
        "copy",
        "a",
        "I",
        "office",
        "Please",
        "trends",
        "modern",
        "HTTP",
        "x2",
        "3rd",
        "co-op",
        "don't",
        "GoogIe",
        "Россия",
        "сору",
        "ответ",
        "Жук",
        "оса",
        "рост",
        "ёлка",
        "щука",
        "и",
        "в",
        "СССР",
        "её",
        "объём",
        "мій",
        "їжак",
        "ўсё",
        "λόγος",
        "ΑΒΓ",
        "και",
        "ο",
        "Ωμέγα",
        "ἄνθρωπος",
        "Հայաստան",
        "սիրտ",
        "ონი",
        "ᏣᎳᎩ",
        "ⲛⲟⲩⲧⲉ",
        "שלום",
        "עִבְרִית",
        "العربية",
        "می‌خواهم",
        "हिन्दी",
        "क्‍ष",
        "ไทย",
        "ខ្មែរ",
        "日本語",
        "カタカナ",
        "한국어",
        "한",
        "中文",
        "ꦗꦮ",
        "বাংলা",
        "USB-кабель",
        "iPhone'ом",
        "α-helix",
        "µm",
        "№5",
        "x²",
        "H₂O",
        "™",
        "naïve",
        "Việt",
        "Zürich",
        "œuvre",
        "ßa",
        "İstanbul",
        "ıı",
        "ﬁle",
        "Ǆ",
        "Å",
        "ĳ",
        "ſo",
        "ə",
        "ʃɪp",
        "10½",
        "5€",
        "C++",
        "0O1lI",
        "rn",
        "vv",
        "°C",
        "Ⅳ",
        "ⅷ",
        "1О",
        "9:ОО",
        "ХIV",
        "Т-shirt",
        "ᏟᎪᎢ",
        "aγec",
        "ᗪᗩᐯE",
        "ᗩᑎᔕᗯEᖇ",
        "ɧɛཞɛ",
        "卄乇尺乇",
    ])
}

/// `word` with some letters replaced, drawn by `seed`.
fn spoofed(word: &str, seed: u64, way: usize) -> String {
    const TWINS: [(&str, &[&str]); 4] = [
        ("aceopxyijsABCEHKMOPTXylIS", &["асеорхуіјѕАВСЕНКМОРТХуӏІЅ"]),
        ("aoeviuyxkABEHIKMNOPTXYZ", &["αοеνιυγχκΑΒΕΗΙΚΜΝΟΡΤΧΥΖ"]),
        ("uohngqpABEHMOPST", &["սօհոցզрᎪᏴᎬᎻᎷՕᏢՏᎢ"]),
        ("асеорхуАВСЕНКМОРТХ", &["aceopxyABCEHKMOPTX", "αсεορχγΑΒСΕΗΚΜΟΡΤΧ"]),
    ];
    let mut out = String::new();
    for (at, c) in word.chars().enumerate() {
        let draw = seed.rotate_right(at as u32 * 5) as usize;
        if draw & 3 == 0 {
            out.push(c);
            continue;
        }
        match way {
            0..4 => {
                let (from, to) = TWINS[way];
                let place = from.chars().position(|twin| twin == c);
                out.push(place.and_then(|at| to[draw % to.len()].chars().nth(at)).unwrap_or(c));
            }
            4 if c.is_ascii_alphabetic() => {
                let bases = [0x1D41A, 0x1D4EA, 0x1D5BA, 0x1D68A, 0xFF41, 0x24D0, 0x1D552];
                let base = bases[if draw & 4 == 0 { seed as usize % bases.len() } else { draw % bases.len() }];
                out.push(char::from_u32(base + (c.to_ascii_lowercase() as u32 - 'a' as u32)).unwrap());
            }
            _ => {
                out.push(c);
                out.push_str(HIDDEN[draw % HIDDEN.len()]);
            }
        }
    }
    out
}

fn gap() -> impl Strategy<Value = String> {
    select(vec![
        " ", "  ", "\t", "\u{A0}", "\u{202F}", "\u{2003}", "\u{3000}", "\u{1680}", "\u{200B}", "\u{2060}", "-", "\u{2011}",
        "\u{AD}", ",",
    ])
    .prop_map(str::to_owned)
}

/// One thing that no reader expects.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(HIDDEN.to_vec()).prop_map(str::to_owned),
        // Nested and unbalanced controls around words.
        2 => (vec(select(BIDI.to_vec()), 1..6), genuine(), vec(select(BIDI.to_vec()), 0..6))
            .prop_map(|(open, word, close)| format!("{}{word}{}", open.concat(), close.concat())),
        1 => ("[a-z]{1,3}", 1usize..5, any::<bool>())
            .prop_map(|(typed, times, del)| format!("{typed}{}", if del { "\u{7F}" } else { "\u{8}" }.repeat(times))),
        1 => "[ -~]{1,8}".prop_map(|hidden| hidden.bytes().map(|b| char::from_u32(0xE0000 + u32::from(b)).unwrap()).collect()),
        1 => vec(any::<u8>(), 1..6).prop_map(|bytes| bytes.into_iter().map(selector).collect()),
        1 => (genuine(), vec(select(vec!['\u{300}', '\u{301}', '\u{323}', '\u{336}', '\u{489}', '\u{20DD}', '\u{345}', '\u{1DCA}']), 1..24))
            .prop_map(|(word, marks)| word.chars().take(1).chain(marks).collect()),
        1 => select(EMOJI.to_vec()).prop_map(str::to_owned),
        // Prints over prints, underlined and struck words, messages in two kinds of invisible character.
        1 => select(vec!["ab\rab\n", "10%\r20%\n", "a\u{8}_b\u{8}_", "\r\n\u{8}", "___\rabc\n", "s\u{336}o\u{308}\u{336}", "l\u{AD}o\u{AD}ng"])
            .prop_map(str::to_owned),
        1 => vec(select(vec!['\u{200B}', '\u{200C}']), 8..40).prop_map(|bits| bits.into_iter().collect()),
        1 => (genuine(), vec(select(vec!['\u{301}', '\u{308}', '\u{30D}', '\u{33E}', '\u{312}', '\u{306}']), 12))
            .prop_map(|(word, marks)| word.chars().zip(marks.chunks(3).cycle()).flat_map(|(c, marks)| [&[c], marks].concat()).collect()),
        // UTF-8 read as Latin-1, up to three times over, and references, some with their ampersand escaped.
        2 => (genuine(), 1usize..4).prop_map(|(word, times)| (0..times).fold(word.to_owned(), |word, _| word.bytes().map(char::from).collect())),
        1 => select(vec!["Ã©", "â€™", "вЂ™", "Рё", "Ã ", "Ã", "Å", "Â", "√©", "&amp;", "&#1077;", "&amp;#x435;", "&Atilde;&copy;", "&#173;", "&lt;b"])
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// The byte as a variation selector, as payloads are hidden.
fn selector(byte: u8) -> char {
    char::from_u32(if byte < 16 { 0xFE00 + u32::from(byte) } else { 0xE0100 + u32::from(byte) - 16 }).unwrap()
}

const BIDI: [&str; 12] = [
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{200E}",
    "\u{200F}", "\u{61C}",
];

const HIDDEN: [&str; 42] = [
    "\u{200B}",
    "\u{200C}",
    "\u{200D}",
    "\u{2060}",
    "\u{FEFF}",
    "\u{AD}",
    "\u{34F}",
    "\u{180E}",
    "\u{115F}",
    "\u{3164}",
    "\u{FFA0}",
    "\u{2062}",
    "\u{206A}",
    "\u{FE0F}",
    "\u{FE00}",
    "\u{E0100}",
    "\u{E0041}",
    "\u{E007F}",
    "\u{E0001}",
    "\u{8}",
    "\u{7F}",
    "\u{8}\u{8}",
    "\u{0}",
    "\u{1B}",
    "\u{85}",
    "\u{9B}",
    "\u{FFFD}",
    "\u{FFFE}",
    "\u{10FFFF}",
    "\u{F8FF}",
    "\u{301}",
    "\u{338}",
    "\u{308}\u{301}",
    "\u{3000}\u{357}\u{331}",
    "\u{357}\u{331}",
    "\u{202E}",
    "\u{202C}",
    "\u{2067}",
    "\u{2069}",
    "\u{D7FF}",
    "\u{1160}",
    "\u{17B4}",
];

const EMOJI: [&str; 9] = [
    "👨\u{200D}👩\u{200D}👧",
    "❤\u{FE0F}",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "🇩🇪",
    "👍🏽",
    "1\u{FE0F}\u{20E3}",
    "🧑🏿\u{200D}💻",
    "葛\u{E0100}",
    "\u{200D}👩\u{200D}",
];

/// The hazards that no law would be worth much without do come up, and rules do fire.
#[test]
fn texts_are_nasty() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let texts: Vec<String> = (0..400).map(|_| text().new_tree(&mut runner).unwrap().current()).collect();
    let all = texts.concat();
    for hazard in HIDDEN.iter().chain(&BIDI).chain(&["\r\n", "\u{2028}", "Answers", "\u{1D4EA}", "\u{435}"]) {
        assert!(all.contains(hazard), "{} never comes up", hazard.escape_unicode());
    }
    let changed = texts.iter().filter(|text| clean(text, &Options::default()).is_changed()).count();
    assert!(changed > texts.len() / 4, "only {changed} of {} texts are changed", texts.len());
    assert!(changed < texts.len(), "every text is changed");
}
