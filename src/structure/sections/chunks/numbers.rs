//! Numbers at the start of lines that number nothing: "3.5 mm screws", "20. Mai", "23.000 km". What is dropped as a mark must be one.
use super::{
    super::super::shapes::{Shape, Style},
    Line,
};

/// Most that is left out between two numbers of a list.
const GAP: u32 = 2;

/// Takes the shape off numbers that have no neighbour in a list: nothing goes on from them, and they go on from nothing.
pub(super) fn keep_amounts(text: &str, lines: &[Line], shapes: &mut [Shape]) {
    let numbered: Vec<(usize, Style, u32, u32)> = shapes
        .iter()
        .enumerate()
        .filter_map(|(i, shape)| match shape {
            Shape::Numbered(style, depth, value, _) => Some((i, *style, *depth, *value)),
            _ => None,
        })
        .collect();
    let follows = |a: &(usize, Style, u32, u32), b: &(usize, Style, u32, u32)| {
        let (first, second) = (a.3, b.3);
        // "1." may stand before each item.
        let counts = first < second && second - first <= GAP || first == second && (first == 1 || a.1 == Style::Letter);
        let restarts = second == 1;
        match a.1 {
            Style::Depth => {
                lead(text, lines, a.0) == lead(text, lines, b.0) && counts
                    || restarts && lead(text, lines, a.0) != lead(text, lines, b.0)
            }
            _ => counts,
        }
    };
    let alike = |a: &(usize, Style, u32, u32), b: &(usize, Style, u32, u32)| (a.1, a.2) == (b.1, b.2);
    let mut kept = vec![false; numbered.len()];
    for (n, one) in numbered.iter().enumerate() {
        let next = numbered.iter().enumerate().skip(n + 1).take(REACH).find(|(_, other)| alike(one, other));
        if let Some((m, _)) = next.filter(|(_, other)| follows(one, other)) {
            for at in [n, m] {
                if let Some(kept) = kept.get_mut(at) {
                    *kept = true;
                }
            }
        }
    }
    for ((i, ..), _) in numbered.iter().zip(&kept).filter(|(_, kept)| !**kept) {
        if let (Some(shape), Some(line)) = (shapes.get_mut(*i), lines.get(*i)) {
            let tabs = line.of(text).bytes().filter(|b| *b == b'\t').count();
            *shape = if tabs > 0 { Shape::Row(tabs) } else { Shape::Plain };
        }
    }
}

/// How many numbers of other kinds may stand between two of one: items of the lists within an item.
const REACH: usize = 64;

/// What stands before the last part of a number: "1.2" of "1.2.3".
fn lead<'t>(text: &'t str, lines: &[Line], i: usize) -> &'t str {
    let said = lines.get(i).map_or("", |line| line.of(text)).trim_start_matches(['(', '§', ' ']);
    let end = said.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(said.len());
    let number = said.get(..end).unwrap_or("").trim_end_matches('.');
    number.rsplit_once('.').map_or("", |(lead, _)| lead)
}
