//! Stub until the tables land.
#![allow(missing_docs, dead_code)]
use std::ops::*;
pub const UNICODE_VERSION: (u8, u8, u8) = (18, 0, 0);
pub const DATA_FINGERPRINT: &str = "0";
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Classes(u32);
macro_rules! bits { ($($n:ident)*) => { bits!(@ 0u32; $($n)*); }; (@ $i:expr; $n:ident $($r:ident)*) => { impl Classes { pub const $n: Self = Self(1 << ($i)); } bits!(@ $i + 1; $($r)*); }; (@ $i:expr;) => {}; }
bits! { LETTER MARK DIGIT UPPER LOWER LATIN CYRILLIC GREEK OTHER_LETTER LATIN_ONLY CYRILLIC_ONLY GREEK_ONLY OTHER_ONLY OUTSIDER STYLED STACKABLE CONTROL ERASER BIDI BIDI_MARK JOINER INVISIBLE TAG VARIATION SPACE BREAK NFC EMOJI NON_ASCII }
impl Classes {
    pub const fn from_bits(b: u32) -> Self { Self(b) }
    pub const fn bits(self) -> u32 { self.0 }
    pub const fn union(self, o: Self) -> Self { Self(self.0 | o.0) }
    pub const fn intersects(self, o: Self) -> bool { self.0 & o.0 != 0 }
    pub const fn contains(self, o: Self) -> bool { self.0 & o.0 == o.0 }
    pub const fn is_empty(self) -> bool { self.0 == 0 }
}
impl BitOr for Classes { type Output = Self; fn bitor(self, o: Self) -> Self { self.union(o) } }
impl BitOrAssign for Classes { fn bitor_assign(&mut self, o: Self) { *self = *self | o } }
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script { Common, Inherited, Unknown, Latin, Cyrillic, Greek }
impl Script { pub fn name(self) -> &'static str { "Latin" } }
pub static ASCII: [Classes; 128] = [Classes(0); 128];
pub fn classes(_: char) -> Classes { Classes(0) }
pub fn name(c: char) -> String { unicode_names2::name(c).map(|n| n.to_string()).unwrap_or_default() }
