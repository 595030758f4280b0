"""The page of the documentation, as far as it needs no cluster."""
import json
import shutil
import unittest

import pyarrow
from pyarrow import parquet

from . import articles, page, warc
from .case import TARGET

PAGES = 12
QUESTION = "Which tree is tallest?\n\n1 Answer\n\nThе coast rеdwood.\n\nanswеrеd 2 yеars ago by Ann Rееd"


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = TARGET / "page"
        shutil.rmtree(cls.folder, ignore_errors=True)
        cls.folder.mkdir(parents=True)
        texts = [row["text"] for row in articles.rows(3 * PAGES) if row["text"]][:PAGES]
        pages = [(f"https://example.org/{number}", f"Page {number}", text, "utf-8") for number, text in enumerate(texts)]
        pages[0] = ("https://example.org/0", "Trees", QUESTION, "utf-8")
        pages[3] = ("https://example.org/3", "Страница", "Добрый день. Сегодня идёт дождь.\n\nЗавтра будет солнце.", "windows-1251")
        warc.write(cls.folder / "crawl.warc.gz", pages)
        rows = ['{"id": 1, "text": "Thе first."}', '{"id": 2, "text": ', '{"id": 3, "text": "Thе third."}']
        (cls.folder / "rows.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")

    def documents(self):
        """The documents that the page has made, as JSON."""
        with pyarrow.input_stream(self.folder / "documents" / "part-00000.jsonl.zst", compression="zstd") as shard:
            return [json.loads(line) for line in shard.read().splitlines()]

    def test_from_a_crawl_to_parquet(self):
        for section in ("One machine", "After a kill", "What could not be read", "What a row is", "To Parquet"):
            with self.subTest(section):
                page.follow(section, self.folder)
        documents = self.documents()
        self.assertEqual(len(documents), PAGES)
        self.assertIn("Добрый день.", documents[3]["text"])
        self.assertEqual(parquet.read_table(self.folder / "columns" / "part-00000.parquet").to_pylist(), documents)

