//! The files in data/ucd, read.

use crate::render::{self, Table};
use crate::stages::Stages;
use std::collections::{BTreeMap, BTreeSet};

/// The version that the files must say they are of.
pub const VERSION: (u8, u8, u8) = (18, 0, 0);

/// One more than the last code point.
pub const CODES: u32 = 0x11_0000;

/// Scripts that come first in the enum, because code names them or they come first in look-alike lists.
const FIRST_SCRIPTS: [&str; 6] = ["Common", "Inherited", "Unknown", "Latin", "Cyrillic", "Greek"];

/// First and last code point and their value; sorted, disjoint.
type Ranges = Vec<(u32, u32, String)>;

/// What the generator needs of the Unicode Character Database. Everything by code point.
pub struct Ucd {
    category: Ranges,
    script: Ranges,
    properties: BTreeMap<String, Ranges>,
    combining: Ranges,
    /// Tag (`canonical`, `font`, …) and what it decomposes to.
    pub decomposition: BTreeMap<u32, (String, Vec<u32>)>,
    /// The few names that are needed.
    pub names: BTreeMap<u32, String>,
}

impl Ucd {
    pub fn read() -> Self {
        let mut properties: BTreeMap<String, Ranges> = BTreeMap::new();
        for (first, last, name) in entries("properties.txt") {
            properties.entry(name.clone()).or_default().push((first, last, name));
        }
        Self {
            category: entries("general_category.txt"),
            script: entries("script.txt"),
            properties,
            combining: entries("combining_class.txt"),
            decomposition: entries("decomposition.txt")
                .into_iter()
                .map(|(code, _, value)| {
                    let (tag, codes) = value.split_once(" ; ").unwrap();
                    (code, (tag.to_string(), codes.split(' ').map(hex).collect()))
                })
                .collect(),
            names: entries("names.txt").into_iter().map(|(code, _, name)| (code, name)).collect(),
        }
    }

    /// General_Category in its short form.
    pub fn category(&self, code: u32) -> &str {
        at(&self.category, code).unwrap_or("Cn")
    }

    pub fn script(&self, code: u32) -> &str {
        at(&self.script, code).unwrap_or("Unknown")
    }

    pub fn is(&self, code: u32, property: &str) -> bool {
        at(self.properties.get(property).unwrap_or_else(|| panic!("no property {property}")), code).is_some()
    }

    pub fn combining_class(&self, code: u32) -> u8 {
        at(&self.combining, code).map_or(0, |class| class.parse().unwrap())
    }

    /// Every script name, in the order of the enum.
    fn scripts(&self) -> Vec<&str> {
        let named: BTreeSet<&str> = self.script.iter().map(|(_, _, name)| name.as_str()).collect();
        let rest = named.into_iter().filter(|name| !FIRST_SCRIPTS.contains(name));
        FIRST_SCRIPTS.into_iter().chain(rest).collect()
    }

    pub fn script_table(&self) -> Table {
        let scripts = self.scripts();
        let mut table = Table::new("The Script property.");
        table.line("/// A script, as Unicode names it.");
        table.line("#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]");
        table.line("#[repr(u8)]");
        table.line("pub enum Script {");
        for name in &scripts {
            table.line(&format!("    /// {}.", name.replace('_', " ")));
            if *name == "Unknown" {
                table.line("    #[default]");
            }
            table.line(&format!("    {},", render::camel(name)));
        }
        table.line("}\n");
        table.line("impl Script {");
        table.line("    /// Its name: the long property value, such as `Old_Italic`.");
        table.line("    pub fn name(self) -> &'static str {");
        table.line("        match self {");
        for name in &scripts {
            table.line(&format!("            Self::{} => {name:?},", render::camel(name)));
        }
        table.line("        }");
        table.line("    }");
        table.line("}\n");
        // The leaves hold short names, so that a line of the table stays readable.
        table.line("use Script as S;\n");
        let values: Vec<&str> = (0..CODES).map(|code| self.script(code)).collect();
        let stages = Stages::best(&values, 1);
        stages.emit(&mut table, "S", 1, |name| format!("S::{}", render::camel(name)));
        table
    }

    pub fn combining_table(&self) -> Table {
        let mut table = Table::new("Canonical combining classes other than 0.");
        let items = self.combining.iter().map(|(first, last, class)| {
            let length = u8::try_from(last - first + 1).expect("a longer range than the table can tell");
            format!("(0x{first:04X}, {length}, {class})")
        });
        let doc = "First code point, how many there are, and their class; sorted.";
        table.array(doc, "RANGES", "(u32, u8, u8)", 8, &items.collect::<Vec<_>>());
        table
    }
}

/// The lines of a file: first, last, rest. Panics when the header tells another Unicode version.
fn entries(name: &str) -> Ranges {
    let text = crate::read(&format!("data/ucd/{name}"));
    let (a, b, c) = VERSION;
    assert!(text.lines().next().unwrap().contains(&format!("Unicode {a}.{b}.{c},")), "{name}: not Unicode {a}.{b}.{c}");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let (codes, value) = line.split_once(" ; ").unwrap_or_else(|| panic!("{name}: {line}"));
            let (first, last) = codes.split_once("..").unwrap_or((codes, codes));
            (hex(first), hex(last), value.to_string())
        })
        .collect()
}

/// What the range that holds `code` says.
fn at(ranges: &Ranges, code: u32) -> Option<&str> {
    let (first, _, value) = ranges.get(ranges.partition_point(|(_, last, _)| *last < code))?;
    (*first <= code).then_some(value)
}

fn hex(text: &str) -> u32 {
    u32::from_str_radix(text, 16).unwrap_or_else(|_| panic!("not a code point: {text}"))
}
