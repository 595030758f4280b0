//! `Tracked` in the plainest way: one piece a character. The fuzzer shares it.

use unspoof::text::{Edit, Hands, Region, Replacement, Span, Tracked};

/// A stretch of the source and what stands in its place: one character that was kept, or a region that was changed.
#[derive(Clone, Debug)]
struct Piece {
    source: Span,
    text: String,
    hands: Option<Hands>,
}

/// A text and its source, as a list of all pieces.
pub struct Model {
    /// What the text was made from.
    pub source: String,
    pieces: Vec<Piece>,
}

impl Model {
    /// A text that is its own source.
    pub fn new(source: &str) -> Self {
        Self { source: source.to_owned(), pieces: kept(source, 0) }
    }

    /// The text as it stands.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Where each piece stands in the text.
    fn places(&self) -> Vec<Span> {
        let mut at = 0;
        let place = |piece: &Piece| {
            at += piece.text.len();
            Span::new(at - piece.text.len(), at)
        };
        self.pieces.iter().map(place).collect()
    }

    /// Where the text differs from its source.
    pub fn regions(&self) -> Vec<Region> {
        let pieces = self.pieces.iter().zip(self.places());
        pieces.filter_map(|(piece, clean)| piece.hands.map(|hands| Region { source: piece.source, clean, hands })).collect()
    }

    /// Applies sorted, disjoint edits.
    pub fn apply(&mut self, edits: &[Edit]) {
        let (text, places) = (self.text(), self.places());
        let changed: Vec<usize> = (0..self.pieces.len()).filter(|&at| self.pieces[at].hands.is_some()).collect();
        // Edits and regions that overlap, directly or by way of others.
        let mut groups: Vec<(Span, Vec<usize>, Vec<usize>)> = Vec::new();
        let members = (0..edits.len()).map(|at| (edits[at].span, vec![at], vec![]));
        for (mut hull, mut of_edits, mut of_pieces) in members.chain(changed.iter().map(|&at| (places[at], vec![], vec![at]))) {
            while let Some(at) = groups.iter().position(|(other, ..)| overlap(*other, hull)) {
                let (other, its_edits, its_pieces) = groups.remove(at);
                hull = Span::new(hull.start.min(other.start), hull.end.max(other.end));
                of_edits.extend(its_edits);
                of_pieces.extend(its_pieces);
            }
            groups.push((hull, of_edits, of_pieces));
        }
        groups.retain(|(_, of_edits, _)| !of_edits.is_empty());
        groups.iter_mut().for_each(|(_, of_edits, _)| of_edits.sort_unstable());
        groups.sort_by_key(|(_, of_edits, _)| of_edits[0]);
        // From the right, so that places on the left stay true.
        for (hull, of_edits, of_pieces) in groups.into_iter().rev() {
            let inside = |at: &usize| of_pieces.contains(at) || overlap(places[*at], hull) && !places[*at].is_empty();
            let taken: Vec<usize> = (0..places.len()).filter(inside).collect();
            let first = taken.first().copied().unwrap_or_else(|| places.iter().filter(|place| place.end <= hull.start).count());
            let last = taken.last().map_or(first, |last| last + 1);
            let before = first.checked_sub(1).map_or(0, |at| self.pieces[at].source.end);
            let source = match (taken.first(), taken.last()) {
                (Some(&a), Some(&b)) => Span::new(self.pieces[a].source.start, self.pieces[b].source.end),
                _ => Span::new(before, before),
            };
            let mut hands = taken.iter().filter_map(|&at| self.pieces[at].hands).fold(Hands::default(), Hands::join);
            let mut new = String::new();
            let mut at = hull.start;
            for edit in of_edits.iter().map(|&at| &edits[at]) {
                new.push_str(&text[at..edit.span.start]);
                new.push_str(edit.to.as_str(&mut [0; 4]));
                at = edit.span.end;
                hands = hands.join(edit.hands);
            }
            new.push_str(&text[at..hull.end]);
            let back = source.of(&self.source) == new;
            let put = if back { kept(&new, source.start) } else { vec![Piece { source, text: new, hands: Some(hands) }] };
            self.pieces.splice(first..last, put);
        }
    }

    /// The source of all pieces that `clean` holds some of; for a place between two characters, the place in the source.
    pub fn source_span(&self, clean: Span) -> Span {
        let places = self.places();
        if clean.is_empty() {
            let at = (0..places.len()).find(|&at| clean.start < places[at].end);
            let at = at.map_or_else(|| self.pieces.last().map_or(0, |last| last.source.end), |at| self.pieces[at].source.start);
            return Span::new(at, at);
        }
        hull(self.pieces.iter().zip(&places).filter(|(_, place)| overlap(**place, clean)).map(|(piece, _)| piece.source))
    }

    /// What of the text stands for `source`.
    pub fn clean_span(&self, source: Span) -> Span {
        let places = self.places();
        if source.is_empty() {
            let at = (0..places.len()).find(|&at| source.start < self.pieces[at].source.end);
            let at = at.map_or_else(|| places.last().map_or(0, |last| last.end), |at| places[at].start);
            return Span::new(at, at);
        }
        hull(self.pieces.iter().zip(&places).filter(|(piece, _)| overlap(piece.source, source)).map(|(_, place)| *place))
    }
}

fn kept(text: &str, start: usize) -> Vec<Piece> {
    let piece =
        |(at, c): (usize, char)| Piece { source: Span::new(start + at, start + at + c.len_utf8()), text: c.into(), hands: None };
    text.char_indices().map(piece).collect()
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

fn hull(spans: impl Iterator<Item = Span>) -> Span {
    spans.reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end))).expect("a span that holds something")
}

/// What is drawn for one edit: how far on it begins, how many characters it replaces, with what.
pub type Draw = (usize, usize, u8, u8);

/// The edits that `draws` mean in `text`: sorted and disjoint, and often touching or empty.
pub fn edits(text: &str, model: &Model, draws: &[Draw]) -> Vec<Edit> {
    let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut edits: Vec<Edit> = Vec::new();
    let mut at = 0;
    for &(skip, take, kind, hand) in draws {
        let (start, end) = ((at + skip).min(cuts.len() - 1), (at + skip + take).min(cuts.len() - 1));
        let span = Span::new(cuts[start], cuts[end]);
        let to = match kind % 6 {
            0 => Replacement::NOTHING,
            1 => ['a', 'е', '日', '😀'][usize::from(kind / 6) % 4].into(),
            2 => Replacement::from("two"),
            3 => Replacement::from(span.of(text)),
            // Often what was there in the beginning: a region comes back to its source.
            _ => Replacement::from(model.source_span(span).of(&model.source)),
        };
        edits.push(Edit { span, to, hands: Hands(1 << hand) });
        at = end;
    }
    edits
}

/// Every span of a short text, and of a longer one the short spans near its start, looked up in both.
pub fn look_up(tracked: &Tracked<'_>, model: &Model) -> Result<(), String> {
    let cuts = |text: &str| text.char_indices().map(|(at, _)| at).chain([text.len()]).take(60).collect::<Vec<_>>();
    for (text, clean) in [(tracked.text(), true), (tracked.source(), false)] {
        let cuts = cuts(text);
        for (at, &start) in cuts.iter().enumerate() {
            for &end in cuts[at..].iter().take(6) {
                let span = Span::new(start, end);
                let (found, wanted) = if clean {
                    (tracked.source_span(span), model.source_span(span))
                } else {
                    (tracked.clean_span(span), model.clean_span(span))
                };
                if found != wanted {
                    let asked = if clean { "source_span" } else { "clean_span" };
                    return Err(format!("{asked} of {span:?}: {found:?}, but by the model {wanted:?}"));
                }
            }
        }
    }
    Ok(())
}

/// Applies one round of drawn edits to both and compares all there is to compare.
pub fn step(tracked: &mut Tracked<'_>, model: &mut Model, draws: &[Draw]) -> Result<(), String> {
    let text = model.text();
    let edits = edits(&text, model, draws);
    model.apply(&edits);
    let asked = format!("{edits:?}");
    tracked.apply(edits);
    if tracked.text() != model.text() || tracked.regions() != model.regions() {
        let (found, wanted) = ((tracked.text(), tracked.regions()), (model.text(), model.regions()));
        return Err(format!("after {asked}\n  found  {found:?}\n  wanted {wanted:?}"));
    }
    if tracked.revert() != model.source {
        return Err(format!("after {asked} the source does not come back"));
    }
    Ok(())
}
