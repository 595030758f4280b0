//! What a project allows: characters, scripts, words; everywhere, or in some files and contexts.

use globset::{Glob, GlobSet, GlobSetBuilder};
use serde::{Deserialize, Serialize};

use super::Context;
use super::issue::Issue;
use crate::Error;
use crate::rules::RuleId;
use crate::unicode;

/// One entry `[[allow]]` as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Entry {
    /// Patterns of paths, as in `.gitignore`; all files where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paths: Vec<String>,
    /// Rules; all where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
    /// Contexts; all where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<Context>,
    /// Characters as they are, as `U+00B5`, or as a range `U+0400..U+04FF`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub characters: Vec<String>,
    /// Scripts by their names in Unicode.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scripts: Vec<String>,
    /// Languages, for the scripts that they are written in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub locales: Vec<String>,
    /// Words, as they stand in the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Why; for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An entry, ready to be asked.
#[derive(Clone, Debug)]
pub struct Allow {
    paths: Option<GlobSet>,
    rules: Vec<String>,
    contexts: Vec<Context>,
    ranges: Vec<(char, char)>,
    scripts: Vec<String>,
    words: Vec<String>,
}

impl TryFrom<&Entry> for Allow {
    type Error = Error;

    fn try_from(entry: &Entry) -> Result<Self, Error> {
        let mut ranges = Vec::new();
        for text in &entry.characters {
            ranges.extend(characters(text)?);
        }
        for rule in &entry.rules {
            if RuleId::from_id(rule).is_none() && !super::report::OWN_RULES.iter().any(|own| own.id == rule) {
                return Err(Error::other(format!("expected the name of a rule, but found {rule:?}")));
            }
        }
        let mut scripts = Vec::new();
        for script in &entry.scripts {
            let known = ('\0'..=char::MAX).any(|c| unicode::script(c).name().eq_ignore_ascii_case(script));
            if !known {
                return Err(Error::other(format!("expected the name of a script, such as Cyrillic, but found {script:?}")));
            }
            scripts.push(script.clone());
        }
        for locale in &entry.locales {
            let language = locale.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
            let found = LOCALES.iter().find(|(languages, _)| languages.split(' ').any(|known| known == language));
            let (_, written) =
                found.ok_or_else(|| Error::other(format!("expected a language, such as uk, but found {locale:?}")))?;
            scripts.extend(written.split(' ').map(str::to_owned));
        }
        let allow = Self {
            paths: globs(&entry.paths)?,
            rules: entry.rules.clone(),
            contexts: entry.contexts.clone(),
            ranges,
            scripts,
            words: entry.words.clone(),
        };
        if allow.paths.is_none() && allow.rules.is_empty() && allow.contexts.is_empty() && !allow.is_narrow() {
            return Err(Error::other("expected an entry that says what it allows, but found one that allows everything"));
        }
        Ok(allow)
    }
}

/// Which scripts a language is written in.
const LOCALES: &[(&str, &str)] = &[
    ("ru uk be bg mk kk ky tg mn tt ba cv", "Cyrillic"),
    ("sr bs uz az", "Cyrillic Latin"),
    ("el", "Greek"),
    ("hy", "Armenian"),
    ("ka", "Georgian"),
    ("he yi", "Hebrew"),
    ("ar fa ur ps sd ug ckb", "Arabic"),
    ("hi mr ne sa", "Devanagari"),
    ("bn as", "Bengali"),
    ("pa", "Gurmukhi"),
    ("gu", "Gujarati"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("kn", "Kannada"),
    ("ml", "Malayalam"),
    ("si", "Sinhala"),
    ("th", "Thai"),
    ("lo", "Lao"),
    ("km", "Khmer"),
    ("my", "Myanmar"),
    ("am ti", "Ethiopic"),
    ("ja", "Han Hiragana Katakana"),
    ("zh yue", "Han Bopomofo"),
    ("ko", "Hangul Han"),
    ("en de fr es it pt nl pl cs sk sl hr ro hu sv da nb nn no fi et lv lt tr vi id ms sw af sq eu ca gl cy ga is mt", "Latin"),
];

/// The patterns, or nothing where there are none. As in `.gitignore`, one without a slash fits at any depth.
pub fn globs(patterns: &[String]) -> Result<Option<GlobSet>, Error> {
    if patterns.is_empty() {
        return Ok(None);
    }
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let bare = pattern.trim_start_matches('/').trim_end_matches('/');
        let mut forms = vec![bare.to_owned(), format!("{bare}/**")];
        if !pattern.trim_end_matches('/').contains('/') {
            forms.extend([format!("**/{bare}"), format!("**/{bare}/**")]);
        }
        for form in forms {
            set.add(Glob::new(&form).map_err(|error| Error::other(format!("expected a pattern of paths: {error}")))?);
        }
    }
    set.build().map(Some).map_err(|error| Error::other(error.to_string()))
}

fn characters(text: &str) -> Result<Vec<(char, char)>, Error> {
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Ok(vec![(c, c)]);
    }
    let wrong = || Error::other(format!("expected characters, U+XXXX or U+XXXX..U+XXXX, but found {text:?}"));
    let code = |text: &str| {
        let digits = text.strip_prefix("U+").or_else(|| text.strip_prefix("u+"))?;
        char::from_u32(u32::from_str_radix(digits, 16).ok()?)
    };
    if let Some((from, to)) = text.split_once("..") {
        let (from, to) = code(from).zip(code(to.trim_start_matches('='))).ok_or_else(wrong)?;
        return Ok(vec![(from, to)]);
    }
    if text.starts_with("U+") || text.starts_with("u+") {
        let c = code(text).ok_or_else(wrong)?;
        return Ok(vec![(c, c)]);
    }
    Ok(text.chars().map(|c| (c, c)).collect())
}

impl Allow {
    /// Whether it says which characters or words, and not everything of some kind.
    fn is_narrow(&self) -> bool {
        !(self.ranges.is_empty() && self.scripts.is_empty() && self.words.is_empty())
    }

    fn fits(&self, path: &str, issue: &Issue) -> bool {
        self.paths.as_ref().is_none_or(|paths| paths.is_match(path))
            && (self.rules.is_empty() || self.rules.iter().any(|rule| rule == issue.rule))
            && (self.contexts.is_empty() || self.contexts.contains(&issue.context))
    }

    fn allows(&self, c: char) -> bool {
        self.ranges.iter().any(|&(from, to)| (from..=to).contains(&c))
            || self.scripts.iter().any(|script| unicode::script(c).name().eq_ignore_ascii_case(script))
    }
}

/// Whether entries that fit allow the issue: one as a whole or by its word, or several together each of its characters.
pub fn allowed(entries: &[Allow], path: &str, issue: &Issue) -> bool {
    let fitting: Vec<&Allow> = entries.iter().filter(|entry| entry.fits(path, issue)).collect();
    if fitting.iter().any(|entry| !entry.is_narrow() || entry.words.contains(&issue.text)) {
        return true;
    }
    let is_allowed = |c: char| fitting.iter().any(|entry| entry.allows(c));
    !issue.characters.is_empty() && issue.characters.iter().all(|character| is_allowed(character.c))
}
