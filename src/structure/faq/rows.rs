//! A table of questions, each with its answer in the next cell: read as if every answer stood on a line of its own.
use crate::{
    structure::{
        cues,
        lines::Line,
        shapes::{self, Shape},
        vocabulary as words,
    },
    text::Span,
};

/// Fewest rows that follow each other; under a head that names both columns two will do.
const FEWEST: usize = 3;

/// Cuts such rows at their tabs.
pub(crate) fn split(text: &str, lines: Vec<Line>) -> Vec<Line> {
    if !text.contains('\t') {
        return lines;
    }
    let cells = |line: &Line| -> Option<(usize, usize)> {
        let said = line.of(text);
        let (left, right) = said.split_once('\t')?;
        let (asked, answer) = (left.trim_end(), right.trim_start());
        let row = matches!(shapes::shape(text, line), Shape::Row(1)) && !asked.is_empty() && !answer.is_empty();
        row.then_some((asked.len(), said.len() - answer.len()))
    };
    let asks = |line: &Line| {
        let (end, start) = cells(line)?;
        let said = line.of(text);
        let asks = said.get(..end).is_some_and(shapes::asks) && !said.get(start..).is_some_and(shapes::asks);
        asks.then_some((end, start))
    };
    let mut cut: Vec<Line> = Vec::with_capacity(lines.len());
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let rows: Vec<(usize, usize)> = rest.iter().map_while(asks).collect();
        let headed = cut.last().is_some_and(|line| heads(line.of(text)));
        if rows.len() < if headed { 2 } else { FEWEST } {
            let (same, tail) = rest.split_at(rows.len().max(1));
            cut.extend_from_slice(same);
            rest = tail;
            continue;
        }
        let (table, tail) = rest.split_at(rows.len());
        for (row, (end, start)) in table.iter().zip(rows) {
            let (asked, answer) =
                (Span::new(row.span.start, row.span.start + end), Span::new(row.span.start + start, row.span.end));
            let width = |span: Span| span.of(text).chars().count();
            cut.push(Line { span: asked, width: width(asked), ..*row });
            cut.push(Line { span: answer, start: answer.start, indent: 0, gap: 0, width: width(answer) });
        }
        rest = tail;
    }
    cut
}

/// Whether the cells of a line name two columns, of questions and of answers.
pub(super) fn heads(said: &str) -> bool {
    let cells = said.split_once('\t').filter(|_| said.len() < 80);
    cells.is_some_and(|(left, right)| {
        words::QUESTION_MARKS.contains(&&*cues::fold(left)) && words::ANSWER_MARKS.contains(&&*cues::fold(right))
    })
}
