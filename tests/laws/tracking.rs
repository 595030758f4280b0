//! `Tracked` against a model that does the same in the plainest way: one piece a character.

use proptest::collection::vec;
use proptest::prelude::*;

use unspoof::text::{Edit, Hands, Region, Replacement, Span, Tracked};

use crate::nasty;

/// A stretch of the source and what stands in its place: one character that was kept, or a region that was changed.
#[derive(Clone, Debug)]
struct Piece {
    source: Span,
    text: String,
    hands: Option<Hands>,
}

struct Model {
    source: String,
    pieces: Vec<Piece>,
}

impl Model {
    fn new(source: &str) -> Self {
        Self { source: source.to_owned(), pieces: kept(source, 0) }
    }

    fn text(&self) -> String {
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

    fn regions(&self) -> Vec<Region> {
        let pieces = self.pieces.iter().zip(self.places());
        pieces.filter_map(|(piece, clean)| piece.hands.map(|hands| Region { source: piece.source, clean, hands })).collect()
    }

    fn apply(&mut self, edits: &[Edit]) {
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
    fn source_span(&self, clean: Span) -> Span {
        let places = self.places();
        if clean.is_empty() {
            let at = (0..places.len()).find(|&at| clean.start < places[at].end);
            let at = at.map_or_else(|| self.pieces.last().map_or(0, |last| last.source.end), |at| self.pieces[at].source.start);
            return Span::new(at, at);
        }
        hull(self.pieces.iter().zip(&places).filter(|(_, place)| overlap(**place, clean)).map(|(piece, _)| piece.source))
    }

    fn clean_span(&self, source: Span) -> Span {
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
type Draw = (usize, usize, u8, u8);

fn rounds() -> impl Strategy<Value = Vec<Vec<Draw>>> {
    vec(vec((0usize..5, 0usize..4, any::<u8>(), 0u8..8), 0..8), 1..7)
}

/// The edits that `draws` mean in `text`: sorted and disjoint, and often touching or empty.
fn edits(text: &str, model: &Model, draws: &[Draw]) -> Vec<Edit> {
    let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut edits: Vec<Edit> = Vec::new();
    let mut at = 0;
    for &(skip, take, kind, hand) in draws {
        let (start, end) = ((at + skip).min(cuts.len() - 1), (at + skip + take).min(cuts.len() - 1));
        let span = Span::new(cuts[start], cuts[end]);
        let to = match kind % 6 {
            0 => Replacement::Nothing,
            1 => Replacement::Char(['a', 'е', '日', '😀'][usize::from(kind / 6) % 4]),
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

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn edits_compose_as_in_the_model(source in prop_oneof![nasty::text(), "[abеж日]{0,12}"], rounds in rounds()) {
        let mut model = Model::new(&source);
        let mut tracked = Tracked::new(&source);
        for draws in &rounds {
            let text = model.text();
            let edits = edits(&text, &model, draws);
            let old = tracked.apply(&edits);
            prop_assert_eq!(old.as_ref(), text.as_str());
            model.apply(&edits);
            prop_assert_eq!(tracked.text(), model.text());
            prop_assert_eq!(tracked.regions(), model.regions(), "{:?}", edits);
            prop_assert_eq!(tracked.revert(), source.as_str());
        }
        look_up(&tracked, &model, &source)?;
    }
}

/// Every span of a short text, and spans of up to a few characters of a longer one.
fn look_up(tracked: &Tracked<'_>, model: &Model, source: &str) -> Result<(), TestCaseError> {
    let cuts = |text: &str| text.char_indices().map(|(at, _)| at).chain([text.len()]).take(60).collect::<Vec<_>>();
    for (text, clean) in [(tracked.text(), true), (source, false)] {
        let cuts = cuts(text);
        for (at, &start) in cuts.iter().enumerate() {
            for &end in cuts[at..].iter().take(6) {
                let span = Span::new(start, end);
                let (found, wanted) = if clean {
                    (tracked.source_span(span), model.source_span(span))
                } else {
                    (tracked.clean_span(span), model.clean_span(span))
                };
                prop_assert_eq!(found, wanted, "of {:?} ({})", span, if clean { "source_span" } else { "clean_span" });
            }
        }
    }
    Ok(())
}
