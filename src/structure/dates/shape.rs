//! A line as one byte a word, so that one small pattern finds dates in all languages: `2. května 2019 v 10:12` and `2. Mai 2019 um
//! 10:12` have one shape.
use super::{
    lex,
    phrases::{self, Meaning},
};
use crate::{structure::hash::Map, text::Span};
use std::sync::LazyLock;

/// What a word can be in a date, as bits: words of several languages meet.
pub(super) mod is {
    pub const MONTH: u32 = 1;
    /// The short name of a month that is also a common word: only between a day and a year.
    pub const RARE: u32 = 1 << 1;
    pub const WEEKDAY: u32 = 1 << 2;
    /// "3 de mayo".
    pub const OF: u32 = 1 << 3;
    /// Before a time of day.
    pub const AT: u32 = 1 << 4;
    /// Behind such a word: "a las", "alle ore".
    pub const AT_THE: u32 = 1 << 5;
    /// Behind a year.
    pub const YEAR: u32 = 1 << 6;
    /// Which half of the day, in one word or two: "pm", "p. m.".
    pub const HALF: u32 = 1 << 7;
    pub const HALF_A: u32 = 1 << 8;
    pub const HALF_M: u32 = 1 << 9;
    /// "Uhr", "UTC": behind a time.
    pub const ZONE: u32 = 1 << 10;
    pub const T: u32 = 1 << 11;
    pub const HOUR: u32 = 1 << 12;
    pub const MINUTE: u32 = 1 << 13;
    pub const ORDINAL: u32 = 1 << 14;
    pub const ON: u32 = 1 << 15;
    /// "tháng": before the number of a month; "năm": before a year.
    pub const MONTH_LEAD: u32 = 1 << 16;
    pub const YEAR_LEAD: u32 = 1 << 17;
    /// Yesterday and today: with a time of day, or without.
    pub const NEAR: u32 = 1 << 18;
    pub const NEAR_ALONE: u32 = 1 << 19;
    /// "just now".
    pub const NOW: u32 = 1 << 20;
    /// "m.", "d.": Lithuanian dates.
    pub const UNIT: u32 = 1 << 21;
    /// As `RARE`, and only behind the stop of "3.".
    pub const STOPPED: u32 = 1 << 22;
    /// "one", "few".
    pub const NUMBER: u32 = 1 << 23;
    /// In ages with one number and none: see `ages`.
    pub const SINGLE: u32 = 1 << 24;
    /// Some word of an age.
    pub const AGE: u32 = 1 << 25;
    /// The first of several words.
    pub const LEAD: u32 = 1 << 26;
    /// The short name of a day that is a common word elsewhere: only before a date.
    pub const BARE_DAY: u32 = 1 << 27;
}

/// Small words of dates.
const WORDS: &[(u32, &str)] = &[
    (is::OF, "of|de|d|del|din|ta"),
    (
        is::AT,
        "at|um|à|a|às|alle|в|во|у|о|kl|klo|om|ore|saat|को|o|v|ve|u|la|ob|kell|plkst|ora|lúc|pukul|jam|בשעה|ב|ساعت|الساعة|στις|เวลา",
    ),
    (is::AT_THE, "las|la|les|ore|ora|hodin"),
    (is::YEAR, "г|года|год|р|року|r|roku|godine|god|године|година"),
    (is::HALF_A, "a|p|π|מ"),
    (is::HALF_M, "m|μ"),
    (is::HALF, "am|pm|πμ|μμ"),
    (is::ZONE, "uhr|utc|gmt|z|wib|h|hrs|น"),
    (is::T, "t"),
    (is::HOUR, "h"),
    (is::MINUTE, "min"),
    (is::ORDINAL, "st|nd|rd|th|er|º|ª|re"),
    (is::ON, "on"),
    (is::BARE_DAY, "qui|sex"),
    (is::NUMBER, "few"),
    (is::MONTH_LEAD, "tháng|thg"),
    (is::YEAR_LEAD, "năm"),
    (is::UNIT, "m|d"),
    (is::NOW, "just now|last week|last month|last year"),
    (is::NEAR_ALONE, "yesterday|today|gestern|heute|hier|aujourd'hui|ayer|hoy|вчера|сегодня"),
    // Of the Persian year, which is not converted.
    (is::MONTH, "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"),
];

const RARE_MONTHS: &[&str] = &["velj", "saus", "liep", "ian", "iun", "iul", "dets", "jaan", "agu", "avg", "syys", "srp", "kovo"];
const STOPPED_MONTHS: &[&str] = &[
    "pro", "led", "dub", "vas", "kov", "bal", "geg", "elo", "loka", "kol", "ruj", "stu", "tra", "ag", "sij", "svi", "spal", "des",
];

/// Short names of days that are common words, and the shortest that are not.
const NO_WEEKDAYS: &[&str] = &["min", "man", "qui", "sex", "sal", "dum"];
const SHORT_WEEKDAYS: &str = "mo|di|mi|do|fr|sa|so|пн|вт|ср|чт|пт|сб|вс|нд|pn|wt|śr|pt|ma|wo|vr|za|zo|út|čt|pá";

/// Units that say one without a number, where their language does so: "год назад", "před rokem".
const SINGLE: &str = "год|месяц|неделю|день|час|минуту|рік|місяць|тиждень|годину|rok|miesiąc|tydzień|godzinę|rokem|měsícem|týdnem|\
hodinou|minutou|dnem|rokom|mesiacom|týždňom|dňom|година|месец|седмица|ден|минута|godinu|mjesec|mesec|tjedan|nedelju|sat|dan|\
minutu|годину|недељу|сат|дан|rokiem|miesiącem|tygodniem|godziną|minutą|vuosi|kuukausi|viikko|päivä|tunti|minuutti|\
שעה|יום|שבוע|חודש|דקה|ساعة|يوم|أسبوع|شهر|سنة|دقيقة|عام|aasta|metus|gada|mēneša|metų";

/// Signs and words of scripts without spaces, the longest first, and the byte of each. Letters of ASCII stand for nothing else.
const IDEOGRAPHS: &[(&str, u8)] = &[
    ("週間", b'u'),
    ("時間", b'u'),
    ("小时", b'u'),
    ("小時", b'u'),
    ("分钟", b'u'),
    ("分鐘", b'u'),
    ("星期", b'u'),
    ("个月", b'u'),
    ("個月", b'u'),
    ("か月", b'u'),
    ("ヶ月", b'u'),
    ("カ月", b'u'),
    ("시간", b'u'),
    ("개월", b'u'),
    ("上午", b'a'),
    ("下午", b'a'),
    ("午前", b'a'),
    ("午後", b'a'),
    ("오전", b'a'),
    ("오후", b'a'),
    ("今日", b'n'),
    ("昨日", b'n'),
    ("今天", b'n'),
    ("昨天", b'n'),
    ("前天", b'n'),
    ("오늘", b'n'),
    ("어제", b'n'),
    ("秒", b'u'),
    ("天", b'u'),
    ("周", b'u'),
    ("週", b'u'),
    ("초", b'u'),
    ("주", b'u'),
    ("달", b'u'),
    ("分", b'i'),
    ("분", b'i'),
    ("年", b'y'),
    ("년", b'y'),
    ("月", b'm'),
    ("월", b'm'),
    ("日", b'd'),
    ("号", b'd'),
    ("號", b'd'),
    ("일", b'd'),
    ("前", b'p'),
    ("전", b'p'),
    ("時", b'h'),
    ("时", b'h'),
    ("點", b'h'),
    ("点", b'h'),
    ("시", b'h'),
    ("火", b'k'),
    ("水", b'k'),
    ("木", b'k'),
    ("金", b'k'),
    ("土", b'k'),
    ("一", b'k'),
    ("二", b'k'),
    ("三", b'k'),
    ("四", b'k'),
    ("五", b'k'),
    ("六", b'k'),
    ("화", b'k'),
    ("수", b'k'),
    ("목", b'k'),
    ("금", b'k'),
    ("토", b'k'),
];

/// What all words of dates look like, and what they can be.
pub(super) struct Lexicon {
    bytes: Map<String, u8>,
    /// What the byte from 128 on can be.
    meanings: Vec<u32>,
}

/// A word that is none of a date, a sign of a script without spaces, and what no date holds.
const WORD: u8 = b'w';
const IDEOGRAPH: u8 = b'~';
const NOTHING: u8 = b'\t';
/// Dashes and points in the middle of the line.
const DASH: u8 = 1;
const POINT: u8 = 2;

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

impl Lexicon {
    fn new() -> Self {
        let mut masks: Map<String, u32> = Map::default();
        for (mask, words) in WORDS {
            for word in words.split('|') {
                *masks.entry(phrases::key(word)).or_default() |= mask;
            }
        }
        let spaced = |key: &str| key.chars().next().is_some_and(|c| !is_ideograph(c));
        for (key, word) in phrases::words().filter(|(key, _)| spaced(key)) {
            let mut mask = 0;
            if word.month != Meaning::None {
                let rare = if RARE_MONTHS.contains(&key) { is::RARE } else { is::MONTH };
                mask |= if STOPPED_MONTHS.contains(&key) { is::STOPPED } else { rare };
            }
            let short = key.chars().count() < 3;
            let known = if short { SHORT_WEEKDAYS.split('|').any(|day| day == key) } else { !NO_WEEKDAYS.contains(&key) };
            if word.weekday != Meaning::None && known {
                mask |= is::WEEKDAY;
            }
            if word.number.is_some() {
                mask |= is::NUMBER;
            }
            if word.hedge.is_some() || word.join {
                mask |= is::AGE;
            }
            if word.afternoon != Meaning::None {
                mask |= is::HALF;
            }
            if mask > 0 {
                *masks.entry(key.to_owned()).or_default() |= mask;
            }
        }
        for key in phrases::near_days().filter(|key| spaced(key)) {
            *masks.entry(key.to_owned()).or_default() |= is::NEAR;
        }
        for word in phrases::age_words() {
            *masks.entry(word.to_owned()).or_default() |= is::AGE;
        }
        for word in SINGLE.split('|').chain(phrases::spelled_leads()) {
            *masks.entry(word.to_owned()).or_default() |= is::SINGLE;
        }
        for word in phrases::leads().chain(WORDS.iter().flat_map(|(_, words)| words.split('|')).filter_map(lead_of)) {
            *masks.entry(word).or_default() |= is::LEAD;
        }
        let mut meanings: Vec<u32> = masks.values().copied().collect();
        meanings.sort_unstable();
        meanings.dedup();
        let byte = |mask: u32| meanings.binary_search(&mask).ok().and_then(|at| u8::try_from(128 + at).ok()).unwrap_or(WORD);
        let bytes: Map<String, u8> = masks.into_iter().map(|(word, mask)| (word, byte(mask))).collect();
        Self { bytes, meanings }
    }

    /// All bytes of words that can be this, as a class of a pattern.
    pub(super) fn class(&self, meaning: u32) -> String {
        let bytes = self.meanings.iter().zip(128_u8..).filter(|(mask, _)| *mask & meaning > 0);
        ["[".to_owned(), bytes.map(|(_, byte)| format!(r"\x{byte:02X}")).collect(), "]".to_owned()].concat()
    }

    /// Whether a byte of a shape can be this.
    pub(super) fn can_be(&self, byte: u8, meaning: u32) -> bool {
        let at = usize::from(byte).checked_sub(128);
        at.and_then(|at| self.meanings.get(at)).is_some_and(|mask| mask & meaning > 0)
    }

    /// The words that a line has where it has a date, besides numbers.
    pub(super) fn words(&self, meaning: u32) -> impl Iterator<Item = &str> {
        self.bytes.iter().filter(move |(_, byte)| self.can_be(**byte, meaning)).map(|(word, _)| word.as_str())
    }
}

/// The first of several words.
pub(super) fn lead_of(phrase: &str) -> Option<String> {
    let folded = lex::fold(phrase);
    let end = folded.find([' ', '\'', '-'])?;
    Some(folded.get(..end)?.to_owned())
}

/// Whether the character is of a script that puts no spaces between words, or of one whose words are read sign by sign here.
const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

const fn is_thai(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}')
}

/// The shape of a line.
#[derive(Default)]
pub(super) struct Shape {
    pub(super) bytes: Vec<u8>,
    spans: Vec<Span>,
    /// The folded words; empty for what is none.
    pub(super) words: Vec<String>,
}

impl Shape {
    pub(super) fn of(line: &str) -> Self {
        let mut shape = Self::default();
        let mut at = 0;
        while let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = line.get(at..).unwrap_or("");
            at += if c.is_ascii_digit() {
                shape.push(at, 1, c as u8)
            } else if c.is_ascii_alphabetic() || !c.is_ascii() && !c.is_whitespace() && lex::is_letter(c) && !is_ideograph(c) {
                shape.word(at, rest)
            } else if is_ideograph(c) {
                let known = IDEOGRAPHS.iter().find(|(sign, _)| rest.starts_with(sign));
                let (length, byte) = known.map_or((c.len_utf8(), IDEOGRAPH), |(sign, byte)| (sign.len(), *byte));
                shape.push(at, length, byte)
            } else {
                let byte = match c {
                    '‐' | '‑' | '–' | '—' | '−' => DASH,
                    '•' | '·' | '∙' => POINT,
                    '’' | 'ʼ' | '`' | '´' => b'\'',
                    '，' | '、' | '،' => b',',
                    '：' => b':',
                    '／' => b'/',
                    '（' => b'(',
                    '）' => b')',
                    ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => b' ',
                    c if c.is_ascii_graphic() => c as u8,
                    c => lex::digit(c).map_or(NOTHING, |digit| digit as u8),
                };
                shape.push(at, c.len_utf8(), byte)
            };
        }
        shape
    }

    fn push(&mut self, at: usize, length: usize, byte: u8) -> usize {
        self.bytes.push(byte);
        self.spans.push(Span::new(at, at + length));
        self.words.push(String::new());
        length
    }

    /// Takes the word, or the words that are one in a date, with which `rest` begins.
    fn word(&mut self, at: usize, rest: &str) -> usize {
        let mut end = run(rest);
        let mut word = lex::fold(rest.get(..end).unwrap_or(""));
        let mut byte = LEXICON.bytes.get(&word).copied();
        if byte.is_some_and(|byte| LEXICON.can_be(byte, is::LEAD)) {
            let (mut far, mut said) = (end, word.clone());
            for _ in 0..2 {
                let Some(joint) = rest.get(far..).and_then(|rest| rest.chars().next()) else { break };
                if !matches!(joint, ' ' | '\u{a0}' | '\'' | '’' | '-') {
                    break;
                }
                let next = rest.get(far + joint.len_utf8()..).unwrap_or("");
                let length = run(next);
                said += match joint {
                    '’' | '\'' => "'",
                    '-' => "-",
                    _ => "",
                };
                said += &lex::fold(next.get(..length).unwrap_or(""));
                far += joint.len_utf8() + length;
                if length == 0 {
                    break;
                }
                if let Some(known) = LEXICON.bytes.get(&said) {
                    (byte, end) = (Some(*known), far);
                    word.clone_from(&said);
                }
            }
        }
        self.push(at, end, byte.unwrap_or(WORD));
        if let Some(last) = self.words.last_mut().filter(|_| byte.is_some()) {
            *last = word;
        }
        end
    }

    /// Where the bytes from `start` to `end` stand in the line.
    pub(super) fn span(&self, start: usize, end: usize) -> Option<Span> {
        Some(Span::new(self.spans.get(start)?.start, self.spans.get(end.checked_sub(1)?)?.end))
    }

    /// Whether a number or word may begin at `at`: what stands before is no part of it.
    pub(super) fn begins(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.bytes.get(before)).copied();
        let first = self.bytes.get(at).copied().unwrap_or(b' ');
        let letter = |byte: u8| byte == WORD || byte >= 128 || byte == b'_';
        // "mailman-2097".
        let tied = before == Some(b'-') && at.checked_sub(2).and_then(|at| self.bytes.get(at)).is_some_and(|byte| letter(*byte));
        !first.is_ascii_digit() || before.is_none_or(|before| !before.is_ascii_digit() && !letter(before) && !tied)
    }
}

/// How long the word is with which `rest` begins. Thai cuts months short with points: "พ.ค.".
fn run(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let letter = c.is_ascii_alphabetic() || !c.is_ascii() && !c.is_whitespace() && lex::is_letter(c) && !is_ideograph(c);
        let inner = c == '.' && at > 0 && chars.peek().is_some_and(|(_, next)| is_thai(*next));
        if !letter && !inner {
            return at;
        }
    }
    rest.len()
}
