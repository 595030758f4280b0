"""Processes of a cluster: started with a log each, waited for with a deadline, and always stopped, by their ids."""
import atexit
import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time


class Late(Exception):
    """What was waited for did not come in time."""


@contextlib.contextmanager
def quiet(log):
    """Sends into a log what engines print from whatever thread or process; gives the output as it was."""
    log.parent.mkdir(parents=True, exist_ok=True)
    sys.stdout.flush()
    before = [(number, os.dup(number)) for number in (1, 2)]
    with open(log, "wb") as file:
        for number, _ in before:
            os.dup2(file.fileno(), number)
    try:
        yield os.fdopen(os.dup(before[0][1]), "w", buffering=1, encoding="utf-8")
    finally:
        sys.stdout.flush()
        for number, was in before:
            os.dup2(was, number)
            os.close(was)


def wait_for(what, seconds, ready):
    """The first true answer of `ready`; an error that says what was missing when there is none in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = ready()
        if answer:
            return answer
        time.sleep(0.2)
    raise Late(f"expected {what} within {seconds} seconds")


@contextlib.contextmanager
def deadline(seconds):
    """Ends what stands inside with an error when it takes longer, though it may wait for another process."""

    def late(*_):
        raise Late(f"expected an end within {seconds} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def free_port():
    """A port of the loopback interface that nobody listens at now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def family(process):
    """The ids of a process and of all that it started, itself first."""
    found = [process]
    for parent in found:
        with contextlib.suppress(OSError):
            for thread in pathlib.Path(f"/proc/{parent}/task").iterdir():
                found += [int(child) for child in (thread / "children").read_text().split()]
    return found


def send(number, processes):
    """Sends a signal to all that are still there."""
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, number)


def alive(process):
    """Whether a process is there and does more than wait to be buried."""
    try:
        state = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


class Group:
    """Processes that are stopped together, the last one first. Their logs stay."""

    def __init__(self, logs, environment):
        self.logs = pathlib.Path(logs)
        self.logs.mkdir(parents=True, exist_ok=True)
        self.environment = {**os.environ, **environment}
        self.started = []
        atexit.register(self.stop)

    def start(self, name, command):
        """Starts a process that logs to NAME.log; its id."""
        with open(self.logs / f"{name}.log", "ab") as log:
            # A session of its own: Ctrl-C at a terminal must not reach it before `stop` does.
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self.environment, start_new_session=True
            )
        self.started.append(process)
        return process.pid

    def check(self):
        """An error if one has ended by itself."""
        for process in self.started:
            if process.poll() is not None:
                raise Late(f"{process.args[0]} ended with status {process.returncode}; its log is in {self.logs}")

    def kill(self, pid):
        """Kills a process and all that it started, without any warning; the ids of all of them."""
        victims = family(pid)
        send(signal.SIGKILL, victims)
        for process in self.started:
            if process.pid == pid:
                process.wait()
                self.started.remove(process)
                break
        return victims

    def stop(self):
        """Asks all to end, and kills what has not after ten seconds."""
        members = [member for process in reversed(self.started) for member in family(process.pid)]
        send(signal.SIGTERM, members)
        with contextlib.suppress(Late):
            wait_for("the end of all processes", 10, lambda: self.buried(members))
        send(signal.SIGKILL, filter(alive, members))
        for process in self.started:
            process.wait()
        self.started.clear()

    def buried(self, members):
        for process in self.started:
            process.poll()
        return not any(map(alive, members))
