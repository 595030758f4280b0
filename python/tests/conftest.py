"""What the tests share: the program, texts, and one line at the end that says how many passed."""

import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(sysconfig.get_path("scripts"), "unspoof")

# Written with escapes where the eye could not tell.
NASTY = [
    "",
    "\n",
    "\0",
    "Plain ASCII.",
    "Th\u0435 t\u0435a is hot.",
    "\U0001f600 th\u0435 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1eb\U0001f1f7",
    "fr\u200bee\u2003beer \ufeff",
    "\ufeffTh\u0435 b\u0435ginning",
    "\u202eevil\u202c \u2066x\u2069",
    "cafe\u0301 e\u0301\u0301\u0301\u0301\u0301",
    "Ð\x9fÑ\x80Ð¸Ð²ÐµÑ‚, Ã©tÃ©",
    "a\r\nb\rc\u2028d\u0085e  \n",
    "\U000e0041\U000e0042 hidden",
    "Пожалуйста, позвоните в офис. مرحبا بالعالم ‏123 हिन्दी ไทย 日本語",
    "\U0001d407\U0001d41e\U0001d425\U0001d425\U0001d428 \uff37\uff4f\uff52\uff4c\uff44",
    "x" * 5000 + " р\u0430ypal " + "y" * 5000,
    "&#1077;&lt;b&gt; <p>Th\u0435 <b>\u0435nd</b></p>",
    "Which?\n\n1 Answer\n\nTh\u0435 coast.\n\nansw\u0435r\u0435d 2 y\u0435ars ago by Ann R\u0435\u0435d\n",
    "\uffff\ufdd0\U0010ffff",
]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    count = {outcome: len(terminalreporter.stats.get(outcome, [])) for outcome in ("passed", "failed", "error")}
    failed = count["failed"] + count["error"]
    terminalreporter.write_line(f"test result: {'FAILED' if failed else 'ok'}. {count['passed']} passed; {failed} failed")


@pytest.fixture
def unspoof_cli() -> Callable[..., bytes]:
    """The program of the package: what it writes for these arguments and this input."""

    def run(*arguments: str, given: bytes = b"") -> bytes:
        done = subprocess.run([PROGRAM, *arguments], input=given, stdout=subprocess.PIPE, check=False)
        assert done.returncode in (0, 1), arguments
        return done.stdout

    return run
