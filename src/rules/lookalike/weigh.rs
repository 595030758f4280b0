//! The last step of a decision: the accounts of a word, as it stands and in each script that it reads in, weighed against each
//! other.
//!
//! Each account adds up what speaks for it, in nats: how likely language finds the word; what the words near by say about the
//! script; how many words near by were spoofed alike; and what is known of words in such a place. The best account wins if it
//! is ahead of the word as it stands and of every other reading.

use super::accounts::{as_it_stands, restored, strange};
use super::decide::Decision;
use super::place::Place;
use super::{Kind, TARGETS};
use crate::rules::{Certainty, Evidence};
use crate::unicode::Script;

/// One way to account for a word.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Account {
    /// The script that it was meant to be in; nothing: it was meant as it stands.
    pub to: Option<Script>,
    /// How likely language finds it.
    pub language: f32,
    /// What the words near by say.
    pub context: f32,
    /// What words near by say that were spoofed alike.
    pub company: f32,
    /// What is known of such words in such places.
    pub place: f32,
    /// Its letters, where the table alone does not say which were meant.
    pub letters: Option<Box<[char]>>,
}

impl Account {
    pub fn nats(&self) -> f32 {
        self.language + self.context + self.company + self.place
    }
}

/// How far the best account must be ahead of the word as it stands, and of the next reading.
const AHEAD: f32 = 0.5;
const AHEAD_OF_OTHERS: f32 = 3.0;

/// So far behind, a reading is still worth telling, though nothing is changed.
const WORTH_TELLING: f32 = 4.0;

/// All accounts of a word: as it stands, then the others, the best first.
pub(super) fn accounts(place: &Place<'_>) -> Vec<Account> {
    let mut accounts = readings(place);
    accounts.insert(0, as_it_stands(place));
    accounts
}

/// By language, with what context says as a prior.
pub(super) fn by_language(place: &Place<'_>) -> Option<Decision> {
    let mixed = matches!(place.unit.kind, Kind::OnlyReading(_) | Kind::Open(_));
    let accounts = readings(place);
    let doubtful = || {
        let evidence = match place.unit.kind {
            Kind::OnlyReading(to) => {
                return Some(Decision::Restore { to, certainty: Certainty::Doubtful, evidence: Evidence::OnlyReading(to) });
            }
            _ => Evidence::SeveralReadings,
        };
        let to = accounts.first().and_then(|account| account.to).or_else(|| readings_of(place.unit.kind))?;
        Some(Decision::Restore { to, certainty: Certainty::Doubtful, evidence })
    };
    let Some(best) = accounts.first() else { return if mixed { doubtful() } else { None } };
    let to = best.to?;
    let better = best.nats() - as_it_stands(place).nats();
    let next = accounts.iter().find(|other| other.to != best.to);
    let ahead = next.is_none_or(|next| best.nats() - next.nats() >= AHEAD_OF_OTHERS);
    if better >= AHEAD && ahead {
        let heard = place.heard();
        let evidence = match heard.company(to, place.unit.classes).round() as u32 {
            0 => Evidence::Model { script: to, tenths: (better * 10.0) as u16 },
            words => Evidence::Company { script: to, words },
        };
        let certainty = Certainty::Likely;
        return Some(match &best.letters {
            Some(letters) => Decision::Read { letters: letters.clone(), certainty, evidence },
            None => Decision::Restore { to, certainty, evidence },
        });
    }
    if let Some(letters) = &best.letters
        && better >= AHEAD - WORTH_TELLING
    {
        let evidence = Evidence::Model { script: to, tenths: (better.max(0.0) * 10.0) as u16 };
        return Some(Decision::Read { letters: letters.clone(), certainty: Certainty::Doubtful, evidence });
    }
    if mixed { doubtful() } else { None }
}

fn readings_of(kind: Kind) -> Option<Script> {
    match kind {
        Kind::Open(readings) => readings.scripts().next(),
        _ => None,
    }
}

/// The accounts of the word in every other script that it reads in, the best first.
fn readings(place: &Place<'_>) -> Vec<Account> {
    let own = place.own();
    let by_table = place.unit.is_open() && place.unit.kind != Kind::Strange || place.is_regional_guest();
    let targets = TARGETS.into_iter().filter(|&to| by_table && own != Some(to));
    let mut accounts: Vec<Account> = targets.filter_map(|to| restored(place, to)).chain(strange(place)).collect();
    accounts.sort_by(|a, b| b.nats().total_cmp(&a.nats()));
    accounts
}
