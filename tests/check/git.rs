//! The program beside git: added lines, commit messages, names that git has quoted.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::folders::{folder, issues, write};

fn git(folder: &Path, args: &[&str]) {
    let who =
        ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"];
    let output = Command::new("git").args(who).args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
}

#[test]
fn only_added_lines_and_commit_messages() {
    let folder = folder("git", &[("a.py", "\u{430}dmin = 1\nx = 1\n"), ("sub/d \"e.txt", "one\n")]);
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "-A"]);
    git(&folder, &["commit", "-qm", "First"]);
    git(&folder, &["checkout", "-qb", "topic"]);
    write(&folder, "a.py", "y = 2\n\u{430}dmin = 1\nx = 1\n\u{430}dmin = 2\n");
    write(&folder, "sub/d \"e.txt", "one\nwo\u{200B}rd\n");
    git(&folder, &["commit", "-qam", "Th\u{435} second\n\nwith wo\u{200B}rds"]);
    write(&folder, "new.txt", "wo\u{200B}rd\n");
    write(&folder, "a.py", "y = 2\n\u{430}dmin = 1\nx = 1\n\u{430}dmin = 2\n\u{430}dmin = 3\n");
    let since_main = [
        "a.py:4:1 lookalike error",
        "a.py:5:1 lookalike error",
        "new.txt:1:3 invisible error",
        "sub/d \\\"e.txt:2:3 invisible error",
    ];
    assert_eq!(issues(&folder, &["--isolated", "--changed=main"]).0, since_main);
    assert_eq!(issues(&folder, &["--isolated", "--changed"]).0, ["a.py:5:1 lookalike error", "new.txt:1:3 invisible error"]);
    assert_eq!(issues(&folder.join("sub"), &["--isolated", "--changed=main"]).0, ["d \\\"e.txt:2:3 invisible error"]);
    let whole = folder.canonicalize().unwrap();
    assert_eq!(issues(&folder.join("sub"), &["--isolated", "--changed=main", whole.to_str().unwrap()]).0.len(), 4);
    let (messages, status) = issues(&folder, &["--isolated", "--commits=main..HEAD"]);
    assert_eq!((messages.len(), status), (2, 1));
    assert!(messages[0].contains(":1:1 lookalike error") && messages[1].contains(":3:8 invisible error"), "{messages:?}");
    assert_eq!(issues(&folder, &["--isolated", "--changed=nowhere"]).1, 2);
    assert_eq!(issues(&folder, &["--isolated", "--changed=--output=x"]).1, 2);
    write(
        &folder,
        "MSG/COMMIT_EDITMSG",
        "Fix th\u{435} door\n# wo\u{200B}rd\n# ------------------------ >8 ------------------------\nwo\u{200B}rd\n",
    );
    assert_eq!(
        issues(&folder, &["--isolated", "MSG/COMMIT_EDITMSG"]).0.len(),
        3,
        "what stands behind # is looked at as a comment"
    );
}

#[test]
fn a_file_that_was_renamed_has_no_added_lines() {
    let rows: String = (0..20).map(|row| format!("row = {row}\n")).collect();
    let folder = folder("renamed", &[("a.py", &format!("{rows}\u{430}dmin = 1\n"))]);
    git(&folder, &["init", "-q"]);
    git(&folder, &["add", "-A"]);
    git(&folder, &["commit", "-qm", "First"]);
    git(&folder, &["mv", "a.py", "b.py"]);
    assert_eq!(issues(&folder, &["--isolated", "--changed"]), (vec![], 0));
    write(&folder, "b.py", &format!("{rows}\u{430}dmin = 1\n\u{430}dmin = 2\n"));
    assert_eq!(issues(&folder, &["--isolated", "--changed"]).0, ["b.py:22:1 lookalike error"]);
}

#[test]
fn names_that_git_has_quoted() {
    let folder = folder("quoted", &[("caf\u{E9}.py", "\u{430}dmin = 1\n")]);
    fs::write(folder.join("list"), "\"caf\\303\\251.py\"\n").unwrap();
    let seen = vec!["caf\u{E9}.py:1:1 lookalike error".to_owned()];
    assert_eq!(issues(&folder, &["--isolated", "--file-list", "list"]), (seen, 1));
}
