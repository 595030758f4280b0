"""Spark: a real standalone cluster, Parquet in, Parquet out; one worker of two is killed."""
import os
import re
import threading
import time

import unspoof.spark

from . import page
from .case import FILES, SECONDS, Case
from .processes import deadline, wait_for
from .standalone import WORKERS, Cluster


class Spark(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cluster = Cluster(cls.folder)
        cls.addClassCleanup(cls.cluster.stop)
        with deadline(120):
            cls.session = cls.cluster.session()
        cls.addClassCleanup(cls.session.stop)
        cls.frame = cls.session.read.parquet(str(cls.input))

    def test_page_is_followed(self):
        output = self.folder / "page"
        output.mkdir()
        (output / "examples").symlink_to(page.ROOT / "examples")
        (output / "crawl").symlink_to(self.input)
        page.follow("Spark, as a job", output, self.cluster.environment(), **{"spark://HOST:7077": self.cluster.url})
        self.assert_cleaned(output / "clean")

    def test_page_cleans_and_parses(self):
        # Names without a folder would be found where the driver was started.
        code = re.sub(r'"(clean|documents)"', rf'"{self.folder}/\1"', page.python("Spark"))
        exec(code.replace('"crawl"', f'"{self.input}"').replace('id="url"', 'id="id"'), {"session": self.session})
        self.assert_cleaned(self.folder / "clean")
        self.assert_parsed(self.folder / "documents")

    def test_refuses_on_the_driver(self):
        for wrong in (
            lambda: unspoof.spark.clean(self.frame, "txet"),
            lambda: unspoof.spark.clean(self.frame, "score"),
            lambda: unspoof.spark.clean(self.frame, "text", select="no-such-rule"),
            lambda: unspoof.spark.parse(self.frame, "text", id="no-such-column"),
            lambda: unspoof.spark.parse(self.frame.withColumnRenamed("url", "document"), "text"),
        ):
            self.assertRaises(unspoof.Error, wrong)

    def test_tells_changes(self):
        frame = unspoof.spark.clean(self.frame, "text", changes="summary", select="restore")
        told = frame.selectExpr("explode(changes) told").where("told.from = 'а'").first().told
        self.assertEqual((told["to"], told["rule"], told["names"][0]), ("a", "lookalike", "CYRILLIC SMALL LETTER A"))

    def test_killed_worker_loses_nothing(self):
        output, gate = self.folder / "killed", self.folder / "gate"
        gate.mkdir()
        frame = unspoof.spark.clean(self.frame, "text")
        frame = frame.mapInArrow(held(gate), frame.schema)
        job = threading.Thread(target=lambda: frame.write.parquet(str(output)), daemon=True)
        job.start()

        # Half of the tasks are done and written; each executor is in the middle of another one.
        waiting = wait_for("a task held on each executor", 60, lambda: both(gate))
        done = list(output.glob("_temporary/*/task_*"))
        self.assertGreaterEqual(len(done), FILES // 2)
        self.assertLess(len(done), FILES)
        victims = self.cluster.processes.kill(self.cluster.workers[1])
        self.assertEqual(len(waiting & set(victims)), 1, "one held task was on the killed worker")
        (gate / "open").touch()

        job.join(SECONDS)
        self.assertTrue((output / "_SUCCESS").exists())
        self.assert_cleaned(output)
        self.assertEqual(self.cluster.count(), WORKERS - 1)


def held(gate):
    """Lets the first half of the tasks pass; the others say who they are and wait until the gate is open."""

    def held_batches(batches):
        from pyspark import TaskContext

        if TaskContext.get().partitionId() >= FILES // 2 and not (gate / "open").exists():
            (gate / str(os.getpid())).touch()
            while not (gate / "open").exists():
                time.sleep(0.05)
        yield from batches

    return held_batches


def both(gate):
    """The ids of the Python workers that wait at the gate, once there is one for each executor."""
    waiting = {int(file.name) for file in gate.iterdir()}
    return waiting if len(waiting) == WORKERS else None
