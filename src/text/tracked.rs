//! A text that knows, for every byte, which bytes of its source it came from.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::{Edit, Hands, Span, letters, writer};

/// One place where the text differs from its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// What stood there, in the source.
    pub source: Span,
    /// What stands there now, in the text.
    pub clean: Span,
    /// Who had a hand in it.
    pub hands: Hands,
}

/// A text, the source it was made from, and the sorted, disjoint regions in which the two differ.
///
/// A text without edits borrows its source. Edits of several rounds are composed: regions that overlap join, regions that
/// only touch stay apart, and a region whose text has come back to its source vanishes.
#[derive(Clone, Debug)]
pub struct Tracked<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    /// Made when somebody asks, from `by_letter`.
    regions: OnceLock<Vec<Region>>,
    /// The first edits of a text, if they were made by letter.
    by_letter: Vec<Edit>,
}

impl<'t> Tracked<'t> {
    /// A text that is its own source.
    pub const fn new(source: &'t str) -> Self {
        Self { source, text: Cow::Borrowed(source), regions: OnceLock::new(), by_letter: Vec::new() }
    }

    /// The text as it stands.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text it was made from.
    pub const fn source(&self) -> &'t str {
        self.source
    }

    /// Where the two differ: sorted and disjoint, in the source as well as in the text.
    pub fn regions(&self) -> &[Region] {
        self.regions.get_or_init(|| regions(self.source, &self.text, letters::each(self.source, &self.by_letter)))
    }

    /// Whether they differ at all.
    pub(crate) const fn is_changed(&self) -> bool {
        matches!(self.text, Cow::Owned(_))
    }

    /// Those of them that lie in `clean` (a span of the text) or reach into it.
    pub fn regions_in(&self, clean: Span) -> &[Region] {
        let first = self.regions().partition_point(|region| region.clean.end <= clean.start);
        let rest = self.regions().get(first..).unwrap_or_default();
        let count = rest.partition_point(|region| region.clean.start < clean.end);
        rest.get(..count).unwrap_or_default()
    }

    /// The text and its regions, for a caller that is done with editing.
    pub fn into_parts(self) -> (Cow<'t, str>, Vec<Region>) {
        self.regions();
        (self.text, self.regions.into_inner().unwrap_or_default())
    }

    /// The text, for a caller that does not ask where it differs.
    pub(crate) fn into_text(self) -> Cow<'t, str> {
        self.text
    }

    /// Applies `edits` (sorted, disjoint, on character boundaries) in one pass: linear in the text, the regions and the edits.
    ///
    /// An edit that breaks the contract is left out rather than applied wrongly; debug builds stop there.
    pub fn apply(&mut self, edits: Vec<Edit>) {
        if self.is_changed() {
            self.compose(&edits);
        } else {
            self.apply_first(edits);
        }
    }

    /// The same with edits that are of single letters, or of stretches of which single letters become others: an edit of each of
    /// these letters is meant. As long as nobody asks for regions none are made.
    pub(crate) fn apply_by_letter(&mut self, edits: Vec<Edit>) {
        if self.is_changed() {
            return self.compose(&letters::each(&self.text, &edits));
        }
        let edits = fitting(self.source, edits);
        let text = writer::edited(self.source, &edits);
        if text != self.source {
            (self.text, self.by_letter, self.regions) = (Cow::Owned(text), edits, OnceLock::new());
        }
    }

    /// [`apply`](Self::apply) where edits may meet regions.
    fn compose(&mut self, edits: &[Edit]) {
        let mut work = Composer::new(self.source, &self.text, self.regions().len() + edits.len());
        let mut regions = self.regions().iter().copied().peekable();
        let mut edits = edits.iter().filter(|edit| {
            let fits = self.text.get(edit.span.start..edit.span.end).is_some();
            debug_assert!(fits, "edit {:?} does not lie on character boundaries", edit.span);
            fits
        });
        let mut edit = edits.next();
        loop {
            // Regions that no edit comes near only move.
            while let Some(region) = regions.next_if(|region| edit.is_none_or(|edit| region.clean.end < edit.span.start)) {
                work.keep(region);
            }
            // Whichever begins first opens a group; all that overlaps it joins, whoever asked for it.
            let region_first = match (regions.peek(), edit) {
                (None, None) => break,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (Some(region), Some(edit)) => comes_first(region.clean, edit.span),
            };
            let mut group = Group::default();
            if region_first {
                regions.next().into_iter().for_each(|region| group.take_region(region));
            } else {
                edit.into_iter().for_each(|edit| group.take_edit(edit, &mut work));
                edit = edits.next();
            }
            loop {
                if let Some(region) = regions.next_if(|region| group.overlaps(region.clean)) {
                    group.take_region(region);
                } else if let Some(next) = edit.filter(|next| group.overlaps(next.span)) {
                    group.take_edit(next, &mut work);
                    edit = edits.next();
                } else {
                    break;
                }
            }
            work.close(&group);
        }
        let (text, regions) = work.finish();
        self.become_text(text, regions);
    }

    /// [`apply`](Self::apply) where there is nothing to compose with: every edit is a region of its own, and takes its place in
    /// memory.
    fn apply_first(&mut self, edits: Vec<Edit>) {
        let source = self.source;
        let edits = fitting(source, edits);
        // First the text, then the regions: two short loops keep in registers what one long loop does not.
        let text = writer::edited(source, &edits);
        let regions = regions(source, &text, edits);
        self.become_text(text, regions);
    }

    fn become_text(&mut self, text: String, regions: Vec<Region>) {
        self.text = if regions.is_empty() { Cow::Borrowed(self.source) } else { Cow::Owned(text) };
        (self.regions, self.by_letter) = (OnceLock::from(regions), Vec::new());
    }

    /// The source bytes that `clean` (a span of the text) stands for. A span that cuts a region takes all of the region's source.
    pub fn source_span(&self, clean: Span) -> Span {
        if !self.is_changed() {
            return clean;
        }
        let at = self.regions().partition_point(|region| region.clean.start <= clean.start);
        let start = match before(self.regions(), at) {
            None => clean.start,
            Some(region) if clean.start < region.clean.end => region.source.start,
            Some(region) => region.source.end + (clean.start - region.clean.end),
        };
        if clean.is_empty() {
            return Span::new(start, start);
        }
        let at = self.regions().partition_point(|region| region.clean.start < clean.end);
        let end = match before(self.regions(), at) {
            None => clean.end,
            Some(region) if clean.end <= region.clean.end => region.source.end,
            Some(region) => region.source.end + (clean.end - region.clean.end),
        };
        Span::new(start, end.max(start))
    }

    /// The bytes of the text that `source` (a span of the source) became. A span that cuts a region takes all of the region's text.
    pub fn clean_span(&self, source: Span) -> Span {
        let at = self.regions().partition_point(|region| region.source.start <= source.start);
        let start = match before(self.regions(), at) {
            None => source.start,
            Some(region) if source.start < region.source.end => region.clean.start,
            Some(region) => region.clean.end + (source.start - region.source.end),
        };
        if source.is_empty() {
            return Span::new(start, start);
        }
        let at = self.regions().partition_point(|region| region.source.start < source.end);
        let end = match before(self.regions(), at) {
            None => source.end,
            Some(region) if source.end <= region.source.end => region.clean.end,
            Some(region) => region.clean.end + (source.end - region.source.end),
        };
        Span::new(start, end.max(start))
    }

    /// The source, rebuilt from the text and the regions alone: each region's text goes, what stood there comes back.
    pub fn revert(&self) -> String {
        let mut out = String::with_capacity(self.source.len());
        let mut at = 0;
        for region in self.regions() {
            out.push_str(Span::new(at, region.clean.start).of(&self.text));
            out.push_str(region.source.of(self.source));
            at = region.clean.end;
        }
        out.push_str(self.text.get(at..).unwrap_or(""));
        out
    }
}

/// The regions that the first edits of a text are, each in its edit's place in memory.
fn regions(source: &str, text: &str, edits: Vec<Edit>) -> Vec<Region> {
    const { assert!(size_of::<Edit>() == size_of::<Region>()) };
    let mut moved = 0;
    let regions = edits.into_iter().filter_map(|edit| {
        let start = edit.span.start.wrapping_add(moved);
        let clean = Span::new(start, start + edit.to.len());
        moved = clean.end.wrapping_sub(edit.span.end);
        let differs = clean.len() != edit.span.len() || clean.of(text) != edit.span.of(source);
        differs.then_some(Region { source: edit.span, clean, hands: edit.hands })
    });
    regions.collect()
}

/// The edits that overlap no other and lie on character boundaries: all of them, unless somebody broke the contract.
fn fitting(source: &str, mut edits: Vec<Edit>) -> Vec<Edit> {
    let fits = |end: &mut usize, edit: &Edit| {
        let fits = *end <= edit.span.start && source.get(edit.span.start..edit.span.end).is_some();
        *end = if fits { edit.span.end } else { *end };
        fits
    };
    let mut end = 0;
    if !edits.iter().all(|edit| fits(&mut end, edit)) {
        debug_assert!(false, "an edit overlaps another or does not lie on character boundaries");
        end = 0;
        edits.retain(|edit| fits(&mut end, edit));
    }
    edits
}

fn before(regions: &[Region], at: usize) -> Option<Region> {
    regions.get(at.checked_sub(1)?).copied()
}

/// Which of two spans stands first; at the same place the empty one does, and of two empty ones the first.
const fn comes_first(a: Span, b: Span) -> bool {
    a.start < b.start || (a.start == b.start && (a.is_empty() || !b.is_empty()))
}

/// Regions and edits that overlap one another, as one stretch of the text.
#[derive(Default)]
struct Group {
    hull: Option<Span>,
    hands: Hands,
    /// Where the source of the group's first region begins and that of its last one ends, each with its place in the text.
    first: Option<(usize, usize)>,
    last: Option<(usize, usize)>,
}

impl Group {
    fn overlaps(&self, span: Span) -> bool {
        self.hull.is_some_and(|hull| hull.start < span.end && span.start < hull.end)
    }

    fn widen(&mut self, span: Span, hands: Hands) {
        self.hands = self.hands.join(hands);
        self.hull = Some(self.hull.map_or(span, |hull| Span::new(hull.start.min(span.start), hull.end.max(span.end))));
    }

    fn take_region(&mut self, region: Region) {
        self.widen(region.clean, region.hands);
        self.first.get_or_insert((region.clean.start, region.source.start));
        self.last = Some((region.clean.end, region.source.end));
    }

    fn take_edit(&mut self, edit: &Edit, work: &mut Composer<'_>) {
        self.widen(edit.span, edit.hands);
        work.replace(edit);
    }
}

/// Writes the new text and its regions from left to right.
struct Composer<'a> {
    source: &'a str,
    old: &'a str,
    out: String,
    regions: Vec<Region>,
    /// How far `old` has been copied.
    copied: usize,
    /// A place in `old` outside all groups, and the source byte it stands for.
    anchor: (usize, usize),
}

impl<'a> Composer<'a> {
    fn new(source: &'a str, old: &'a str, regions: usize) -> Self {
        let out = String::with_capacity(old.len());
        Self { source, old, out, regions: Vec::with_capacity(regions), copied: 0, anchor: (0, 0) }
    }

    fn copy_to(&mut self, end: usize) {
        self.out.push_str(Span::new(self.copied, end).of(self.old));
        self.copied = self.copied.max(end);
    }

    fn replace(&mut self, edit: &Edit) {
        debug_assert!(self.copied <= edit.span.start, "edits overlap or are not sorted");
        self.copy_to(edit.span.start);
        self.out.push_str(edit.to.as_str(&mut [0; 4]));
        self.copied = self.copied.max(edit.span.end);
    }

    fn keep(&mut self, region: Region) {
        let moved = |at: usize| self.out.len() + (at - self.copied);
        let clean = Span::new(moved(region.clean.start), moved(region.clean.end));
        self.anchor = (region.clean.end, region.source.end);
        self.regions.push(Region { clean, ..region });
    }

    fn close(&mut self, group: &Group) {
        let Some(hull) = group.hull else { return };
        let source_of = |at: usize| self.anchor.1 + (at - self.anchor.0);
        // Outside its regions a group stands for the source byte by byte, so its ends are found from the nearest region.
        let start = match group.first {
            Some((clean, source)) => source - (clean - hull.start),
            None => source_of(hull.start),
        };
        let end = match group.last {
            Some((clean, source)) => source + (hull.end - clean),
            None => source_of(hull.end),
        };
        self.copy_to(hull.end);
        // What the group now reads begins where the text before the group ends.
        let clean_start = match self.regions.last() {
            Some(last) => last.clean.end + (start - last.source.end),
            None => start,
        };
        self.anchor = (hull.end, end);
        let region = Region { source: Span::new(start, end), clean: Span::new(clean_start, self.out.len()), hands: group.hands };
        if region.source.of(self.source) == region.clean.of(&self.out) {
            return; // back to what it was
        }
        self.regions.push(region);
    }

    fn finish(mut self) -> (String, Vec<Region>) {
        self.copy_to(self.old.len());
        (self.out, self.regions)
    }
}
