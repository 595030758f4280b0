//! README.md says of the rules what they say themselves.

use unspoof::rules::RULES;

/// The rows of the table under the heading "## Rules", without its head.
fn rows(readme: &str) -> Vec<Vec<String>> {
    let section = readme.lines().skip_while(|line| line.trim_end() != "## Rules").skip(1);
    let section = section.take_while(|line| !line.starts_with("# ") && !line.starts_with("## "));
    let rows = section.map(str::trim).filter(|line| line.starts_with('|')).skip(2);
    rows.map(|line| {
        line.trim_matches('|').replace("\\|", "\u{1}").split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect()
    })
    .collect()
}

#[test]
fn the_table_of_rules_is_true() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("README.md: {error}"));
    let wanted: Vec<Vec<String>> = RULES
        .iter()
        .map(|rule| vec![format!("`{}`", rule.id()), rule.page().repairs.to_owned(), rule.page().leaves_alone.to_owned()])
        .collect();
    let table: String = wanted.iter().map(|row| format!("| {} |\n", row.join(" | ").replace('\n', " "))).collect();
    assert_eq!(
        rows(&readme),
        wanted,
        "\nREADME.md, \"## Rules\": the table must read\n\n| id | repairs | leaves alone |\n|---|---|---|\n{table}"
    );
}
