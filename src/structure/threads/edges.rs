//! Where messages begin and end, looked at once more when all are cut and their names are known: what is told by a name, or by where the
//! same line stands in the other messages, cannot be learnt before.
use super::{
    super::cues::{self, Cue},
    Message, View,
    quoted::addressee,
};
use std::collections::{HashMap, HashSet};

/// Lines above the first message that are looked at for the page's own.
const ABOVE: usize = 400;
/// Widest line that ends messages.
const WIDEST: usize = 60;
/// Messages in which a line must stand to be known for what ends them.
const LEAST: usize = 3;
/// Lines that may stand behind such a line: tags, a name, no words that would be lost.
const BEHIND: usize = 3;
/// Lines below the last message that are looked at, and how many of prose may be the page's own.
const FOOT: usize = 16;
const NOTICES: usize = 2;

impl View<'_> {
    /// Takes off what is no part of the messages, and gives the last one what is.
    pub(super) fn mend_edges(&self, messages: &mut [Message]) {
        let names: HashSet<&str> = messages.iter().filter_map(|m| m.name).map(|name| name.of(self.text)).collect();
        self.leave_out_addressees(messages, &names);
        self.answer_quotation(messages, &names);
        self.end_alike(messages);
        self.end_with_page(messages, &names);
        for message in messages {
            // "Ann added a label on May 2", below what was said.
            let words = |i: &usize| self.cue(*i) == Cue::Words;
            while let Some(last) = (message.from + 1..message.to).rev().find(words).filter(|i| self.acts(*i, &names)) {
                message.to = last;
            }
        }
    }

    /// "In reply to: NAME" begins several messages: the same words, whatever they are, before names of people who write here.
    fn leave_out_addressees(&self, messages: &mut [Message], names: &HashSet<&str>) {
        let lead = |message: &Message| {
            let (lead, _) = addressee(self.said(message.from)).filter(|(_, name)| names.contains(name))?;
            let alone = message.from + 1 < message.to && !self.quotes(message.from);
            alone.then(|| cues::fold(lead))
        };
        let leads: Vec<Option<String>> = messages.iter().map(lead).collect();
        let mut often: HashMap<&str, usize> = HashMap::new();
        for lead in leads.iter().flatten() {
            *often.entry(lead).or_default() += 1;
        }
        for (message, lead) in messages.iter_mut().zip(&leads) {
            let known = lead.as_ref().is_some_and(|lead| often.get(lead.as_str()).is_some_and(|times| *times > 1));
            message.from += usize::from(known);
        }
    }

    /// Nobody only quotes: where the last message seems to end with what it quotes, the prose behind that is what it says.
    fn answer_quotation(&self, messages: &mut [Message], names: &HashSet<&str>) {
        let Some(end) = messages.len().checked_sub(1).map(|last| self.limit(messages, last)) else { return };
        let top = messages.first().map_or(0, |first| first.top);
        let Some(last) = messages.last_mut() else { return };
        let quotes = |i: usize| {
            let led = self.said(i).strip_suffix(':');
            self.quotes(i) || led.is_some_and(|led| matches!(self.cue(i), Cue::Deed(_) | Cue::Date) || names.contains(led))
        };
        let Some(head) = (last.from.saturating_sub(1)..last.from + 1).rev().find(|i| quotes(*i)) else { return };
        // What others said before is quoted; "Click to expand" parts it from what is said already.
        let earlier: HashSet<&str> = (top..last.top).map(|i| self.said(i)).collect();
        let own = |i: usize| self.cue(i) == Cue::Expand || self.prose(i) && !earlier.contains(self.said(i));
        if (head + 1..last.to).any(own) {
            return;
        }
        let from = (last.to..end).find(|i| !matches!(self.cue(*i), Cue::Expand | Cue::Ornament)).unwrap_or(end);
        let to = (from..end).find(|i| !self.prose(*i)).unwrap_or(end);
        let closed = to == end || self.cue(to) != Cue::Words;
        if closed && from < to && to - from <= FOOT {
            last.to = to;
        }
    }

    /// What a line says, numbers and the name of who wrote the message apart.
    fn nameless(&self, i: usize, message: &Message) -> String {
        let (said, name) = (self.said(i), message.name.map_or("", |name| name.of(self.text)));
        if name.is_empty() || !said.contains(name) { cues::fold(said) } else { cues::fold(&said.replacen(name, "\u{fffc}", 1)) }
    }

    /// A line that stands below the words of nearly all messages ends them where it seems to stand among the words, too: a button
    /// nobody knows the word for, above a signature; "NAME is offline".
    fn end_alike(&self, messages: &mut [Message]) {
        if messages.len() < LEAST {
            return;
        }
        let forms: Vec<Vec<(usize, String)>> = (0..messages.len()).map(|n| self.endings(messages, n)).collect();
        // In how many messages a form stands, and in how many behind the words.
        let mut seen: HashMap<&str, (usize, usize)> = HashMap::new();
        for (message, forms) in messages.iter().zip(&forms) {
            let own: HashMap<&str, usize> = forms.iter().map(|(i, form)| (form.as_str(), *i)).collect();
            for (form, last) in own {
                let (all, outside) = seen.entry(form).or_default();
                *all += 1;
                *outside += usize::from(last >= message.to);
            }
        }
        let many = messages.len();
        let is_end = |form: &str| {
            seen.get(form).is_some_and(|(all, outside)| *all >= LEAST && *all * 10 >= many * 7 && *outside * 2 >= *all)
        };
        for (n, (message, forms)) in messages.iter_mut().zip(&forms).enumerate() {
            let most = if n + 1 == many { FOOT } else { BEHIND };
            // What is told there may be somebody's words, a thank-you below an answer.
            let silent = |from: usize, to: usize| to - from <= most + 1 && !(from + 1..to).any(|i| self.prose(i));
            // Where it stands again below, another message without a head may lie between.
            let mut below: HashSet<&str> = HashSet::new();
            let last = forms.iter().rev().filter(|(_, form)| below.insert(form));
            let ends = last.filter(|(i, form)| *i < message.to && is_end(form) && silent(*i, message.to));
            message.to = ends.map(|(i, _)| *i).min().unwrap_or(message.to);
        }
    }

    /// The short lines that may end a message, and what they say.
    fn endings(&self, messages: &[Message], n: usize) -> Vec<(usize, String)> {
        let Some(message) = messages.get(n) else { return Vec::new() };
        let near = message.to.saturating_sub(FOOT + 1).max(message.from + 1)..self.limit(messages, n);
        let short = near.filter(|i| (2..=WIDEST).contains(&self.width(*i)));
        short.map(|i| (i, self.nameless(i, message))).collect()
    }

    /// Below the last message the page says again what it says above the first one: the number of the page, the way to it.
    fn end_with_page(&self, messages: &mut [Message], names: &HashSet<&str>) {
        let Some(first) = messages.first().map(|first| first.top) else { return };
        let own: HashSet<&str> =
            (first.saturating_sub(ABOVE)..first).filter(|i| self.width(*i) > 2).map(|i| self.said(i)).collect();
        let Some(last) = messages.last_mut() else { return };
        let again = |i: usize| own.contains(self.said(i)) && !names.contains(self.said(i));
        let page = |i: &usize| again(*i) && (i + 1..i + 4).any(again);
        if let Some(at) =
            (last.from + 1..last.to).find(page).filter(|at| (*at..last.to).filter(|i| self.prose(*i)).count() <= NOTICES)
        {
            last.to = at;
        }
    }

    /// Where what belongs to a message ends.
    fn limit(&self, messages: &[Message], n: usize) -> usize {
        let own = messages.get(n).map_or(0, |message| message.to);
        messages.get(n + 1).map_or_else(|| self.end(own), |next| next.from).max(own)
    }
}
