"""Articles to clean, made from this repository's own texts: the same rows every time."""
import json
import pathlib
import random

import pyarrow
from pyarrow import parquet

TEXTS = pathlib.Path(__file__).parents[3] / "tests" / "cases" / "untouched.json"
TWINS = str.maketrans("aceopxyTKMHB", "асеорхуТКМНВ")
EMPTY = {31: "", 62: None}  # by the number in each 97 rows
THREAD = "{question}?\n\n1 Answer\n\n{answer}\n\nanswered 2 years ago by Ann Reed\n"
SCHEMA = pyarrow.schema(
    [("id", pyarrow.string()), ("url", pyarrow.string()), ("text", pyarrow.string()), ("score", pyarrow.float64())]
)


def rows(count, paragraphs=12, spoofed_every=2):
    """Rows as a crawl has them: genuine text of many languages, threads, spoofed text, some without any."""
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    draw = random.Random(2026)
    for number in range(count):
        yield {
            "id": f"row-{number:05}",
            "url": f"https://example.org/{number}",
            "text": EMPTY.get(number % 97, article(texts, draw, number, paragraphs, spoofed_every)),
            "score": draw.randrange(1000) / 8,
        }


def article(texts, draw, number, paragraphs, spoofed_every):
    latin = number % spoofed_every == 1
    fitting = [text["text"] for text in texts if not latin or text["script"] == "Latn"]
    chosen = draw.choices(fitting, k=paragraphs)
    text = "\n\n".join(chosen)
    if number % 5 == 0:
        text = THREAD.format(question=chosen[0].rstrip(".?!"), answer=text)
    return spoofed(text, draw) if latin else text


def spoofed(text, draw):
    """Every twin is swapped, or every other one; here and there something invisible stands in a word."""
    share = draw.choice([0.0, 0.5, 1.0])
    letters = (letter.translate(TWINS) if draw.random() < share else letter for letter in text)
    return "".join(letter + "\u200b" * (letter.isalpha() and draw.random() < share / 50) for letter in letters)


def write_parquet(folder, all_rows, files):
    """The rows in so many Parquet files, which an engine reads as so many tasks at least."""
    folder.mkdir(parents=True)
    size = -(-len(all_rows) // files)
    for number in range(files):
        part = pyarrow.Table.from_pylist(all_rows[number * size : (number + 1) * size], SCHEMA)
        parquet.write_table(part, folder / f"part-{number:03}.parquet")


def read_parquet(folder):
    """All rows of a folder, by their ids."""
    found = parquet.read_table(folder).to_pylist()
    return sorted(found, key=lambda row: row["id"])
