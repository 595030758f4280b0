//! Lines that say whose words follow: quotations, "NAME:" above a date, "Re: …".
use super::{
    super::{
        cues::{self, Cue},
        lines::Line,
        vocabulary as words,
    },
    View, strip_reply,
};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

impl View<'_> {
    pub(super) fn replied(&self) -> &HashSet<&str> {
        self.replied.get_or_init(|| {
            let bare = |line: &Line| Some(strip_reply(self.text, line.span)).filter(|bare| bare.start > line.span.start);
            self.lines.iter().filter(|line| line.width <= 200).filter_map(bare).map(|bare| bare.of(self.text)).collect()
        })
    }

    pub(super) fn quoted(&self) -> &HashMap<usize, Span> {
        self.quoted.get_or_init(|| {
            let short = self.lines.iter().enumerate().filter(|(_, line)| line.width <= 120);
            let named = short.filter_map(|(i, line)| {
                let said = line.of(self.text);
                Some((i, cues::quoted_from(said).or_else(|| cues::quote_head(said))?.shifted(line.span.start)))
            });
            let mut quoted: HashMap<usize, Span> = named.collect();
            for (i, name) in self.heads() {
                quoted.entry(i).or_insert(name);
            }
            quoted
        })
    }

    /// Lines with a colon straight above a date, as long as they tell several people apart: "NAME:", or a verb below the name.
    pub(super) fn heads(&self) -> Vec<(usize, Span)> {
        let found = |i: usize| {
            let verb =
                self.readings.get(i).is_some_and(|r| matches!(r.cue, Cue::Deed(_)) && r.name.is_none() && r.date.is_none());
            let line = self.lines.get(i).filter(|line| line.width <= 60 && (verb || self.cue(i) == Cue::Words))?;
            let dated = self.readings.get(i + 1).is_some_and(|r| r.cue == Cue::Date && r.name.is_none());
            let said = line.of(self.text).strip_suffix([':', '：']).filter(|_| dated)?.trim_end();
            if words::SAID.contains(&said) {
                let above = i.checked_sub(1).filter(|above| self.short(*above))?;
                return Some((i, self.lines.get(above)?.span));
            }
            cues::is_name(said).then(|| (i, Span::new(line.span.start, line.span.start + said.len())))
        };
        let heads: Vec<(usize, Span)> = (0..self.lines.len()).filter_map(found).collect();
        let names: HashSet<&str> = heads.iter().map(|(_, name)| name.of(self.text)).collect();
        if names.len() > 1 { heads } else { Vec::new() }
    }

    /// Whether the line says whose words follow: "NAME wrote:", or "NAME:" where somebody of that name writes here.
    pub(super) fn quotes(&self, i: usize) -> bool {
        let said = self.said(i);
        self.quoted().contains_key(&i) || said.strip_suffix(':').is_some_and(|name| self.writers.contains(name))
    }

    /// Whether the line is a "NAME says:" right above a date: it begins a message.
    pub(super) fn opens(&self, i: usize) -> bool {
        self.quotes(i) && matches!(self.cue(i + 1), Cue::Date | Cue::Deed(_) | Cue::PostNumber)
    }
}
