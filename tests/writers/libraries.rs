//! The libraries themselves load what is written: `load.py` in an environment that is made once and kept in `target/`.
//!
//! Needs Python 3.10 or newer and, for the first time, a package index. A user without them is told so and the test passes; where
//! `CI=true`, it fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use unspoof::decode::{Charset, decode_as};

use crate::texts::ALL;
use crate::{document, written};

const REQUIREMENTS: &str = include_str!("requirements.txt");

/// Dolma's wheel, which is read and not installed.
const DOLMA: &str = "dolma==1.2.1";

/// Runs a command; what it says where it fails.
fn run(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if output.status.success() {
        Ok(said(&output.stdout))
    } else {
        Err(format!("{command:?}\n{}\n{}", said(&output.stdout), said(&output.stderr)))
    }
}

/// The folder of the environment, whole or not at all: a mark is written last.
fn environment() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("writers-python");
    let mark = folder.join("made-of");
    let wanted = format!("{REQUIREMENTS}{DOLMA}\n");
    if fs::read_to_string(&mark).is_ok_and(|made_of| made_of == wanted) {
        return Ok(folder);
    }
    let _ = fs::remove_dir_all(&folder);
    run(Command::new("python3").args(["-c", "import sys; assert sys.version_info >= (3, 10), sys.version"]))?;
    run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let requirements = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/writers/requirements.txt");
    let pip = || {
        let mut pip = Command::new(python(&folder));
        pip.args(["-m", "pip", "--quiet", "--disable-pip-version-check"]);
        pip
    };
    run(pip().args(["install", "--requirement"]).arg(requirements))?;
    // For any one platform: only a file of plain Python is read.
    let platform = ["--only-binary=:all:", "--python-version=3.12", "--platform=manylinux_2_28_x86_64"];
    run(pip().args(["download", "--no-deps", DOLMA, "--dest"]).arg(folder.join("wheels")).args(platform))?;
    fs::write(mark, wanted).map_err(|error| error.to_string())?;
    Ok(folder)
}

fn python(folder: &Path) -> PathBuf {
    if cfg!(windows) { folder.join("Scripts/python.exe") } else { folder.join("bin/python") }
}

#[test]
fn the_libraries_load_what_is_written() {
    let folder = match environment() {
        Ok(folder) => folder,
        Err(error) => {
            assert!(
                std::env::var("CI").as_deref() != Ok("true"),
                "expected Python with the packages of tests/writers/requirements.txt: {error}"
            );
            println!("skipped: needs Python 3.10 with the packages of tests/writers/requirements.txt\n{error}");
            return;
        }
    };
    let wheel = fs::read_dir(folder.join("wheels")).unwrap().next().unwrap().unwrap().path();
    let written_to = Path::new(env!("CARGO_TARGET_TMPDIR")).join("writers-documents");
    let _ = fs::remove_dir_all(&written_to);
    fs::create_dir_all(&written_to).unwrap();
    let samples = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("input")).unwrap();
    let samples = samples.map(|entry| {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        decode_as(&bytes, Charset::Guess).unwrap().text.into_owned()
    });
    for (number, text) in samples.chain(ALL.map(str::to_owned)).enumerate() {
        let document = document(&text);
        for format in ["json", "langchain", "llamaindex", "datatrove", "dolma", "schema-org"] {
            fs::write(written_to.join(format!("page{number}.{format}")), written(&document, format)).unwrap();
        }
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/writers/load.py");
    let said =
        run(Command::new(python(&folder)).arg(script).arg(&written_to).arg(wheel)).unwrap_or_else(|error| panic!("{error}"));
    println!("{said}");
    assert_eq!(said.lines().filter(|line| line.ends_with(" loaded") && !line.ends_with(" 0 loaded")).count(), 5, "{said}");
}
