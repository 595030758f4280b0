//! Configuration files: `unspoof.toml`, `[tool.unspoof]` in `pyproject.toml`, `[package.metadata.unspoof]` or
//! `[workspace.metadata.unspoof]` in `Cargo.toml`. The nearest folder that has one counts; files are not merged.

use std::fs;
use std::path::{Path, PathBuf};

use globset::Glob;
use serde::{Deserialize, Serialize};

use super::allow::{self, Allow};
use super::languages;
use super::settings::Settings;
use crate::Error;
use crate::rules::{Certainty, RuleSet};

/// The JSON Schema of the configuration, for editors.
pub const CONFIG_SCHEMA: &str = include_str!("../../schema/config.schema.json");

/// A configuration as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// Rules and groups that run.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub select: Vec<String>,
    /// Rules and groups that do not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ignore: Vec<String>,
    /// The weakest certainty that is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Whether typography is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typography: Option<bool>,
    /// Patterns of paths that are not read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<String>,
    /// Whether vendored, generated and minified files are read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendored: Option<bool>,
    /// The file that holds the baseline, beside this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
    /// Patterns of paths, and the language of what they fit.
    #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub languages: std::collections::BTreeMap<String, String>,
    /// What is not reported.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<allow::Entry>,
}

impl Config {
    /// Reads a configuration file of any of the three kinds; nothing where it has no part for this program.
    pub fn read(path: &Path) -> Result<Option<Self>, Error> {
        let name = path.to_string_lossy();
        let text = fs::read_to_string(path).map_err(|error| Error::other(format!("cannot read it: {error}")).in_file(&*name))?;
        Self::parse(&text, path.file_name().is_some_and(|file| file == "pyproject.toml"), path.ends_with("Cargo.toml"))
            .map_err(|error| error.in_file(&*name))
    }

    fn parse(text: &str, is_python: bool, is_cargo: bool) -> Result<Option<Self>, Error> {
        let wrong = |error: toml::de::Error| Error::other(format!("expected a configuration: {}", error.message()));
        if !is_python && !is_cargo {
            return toml::from_str(text).map(Some).map_err(wrong);
        }
        let whole: toml::Table = toml::from_str(text).map_err(wrong)?;
        let inside = |path: &[&str]| {
            path.iter().try_fold(None, |value: Option<&toml::Value>, key| {
                let table = value.map_or(Some(&whole), toml::Value::as_table)?;
                table.get(*key).map(Some)
            })
        };
        let places: &[&[&str]] = if is_python {
            &[&["tool", "unspoof"]]
        } else {
            &[&["package", "metadata", "unspoof"], &["workspace", "metadata", "unspoof"]]
        };
        let part = places.iter().find_map(|path| inside(path).flatten());
        part.map(|part| part.clone().try_into().map_err(wrong)).transpose()
    }

    /// The nearest configuration above `folder`, that folder first, and the file it is from.
    pub fn find(folder: &Path) -> Result<Option<(Self, PathBuf)>, Error> {
        let Ok(folder) = folder.canonicalize() else { return Ok(None) };
        for folder in folder.ancestors() {
            for name in ["unspoof.toml", ".unspoof.toml", "pyproject.toml", "Cargo.toml"] {
                let path = folder.join(name);
                if path.is_file()
                    && let Some(config) = Self::read(&path)?
                {
                    return Ok(Some((config, path)));
                }
            }
        }
        Ok(None)
    }

    /// What it means.
    pub fn settings(&self) -> Result<Settings, Error> {
        let level = match self.level.as_deref() {
            None => Certainty::default(),
            Some(level) => Certainty::ALL
                .into_iter()
                .find(|known| known.as_str() == level)
                .ok_or_else(|| Error::other(format!("expected certain, likely or doubtful, but found {level:?}")))?,
        };
        let language = |(pattern, name): (&String, &String)| {
            let language = languages::named(name)
                .ok_or_else(|| Error::other(format!("expected a language, such as python, but found {name:?}")))?;
            let glob = Glob::new(pattern).map_err(|error| Error::other(format!("expected a pattern of paths: {error}")))?;
            Ok((glob.compile_matcher(), language))
        };
        Ok(Settings {
            select: rules(&self.select)?,
            ignore: rules(&self.ignore)?,
            level,
            typography: self.typography.unwrap_or_default(),
            allow: self.allow.iter().map(Allow::try_from).collect::<Result<_, _>>()?,
            languages: self.languages.iter().map(language).collect::<Result<_, Error>>()?,
            located: None,
        })
    }
}

fn rules(names: &[String]) -> Result<Option<RuleSet>, Error> {
    let mut sets = names.iter().map(|name| {
        RuleSet::named(name).ok_or_else(|| Error::other(format!("expected the name of a rule or a group, but found {name:?}")))
    });
    let all = sets.try_fold(RuleSet::NONE, |all, set| Ok(all.union(set?)));
    if names.is_empty() { Ok(None) } else { all.map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_kinds_of_file() {
        let plain = Config::parse("level = 'certain'\n[[allow]]\ncharacters = ['µ']", false, false).unwrap().unwrap();
        assert_eq!((plain.level.as_deref(), plain.allow.len()), (Some("certain"), 1));
        let python = Config::parse("[tool.black]\n[tool.unspoof]\ntypography = true", true, false).unwrap().unwrap();
        assert_eq!(python.typography, Some(true));
        let cargo =
            Config::parse("[package]\nname='x'\n[package.metadata.unspoof]\nvendored = true", false, true).unwrap().unwrap();
        assert_eq!(cargo.vendored, Some(true));
        assert_eq!(Config::parse("[package]\nname='x'", false, true).unwrap(), None);
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for text in ["levle = 'certain'", "level = 'sure'", "select = ['bidy']", "[[allow]]", "[[allow]]\nreason = 'all'"] {
            let settings = Config::parse(text, false, false).and_then(|config| config.unwrap_or_default().settings());
            assert!(settings.is_err(), "{text}");
        }
        for text in ["[[allow]]\nscripts = ['Cyrilic']", "[[allow]]\ncharacters = ['U+ZZ']", "[[allow]]\nlocales = ['xx']"] {
            assert!(Config::parse(text, false, false).unwrap().unwrap().settings().is_err(), "{text}");
        }
    }
}
