"""A Ray cluster of two nodes on this machine: a head and a second raylet."""
import os
import pathlib
import socket
import sys
import tempfile

import ray

from .processes import Group, free_port, wait_for

COMMAND = str(pathlib.Path(sys.executable).with_name("ray"))
NODES = 2
NODE = ["--node-ip-address=127.0.0.1", "--num-cpus=1", "--object-store-memory=200000000", "--block"]  # bytes
# Nobody is told that tests ran, and a log file wants no bars.
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DATA_DISABLE_PROGRESS_BARS": "1"}


class Cluster:
    """Started and connected to when it is made; `stop` must be called in the end."""

    def __init__(self, folder):
        self.port = free_port()
        self.sessions = tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True)
        self.processes = Group(pathlib.Path(folder) / "logs", QUIET)
        os.environ.update(QUIET)
        try:
            self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        # The paths of its sockets must be short, so its folder is not below `folder`.
        head = ["--head", f"--port={self.port}", f"--temp-dir={self.sessions.name}", "--include-dashboard=false"]
        self.processes.start("head", [COMMAND, "start", *head, *NODE])
        wait_for("a head that listens", 60, self.listens)
        self.processes.start("second", [COMMAND, "start", f"--address=127.0.0.1:{self.port}", *NODE])
        ray.init(address=f"127.0.0.1:{self.port}", _node_ip_address="127.0.0.1", log_to_driver=False)
        wait_for("two nodes", 60, lambda: self.count() == NODES)

    def listens(self):
        self.processes.check()
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def count(self):
        self.processes.check()
        return sum(node["Alive"] for node in ray.nodes())

    def stop(self):
        ray.shutdown()
        self.processes.stop()
        self.sessions.cleanup()
