//! A date phrase as numbers, words and signs.

/// A piece of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Digits: the value, and how many there are.
    Number(u32, usize),
    /// Two digits behind an apostrophe: '24.
    Short(u32),
    /// Letters, without full stops.
    Word(&'a str),
    /// Anything else but blanks.
    Sign(char),
}

/// `phrase` in lower case, with plain digits, blanks and apostrophes, and without full stops behind letters.
pub(super) fn fold(phrase: &str) -> String {
    let mut out = String::with_capacity(phrase.len());
    let mut before = ' ';
    for c in phrase.chars() {
        // Nearly all that is folded is plain.
        if c.is_ascii_alphanumeric() {
            before = c;
            out.push(c.to_ascii_lowercase());
            continue;
        }
        if let Some(digit) = digit(c) {
            before = '0';
            out.push(digit);
            continue;
        }
        match c {
            '’' | 'ʼ' | '`' | '´' => out.push('\''),
            // Marks of direction and joiners say nothing here.
            '\u{200B}'..='\u{200F}' | '\u{061C}' | '\u{2060}' => continue,
            '.' | '॰' if is_letter(before) => continue,
            '，' | '、' | '،' => out.push(','),
            '：' => out.push(':'),
            '／' => out.push('/'),
            '‐' | '‑' | '–' | '—' | '−' => out.push('-'),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.extend(c.to_lowercase()),
        }
        before = c;
    }
    out.truncate(out.trim_end().len());
    if out.starts_with(char::is_whitespace) { out.trim_start().to_owned() } else { out }
}

/// The plain digit that `c` stands for, in the digits of the languages that are read here.
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '๐', '０'];
    let value = ZEROS.iter().filter_map(|&zero| u32::from(c).checked_sub(u32::from(zero))).find(|&value| value < 10)?;
    char::from_digit(value, 10)
}

/// A letter or a mark on one.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() || !c.is_ascii() && !c.is_whitespace() && !c.is_numeric() && !is_sign(c)
}

const fn is_sign(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3000}'..='\u{3003}' | '·' | '，' | '：' | '／' | '،' | '؛')
}

/// The pieces of a folded phrase.
pub(super) fn tokens(folded: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let length = if c.is_ascii_digit() {
            run(|c| c.is_ascii_digit())
        } else if is_letter(c) {
            run(is_letter)
        } else {
            c.len_utf8()
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if c.is_ascii_digit() {
            // More digits than fit are no part of a date; a value of none is refused later.
            let value = piece.parse().unwrap_or(u32::MAX);
            let is_short = piece.len() == 2 && tokens.last() == Some(&Token::Sign('\''));
            if is_short {
                tokens.pop();
                tokens.push(Token::Short(value));
            } else {
                tokens.push(Token::Number(value, piece.len()));
            }
        } else if is_letter(c) {
            tokens.push(Token::Word(piece));
        } else if c != ' ' {
            tokens.push(Token::Sign(c));
        }
    }
    tokens
}
