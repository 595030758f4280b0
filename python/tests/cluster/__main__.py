"""Runs the tests of the engines that are named, or of all; says at the end how many passed.

    python -m cluster [spark] [ray]
"""
import importlib
import os
import signal
import sys
import unittest

from .case import TARGET

ENGINES = ["spark", "ray"]


def quiet():
    """Sends what the engines print from below Python into a log; what Python prints stays."""
    terminal = os.fdopen(os.dup(2), "w")
    TARGET.mkdir(parents=True, exist_ok=True)
    log = os.open(TARGET / "engines.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 2)
    sys.stderr = terminal


def main():
    # Whoever stops this stops the cluster, too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    quiet()
    tests = unittest.TestSuite()
    for engine in sys.argv[1:] or ENGINES:
        module = importlib.import_module(f".on_{engine}", __package__)
        tests.addTests(unittest.defaultTestLoader.loadTestsFromModule(module))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(tests)
    failed = len(result.failures) + len(result.errors)
    if failed:
        for log in sorted([*TARGET.glob("*.log"), *TARGET.glob("*/logs/*.log")]):
            print(f"--- {log}", *log.read_text(errors="replace").splitlines()[-40:], sep="\n")
    print(f"test result: {'FAILED' if failed else 'ok'}. {result.testsRun - failed} passed; {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
