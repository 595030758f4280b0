"""How long each engine needs for the same articles: to clean nothing, to clean, to parse. And one machine without an engine.

    python -m cluster.measure [MEGABYTES] [ROWS.jsonl]

Rows have an `id` and a `text`; they are repeated until there is enough. Without any, articles are made of this repository's own
texts, which are short, in a hundred languages, and a twentieth of them spoofed. Engines read and write Parquet, the program JSON Lines. The best of three rounds counts; start-up does not. Work is counted as well as time: the clock also counts whoever else uses
the machine.
"""
import contextlib
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

import ray
import unspoof.ray
import unspoof.spark

from . import articles, raylets, standalone
from .case import PROGRAM, TARGET
from .processes import family, quiet

ROUNDS = 3
MEGABYTES = 100  # of text
FILES = 24
FOLDER = TARGET / "measure"


def cpu_seconds():
    """What this process and all that it started have worked, on all cores together."""
    ticks = 0
    for process in family(os.getpid()):
        with contextlib.suppress(OSError):
            fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            # Of itself and of those that have ended: user, system.
            ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def best(work):
    """The seconds of the fastest of some rounds: by the clock, and worked."""
    taken = []
    for _ in range(ROUNDS):
        start, worked = time.monotonic(), cpu_seconds()
        work()
        taken.append((time.monotonic() - start, cpu_seconds() - worked))
    return tuple(map(min, zip(*taken)))


class Report:
    """Lines of a table, for so many megabytes of text."""

    def __init__(self, output, megabytes):
        self.output, self.megabytes = output, megabytes
        print(f"{'':36} clock     over identity  worked    over identity  MB a second worked", file=output)

    def add(self, name, seconds, identity=None):
        columns = []
        for taken, least in zip(seconds, identity or (None, None)):
            beyond = "" if least is None else f"{taken - least:+.1f} s"
            columns.append(f"{taken:7.1f} s {beyond:>14}")
        print(f"{name:32} {' '.join(columns)} {self.megabytes / seconds[1]:10.1f}", file=self.output)


def program(rows, report):
    """The program from JSON Lines to packed JSON Lines, with one thread and with two."""
    records = FOLDER / "articles.jsonl"
    with open(records, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows if row["text"] is not None)
    batch = [PROGRAM, "batch", records, "--output", FOLDER / "shards", "--overwrite", "--compress", "zst", "--progress", "none"]
    for product in ("clean", "documents"):
        for threads in ("1", "2"):
            words = [*batch, "--as", product, "--threads", threads]
            seconds = best(lambda words=words: subprocess.run(words, check=True))
            report.add(f"unspoof batch, {product}, {threads} thread(s)", seconds)


def spark(report):
    cluster = standalone.Cluster(FOLDER / "spark")
    try:
        session = cluster.session()
        frame = session.read.parquet(str(FOLDER / "articles"))
        jobs = {
            "identity": lambda: frame.mapInArrow(lambda batches: batches, frame.schema),
            "clean": lambda: unspoof.spark.clean(frame, "text"),
            "parse": lambda: unspoof.spark.parse(frame, "text", id="id"),
        }
        compare("Spark", jobs, lambda job, output: job().write.mode("overwrite").parquet(output), report)
        session.stop()
    finally:
        cluster.stop()


def on_ray(report):
    cluster = raylets.Cluster(FOLDER / "ray")
    try:
        jobs = {
            "identity": lambda rows: rows.map_batches(lambda batch: batch, batch_format="pyarrow"),
            "clean": lambda rows: unspoof.ray.clean(rows, "text"),
            "parse": lambda rows: unspoof.ray.parse(rows, "text", id="id"),
        }

        def run(job, output):
            shutil.rmtree(output, ignore_errors=True)
            job(ray.data.read_parquet(str(FOLDER / "articles")).repartition(FILES)).write_parquet(output)

        compare("Ray Data", jobs, run, report)
    finally:
        cluster.stop()


def compare(engine, jobs, run, report):
    """Runs each job of an engine; the first one bears no cost of the others' start."""
    output = str(FOLDER / "output")
    run(jobs["identity"], output)
    seconds = {name: best(lambda job=job: run(job, output)) for name, job in jobs.items()}
    for name in jobs:
        report.add(f"{engine}, {name}", seconds[name], seconds["identity"])


def repeated(path, megabytes):
    """The rows of a file, again and again, with ids of their own."""
    given = [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]
    sizes = itertools.accumulate(len(row["text"].encode()) for row in itertools.cycle(given))
    count = next(number for number, size in enumerate(sizes, 1) if size >= megabytes * 1e6)
    for number, row in enumerate(itertools.islice(itertools.cycle(given), count)):
        yield {"id": f"{number}-{row['id']}", "url": None, "text": row["text"], "score": None}


def main():
    wanted = int(sys.argv[1]) if sys.argv[1:] else MEGABYTES
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    if sys.argv[2:]:
        rows = list(repeated(sys.argv[2], wanted))
    else:
        rows = list(articles.rows(wanted * 300, paragraphs=50, spoofed_every=20))
    megabytes = sum(len((row["text"] or "").encode()) for row in rows) / 1e6
    print(f"{len(rows)} articles, {megabytes:.0f} MB of text")
    articles.write_parquet(FOLDER / "articles", rows, FILES)
    with quiet(FOLDER / "engines.log") as terminal:
        report = Report(terminal, megabytes)
        program(rows, report)
        spark(report)
        on_ray(report)


if __name__ == "__main__":
    main()
