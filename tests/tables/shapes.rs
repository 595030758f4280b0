//! data/measured-shapes.tsv, read and turned into a table.

use crate::lookalikes::checked;
use crate::render::Table;
use crate::sparse;
use std::collections::BTreeMap;

const FILE: &str = "data/measured-shapes.tsv";

/// How many letters a list has.
const LETTERS: usize = 5;

/// Distances are told in steps of so much: a step is half a nat.
const STEP: u8 = 4;

/// Each source with its nearest letters: the letter's number from 1 on in the lower five bits, the steps in the upper three.
fn read() -> BTreeMap<u32, Vec<u8>> {
    let text = crate::read(FILE);
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines
        .map(|(index, line)| {
            let place = format!("{FILE}: line {}", index + 1);
            let [source, code, nearest] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{place}: expected three columns, but found {line:?}");
            };
            let letters = nearest.split(' ').map(|told| {
                let (letter, distance) = told.split_at(1);
                let distance: u8 =
                    distance.parse().unwrap_or_else(|_| panic!("{place}: expected a letter and a distance: {told}"));
                assert!(distance / STEP < 8, "{place}: expected distances below 32, but found {distance}");
                (letter.as_bytes()[0] - b'a' + 1) | ((distance / STEP) << 5)
            });
            (checked(source, code, &place), letters.collect())
        })
        .collect()
}

pub fn table() -> Table {
    let shapes = read();
    let mut table = Table::new("The ASCII letters whose ink comes nearest to that of a letter: data/measured-shapes.tsv.");
    sparse::emit(&mut table, &shapes.keys().copied().collect());
    table.line("/// How much a step of a distance is.");
    table.line(&format!("pub(super) const STEP: u8 = {STEP};\n"));
    let lists = shapes.values().map(|letters| {
        assert!(letters.len() <= LETTERS, "expected at most {LETTERS} letters, but found {letters:?}");
        let mut list = letters.clone();
        list.resize(LETTERS, 0);
        format!("{list:?}")
    });
    let lists: Vec<String> = lists.collect();
    let doc =
        "The lists of these, in their order: five bits for the letter's number from 1 on, three for the steps of the distance.";
    table.array(doc, "LISTS", &format!("[u8; {LETTERS}]"), LETTERS, &lists);
    table
}
