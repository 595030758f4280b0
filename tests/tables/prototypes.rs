//! Which characters UTS #39 gives the prototype of a plain letter, and which it recommends for names: written down for
//! `scripts/measure-lookalikes`, which cannot ask the crate.

use crate::ucd::{CODES, Ucd, VERSION};
use std::collections::BTreeSet;
use unicode_security::GeneralSecurityProfile;

/// The letters of the plain alphabets.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'Α'..='Ω' | 'α'..='ω' | 'А'..='я')
}

fn skeleton(c: char) -> String {
    unicode_security::skeleton(&c.to_string()).collect()
}

fn prototypes() -> String {
    let (a, b, c) = VERSION;
    let mut file = format!(
        "# Prototypes of UTS #39: characters that share one with a letter of the plain alphabets (a to z, α to ω, а to я). \
         Unicode {a}.{b}.{c}, from the crate unicode-security.\n\
         # Written by UNSPOOF_REGENERATE=1 cargo test --test tables; do not edit.\n"
    );
    let characters = || (0..CODES).filter_map(char::from_u32);
    let plain: BTreeSet<String> = characters().filter(|&c| is_plain(c)).map(skeleton).collect();
    for c in characters() {
        let skeleton = skeleton(c);
        if plain.contains(&skeleton) {
            let codes: Vec<String> = skeleton.chars().map(|c| format!("{:04X}", c as u32)).collect();
            file.push_str(&format!("{:04X} ; {}\n", c as u32, codes.join(" ")));
        }
    }
    file
}

/// Whether a spelling of today has this letter: UTS #39 allows it in identifiers.
pub fn is_at_home(code: u32) -> bool {
    char::from_u32(code).is_some_and(GeneralSecurityProfile::identifier_allowed)
}

fn at_home(ucd: &Ucd) -> String {
    let (a, b, c) = VERSION;
    let mut file = format!(
        "# Latin, Cyrillic and Greek letters beyond ASCII that UTS #39 allows in identifiers: some spelling of today has them. \
         Unicode {a}.{b}.{c}, from the crate unicode-security.\n\
         # Written by UNSPOOF_REGENERATE=1 cargo test --test tables; do not edit.\n"
    );
    let ours = |code: &u32| {
        ucd.category(*code).starts_with('L') && ["Latin", "Cyrillic", "Greek"].contains(&ucd.script(*code)) && is_at_home(*code)
    };
    let codes: Vec<u32> = (0x80..CODES).filter(ours).collect();
    for run in codes.chunk_by(|a, b| a + 1 == *b) {
        match run {
            [one] => file.push_str(&format!("{one:04X} ; allowed\n")),
            [first, .., last] => file.push_str(&format!("{first:04X}..{last:04X} ; allowed\n")),
            [] => {}
        }
    }
    file
}

#[test]
fn what_the_measuring_script_reads_is_fresh() {
    for (path, file) in [("data/ucd/prototypes.txt", prototypes()), ("data/ucd/at_home.txt", at_home(&Ucd::read()))] {
        if std::env::var_os("UNSPOOF_REGENERATE").is_some() {
            std::fs::write(crate::file(path), &file).unwrap();
        }
        assert_eq!(crate::read(path), file, "stale: {path}; run UNSPOOF_REGENERATE=1 cargo test --test tables");
    }
}
