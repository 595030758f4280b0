//! The rules: one file each, one list, one driver.
//!
//! A rule says what it watches, and is shown only lines that hold some of it. It answers with findings; a finding may carry
//! edits. The driver chooses by certainty which edits are applied. There is no second detector anywhere: `run`, `clean` and
//! `check` all consume what is found here.

mod ascii_lookalike;
mod bidi;
mod deletions;
mod entities;
mod evidence;
mod invisible;
mod known;
mod lookalike;
mod mojibake;
mod nfc;
mod page;
mod payload;
mod sink;
mod smuggled;
mod spaces;
mod stacked_marks;
mod styled;

use std::fmt;

pub use evidence::{Evidence, Fact};
pub(crate) use known::Known;
pub use lookalike::{Account, Story, stories};
pub use page::Page;
pub(crate) use sink::Chosen;
pub use sink::Sink;

use crate::text::{Hands, Span, Tracked};
use crate::unicode::Classes;

/// All rules, in running order. Later rules must see repaired text; the comment says what would go wrong elsewhere.
pub static RULES: [&dyn Rule; 12] = [
    &mojibake::Mojibake, // first: misread letters hold controls, soft hyphens and spaces that are bytes, not signs
    &entities::Entities, // after `mojibake`, before the rest: what a reference stands for may be anything that they repair
    &deletions::Deletions, // before all that looks at words: a hidden character is nobody's evidence
    &bidi::Bidi,         // before all that looks at neighbours: it decides who is beside whom
    &smuggled::Smuggled, // before `invisible`, which would take a payload apart character by character
    &invisible::Invisible, // before letters: a zero-width space inside a word hides the word
    &stacked_marks::StackedMarks, // before letters: marks hide the base letter
    &styled::Styled,     // before `lookalike`: its letters become the context that look-alikes are judged by
    &lookalike::Lookalike, // the heart
    &ascii_lookalike::AsciiLookalike, // after `lookalike`: letters that it puts back may be ASCII look-alikes, and its words are the context
    &spaces::Spaces,                  // after letters: which space belongs where depends on the scripts around it
    &nfc::Nfc,                        // last: composition must see the letters that were meant
];

/// One kind of repair or warning.
pub trait Rule: Sync {
    /// Its name in `--select`, in reports and in the output.
    fn id(&self) -> &'static str;

    /// Whether it repairs spoofing or only tidies.
    fn group(&self) -> Group {
        Group::Restore
    }

    /// Its own words: what it finds, why that matters, an example, what it leaves alone.
    fn page(&self) -> &'static Page;

    /// The classes without which it has nothing to do anywhere in a text.
    fn watches(&self) -> Classes;

    /// Whether a line that holds these classes needs a look.
    fn is_hot(&self, line: Classes) -> bool {
        line.intersects(self.watches())
    }

    /// Looks at one hot line and tells `sink` what it sees, from left to right.
    fn find(&self, line: &Line<'_>, sink: &mut Sink);
}

/// What a rule is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Undoes spoofing; must not touch genuine text.
    Restore,
    /// Documented, harmless normalisation.
    Tidy,
}

impl Group {
    /// Its name in `--select`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Restore => "restore",
            Self::Tidy => "tidy",
        }
    }
}

/// How sure a finding is. A level chooses what is applied; everything is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Certainty {
    /// There is no other reading.
    Certain,
    /// Another reading is possible and much less plausible. The default level.
    #[default]
    Likely,
    /// Worth a look; left alone unless asked for.
    Doubtful,
}

impl Certainty {
    /// All levels, from the surest.
    pub const ALL: [Self; 3] = [Self::Certain, Self::Likely, Self::Doubtful];

    /// Its name in the output and in `--level`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Doubtful => "doubtful",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A rule's place in [`RULES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(u8);

impl RuleId {
    /// All rules, in running order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..RULES.len()).map(|at| Self(at as u8))
    }

    /// The rule of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|rule| rule.rule().id() == id)
    }

    /// The rule itself.
    #[allow(clippy::indexing_slicing, reason = "made only by `all`, from places in the list")]
    pub fn rule(self) -> &'static dyn Rule {
        RULES[usize::from(self.0)]
    }

    /// Its place in [`RULES`].
    pub(crate) fn place(self) -> usize {
        usize::from(self.0)
    }

    /// Its bit in a set of rules.
    pub(crate) const fn bit(self) -> u32 {
        1 << self.0
    }

    /// Its bit among the hands of a change, with that of the certainty.
    pub(crate) const fn hands(self, certainty: Certainty) -> Hands {
        Hands(1 << self.0 | 1 << (CERTAINTY_BITS + certainty as u32))
    }

    /// The rules that had a hand, in running order, and the weakest certainty among them.
    pub(crate) fn of(hands: Hands) -> (Vec<Self>, Certainty) {
        let rules = Self::all().filter(|rule| hands.0 & (1 << rule.0) != 0).collect();
        let weakest = Certainty::ALL.into_iter().rev().find(|&level| hands.0 & (1 << (CERTAINTY_BITS + level as u32)) != 0);
        (rules, weakest.unwrap_or(Certainty::Certain))
    }
}

/// Where the certainty's bits begin among a change's hands; the rules have those below.
const CERTAINTY_BITS: u32 = 32;

/// A set of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleSet(u32);

impl RuleSet {
    /// No rule.
    pub const NONE: Self = Self(0);

    /// Every rule.
    pub fn all() -> Self {
        RuleId::all().fold(Self::NONE, Self::with)
    }

    /// The rules of a group.
    pub fn group(group: Group) -> Self {
        RuleId::all().filter(|rule| rule.rule().group() == group).fold(Self::NONE, Self::with)
    }

    /// The rule or group of this name, or `all`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "all" => Some(Self::all()),
            "restore" => Some(Self::group(Group::Restore)),
            "tidy" => Some(Self::group(Group::Tidy)),
            _ => RuleId::from_id(name).map(|rule| Self::NONE.with(rule)),
        }
    }

    /// This set and `rule`.
    #[must_use]
    pub const fn with(self, rule: RuleId) -> Self {
        Self(self.0 | 1 << rule.0)
    }

    /// The rules of either.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The rules of this set that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether `rule` is in it.
    pub const fn contains(self, rule: RuleId) -> bool {
        self.0 & (1 << rule.0) != 0
    }
}

impl Default for RuleSet {
    fn default() -> Self {
        Self::all()
    }
}

/// A line that a rule is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The whole text. What stands beyond the line is looked at through [`around`](Self::around) only.
    text: &'a str,
    /// The line in it, with its line feed.
    pub span: Span,
    /// The classes of its characters.
    pub classes: Classes,
    /// The whole text with what was repaired in it before.
    tracked: &'a Tracked<'a>,
    /// Told of every look beyond the line.
    known: &'a Known,
}

impl<'a> Line<'a> {
    /// A line of a text.
    pub(crate) fn new(tracked: &'a Tracked<'a>, span: Span, classes: Classes, known: &'a Known) -> Self {
        Self { text: tracked.text(), span, classes, tracked, known }
    }

    /// The line, with its line feed.
    pub fn as_str(&self) -> &'a str {
        self.span.of(self.text)
    }

    /// The whole text with what was repaired in it before: a repair is evidence for the next one. What was repaired beyond the line is
    /// looked at within the span that [`near`](Self::near) gives.
    pub fn tracked(&self) -> &'a Tracked<'a> {
        self.known.look_at_repairs();
        self.tracked
    }

    /// The line and `reach` bytes before and behind it, for a look at what was repaired there.
    pub fn near(&self, reach: usize) -> Span {
        self.known.look(self.span, reach);
        Span::new(self.span.start.saturating_sub(reach), self.span.end + reach)
    }

    /// What stands within `reach` bytes before the line and behind it, for rules that lean on neighbouring lines.
    pub fn around(&self, reach: usize) -> (&'a str, &'a str) {
        self.known.look(self.span, reach);
        let start = self.text.floor_char_boundary(self.span.start.saturating_sub(reach));
        let end = self.text.ceil_char_boundary((self.span.end + reach).min(self.text.len()));
        (Span::new(start, self.span.start).of(self.text), Span::new(self.span.end, end).of(self.text))
    }
}
