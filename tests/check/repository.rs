//! The program over whole folders: what is read, configuration, comments, repairs, baseline.

use std::fs;
use std::process::{Command, Stdio};

use super::folders::{SPOOF, folder, issues, unspoof, write};

#[test]
fn what_is_read_in_a_folder() {
    let files = [
        (".gitignore", "ignored/\n"),
        ("ignored/a.txt", SPOOF),
        (".github/workflows/a.yml", "name: \u{430}dmin\n"),
        ("node_modules/x/a.js", "let \u{430}dmin = 1"),
        ("third_party/a.c", "int \u{430}dmin;"),
        ("app.min.js", "let \u{430}dmin=1"),
        ("Cargo.lock", "name = \"\u{430}dmin\""),
        ("picture.bin", "\0\u{430}dmin"),
        ("src/a.py", "\u{430}dmin = 1\n"),
        ("src/plain.py", "admin = 1\n"),
    ];
    let folder = folder("read", &files);
    fs::write(folder.join("latin1.txt"), b"caf\xE9").unwrap();
    let seen = ".github/workflows/a.yml:1:7 lookalike error";
    assert_eq!(issues(&folder, &["--isolated"]), (vec![seen.to_owned(), "src/a.py:1:1 lookalike error".to_owned()], 1));
    let (vendored, _) = issues(&folder, &["--isolated", "--vendored"]);
    assert_eq!(vendored.len(), 6, "{vendored:?}");
    // What is named is read, whatever it is.
    let (named, _) = issues(&folder, &["--isolated", "ignored/a.txt", "app.min.js", "node_modules/x"]);
    assert_eq!(named.len(), 4, "{named:?}");
    assert_eq!(issues(&folder, &["--isolated", "--exclude", "src", "--exclude", "*.yml"]), (vec![], 0));
    assert_eq!(issues(&folder, &["--isolated", "latin1.txt"]), (vec![], 2));
    assert_eq!(issues(&folder, &["--isolated", "src", "missing"]).1, 2);
    assert_eq!(issues(&folder, &["--isolated", "--exit-zero", "src"]).1, 0);
    fs::write(folder.join("list"), "src/a.py\nsrc/plain.py\n").unwrap();
    assert_eq!(issues(&folder, &["--isolated", "--file-list", "list"]), (vec!["src/a.py:1:1 lookalike error".to_owned()], 1));
}

#[test]
fn standard_input_has_a_name() {
    let folder = folder("stdin", &[]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_unspoof"))
        .args(["check", "--isolated", "--format", "jsonl", "--stdin-filename", "deep/a.py"])
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), "# note\nx\u{200B} = 1\n".as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let issue: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!({
        "path": "deep/a.py", "line": 2, "column": 2, "end_line": 2, "end_column": 3, "span": {"start": 8, "end": 11},
        "rule": "invisible", "severity": "error", "certainty": "certain", "context": "code", "text": "\u{200B}", "fix": "",
        "message": "<U+200B ZERO WIDTH SPACE> is invisible and has no job here",
        "evidence": "an invisible character that does no job between these neighbours",
        "characters": [{"code_point": "U+200B", "name": "ZERO WIDTH SPACE", "line": 2, "column": 2}],
        "fingerprint": issue["fingerprint"],
    });
    assert_eq!((issue, output.status.code()), (expected, Some(1)));
    assert!(!output.stdout.windows(3).any(|bytes| bytes == "\u{200B}".as_bytes()), "a raw hazard in the report");
}

#[test]
fn a_repaired_pipe_goes_on() {
    let folder = folder("pipe", &[]);
    for (text, wanted, status) in
        [("th\u{435} us\u{435}r\n", "the user\n", 0), ("plain\n", "plain\n", 0), ("\u{202E}אבג\n", "אבג\n", 0)]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_unspoof"))
            .args(["check", "--isolated", "--fix", "--stdin-filename", "a.py"])
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), format!("# {text}").as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((String::from_utf8(output.stdout).unwrap(), output.status.code()), (format!("# {wanted}"), Some(status)));
    }
}

#[test]
fn paths_count_from_the_configuration() {
    let files = [
        (
            "unspoof.toml",
            "exclude = ['/gen/deep', 'skip.*']\n[[allow]]\npaths = ['src/old']\n[languages]\n'src/*.x' = 'python'\n",
        ),
        ("src/old/a.txt", SPOOF),
        ("src/b.x", "# unspoof: ignore-file\nth\u{435}\n"),
        ("src/c.txt", SPOOF),
        ("gen/deep/a.txt", SPOOF),
        ("src/skip.txt", SPOOF),
    ];
    let folder = folder("located", &files);
    let there = folder.canonicalize().unwrap().join("src");
    for (here, args) in
        [("", vec!["."]), ("src", vec![]), ("src/old", vec!["..", "../../gen"]), ("gen", vec![there.to_str().unwrap()])]
    {
        let (told, _) = issues(&folder.join(here), &args);
        assert!(!told.is_empty() && told.iter().all(|issue| issue.contains("c.txt:1:")), "{here} {args:?}: {told:?}");
    }
    assert_eq!(issues(&folder, &["src/skip.txt"]).0.len(), 2, "what is named is read");
    assert_eq!(issues(&folder, &["--force-exclude", "src/skip.txt"]), (vec![], 0));
}

#[test]
fn threads_change_nothing() {
    let files: Vec<(String, String)> = (0..90)
        .map(|n| {
            (
                format!("d{}/f{n}.rs", n % 7),
                format!("// th\u{435} {n}\nfn x{n}\u{200B}() {{}}\nlet \u{3BC}{n} = \u{B5}{};\n", n % 3),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder("threads", &files);
    let one = unspoof(&folder, &["--isolated", "-j1", "--format", "json"]);
    let many = unspoof(&folder, &["--isolated", "-j7", "--format", "json"]);
    assert!(one.stdout == many.stdout && one.stderr == many.stderr && one.stdout.len() > 10_000);
}

#[test]
fn the_nearest_configuration_counts() {
    let files = [
        ("unspoof.toml", "[[allow]]\nwords = ['\u{430}dmin']\npaths = ['docs']\n"),
        ("docs/a.md", "the \u{430}dmin\n"),
        ("src/a.md", "the \u{430}dmin\n"),
        ("py/pyproject.toml", "[tool.unspoof]\nignore = ['lookalike']\n"),
        ("py/a.py", "\u{430}dmin = 1 # \u{200B}\n"),
        ("rs/Cargo.toml", "[package]\nname = 'x'\n[package.metadata.unspoof]\nlevel = 'certain'\ntypography = true\n"),
        ("rs/a.rs", "// “a”\n"),
        ("bad/unspoof.toml", "levle = 'certain'\n"),
    ];
    let folder = folder("config", &files);
    assert_eq!(issues(&folder, &["docs", "src"]).0, ["src/a.md:1:5 lookalike error"]);
    assert_eq!(issues(&folder, &["docs", "src", "--isolated"]).0.len(), 2);
    assert_eq!(issues(&folder.join("py"), &[]).0, ["a.py:1:13 invisible warning"]);
    assert_eq!(issues(&folder.join("rs"), &[]).0.len(), 0);
    assert_eq!(issues(&folder.join("rs"), &["--level", "likely"]).0.len(), 2);
    assert_eq!(issues(&folder.join("bad"), &[]).1, 2);
    let shown = unspoof(&folder.join("py"), &["--show-config", "--level", "certain"]);
    let shown: serde_json::Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown, serde_json::json!({"ignore": ["lookalike"], "level": "certain"}));
    let schema: serde_json::Value = serde_json::from_str(unspoof::check::CONFIG_SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&shown));
    assert!(!validator.is_valid(&serde_json::json!({"allow": [{"reason": "all"}]})));
}

#[test]
fn what_is_allowed() {
    let text = "int pr\u{3BF}cess; // th\u{435}\nchar *s = \"th\u{435}\u{200B}se\";\n";
    for (entry, left) in [
        ("characters = ['U+0435']", 2),
        ("characters = ['U+0300..U+04FF', 'U+200B']", 0),
        ("scripts = ['Cyrillic']", 2),
        ("locales = ['uk', 'el']\ncontexts = ['comment', 'code']", 1),
        ("words = ['th\u{435}']", 2),
        ("rules = ['lookalike']\npaths = ['*.c']", 0),
        ("paths = ['other']", 3),
    ] {
        let folder = folder("allow", &[("a.c", text), ("unspoof.toml", &format!("[[allow]]\n{entry}\n"))]);
        assert_eq!(issues(&folder, &["a.c"]).0.len(), left, "{entry}");
    }
}

#[test]
fn comments_silence_their_line_and_strings_do_not() {
    let text = "a\u{200B}b = 1  # unspoof: ignore\n# unspoof: ignore[invisible] for a reason\na\u{200B}b = 1\na\u{200B}b = 1  # unspoof: ignore[bidi]\n\
                a\u{200B}b = \"# unspoof: ignore\"\n# unspoof: off\na\u{200B}b = 1\n# unspoof: on\na\u{200B}b = 1  # unspoof: ignore[U+200B]\na\u{200B}b = 1\n";
    let folder = folder(
        "comments",
        &[
            ("a.py", text),
            ("b.py", "# unspoof: ignore-file\na\u{200B}b = 1\n"),
            ("c.txt", "# unspoof: ignore-file\na\u{200B}b\n"),
        ],
    );
    let (told, status) = issues(&folder, &["--isolated"]);
    let lines = ["a.py:4:2", "a.py:5:2", "a.py:10:2", "c.txt:2:2"].map(|place| format!("{place} invisible error"));
    assert_eq!((told, status), (lines.to_vec(), 1));
}

#[test]
fn repairs_keep_what_they_were_not_asked_about() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let folder = folder(
        "fix",
        &[
            ("a.py", "# th\u{435} us\u{435}r\r\nx = 'caf\u{E9} – “ok”'\r\n"),
            ("b.txt", "The ѕ\u{3BF}up is hot, lаter \u{3C5}p.\n"),
        ],
    );
    fs::write(folder.join("w.txt"), wide("\u{FEFF}Th\u{435} wo\u{200B}rd\r\n")).unwrap();
    let diff = unspoof(&folder, &["--isolated", "--diff", "a.py"]);
    let shown = String::from_utf8(diff.stdout).unwrap();
    assert!(shown.contains("-# th<U+0435 CYRILLIC SMALL LETTER IE> us<U+0435 CYRILLIC SMALL LETTER IE>r"), "{shown}");
    assert!(shown.contains("\n+# the user"), "{shown}");
    assert!(fs::read_to_string(folder.join("a.py")).unwrap().contains('\u{435}'), "--diff has written");
    let (_, status) = issues(&folder, &["--isolated", "--fix", "a.py", "w.txt"]);
    assert_eq!(status, 0);
    assert_eq!(fs::read_to_string(folder.join("a.py")).unwrap(), "# the user\r\nx = 'caf\u{E9} – “ok”'\r\n");
    assert_eq!(fs::read(folder.join("w.txt")).unwrap(), wide("\u{FEFF}The word\r\n"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 3, "something was left beside the files");
    assert_eq!(issues(&folder, &["--isolated", "a.py", "w.txt"]), (vec![], 0));
    issues(&folder, &["--isolated", "--unsafe-fixes", "b.txt"]);
    assert_eq!(issues(&folder, &["--isolated", "b.txt"]), (vec![], 0));
}

#[test]
fn a_baseline_survives_moved_lines() {
    let folder = folder("baseline", &[("a.py", "\u{430}dmin = 1\n"), ("b.py", "x = '\u{430}dmin'\n")]);
    let with = ["--isolated", "--baseline", "base.json"];
    assert_eq!(issues(&folder, &with).1, 2, "there is none yet");
    assert_eq!(issues(&folder, &[&with[..], &["--write-baseline"]].concat()).1, 0);
    assert_eq!(issues(&folder, &with), (vec![], 0));
    write(&folder, "a.py", "import os\n\n\n    \u{430}dmin = 1\n\u{430}dmin = 2\n");
    assert_eq!(issues(&folder, &with), (vec!["a.py:5:1 lookalike error".to_owned()], 1));
    // What is accepted is not repaired.
    issues(&folder, &[&with[..], &["--fix"]].concat());
    assert_eq!(fs::read_to_string(folder.join("a.py")).unwrap(), "import os\n\n\n    \u{430}dmin = 1\nadmin = 2\n");
    fs::remove_file(folder.join("b.py")).unwrap();
    let pruned = unspoof(&folder, &[&with[..], &["--prune-baseline"]].concat());
    assert!(String::from_utf8(pruned.stderr).unwrap().contains("1 taken out of the baseline"));
    let left: serde_json::Value = serde_json::from_str(&fs::read_to_string(folder.join("base.json")).unwrap()).unwrap();
    assert_eq!((left["issues"].as_array().unwrap().len(), &left["issues"][0]["path"]), (1, &"a.py".into()));
}

#[cfg(unix)]
#[test]
fn links_lead_to_nothing_that_is_not_in_the_folder() {
    use std::os::unix::fs::symlink;

    let folder = folder("links", &[("outside/a.txt", SPOOF), ("tree/a.txt", SPOOF)]);
    let tree = folder.join("tree");
    symlink("a.txt", tree.join("b.txt")).unwrap();
    symlink("../outside/a.txt", tree.join("c.txt")).unwrap();
    symlink("../tree", tree.join("loop")).unwrap();
    let once = issues(&tree, &["--isolated"]).0;
    assert!(!once.is_empty() && once.iter().all(|issue| issue.starts_with("a.txt:")), "{once:?}");
    assert_eq!(issues(&tree, &["--isolated", "c.txt"]).0.len(), once.len(), "what is named is meant");
    unspoof(&tree, &["--isolated", "--fix"]);
    assert_eq!(fs::read_to_string(folder.join("outside/a.txt")).unwrap(), SPOOF);
    assert!(tree.join("b.txt").is_symlink() && fs::read_to_string(tree.join("a.txt")).unwrap() != SPOOF);
}

#[test]
fn bytes_that_are_no_text_hide_nothing() {
    let folder = folder("bytes", &[("nul.c", "/* \0 */\nint us\u{435}r;\n"), ("film.txt", "\0\0us\u{435}r")]);
    fs::write(folder.join("bad.php"), b"<?php // caf\xE9\n$us\xD0\xB5r = 1; // \xE2\x80\xAE\n").unwrap();
    fs::write(folder.join("old.py"), b"# \xEF\xF0\xE8\xE2\xE5\xF2\n").unwrap();
    fs::write(folder.join("film.ts"), [&[0; 400][..], b"let us\xD0\xB5r"].concat()).unwrap();
    let seen =
        ["bad.php:2:2 lookalike error", "bad.php:2:15 bidi error", "nul.c:1:4 invisible warning", "nul.c:2:5 lookalike error"];
    assert_eq!(issues(&folder, &["--isolated"]), (seen.map(str::to_owned).to_vec(), 1));
    let said = String::from_utf8(unspoof(&folder, &["--isolated"]).stderr).unwrap();
    assert!(said.contains("film.ts") && said.contains("2 sources with bytes") && !said.contains("film.txt"), "{said}");
    // Nothing could be written back, so nothing is.
    let before = fs::read(folder.join("bad.php")).unwrap();
    assert_eq!(unspoof(&folder, &["--isolated", "--fix", "."]).status.code(), Some(1));
    assert_eq!(fs::read(folder.join("bad.php")).unwrap(), before);
}

#[test]
fn a_comment_that_names_no_rule_is_told() {
    let folder = folder("norule", &[("a.py", "x = \"us\u{200B}er\" # unspoof: ignore[invisble]\n")]);
    let output = unspoof(&folder, &["--isolated"]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"invisble\", which is no rule"));
}

#[test]
fn a_table_of_lookalikes_is_told_once() {
    // In regular expressions of letters there is no word, and beside each letter stands nothing.
    let rows: String =
        "\u{200B}\u{200C}\u{200D}\u{2060}\u{2061}\u{2062}\u{2063}\u{2064}\u{206A}\u{206B}\u{206C}\u{206D}\u{206E}\u{206F}"
            .chars()
            .map(|c| format!("| {c} | an invisible one |\n"))
            .collect();
    let spoof = "The p\u{430}ssword is \u{202E}terces\u{202C}.\n";
    let folder = folder("table", &[("confusables.md", &format!("{rows}{spoof}"))]);
    let (told, status) = issues(&folder, &["--isolated"]);
    assert_eq!(told, ["confusables.md:1:3 table note", "confusables.md:15:5 lookalike error", "confusables.md:15:17 bidi error"]);
    assert_eq!(status, 1);
    write(&folder, "confusables.md", &rows);
    assert_eq!(issues(&folder, &["--isolated"]).1, 0);
}

#[test]
fn statistics_count() {
    let folder = folder("statistics", &[("a.py", "\u{430}dmin = '\u{430}dmin' # wo\u{200B}rd\n")]);
    let output = unspoof(&folder, &["--isolated", "--statistics"]);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "      2  error    lookalike\n      1  error    invisible\n");
}
