"""Does what docs/cleaning-a-crawl.md tells people to do, and compares what it shows with what comes out."""
import os
import pathlib
import re
import signal
import subprocess
import sys

from .processes import family, send

ROOT = pathlib.Path(__file__).parents[3]
PAGE = ROOT / "docs" / "cleaning-a-crawl.md"
SECONDS = 120  # for one command
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# The commands of the environment that the tests run in.
ENVIRONMENT = {**os.environ, "PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"}


def blocks(section):
    """The blocks of a section of the page, each with its kind, in order."""
    _, *sections = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return BLOCK.findall(next(text for text in sections if text.startswith(f"{section}\n")))


def python(section):
    """The one piece of Python in a section."""
    (code,) = [text for kind, text in blocks(section) if kind == "python"]
    return code


def follow(section, folder, environment=ENVIRONMENT, **replaced):
    """Types the commands of a section and runs its Python, in a folder."""
    for kind, text in blocks(section):
        if kind == "python":
            output([sys.executable, "-c", text], folder, environment)
            continue
        for typed in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            # A command goes on where a line ends in a backslash.
            command, shown = re.fullmatch(r"((?:[^\n]*\\\n)*[^\n]*\n)(.*)", typed, re.DOTALL).groups()
            for what, by in replaced.items():
                command = command.replace(what, by)
            compare(command, shown, output(["bash", "-c", command], folder, environment))


def output(command, folder, environment):
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        found, told = process.communicate(timeout=SECONDS)
    finally:
        if process.poll() is None:
            # What it started would go on without it.
            send(signal.SIGKILL, family(process.pid))
    if process.returncode:
        raise AssertionError(f"{command[-1]}\nended with status {process.returncode}\n{told[-2000:]}")
    return found


def compare(command, shown, found):
    """`…` on the page stands for anything; JSON may be broken into lines behind it or behind a comma."""
    shown_whole = re.sub(r"(?<=[…,])\n(?=\")", "", shown.rstrip())
    wanted = ".*".join(map(re.escape, shown_whole.split("…")))
    if not re.fullmatch(wanted, found.rstrip(), re.DOTALL):
        raise AssertionError(f"{command}must show\n{shown}but shows\n{found[:2000]}")
