//! The text as cues are read: what cannot be seen left out, spaces of odd widths and wide digits as plain ones.
//!
//! Some of that is genuine and stays in the text: soft hyphens, wide letters in Japanese. No cue is another one for it. So pages are
//! planned over a plain copy, line by line the same, and only what the plan points at is looked up in the text itself.
mod disguise;

use super::posts::Plan;
use crate::{
    text::Span,
    unicode::{self, Classes, Script},
};

/// A plain copy of a text, and the way back.
pub(crate) struct Plain<'t> {
    source: &'t str,
    pub text: String,
    /// From which byte of the copy on which byte of the source stands there, up to the next entry. Sorted.
    steps: Vec<(usize, usize)>,
}

impl<'t> Plain<'t> {
    /// None where the text is plain already.
    pub(crate) fn of(source: &'t str) -> Option<Self> {
        if !source.chars().any(is_odd) {
            return None;
        }
        let script = main_script(source);
        let written = disguise::written(source);
        let mut disguised = false;
        let mut plain = Self { source, text: String::with_capacity(source.len()), steps: Vec::new() };
        let (mut before, mut changed) = (' ', false);
        let mut chars = source.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if is_hidden(c) {
                while chars.next_if(|(_, c)| is_hidden(*c)).is_some() {}
                let (end, next) = chars.peek().copied().unwrap_or((source.len(), ' '));
                // A line of nothing else stays a line.
                if before.is_whitespace() && next.is_whitespace() {
                    source.get(at..end).unwrap_or("").char_indices().for_each(|(by, c)| plain.push(at + by, c));
                } else {
                    changed = true;
                }
                continue;
            }
            if written.is_some() && disguise::is_mark(c) {
                changed = true;
                continue;
            }
            if !c.is_alphabetic() {
                disguised = false;
            } else if !before.is_alphabetic() {
                let rest = source.get(at..).unwrap_or("");
                disguised = script.is_some_and(|script| disguise::is_disguised(rest, script));
            }
            let next = chars.peek().map_or(' ', |(_, c)| *c);
            let twin = || script.filter(|_| disguised).and_then(|script| disguise::twin(c, script));
            let bare = || disguise::base(c).filter(|_| written.as_ref().is_some_and(|written| !written.contains(&c)));
            let shown = spaced(c).or_else(|| narrow(before, c, next, script)).or_else(|| alone(before, c, next, script));
            let shown = shown.or_else(twin).or_else(|| disguise::unstyled(c)).or_else(bare);
            changed |= shown.is_some();
            plain.push(at, shown.unwrap_or(c));
            before = c;
        }
        changed.then_some(plain)
    }

    fn push(&mut self, at: usize, c: char) {
        let expected = self.steps.last().map_or(0, |(plain, source)| source + (self.text.len() - plain));
        if expected != at {
            self.steps.push((self.text.len(), at));
        }
        self.text.push(c);
    }

    /// Where the character at a byte of the copy stands in the source.
    fn back(&self, at: usize) -> usize {
        let known = self.steps.partition_point(|(plain, _)| *plain <= at).checked_sub(1).and_then(|n| self.steps.get(n));
        known.map_or(at, |(plain, source)| source + (at - plain)).min(self.source.len())
    }

    /// Where the character before a byte of the copy ends in the source.
    fn end(&self, at: usize) -> usize {
        let Some(last) = self.text.get(..at).and_then(|text| text.chars().next_back()) else { return self.back(at) };
        let start = self.back(at - last.len_utf8());
        let mut rest = self.source.get(start..).unwrap_or("").chars();
        // Marks belong to the letter below them.
        let letter = rest.next().map_or(0, char::len_utf8);
        start + letter + rest.take_while(|c| disguise::is_mark(*c)).map(char::len_utf8).sum::<usize>()
    }

    fn span(&self, span: Span) -> Span {
        let start = self.back(span.start);
        Span::new(start, self.end(span.end).max(start))
    }

    /// Where a span of the source lies in the copy.
    pub(crate) fn forth(&self, span: Span) -> Span {
        let at = |byte: usize| {
            let next = self.steps.partition_point(|(_, source)| *source <= byte);
            let limit = self.steps.get(next).map_or(self.text.len(), |(plain, _)| *plain);
            let known = next.checked_sub(1).and_then(|n| self.steps.get(n));
            known.map_or(byte, |(plain, source)| plain + (byte - source)).min(limit)
        };
        let start = at(span.start);
        Span::new(start, at(span.end).max(start))
    }

    /// The plan over the source.
    pub(crate) fn restored(&self, mut plan: Plan) -> Plan {
        plan.title = plan.title.map(|span| self.span(span));
        for draft in &mut plan.drafts {
            draft.author = draft.author.map(|span| self.span(span));
            draft.date = draft.date.map(|span| self.span(span));
        }
        plan.marks.iter_mut().for_each(|(_, at)| *at = self.back(*at));
        plan.tails.iter_mut().for_each(|(_, at)| *at = self.end(*at));
        plan
    }
}

/// Whether the character makes it worth while to look at the text: most are without.
fn is_odd(c: char) -> bool {
    let foreign = |c: char| c.is_alphabetic() && unicode::script(c) != Script::Latin;
    let disguised = |c: char| disguise::is_mark(c) || disguise::unstyled(c).is_some();
    !c.is_ascii()
        && (is_hidden(c) || spaced(c).is_some() || matches!(c, '！'..='～') || digit(c).is_some() || foreign(c) || disguised(c))
}

/// Whether nobody sees the character, or it only chooses a form of the one before it.
fn is_hidden(c: char) -> bool {
    let hidden = Classes::INVISIBLE.union(Classes::JOINER);
    !c.is_ascii() && (unicode::classes(c).intersects(hidden) || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'))
}

/// The plain space for one of an odd width. The one that does not break stays: boards set names off by it.
const fn spaced(c: char) -> Option<char> {
    match c {
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        _ => None,
    }
}

/// The plain digit for one of another script: counts are cues in all of them.
fn digit(c: char) -> Option<char> {
    const ZEROS: [char; 5] = ['٠', '۰', '०', '০', '๐'];
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// The narrow form of a wide letter, digit or sign. Among letters that are no words, wide commas and colons are genuine but
/// between wide digits.
fn narrow(before: char, c: char, next: char, script: Option<Script>) -> Option<char> {
    if let Some(digit) = digit(c) {
        return Some(digit);
    }
    let wide = |c: char| matches!(c, '０'..='９');
    let kept = match c {
        '！'..='～' if script.is_some() => true,
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '＃' | '＠' | '／' | '－' | '＿' => true,
        '．' | '，' | '：' => wide(before) && wide(next),
        _ => false,
    };
    kept.then(|| char::from_u32(u32::from(c).checked_sub(0xFEE0)?))?
}

/// What a letter that stands alone reads as among the letters of the text: alone it is too little for the rules to repair it.
fn alone(before: char, c: char, next: char, script: Option<Script>) -> Option<char> {
    let script = script.filter(|script| c.is_alphabetic() && unicode::script(c) != *script)?;
    if before.is_alphabetic() || next.is_alphabetic() {
        return None;
    }
    unicode::lookalike_in(c, script).map(|twin| twin.target)
}

/// The script of nine tenths of the letters, where it is one that has look-alikes in others.
fn main_script(text: &str) -> Option<Script> {
    let (mut all, mut latin, mut cyrillic) = (0_usize, 0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        let c = disguise::unstyled(c).unwrap_or(c);
        let script = if c.is_ascii() { Script::Latin } else { unicode::script(c) };
        latin += usize::from(script == Script::Latin);
        cyrillic += usize::from(script == Script::Cyrillic);
    }
    let most = |count: usize| count * 10 >= all * 9 && count > 0;
    if most(latin) { Some(Script::Latin) } else { most(cyrillic).then_some(Script::Cyrillic) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_find_their_way_back() {
        let source = "an\u{ad}swer\u{ad}ed\u{200b} １２\u{3000}days ago by Ann\n\u{200b}\nА 5\u{2009}к";
        let plain = Plain::of(source).unwrap();
        assert_eq!(plain.text, "answered 12 days ago by Ann\n\u{200b}\nA 5 k");
        let date = Span::new(9, 20);
        assert_eq!((date.of(&plain.text), plain.span(date).of(source)), ("12 days ago", "１２\u{3000}days ago"));
        assert_eq!(plain.forth(plain.span(date)), date);
        assert_eq!(plain.span(Span::new(0, 8)).of(source), "an\u{ad}swer\u{ad}ed");
        assert!(Plain::of("nothing, ever – näh").is_none());
    }

    #[test]
    fn letters_are_read_through_their_disguise() {
        let source = "rép̣o̱n̶d̂ü̱\nun été, un vélo à la clé\n𝐚𝐧𝐬𝐰𝐞𝐫 answеrеd\nJọ̱n̶̕\n";
        let plain = Plain::of(source).unwrap();
        assert_eq!(plain.text, "répondu\nun été, un vélo à la clé\nanswer answered\nJon\n");
        assert_eq!(plain.span(Span::new(plain.text.len() - 4, plain.text.len() - 1)).of(source), "Jọ̱n̶̕");
    }
}
