//! data/lookalikes.tsv and data/measured-lookalikes.tsv, read and turned into a table.

use crate::render::{self, Table};
use crate::sparse;
use crate::ucd::Ucd;
use std::collections::{BTreeMap, BTreeSet};

/// Judged pairs, then those that were only measured.
const FILES: [&str; 2] = ["data/lookalikes.tsv", "data/measured-lookalikes.tsv"];

/// The distance of a pair that no font could show, and the smallest and the largest of its grade, by grade: twin, near, far.
/// What was judged outweighs what was measured.
const DISTANCES: [(u8, u8, u8); 3] = [(2, 0, 5), (12, 3, 25), (30, 8, 50)];

pub struct Row {
    pub file: &'static str,
    pub line: usize,
    pub source: u32,
    pub target: u32,
    pub twin: bool,
    pub far: bool,
    /// How much their ink differs, in percent, within the bounds of the grade.
    pub distance: u8,
    pub reason: String,
}

impl Row {
    /// Where it stands, for messages.
    pub fn place(&self) -> String {
        format!("{}: line {}", self.file, self.line)
    }

    /// Whether somebody has looked at it.
    pub fn is_judged(&self) -> bool {
        self.file == FILES[0]
    }

    fn grade(&self) -> usize {
        match (self.twin, self.far) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => 2,
        }
    }
}

/// The rows of one file in their order, with source, target, the fifth column and the reason. Panics on what is no row.
fn read(file: &'static str) -> Vec<(usize, u32, u32, String, String)> {
    let text = crate::read(file);
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines
        .map(|(index, line)| {
            let place = format!("{file}: line {}", index + 1);
            let columns: Vec<&str> = line.split('\t').collect();
            let [source, source_code, target, target_code, fifth, reason] = columns[..] else {
                panic!("{place}: expected 6 columns, but found {}", columns.len());
            };
            let source = checked(source, source_code, &place);
            let target = checked(target, target_code, &place);
            (index + 1, source, target, fifth.to_string(), reason.to_string())
        })
        .collect()
}

/// The rows that were judged, in the order of the file. Panics on a row that says two things at once.
pub fn judged() -> Vec<Row> {
    let measured: BTreeMap<(u32, u32), u8> =
        read(FILES[1]).into_iter().filter_map(|row| Some(((row.1, row.2), row.3.parse().ok()?))).collect();
    let row = |(line, source, target, grade, reason): (usize, u32, u32, String, String)| {
        let (twin, far) = match grade.as_str() {
            "twin" => (true, false),
            "near" => (false, false),
            "far" => (false, true),
            _ => panic!("{}: line {line}: expected twin, near or far, but found {grade}", FILES[0]),
        };
        let row = Row { file: FILES[0], line, source, target, twin, far, distance: 0, reason };
        let distance = measured.get(&(source, target)).copied();
        Row { distance: bounded(&row, distance), ..row }
    };
    read(FILES[0]).into_iter().map(row).collect()
}

fn bounded(row: &Row, measured: Option<u8>) -> u8 {
    let (unknown, least, most) = DISTANCES[row.grade()];
    measured.map_or(unknown, |distance| distance.clamp(least, most))
}

/// All rows: by source, then by the script of the target; the judged ones first, but for those that are far: they are among
/// the measured ones, by distance.
pub fn rows(ucd: &Ucd) -> Vec<Row> {
    let mut rows = judged();
    let known: BTreeSet<(u32, u32)> = rows.iter().map(|row| (row.source, row.target)).collect();
    let seen: BTreeSet<u32> = known.iter().map(|(source, _)| *source).collect();
    for (line, source, target, distance, reason) in read(FILES[1]) {
        if known.contains(&(source, target)) {
            continue;
        }
        let row = Row { file: FILES[1], line, source, target, twin: false, far: true, distance: 0, reason };
        // What was measured stands, but for a character of which somebody has said that it reads as another letter.
        let (unknown, least, most) = DISTANCES[row.grade()];
        let least = if seen.contains(&source) { least + 2 } else { 0 };
        let distance = if distance == "-" { unknown } else { distance.parse::<u8>().unwrap().clamp(least, most) };
        rows.push(Row { distance, ..row });
    }
    // Stable: what was judged keeps its order.
    rows.sort_by_key(|row| {
        let script = crate::lints::TARGET_SCRIPTS.iter().position(|script| *script == ucd.script(row.target));
        (row.source, script, row.far, if row.far { row.distance } else { 0 })
    });
    rows
}

/// The code point that both columns tell.
pub fn checked(character: &str, code: &str, place: &str) -> u32 {
    let mut characters = character.chars();
    let (Some(c), None) = (characters.next(), characters.next()) else {
        panic!("{place}: expected one character, but found {character:?}");
    };
    assert_eq!(format!("U+{:04X}", c as u32), code, "{place}: character and code point differ");
    c as u32
}

pub fn is_twin_of_another_script(row: &Row, ucd: &Ucd) -> bool {
    row.twin && ucd.script(row.source) != ucd.script(row.target)
}

pub fn table(rows: &[Row], ucd: &Ucd) -> Table {
    let mut by_source: BTreeMap<u32, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        by_source.entry(row.source).or_default().push(row);
    }
    let mut table = Table::new(
        "Letters that read as letters of Latin, Cyrillic and Greek: data/lookalikes.tsv, data/measured-lookalikes.tsv.",
    );
    table.line("use super::Grade::{Far, Near, Twin};");
    table.line("use super::Lookalike;");
    table.line("use super::Script::{self, Cyrillic, Greek, Latin};\n");

    // Equal lists are kept once: a third are. Few characters have one, so that a bit for each is smaller than a number for
    // each: the number of the list stands where so many bits before it say.
    let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut starts = Vec::new();
    let mut items: Vec<String> = Vec::new();
    let mut lists = Vec::new();
    for rows in by_source.values() {
        let list = rows.iter().map(|row| {
            let grade = ["Twin", "Near", "Far"][row.grade()];
            let script = ucd.script(row.target);
            format!("l({}, {script}, {grade}, {})", render::literal(row.target), row.distance)
        });
        let list: Vec<String> = list.collect();
        let next = known.len();
        let index = *known.entry(list).or_insert_with_key(|list| {
            starts.push(items.len());
            items.extend_from_slice(list);
            next
        });
        lists.push(index);
    }
    starts.push(items.len());
    println!("{} rows of {} characters in {} lists", rows.len(), by_source.len(), known.len());
    let numbers = |numbers: &[usize]| numbers.iter().map(usize::to_string).collect::<Vec<_>>();
    sparse::emit(&mut table, &by_source.keys().copied().collect());
    table.array("The list of each of them, in their order.", "LISTS", "u16", 2, &numbers(&lists));
    table.array("Where each list begins; the next one's beginning is its end.", "STARTS", "u16", 2, &numbers(&starts));
    table.line("const fn l(target: char, script: Script, grade: super::Grade, distance: u8) -> Lookalike {");
    table.line("    Lookalike { target, script, grade, distance }\n}\n");
    table.array("All lists, end to end.", "LOOKALIKES", "Lookalike", 8, &items);
    table
}
