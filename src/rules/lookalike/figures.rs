//! What accounts go by, as figures.
//!
//! All are nats and judgement, chosen on texts with known spoofing and on genuine text of many languages. What matters is
//! their differences: 2.3 nats are ten to one, 6.9 a thousand to one.

/// What a word near by is worth, and how many count.
pub(super) const CONTEXT: f32 = 2.0;
pub(super) const MOST_CONTEXT: f32 = 3.0;

/// What a word near by that was spoofed alike is worth, and how many count.
pub(super) const COMPANY: f32 = 3.5;
pub(super) const MOST_COMPANY: f32 = 3.0;
/// What a word counts that was spoofed with other letters.
pub(super) const OTHERS: f32 = 0.5;
/// So many leave no doubt that letters were swapped here, so that words need not be known ones.
pub(super) const SURE_COMPANY: f32 = 1.5;

/// What each letter of an unknown spelling costs: one of some thirty. And of an abbreviation.
pub(super) const UNSPELT: f32 = -3.4;
/// The same in a word wholly of one script, which could be one of a language that is not known here.
pub(super) const FOREIGN: f32 = -4.5;
pub(super) const ABBREVIATED: f32 = -3.2;
/// A single letter that is no word: a symbol, an initial.
pub(super) const SYMBOL: f32 = -6.5;
/// A symbol with its index, and what each letter of the index costs.
pub(super) const INDEXED: f32 = -7.0;
pub(super) const INDEX: f32 = -2.0;

/// Hardly anybody mixes scripts inside a word on purpose.
pub(super) const MIXED: f32 = -9.0;
/// Hardly any word of one script is meant to be one of another.
pub(super) const WHOLE: f32 = -6.5;
/// The same where nothing near by speaks for any script: then it is a word of some language, and only which one is open.
pub(super) const LONELY: f32 = -4.5;
/// The same of a word with letters that hardly any language writes.
pub(super) const ODD_WHOLE: f32 = -3.0;
/// A script that nothing near by is in.
pub(super) const ABROAD: f32 = -3.0;
/// A letter that is only much alike.
pub(super) const NEAR: f32 = -0.5;

/// What speaks for the word as it stands: it is spoken of; it is part of a name in an address; it is a numeral.
pub(super) const QUOTED: f32 = 8.0;
pub(super) const QUOTED_LETTERS: f32 = 4.0;
pub(super) const ADDRESS: f32 = 30.0;
pub(super) const NUMERAL: f32 = 4.0;
/// A word right before it or behind it is surely of the same script.
pub(super) const BESIDE: f32 = 6.0;
/// A Latin abbreviation, and letters beside a digit, are guests in texts of all scripts.
pub(super) const GUEST: f32 = 6.5;
/// A symbol of science, in a text where nothing else was spoofed.
pub(super) const SCIENCE: f32 = 4.0;

/// What another part of the same address that is spoofed says.
pub(super) const SAME_ADDRESS: f32 = 6.0;
/// A Latin word where nothing near by was spoofed: only language, and the word behind it, say that it was meant otherwise.
pub(super) const UNPROVOKED: f32 = -5.5;
/// A sentence that begins with the letter goes on in small letters of the script.
pub(super) const GOES_ON: f32 = 10.0;
/// A letter that an apostrophe, or something looser, joins to words of the script.
pub(super) const CONTRACTED: f32 = 6.0;
pub(super) const JOINED: f32 = 4.0;
/// What the commonest words of a language have.
pub(super) const COMMONEST: f32 = -3.8;
pub(super) const COMMON: f32 = -4.6;
/// One of these between two words of its script.
pub(super) const FLANKED: f32 = 4.5;

/// Words of so few letters are mostly articles, prepositions and the like, and belong to the word behind them.
pub(super) const SHORT: u32 = 3;
pub(super) const LEANS: f32 = 4.0;
/// The same if that word is a Latin name: these are guests in texts of all scripts.
pub(super) const LEANS_ON_NAME: f32 = 1.0;
/// What company counts for such a word if the word behind it is of its own script.
pub(super) const WITH_ITS_OWN: f32 = 0.5;

/// What stands against reading a letter that no reader expects: it may be anything.
pub(super) const STRANGE: f32 = -5.5;
/// The same where each is a letter in another dress, or of an alphabet with case.
pub(super) const UNMISTAKABLE: f32 = -2.5;
/// What a word near by that was spoofed adds there, and how many count.
pub(super) const STRANGE_COMPANY: f32 = 4.0;
pub(super) const MOST_STRANGE_COMPANY: f32 = 4.0;
