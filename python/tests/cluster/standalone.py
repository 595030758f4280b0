"""A standalone Spark cluster on the loopback interface: one master, two workers, from PyPI's pyspark."""
import json
import os
import pathlib
import sys
import urllib.request

import pyspark
from pyspark.sql import SparkSession

from .page import ENVIRONMENT
from .processes import Group, free_port, wait_for

HOME = pathlib.Path(pyspark.__file__).parent
WORKERS = 2
ROOM = "3"  # executors: when the other worker is dead, two of the session and one of a submitted job
CLASSES = "org.apache.spark.deploy"


class Cluster:
    """Started when it is made; `stop` must be called in the end."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.port, self.page = free_port(), free_port()
        self.url = f"spark://127.0.0.1:{self.port}"
        self.processes = Group(
            self.folder / "logs",
            {
                "SPARK_HOME": str(HOME),
                "SPARK_LOCAL_IP": "127.0.0.1",
                "SPARK_DAEMON_MEMORY": "256m",
                # It would listen at a port that nobody chose.
                "SPARK_MASTER_OPTS": "-Dspark.master.rest.enabled=false",
                "PYSPARK_PYTHON": sys.executable,
            },
        )
        try:
            self.workers = self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        """The ids of the workers, once the master knows all of them."""
        self.launch("master", "master.Master", "--host", "127.0.0.1", "--port", str(self.port), "--webui-port", str(self.page))
        workers = [
            self.launch(
                f"worker-{number}", "worker.Worker", "--host", "127.0.0.1", "--webui-port", str(free_port()),
                "--cores", ROOM, "--memory", f"{ROOM}g", "--work-dir", str(self.folder / f"worker-{number}"), self.url,
            )
            for number in range(1, WORKERS + 1)
        ]  # fmt: skip
        wait_for("a master with all its workers", 120, lambda: self.count() == WORKERS)
        return workers

    def launch(self, name, main, *arguments):
        return self.processes.start(name, [str(HOME / "bin" / "spark-class"), f"{CLASSES}.{main}", *arguments])

    def count(self):
        """How many workers the master takes for alive."""
        self.processes.check()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.page}/json/", timeout=5) as page:
                workers = json.load(page)["workers"]
        except (OSError, ValueError):
            return 0  # not there yet, or it answers with nothing while it starts
        return sum(worker["state"] == "ALIVE" for worker in workers)

    def settings(self):
        """What an application needs to run here: small executors of one task each, one task for each small file."""
        return {
            "spark.master": self.url,
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.memory": "512m",
            "spark.executor.memory": "512m",
            "spark.executor.cores": "1",
            "spark.pyspark.python": sys.executable,
            "spark.sql.files.maxPartitionBytes": "256k",
            "spark.sql.files.openCostInBytes": "256k",
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        }

    def session(self):
        """An application of this process, with an executor on each worker."""
        # The driver asks the environment for the Python of its executors, and does not hear the setting.
        os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
        builder = SparkSession.builder.appName("unspoof")
        for name, value in {**self.settings(), "spark.cores.max": str(WORKERS)}.items():
            builder = builder.config(name, value)
        return builder.getOrCreate()

    def environment(self):
        """What `spark-submit` needs to run here beside an application that is there already."""
        settings = {**self.settings(), "spark.cores.max": "1"}
        lines = [f"{name} {value}\n" for name, value in settings.items()]
        (self.folder / "spark-defaults.conf").write_text("".join(lines), encoding="utf-8")
        return {**self.processes.environment, "PATH": ENVIRONMENT["PATH"], "SPARK_CONF_DIR": str(self.folder)}

    def stop(self):
        self.processes.stop()
