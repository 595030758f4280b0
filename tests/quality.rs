//! How much of what is spoofed comes back, over texts of our own, with floors: a test of the whole where `tests/cases` has
//! single ones. The attacks are told here once more, as plainly as possible, so that nothing rests on the rules' own tables.
//!
//! The floors are in `tests/quality/floors.json`, under `own`; `scripts/quality` holds the larger figures over corpora.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a broken file stops the test; helpers stand outside the test functions"
)]

#[path = "quality/attacks.rs"]
mod attacks;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use attacks::{ATTACKS, Attack};
use unspoof::rules::{Group, RuleSet};
use unspoof::{Options, clean};

#[derive(Deserialize)]
struct Genuine {
    text: String,
    lang: String,
    script: String,
}

#[derive(Deserialize)]
struct Floors {
    own: Vec<Floor>,
}

#[derive(Deserialize)]
struct Floor {
    figure: String,
    min: f64,
    reason: String,
}

fn file(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Of all texts that an attack changes, how many come back, in percent; and those that do not.
fn restored(attack: &Attack, texts: &[Genuine]) -> (f64, Vec<String>) {
    let options = Options { rules: RuleSet::group(Group::Restore), ..Options::default() };
    let (mut all, mut missed) = (0, Vec::new());
    for (seed, Genuine { text, lang, script }) in texts.iter().enumerate() {
        if !attack.scripts.is_empty() && !attack.scripts.contains(&script.as_str()) {
            continue;
        }
        let dirty = (attack.make)(text, &mut attacks::Draw::new(seed as u64));
        if dirty == *text {
            continue;
        }
        all += 1;
        let got = clean(&dirty, &options).into_text().into_owned();
        if got != *text {
            missed.push(format!("{lang}: {text}\n     became {}", got.escape_debug()));
        }
    }
    assert!(all >= 10, "{}: only {all} texts to try it on", attack.name);
    (100.0 * f64::from(all - missed.len() as u32) / f64::from(all), missed)
}

#[test]
fn what_is_spoofed_comes_back() {
    let texts: Vec<Genuine> = serde_json::from_str(&file("cases/untouched.json")).expect("genuine texts");
    let floors: Floors = serde_json::from_str(&file("quality/floors.json")).expect("floors");
    let floors: BTreeMap<&str, &Floor> = floors.own.iter().map(|floor| (floor.figure.as_str(), floor)).collect();
    let mut broken = Vec::new();
    for attack in ATTACKS {
        let (percent, missed) = restored(attack, &texts);
        println!("{}: {percent:.1}", attack.name);
        match floors.get(attack.name) {
            Some(floor) if percent >= floor.min => {}
            Some(floor) => broken.push(format!(
                "{}: {percent:.1}, expected at least {} ({})\n   {}",
                attack.name,
                floor.min,
                floor.reason,
                missed.join("\n   ")
            )),
            None => broken.push(format!("{}: {percent:.1}, but no floor", attack.name)),
        }
    }
    for figure in floors.keys().filter(|figure| ATTACKS.iter().all(|attack| attack.name != **figure)) {
        broken.push(format!("{figure}: a floor for no attack"));
    }
    assert!(broken.is_empty(), "{} floors are broken\n\n{}\n", broken.len(), broken.join("\n\n"));
}
