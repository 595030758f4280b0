"""What the tests of both engines have in common: the articles, what the program makes of them, a limit of time."""
import json
import pathlib
import shutil
import subprocess
import sys
import unittest

from . import articles
from .processes import deadline

PROGRAM = str(pathlib.Path(sys.executable).with_name("unspoof"))  # that of the wheel
TARGET = pathlib.Path(__file__).parents[3] / "target" / "cluster"
ROWS = 1200
FILES = 12  # and so many tasks
SECONDS = 150  # for one test


def program(command, rows):
    """What the program writes of the rows that have a text, by their ids."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows if row["text"] is not None)
    done = subprocess.run([PROGRAM, *command], input=lines.encode(), stdout=subprocess.PIPE, check=True, timeout=60)
    written = map(json.loads, done.stdout.decode().splitlines())
    return {row["id"]: row for row in written}


class Case(unittest.TestCase):
    """Makes the articles once for a class, and ends a test that takes too long."""

    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.folder = TARGET / cls.__name__.lower()
        shutil.rmtree(cls.folder, ignore_errors=True)
        cls.rows = list(articles.rows(ROWS))
        cls.input = cls.folder / "articles"
        articles.write_parquet(cls.input, cls.rows, FILES)

    def run(self, result=None):
        with deadline(SECONDS):
            return super().run(result)

    def assert_cleaned(self, folder):
        """A folder of Parquet holds each row once, with the text that the program makes of it."""
        cleaned = program(["clean", "--from", "jsonl", "--field", "text"], self.rows)
        self.assertGreater(sum(row != cleaned.get(row["id"], row) for row in self.rows), ROWS / 4)
        self.assertEqual(articles.read_parquet(folder), [cleaned.get(row["id"], row) for row in self.rows])
