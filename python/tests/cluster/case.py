"""What the tests of both engines have in common: the articles, what the program makes of them, a limit of time."""
import json
import pathlib
import re
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

CLEAN = ["clean", "--from", "jsonl"]
RUN = ["run", "--from", "jsonl", "--to", "jsonl"]


def program(command, rows):
    """The lines that the program writes, by the ids of their rows. Only rows that have a text are shown to it."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows if row["text"] is not None)
    done = subprocess.run([PROGRAM, *command], input=lines.encode(), stdout=subprocess.PIPE, check=True, timeout=60)
    written = done.stdout.decode().split("\n")[:-1]
    return {json.loads(line)["id"]: line for line in written}


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
        lines = program(CLEAN, self.rows)
        wanted = [json.loads(lines[row["id"]]) if row["id"] in lines else row for row in self.rows]
        self.assertGreater(sum(row != clean for row, clean in zip(self.rows, wanted)), ROWS / 4)
        self.assertEqual(articles.read_parquet(folder), wanted)

    def assert_parsed(self, folder):
        """A folder of Parquet holds each row once, with the document that the program makes of it, byte for byte."""
        lines = program(RUN, self.rows)
        found = articles.read_parquet(folder)
        documents = {row["id"]: row.pop("document") for row in found}
        self.assertEqual({row.pop("error") for row in found}, {None})
        self.assertEqual(found, self.rows)
        for name, document in documents.items():
            self.assertEqual(document is None, name not in lines)
            if document is not None:
                self.assertEqual(*map(without_place, (json.dumps(document, **COMPACT), lines[name])))


COMPACT = {"ensure_ascii": False, "separators": (",", ":")}
# Where a text came from: a file and a line for the program, a column for an engine.
PLACE = re.compile(r'"name":"[^"]*"|"format":"(text|jsonl)"')


def without_place(line):
    """A document less what is different by nature."""
    return PLACE.sub("", line, count=2)
