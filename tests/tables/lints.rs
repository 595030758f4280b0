//! What must hold of the data, and of the crates that carry Unicode data of their own.

use crate::lookalikes::{is_twin_of_another_script, judged, rows};
use crate::ucd::{CODES, Ucd, VERSION};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use unspoof::unicode::{self, Grade, UNICODE_VERSION};

pub const TARGET_SCRIPTS: [&str; 3] = ["Latin", "Cyrillic", "Greek"];

#[test]
fn lookalikes_are_sorted_and_sound() {
    let ucd = Ucd::read();
    let rows = rows(&ucd);
    let rank = |script: &str| TARGET_SCRIPTS.iter().position(|known| *known == script);
    let mut seen = BTreeSet::new();
    for row in &rows {
        let line = row.place();
        assert!(seen.insert((row.source, row.target)), "{line}: a pair told twice");
        assert_ne!(row.source, row.target, "{line}: looks like itself");
        assert!(!row.reason.trim().is_empty(), "{line}: no reason");
        assert!(ucd.category(row.target).starts_with('L'), "{line}: the target is no letter");
        assert!(rank(ucd.script(row.target)).is_some(), "{line}: the target is of {}", ucd.script(row.target));
        assert!(row.far || !ucd.script(row.source).starts_with("Hebrew"), "{line}: Hebrew is never a source");
        assert!(row.far || !ucd.script(row.source).starts_with("Arabic"), "{line}: Arabic is never a source");
        let same_script = ucd.script(row.source) == ucd.script(row.target);
        assert!(!same_script || row.target < 0x80, "{line}: within a script only ASCII is a target");
        assert!(!(same_script && row.source < 0x80), "{line}: ASCII for ASCII");
    }
    for pair in judged().windows(2) {
        let key = |i: usize| (pair[i].source, rank(ucd.script(pair[i].target)), !pair[i].twin, pair[i].far);
        assert!(key(0) <= key(1), "line {}: not sorted by source, script of the target, grade", pair[1].line);
    }
}

#[test]
fn twins_are_twins_of_each_other() {
    let ucd = Ucd::read();
    let rows = rows(&ucd);
    let twins: BTreeSet<(u32, u32)> =
        rows.iter().filter(|row| is_twin_of_another_script(row, &ucd)).map(|row| (row.source, row.target)).collect();
    for (a, b) in &twins {
        // Letters of other scripts are never targets, so they cannot be asked for.
        if TARGET_SCRIPTS.contains(&ucd.script(*a)) && ucd.category(*a).starts_with('L') {
            assert!(twins.contains(&(*b, *a)), "U+{a:04X} is a twin of U+{b:04X}, but not the other way round");
        }
    }
}

#[test]
fn case_is_kept_where_it_can_be() {
    let ucd = Ucd::read();
    let rows = rows(&ucd);
    let case = |code| (ucd.is(code, "Uppercase"), ucd.is(code, "Lowercase"));
    let folded = |code| char::from_u32(code).unwrap().to_lowercase().collect::<String>();
    for row in rows.iter().filter(|row| case(row.source) != (false, false) && case(row.source) != case(row.target)) {
        let better = rows.iter().find(|other| {
            let same_target_script = ucd.script(other.target) == ucd.script(row.target);
            let kept = other.source == row.source && same_target_script && case(other.target) == case(row.source);
            // By ink alone, only the same letter in the case of the source is better.
            kept && (row.is_judged() && other.is_judged() || folded(other.target) == folded(row.target))
        });
        assert!(better.is_none(), "{}: changes case, though {} does not", row.place(), better.unwrap().place());
    }
}

#[test]
fn the_library_answers_what_the_table_says() {
    for row in rows(&Ucd::read()) {
        let source = char::from_u32(row.source).unwrap();
        let found = unicode::lookalikes(source).iter().find(|l| l.target as u32 == row.target);
        let found = found.unwrap_or_else(|| panic!("{}: not in the library", row.place()));
        assert_eq!(found.grade == Grade::Twin, row.twin);
        assert_eq!(found.grade == Grade::Far, row.far);
        assert_eq!(found.distance, row.distance);
        assert_eq!(found.script, unicode::script(found.target));
    }
}

#[test]
fn files_are_those_that_sources_tells() {
    let mut listed = BTreeSet::new();
    for line in crate::read("data/SOURCES").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [name, origin, sum, licence] = columns[..] else { panic!("SOURCES: {line}") };
        assert!(!origin.is_empty() && !licence.is_empty(), "SOURCES: {line}");
        let digest = Sha256::digest(std::fs::read(crate::file(&format!("data/{name}"))).unwrap());
        let found: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, sum, "{name} is not the file that SOURCES tells; see scripts/fetch-unicode --sources");
        listed.insert(name.to_string());
    }
    for folder in ["ucd", "cldr"] {
        for entry in std::fs::read_dir(crate::file("data").join(folder)).unwrap() {
            let name = format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy());
            assert!(listed.contains(&name), "{name} is not in SOURCES");
        }
    }
}

/// Crates that decide what we change must know the same Unicode; the others may lag, and we print by how much.
#[test]
fn unicode_versions_agree() {
    assert_eq!(UNICODE_VERSION, VERSION);
    assert_eq!(unicode_normalization::UNICODE_VERSION, VERSION);
    let (a, b, c) = VERSION;
    assert_eq!(unicode_security::UNICODE_VERSION, (a.into(), b.into(), c.into()));
    assert_eq!(unicode_script::UNICODE_VERSION, (a.into(), b.into(), c.into()));
    println!("std: {:?}", char::UNICODE_VERSION);
    // The crate has no constant: the first letter of a version tells.
    let names = [(16, '\u{1C89}'), (17, '\u{A7CE}'), (18, '\u{1C8B}')];
    let known = names.iter().filter(|(_, c)| unicode_names2::name(*c).is_some()).map(|(version, _)| version).max();
    println!("unicode_names2: {known:?}");
}

/// A second opinion on every character, from crates made by others.
#[test]
fn other_crates_agree_on_every_character() {
    use unicode_normalization::char::canonical_combining_class;
    use unicode_script::UnicodeScript;
    for c in (0..CODES).filter_map(char::from_u32) {
        assert_eq!(unicode::combining_class(c), canonical_combining_class(c), "U+{:04X}", c as u32);
        assert_eq!(unicode::script(c).name(), c.script().full_name().replace(' ', "_"), "U+{:04X}", c as u32);
    }
}

/// "UTS #39: same prototype" is a claim that can be checked.
#[test]
fn reasons_that_name_uts39_are_true() {
    let skeleton = |code| unicode_security::skeleton(&char::from_u32(code).unwrap().to_string()).collect::<String>();
    for row in rows(&Ucd::read()).iter().filter(|row| row.reason.contains("UTS #39: same prototype")) {
        assert_eq!(skeleton(row.source), skeleton(row.target), "{}", row.place());
    }
}
