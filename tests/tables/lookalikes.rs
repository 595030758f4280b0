//! data/lookalikes.tsv, read and turned into a table.

use crate::render::{self, Table};
use crate::stages::Stages;
use crate::ucd::{CODES, Ucd};
use std::collections::BTreeMap;

pub struct Row {
    pub line: usize,
    pub source: u32,
    pub target: u32,
    pub twin: bool,
    pub far: bool,
    pub reason: String,
}

/// The rows in the order of the file. Panics on a row that says two things at once.
pub fn rows() -> Vec<Row> {
    let text = crate::read("data/lookalikes.tsv");
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines
        .map(|(index, line)| {
            let columns: Vec<&str> = line.split('\t').collect();
            let [source, source_code, target, target_code, grade, reason] = columns[..] else {
                panic!("line {}: expected 6 columns, but found {}", index + 1, columns.len());
            };
            let (twin, far) = match grade {
                "twin" => (true, false),
                "near" => (false, false),
                "far" => (false, true),
                _ => panic!("line {}: expected twin, near or far, but found {grade}", index + 1),
            };
            let source = checked(source, source_code, index + 1);
            let target = checked(target, target_code, index + 1);
            Row { line: index + 1, source, target, twin, far, reason: reason.to_string() }
        })
        .collect()
}

/// The code point that both columns tell.
fn checked(character: &str, code: &str, line: usize) -> u32 {
    let mut characters = character.chars();
    let (Some(c), None) = (characters.next(), characters.next()) else {
        panic!("line {line}: expected one character, but found {character:?}");
    };
    assert_eq!(format!("U+{:04X}", c as u32), code, "line {line}: character and code point differ");
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
    let mut table = Table::new("Letters that read as letters of Latin, Cyrillic and Greek: data/lookalikes.tsv.");
    table.line("use super::Grade::{Far, Near, Twin};");
    table.line("use super::Lookalike;");
    table.line("use super::Script::{self, Cyrillic, Greek, Latin};\n");

    // List 0 is the empty one of all characters that look like nothing else.
    let mut values = vec![0_u16; CODES as usize];
    let mut starts = vec![0];
    let mut items = Vec::new();
    for (index, (source, rows)) in by_source.iter().enumerate() {
        values[*source as usize] = index as u16 + 1;
        starts.push(items.len());
        for row in rows {
            let grade = if row.twin {
                "Twin"
            } else if row.far {
                "Far"
            } else {
                "Near"
            };
            let script = ucd.script(row.target);
            items.push(format!("l({}, {script}, {grade})", render::literal(row.target)));
        }
    }
    starts.push(items.len());
    Stages::best(&values, 2).emit(&mut table, "u16", 2, |index| index.to_string());
    let starts: Vec<String> = starts.iter().map(usize::to_string).collect();
    table.array("Where each list begins; the next one's beginning is its end.", "STARTS", "u16", 2, &starts);
    table.line("const fn l(target: char, script: Script, grade: super::Grade) -> Lookalike {");
    table.line("    Lookalike { target, script, grade }\n}\n");
    table.array("All lists, end to end.", "LOOKALIKES", "Lookalike", 8, &items);
    table
}
