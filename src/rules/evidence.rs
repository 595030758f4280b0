//! What a decision rests on, in a form that can be named.

use std::fmt;

use crate::unicode::Script;

/// The words of a fact, by their address alone: there are as many findings as spoofed words, and their size is their cost.
pub type Fact = &'static &'static str;

/// What a finding rests on. Small and `Copy`: words are made only when somebody reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A fact that holds whatever stands around it.
    Fact(Fact),
    /// The word mixes scripts, and only in this one has each of its letters a form.
    OnlyReading(Script),
    /// The word mixes scripts, and only in this one does each of its letters have a twin; in others it would need worse look-alikes.
    OnlyTwins(Script),
    /// The word mixes scripts, and other readings would need letters that hardly any language writes.
    OnlyUsual(Script),
    /// Words near by that only this script can write.
    Context {
        /// The script of those words.
        script: Script,
        /// How many of them there are.
        words: u32,
    },
    /// Near by, other words hold letters swapped in the same way.
    Company {
        /// The script they were restored to.
        script: Script,
        /// How many of them there are.
        words: u32,
    },
    /// Language: how much likelier the word is so than as it stands.
    Model {
        /// The script of the likelier word.
        script: Script,
        /// In tenths of a nat.
        tenths: u16,
    },
    /// A mixed word with more than one complete reading, and nothing near by to choose by.
    SeveralReadings,
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fact(fact) => f.write_str(fact),
            Self::OnlyReading(script) => {
                write!(f, "reading: the word mixes scripts, and only in {} has each letter a form", script.name())
            }
            Self::OnlyTwins(script) => {
                write!(f, "reading: the word mixes scripts, and only in {} has each letter a twin", script.name())
            }
            Self::OnlyUsual(script) => {
                write!(f, "reading: the word mixes scripts, and only in {} are all its letters usual ones", script.name())
            }
            Self::Context { script, words } => {
                write!(f, "context: {words} {}-only {} near by", script.name(), plural(*words))
            }
            Self::Company { script, words } => {
                write!(f, "company: {words} {} near by with letters swapped, restored to {}", plural(*words), script.name())
            }
            Self::Model { script, tenths } => {
                write!(f, "model: {}.{} nats likelier as a {} word than as it stands", tenths / 10, tenths % 10, script.name())
            }
            Self::SeveralReadings => {
                f.write_str("the word mixes scripts and reads completely in more than one; nothing near by decides")
            }
        }
    }
}

const fn plural(words: u32) -> &'static str {
    if words == 1 { "word" } else { "words" }
}
