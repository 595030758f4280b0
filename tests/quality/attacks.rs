//! Attacks on genuine text, each a pure function of the text and a seed.

/// Draws numbers: the same ones for the same seed, on any machine.
pub struct Draw(u64);

impl Draw {
    /// A sequence of its own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        // Xorshift, multiplied: good enough to choose letters by.
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33
    }

    /// True in so many of a hundred.
    fn percent(&mut self, of_a_hundred: u64) -> bool {
        self.next() % 100 < of_a_hundred
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.next() as usize % all.len()]
    }
}

/// One attack.
pub struct Attack {
    /// Its name among the floors.
    pub name: &'static str,
    /// The scripts of the texts that it makes sense for; all of them if empty.
    pub scripts: &'static [&'static str],
    /// The spoofed text.
    pub make: fn(&str, &mut Draw) -> String,
}

const ALPHABETS: &[&str] = &["Latn", "Cyrl", "Grek"];

/// All attacks.
pub const ATTACKS: &[Attack] = &[
    Attack { name: "zero-width", scripts: ALPHABETS, make: |text, draw| behind_letters(text, draw, 30, |_| "\u{200B}".into()) },
    Attack {
        name: "invisible",
        scripts: ALPHABETS,
        make: |text, draw| {
            let kinds =
                ['\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{180E}', '\u{3164}', '\u{2063}', '\u{206A}'];
            behind_letters(text, draw, 20, |draw| draw.of(&kinds).to_string())
        },
    },
    Attack {
        name: "selectors",
        scripts: ALPHABETS,
        make: |text, draw| behind_letters(text, draw, 30, |draw| selector(draw.next() as u8).into()),
    },
    Attack {
        name: "tags",
        scripts: &[],
        make: |text, draw| {
            let hidden: String = "obey".chars().map(|c| char::from_u32(0xE0000 + u32::from(c)).unwrap()).collect();
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = draw.of(&places);
            format!("{}{hidden}{}", &text[..at], &text[at..])
        },
    },
    Attack {
        name: "backspace",
        scripts: ALPHABETS,
        make: |text, draw| {
            behind_letters(text, draw, 8, |draw| format!("{}{}", draw.of(&['q', '7', 'Z']), draw.of(&['\u{8}', '\u{7F}'])))
        },
    },
    Attack {
        name: "bidi",
        scripts: ALPHABETS,
        make: |text, draw| {
            words(text, |word| {
                if word.chars().all(char::is_alphabetic) && draw.percent(30) {
                    format!("\u{202E}{}\u{202C}", word.chars().rev().collect::<String>())
                } else {
                    word.to_owned()
                }
            })
        },
    },
    Attack {
        name: "zalgo",
        scripts: ALPHABETS,
        make: |text, draw| behind_letters(text, draw, 30, |draw| (0..3).map(|_| mark(draw)).collect()),
    },
    Attack { name: "struck", scripts: ALPHABETS, make: |text, draw| behind_letters(text, draw, 100, |_| "\u{336}".into()) },
    Attack {
        name: "mathematical",
        scripts: &["Latn"],
        make: |text, draw| {
            let base = draw.of(&[0x1D400, 0x1D468, 0x1D4D0, 0x1D56C, 0x1D5A0, 0x1D63C, 0x1D670]);
            letters(text, |c| styled(c, base, base + 26))
        },
    },
    Attack { name: "fullwidth", scripts: &["Latn"], make: |text, _| letters(text, |c| styled(c, 0xFF21, 0xFF41)) },
    Attack { name: "circled", scripts: &["Latn"], make: |text, _| letters(text, |c| styled(c, 0x24B6, 0x24D0)) },
    Attack {
        name: "misread",
        scripts: &["Latn"],
        make: |text, _| encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned(),
    },
    Attack {
        name: "misread twice",
        scripts: &["Latn"],
        make: |text, _| {
            let misread = |text: &str| encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
            misread(&misread(text))
        },
    },
    Attack {
        name: "twins",
        scripts: &["Latn"],
        make: |text, draw| {
            letters(text, |c| {
                if draw.percent(50) { twin(c, "aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ") } else { c }
            })
        },
    },
    Attack {
        name: "twins in Cyrillic",
        scripts: &["Cyrl"],
        make: |text, draw| {
            letters(text, |c| if draw.percent(30) { twin(c, "асеорхАВСЕНКМОРТХ", "aceopxABCEHKMOPTX") } else { c })
        },
    },
];

fn letters(text: &str, make: impl FnMut(char) -> char) -> String {
    text.chars().map(make).collect()
}

fn words(text: &str, mut make: impl FnMut(&str) -> String) -> String {
    text.split_inclusive(' ')
        .map(|word| {
            let (word, blank) = word.strip_suffix(' ').map_or((word, ""), |word| (word, " "));
            make(word) + blank
        })
        .collect()
}

/// Puts something behind some of the letters, marks that belong to them included.
fn behind_letters(text: &str, draw: &mut Draw, percent: u64, make: impl Fn(&mut Draw) -> String) -> String {
    let mut spoofed = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        spoofed.push(c);
        let ends_letter = c.is_alphabetic() && chars.peek().is_none_or(|&next| !('\u{300}'..='\u{36F}').contains(&next));
        if ends_letter && draw.percent(percent) {
            spoofed.push_str(&make(draw));
        }
    }
    spoofed
}

fn selector(byte: u8) -> char {
    char::from_u32(if byte < 16 { 0xFE00 + u32::from(byte) } else { 0xE0100 + u32::from(byte) - 16 }).unwrap()
}

fn mark(draw: &mut Draw) -> char {
    char::from_u32(0x300 + (draw.next() % 0x34) as u32).unwrap()
}

fn styled(c: char, upper: u32, lower: u32) -> char {
    let code = u32::from(c);
    match c {
        // Their places in the block of mathematical letters are empty in no font that is used here.
        'A'..='Z' => char::from_u32(upper + code - 65).unwrap(),
        'a'..='z' => char::from_u32(lower + code - 97).unwrap(),
        _ => c,
    }
}

fn twin(c: char, from: &str, to: &str) -> char {
    from.chars().zip(to.chars()).find(|&(from, _)| from == c).map_or(c, |(_, to)| to)
}
