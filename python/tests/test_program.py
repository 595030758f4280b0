"""The module says what the program says, byte for byte."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import NASTY, ROOT

import unspoof

FORMATS = {".html": "html", ".md": "markdown", ".txt": "text"}
SAMPLES = sorted(path for path in (ROOT / "input").iterdir() if path.suffix in FORMATS)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("changes", ["summary", "full", "none"])
def test_samples(sample: Path, changes: str, unspoof_cli: Callable[..., bytes]) -> None:
    said = unspoof.parse_json(sample.read_bytes(), format=FORMATS[sample.suffix], name=sample.name, changes=changes)
    assert (said + "\n").encode() == unspoof_cli("run", "--to", "jsonl", "--changes", changes, str(sample))
    try:
        text = sample.read_bytes().decode()
    except UnicodeDecodeError:
        return  # in another encoding, there is no str of which the document would be the same
    assert unspoof.parse_json(text, format=FORMATS[sample.suffix], name=sample.name, changes=changes) == said


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts(text: str, unspoof_cli: Callable[..., bytes]) -> None:
    given = text.encode()
    assert unspoof.parse_json(given).encode() + b"\n" == unspoof_cli("run", "--from", "text", "--to", "jsonl", given=given)
    # A byte order mark at the start of bytes is theirs; in a str it is a character.
    if not text.startswith("\ufeff"):
        assert unspoof.clean(text).encode() == unspoof_cli("clean", given=given)
    row = json.dumps({"text": text}).encode() + b"\n"
    [cleaned] = unspoof_cli("clean", "--from", "jsonl", given=row).splitlines()
    assert unspoof.clean(text) == json.loads(cleaned)["text"]
    for filename in ("a.py", "a.txt"):
        lines = unspoof_cli("check", "--isolated", "--format", "jsonl", "--stdin-filename", filename, given=given)
        if not text.startswith("\ufeff"):
            assert unspoof.check(text, filename=filename) == [json.loads(line) for line in lines.splitlines()]


def test_options_mean_the_same(unspoof_cli: Callable[..., bytes]) -> None:
    text = "Fr\u200bее\u2003bееr, сор, 2 days ago"
    for select, ignore, level in [("restore", "invisible", "certain"), ("all", "spaces", "doubtful"), ("tidy", "nfc", "likely")]:
        said = unspoof_cli("clean", "--select", select, "--ignore", ignore, "--level", level, given=text.encode())
        assert unspoof.clean(text, select=select, ignore=ignore, level=level).encode() == said
    said = unspoof_cli("run", "--to", "jsonl", "--captured-at", "2026-11-25", given=text.encode())
    assert unspoof.parse_json(text, captured_at="2026-11-25").encode() + b"\n" == said


def test_the_program_runs_as_a_module() -> None:
    said = subprocess.run([sys.executable, "-P", "-m", "unspoof", "--version"], capture_output=True, check=True, text=True)
    assert said.stdout.split()[:2] == ["unspoof", unspoof.__version__]
    command = [sys.executable, "-P", "-m", "unspoof", "check", "--isolated", "-"]
    assert subprocess.run(command, input="\u202e".encode(), stdout=subprocess.PIPE, check=False).returncode == 1
