//! The Latin letters that a sign may have been meant to be, each with what taking it for that costs, in nats: by the table, and by ink.

use super::case::case_of;
use super::lattice::{is_guest, is_of_many, is_stranger};
use crate::lexis::Choice;
use crate::unicode::{self, Classes, Grade, Lookalike, Script};

/// What taking a sign for a letter costs.
const TWIN: f32 = 0.2;
const NEAR: f32 = 1.0;
const DISTANCE: f32 = 0.2;
/// Beyond this the measure says little, and that the table has the pair at all says more.
const FARTHEST: u8 = 20;
const STYLED: f32 = 0.7;
/// What taking a letter for another costs besides, if a language of the table writes it, or another one may: `ł`, `ƙ`.
const AT_HOME: f32 = 6.0;
const AT_HOME_IN_COMPANY: f32 = 4.0;
const RARE: f32 = 1.5;
/// A letter that the table does not hold: any of 26, and a doubt that it is one at all.
const UNKNOWN: f32 = 4.2;
/// Any letter that is not among those which it resembles most.
pub(super) const OTHERWISE: f32 = 6.0;
/// A letter that nobody says it resembles: only its ink does.
const GUESSED: f32 = 0.3;
/// The same where somebody has said that it resembles another one.
const JUDGED_OTHERWISE: f32 = 2.0;

/// The letters that `c` may have been meant to be as far as the table knows, ASCII ones in lower case.
pub(super) fn choices(c: char, company: f32) -> Vec<Choice> {
    let classes = unicode::classes(c);
    let mut choices: Vec<Choice> = Vec::new();
    let own = classes.intersects(Classes::LATIN) && !is_stranger(c, classes);
    if own {
        add(&mut choices, c, 0.0);
        if c.is_ascii() {
            return choices;
        }
    }
    if let Some((base, _)) = unicode::styled(c) {
        if base.is_ascii_alphabetic() {
            add(&mut choices, base, STYLED);
        }
        looks(base).for_each(|other| add(&mut choices, other.target, STYLED + NEAR));
    }
    let at_home = if own { at_home(c, company) } else { 0.0 };
    looks(c).for_each(|other| add(&mut choices, other.target, cost(other) + at_home));
    choices
}

/// The same with every other letter, where the table cannot know: `ට` may be meant for anything, a nearer letter the likelier. Alphabets
/// with case are well known (Deseret is none of these: its letters were measured, and nobody has judged them), and so are letters
/// in another dress: they read as what the table says, or as themselves (`KoЯn`). A letter of few spellings reads as what it resembles,
/// where letters were swapped.
pub(super) fn with_guesses(c: char, mut choices: Vec<Choice>, company: f32) -> Vec<Choice> {
    let classes = unicode::classes(c);
    if !is_stranger(c, classes) {
        if company > 0.0 && !is_of_many(c) && is_guest(c, classes) {
            let at_home = at_home(c, company);
            unicode::shapes(c)
                .for_each(|(letter, distance)| add(&mut choices, letter, JUDGED_OTHERWISE + ink(distance) + at_home));
        }
        return choices;
    }
    if is_well_known(c) || classes.intersects(Classes::CYRILLIC | Classes::GREEK | Classes::STYLED) {
        return choices;
    }
    // Letters with case are well known; of the others only what comes to mind first was judged.
    let judged = looks(c).any(|other| other.grade != Grade::Far) && case_of(c).is_some();
    let against = if judged { JUDGED_OTHERWISE } else { GUESSED };
    unicode::shapes(c).for_each(|(letter, distance)| add(&mut choices, letter, against + ink(distance)));
    if choices.is_empty() {
        ('a'..='z').for_each(|letter| add(&mut choices, letter, UNKNOWN));
        return choices;
    }
    // It is one of these, most likely: their probabilities add up to one.
    let sum: f32 = choices.iter().map(|choice| (-choice.cost).exp()).sum();
    choices.iter_mut().for_each(|choice| choice.cost += sum.ln());
    ('a'..='z').for_each(|letter| add(&mut choices, letter, OTHERWISE));
    choices
}

/// Whether nothing else comes to mind than what the table says: a twin, or a letter with case that somebody has judged, unless Latin.
fn is_well_known(c: char) -> bool {
    let twin = looks(c).any(|other| other.grade == Grade::Twin);
    let judged = looks(c).any(|other| other.grade != Grade::Far);
    twin || judged && case_of(c).is_some() && !unicode::classes(c).intersects(Classes::LATIN)
}

/// The Latin letters that `c` resembles.
pub(super) fn looks(c: char) -> impl Iterator<Item = &'static Lookalike> {
    unicode::lookalikes(c).iter().filter(|other| other.script == Script::Latin)
}

/// What taking a letter for one that it resembles costs.
pub(super) fn cost(other: &Lookalike) -> f32 {
    ink(other.distance.min(FARTHEST))
}

/// The same for a letter at such a distance.
fn ink(distance: u8) -> f32 {
    TWIN + DISTANCE * f32::from(distance)
}

/// What taking a letter that has its place in some spelling for another one costs besides.
fn at_home(c: char, company: f32) -> f32 {
    match c {
        _ if is_of_many(c) && company > 0.0 => AT_HOME_IN_COMPANY,
        _ if is_of_many(c) => AT_HOME,
        _ => RARE / (1.0 + 2.0 * company),
    }
}

/// Adds a choice, an ASCII one in lower case; of two ways to the same letter the cheaper one counts.
pub(super) fn add(choices: &mut Vec<Choice>, letter: char, cost: f32) {
    let letter = letter.to_ascii_lowercase();
    match choices.iter_mut().find(|choice| choice.letter == letter) {
        Some(known) => known.cost = known.cost.min(cost),
        None => choices.push(Choice { letter, cost }),
    }
}
