"""Runs what docs/cleaning-a-crawl.md tells people to type, and compares what it shows with what comes out."""
import pathlib
import re
import subprocess

PAGE = pathlib.Path(__file__).parents[3] / "docs" / "cleaning-a-crawl.md"
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sections():
    """The text of each section, by its heading."""
    _, *found = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {heading: text for heading, _, text in (section.partition("\n") for section in found)}


def blocks(section, kind):
    """The blocks of a kind in a section."""
    return [text for found, text in BLOCK.findall(sections()[section]) if found == kind]


def commands(section):
    """What is typed in a section, each with what it shows."""
    for block in blocks(section, "console"):
        for typed in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            # A command goes on where a line ends in a backslash.
            command, shown = re.fullmatch(r"((?:.*\\\n)*.*\n)(.*)", typed, re.DOTALL).groups()
            yield command, shown


def run(case, section, folder, environment, replace=("", "")):
    """Types a section's commands in a folder. `…` on the page stands for anything."""
    for command, shown in commands(section):
        done = subprocess.run(
            ["bash", "-c", command.replace(*replace)],
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=120, text=True,
        )  # fmt: skip
        case.assertEqual(done.returncode, 0, f"{command}{done.stderr}")
        wanted = ".*".join(map(re.escape, shown.split("…")))
        case.assertIsNotNone(
            re.fullmatch(wanted, done.stdout, re.DOTALL), f"{command}must show\n{shown}but shows\n{done.stdout}"
        )
