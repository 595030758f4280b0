//! The attacks of "Trojan Source" (Boucher and Anderson, 2021) in many languages, in our own words: each must be found where it
//! stands, and nothing else.

use super::{checked, marked};

/// A language: the ending of its files, a comment around `{}`, a string around `{}`, a function of the name `{}`.
const LANGUAGES: &[(&str, &str, &str, &str)] = &[
    ("c", "/*{}*/", "x = \"{}\";", "int {}(void) { return 1; }"),
    ("cpp", "/*{}*/", "auto x = \"{}\";", "bool {}() { return true; }"),
    ("cs", "/*{}*/", "var x = \"{}\";", "static bool {}() => true;"),
    ("go", "/*{}*/", "x := \"{}\"", "func {}() bool { return true }"),
    ("java", "/*{}*/", "String x = \"{}\";", "static boolean {}() { return true; }"),
    ("js", "/*{}*/", "let x = \"{}\";", "function {}() { return true }"),
    ("kt", "/*{}*/", "val x = \"{}\"", "fun {}() = true"),
    ("lua", "--[[{}]]", "x = \"{}\"", "function {}() end"),
    ("php", "/*{}*/", "$x = \"{}\";", "function {}() { return true; }"),
    ("pl", "# {}", "$x = \"{}\";", "sub {} { 1 }"),
    ("ps1", "<#{}#>", "$x = \"{}\"", "function {} { $true }"),
    ("py", "# {}", "x = \"{}\"", "def {}(): return True"),
    ("rb", "# {}", "x = \"{}\"", "def {}; true; end"),
    ("rs", "/*{}*/", "let x = \"{}\";", "fn {}() -> bool { true }"),
    ("sh", "# {}", "x=\"{}\"", "{}() { true; }"),
    ("sol", "/*{}*/", "string x = \"{}\";", "function {}() public {}"),
    ("sql", "/*{}*/", "SELECT '{}';", "CREATE FUNCTION {}() RETURNS int"),
    ("swift", "/*{}*/", "let x = \"{}\"", "func {}() -> Bool { true }"),
    ("ts", "/*{}*/", "const x: string = `{}`;", "function {}(): boolean { return true }"),
    ("s", "; {}", ".ascii \"{}\"", "{}: ret"),
];

#[test]
fn every_attack_is_found_in_every_language() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (ending, comment, string, function) in LANGUAGES {
        let attacks = [
            ("commenting-out", "bidi", comment.replace("{}", "⟦\u{202E} } \u{2066}if (member)\u{2069} \u{2066}⟧ members only ")),
            ("stretched string", "bidi", string.replace("{}", "guest⟦\u{202E} \u{2066}// the owner only\u{2069} \u{2066}⟧")),
            ("early return", "bidi", comment.replace("{}", " pay the guest ⟦\u{2067}⟧") + " ;return"),
            ("homoglyph function", "lookalike", function.replace("{}", "⟦sayНello⟧")),
            ("homoglyph function", "lookalike", function.replace("{}", "⟦уоu⟧")),
            ("invisible function", "invisible", function.replace("{}", "is⟦\u{200B}⟧Owner")),
            ("invisible function", "invisible", function.replace("{}", "sum⟦\u{2062}⟧Of")),
        ];
        for (name, rule, attack) in attacks {
            count += 1;
            let (text, expected) = marked(&format!("\n\t{attack}\n"));
            let issues = checked(&format!("a.{ending}"), &text).issues;
            let places: Vec<_> =
                issues.iter().map(|issue| [issue.start.line, issue.start.column, issue.end.line, issue.end.column]).collect();
            let as_told = issues.iter().all(|issue| issue.rule == rule && issue.severity.as_str() == "error");
            if places != expected || !as_told {
                let got: Vec<_> = issues.iter().map(|issue| (issue.rule, issue.severity.as_str(), &issue.text)).collect();
                wrong.push(format!("{ending}: {name}: expected {expected:?}, found {places:?} {got:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 100);
}
