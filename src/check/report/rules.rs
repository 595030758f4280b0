//! What each rule is, for reports that describe their rules.

use crate::check::identifiers::LOOKALIKE_NAMES;
use crate::check::tables::TABLE;
use crate::check::typography::TYPOGRAPHY;
use crate::rules::RULES;

/// A check that is no rule of [`RULES`].
#[derive(Clone, Copy, Debug)]
pub struct OwnRule {
    /// Its name in reports.
    pub id: &'static str,
    /// In one line.
    pub short: &'static str,
    /// In a paragraph.
    pub full: &'static str,
}

/// All of them.
pub const OWN_RULES: [OwnRule; 3] = [
    OwnRule {
        id: LOOKALIKE_NAMES,
        short: "Two names in code that look alike",
        full: "Two different names in the code of a repository have the same skeleton (UTS #39), so that no reader can tell which one \
               is called.",
    },
    OwnRule {
        id: TABLE,
        short: "A file that lists look-alikes on purpose",
        full: "A table of look-alikes or a test of them. Its entries are not reported one by one; declare the file in the configuration.",
    },
    OwnRule {
        id: TYPOGRAPHY,
        short: "Typographic characters where plain ones are wanted",
        full: "No-break spaces, curly quotes, dashes and the like. Silent unless `typography` is asked for.",
    },
];

/// What is said of a rule.
pub struct Described {
    pub id: &'static str,
    pub short: String,
    pub full: String,
    pub help: String,
    /// From 0 to 10, as code scanning ranks security alerts.
    pub danger: &'static str,
}

/// Every rule, in a fixed order: those of the engine as they run, then those of this room.
pub fn all() -> Vec<Described> {
    let plain = |text: &str| text.replace('`', "");
    let engine = RULES.iter().map(|rule| {
        let page = rule.page();
        Described {
            id: rule.id(),
            short: capital(&plain(page.repairs)),
            full: cut(&format!("{} {}", page.finds, page.why)),
            help: cut(&format!("Leaves alone: {}. More: unspoof explain {}", page.leaves_alone, rule.id())),
            danger: match rule.id() {
                "bidi" | "smuggled" => "9.1",
                "invisible" | "lookalike" | "deletions" => "7.5",
                "styled" | "ascii-lookalike" => "5.0",
                _ => "2.0",
            },
        }
    });
    let own = OWN_RULES.iter().map(|rule| Described {
        id: rule.id,
        short: rule.short.to_owned(),
        full: rule.full.to_owned(),
        help: "Allow it by character, script, word or path in unspoof.toml.".to_owned(),
        danger: if rule.id == LOOKALIKE_NAMES { "5.0" } else { "1.0" },
    });
    engine.chain(own).collect()
}

/// Code scanning takes 1024 characters.
fn cut(text: &str) -> String {
    const MOST: usize = 1000;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
