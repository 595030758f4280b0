//! The generated tables are what `data/` says, and `data/` is sound.
//!
//! `cargo test --test tables` makes every table again and compares it with the committed file.
//! `UNSPOOF_REGENERATE=1 cargo test --test tables` writes the files; run the tests once more afterwards, as the tests that
//! ask the library saw the tables of before.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "unsound data stops its test; the readers of it stand outside the test functions"
)]

#[path = "tables/characters.rs"]
mod characters;
#[path = "tables/lints.rs"]
mod lints;
#[path = "tables/lookalikes.rs"]
mod lookalikes;
#[path = "tables/prototypes.rs"]
mod prototypes;
#[path = "tables/render.rs"]
mod render;
#[path = "tables/shapes.rs"]
mod shapes;
#[path = "tables/sparse.rs"]
mod sparse;
#[path = "tables/stages.rs"]
mod stages;
#[path = "tables/styles.rs"]
mod styles;
#[path = "tables/ucd.rs"]
mod ucd;

use std::path::PathBuf;

/// The file of this package.
fn file(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file of this package.
fn read(path: &str) -> String {
    std::fs::read_to_string(file(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

#[test]
fn committed_tables_are_fresh() {
    let ucd = ucd::Ucd::read();
    let rows = lookalikes::rows(&ucd);
    let styles = styles::styles(&ucd);
    let characters = characters::Characters { ucd: &ucd, rows: &rows, styles: &styles };
    let mut stale = Vec::new();
    let mut total = 0;
    for (path, table) in [
        ("src/unicode/class_table.rs", characters.class_table()),
        ("src/unicode/script_table.rs", ucd.script_table()),
        ("src/unicode/lookalike_table.rs", lookalikes::table(&rows, &ucd)),
        ("src/unicode/shape_table.rs", shapes::table()),
        ("src/unicode/styled_table.rs", styles::table(&styles)),
        ("src/unicode/combining_table.rs", ucd.combining_table()),
    ] {
        println!("{path}: {} bytes at run time", table.bytes);
        total += table.bytes;
        if std::fs::read_to_string(file(path)).ok().as_ref() == Some(&table.source) {
            continue;
        }
        if std::env::var_os("UNSPOOF_REGENERATE").is_some() {
            std::fs::write(file(path), &table.source).unwrap();
        } else {
            stale.push(path);
        }
    }
    println!("all tables: {total} bytes");
    // Look-alikes take 52 KB: 6,000 pairs of 8 bytes, as every letter that can pose as another is among them. The shapes of 8,700
    // letters take as much; only guesses at words look there.
    assert!(total < 180_000, "the tables have grown to {total} bytes");
    assert!(stale.is_empty(), "stale: {stale:?}; run UNSPOOF_REGENERATE=1 cargo test --test tables");
}
