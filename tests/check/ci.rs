//! The hooks and the action, run by what runs them: pre-commit itself, and the shell with the environment of a workflow.
//!
//! How they install the program is left out: here it is the one that was just built.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::readers::readers;

const SPOOF: &str = "us\u{435}r = 1\n";

/// A repository with a spoofed file and a genuine one, both in the index.
fn repository(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-ci").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("spoofed.py"), SPOOF).unwrap();
    fs::write(folder.join("genuine.md"), "Привет, USB-кабель!\n").unwrap();
    git(&folder, &["init", "--quiet", "--initial-branch=main"]);
    git(&folder, &["add", "."]);
    folder
}

fn git(folder: &Path, args: &[&str]) {
    let who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"];
    let output = Command::new("git").args(who).args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A program that finds ours as `unspoof`.
fn command(program: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
    let ours = Path::new(env!("CARGO_BIN_EXE_unspoof")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let mut command = Command::new(program);
    command.current_dir(folder).env("PATH", format!("{}:{path}", ours.display()));
    command
}

/// A YAML file of this repository.
fn yaml(home: &Path, file: &str) -> Value {
    let code = "import json, sys, yaml\nprint(json.dumps(yaml.safe_load(open(sys.argv[1], encoding='utf-8'))))";
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let output = Command::new(home.join("bin/python")).args(["-c", code]).arg(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn hooks_are_run_by_pre_commit() {
    let Some(home) = readers() else { return };
    let folder = repository("hooks");
    let hooks = yaml(&home, ".pre-commit-hooks.yaml");
    // JSON is YAML. The program is there already, so that there is nothing to build.
    let mut local = hooks.clone();
    for hook in local.as_array_mut().unwrap() {
        hook["language"] = "system".into();
    }
    let config = serde_json::json!({ "repos": [{ "repo": "local", "hooks": local }] });
    fs::write(folder.join(".pre-commit-config.yaml"), config.to_string()).unwrap();
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join(".pre-commit-hooks.yaml");
    let cache = folder.join(".git/cache");
    let run = |args: &[&str]| {
        let mut command = command(home.join("bin/pre-commit"), &folder);
        command.args(args).env("PRE_COMMIT_HOME", &cache).output().unwrap()
    };
    let valid = run(&["validate-manifest", manifest.to_str().unwrap()]);
    assert!(valid.status.success(), "{}", said(&valid));

    let found = run(&["run", "unspoof", "--all-files"]);
    assert_eq!(found.status.code(), Some(1), "{}", said(&found));
    assert!(said(&found).contains(" --> spoofed.py:1:1"), "{}", said(&found));
    assert!(!said(&found).contains("genuine.md"), "{}", said(&found));

    let repaired = run(&["run", "unspoof-fix", "--all-files"]);
    assert_eq!(repaired.status.code(), Some(1), "a hook that changes files fails: {}", said(&repaired));
    assert_eq!(fs::read_to_string(folder.join("spoofed.py")).unwrap(), "user = 1\n");
    let clean = run(&["run", "unspoof", "--all-files"]);
    assert!(clean.status.success(), "{}", said(&clean));

    let message = folder.join(".git/COMMIT_EDITMSG");
    for (text, status) in [("Fix the p\u{430}ssword\n", 1), ("Исправить пароль\n", 0)] {
        fs::write(&message, text).unwrap();
        let args = ["run", "unspoof-commit-message", "--hook-stage", "commit-msg", "--commit-msg-filename"];
        let output = run(&[&args[..], &[message.to_str().unwrap()]].concat());
        assert_eq!(output.status.code(), Some(status), "{}", said(&output));
    }
}

/// Runs the step `Check` of the action as a runner does: a script for bash, inputs by `env`, files for what it hands on.
fn run_action(action: &Value, folder: &Path, given: &[(&str, &str)]) -> (Output, String, String) {
    let steps = action["runs"]["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["id"] == "check").unwrap();
    assert_eq!(step["shell"], "bash");
    let [script, summary, outputs] = ["script", "summary", "outputs"].map(|name| folder.join(".git").join(name));
    fs::write(&script, step["run"].as_str().unwrap()).unwrap();
    fs::write(&summary, "").unwrap();
    fs::write(&outputs, "").unwrap();
    let mut command = command("bash", folder);
    command.args(["--noprofile", "--norc", "-e", "-o", "pipefail"]).arg(&script);
    for (name, value) in step["env"].as_object().unwrap() {
        let input = value.as_str().unwrap().strip_prefix("${{ inputs.").unwrap().strip_suffix(" }}").unwrap();
        let default = action["inputs"][input]["default"].as_str().unwrap();
        let value = given.iter().find(|(name, _)| *name == input).map_or(default, |(_, value)| value);
        command.env(name, value);
    }
    let output = command.env("GITHUB_STEP_SUMMARY", &summary).env("GITHUB_OUTPUT", &outputs).output().unwrap();
    (output, fs::read_to_string(summary).unwrap(), fs::read_to_string(outputs).unwrap())
}

#[test]
fn the_action_does_what_its_inputs_say() {
    let Some(home) = readers() else { return };
    let action = yaml(&home, "action.yml");
    let folder = repository("action");

    let (output, summary, outputs) = run_action(&action, &folder, &[("sarif", "issues.sarif")]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(
        said(&output).contains("::error file=spoofed.py,line=1,endLine=1,col=1,endColumn=4,title=unspoof lookalike::"),
        "{}",
        said(&output)
    );
    assert!(summary.contains("| error | spoofed.py&#58;1&#58;1 | lookalike |"), "{summary}");
    assert_eq!(outputs, "status=1\n");
    let sarif: Value = serde_json::from_slice(&fs::read(folder.join("issues.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 1);

    // What was there before is not reported; what comes from outside is no code.
    git(&folder, &["commit", "--quiet", "--message=Begin"]);
    fs::write(folder.join("new.py"), "x = 1\n").unwrap();
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "--message=Go on"]);
    let (output, _, outputs) = run_action(&action, &folder, &[("changed", "HEAD~1")]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(outputs, "status=0\n");
    let (output, _, outputs) = run_action(&action, &folder, &[("paths", "$(touch owned) ; touch owned")]);
    assert_eq!((output.status.code(), outputs.as_str()), (Some(2), "status=2\n"), "{}", said(&output));
    assert!(!folder.join("owned").exists());
}
