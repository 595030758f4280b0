"""Runs the parts of the tests that are named, or all; says at the end how many passed.

    python -m cluster [page] [spark] [ray]
"""
import importlib
import signal
import sys
import unittest

from .case import TARGET
from .processes import quiet

PARTS = ["page", "spark", "ray"]


def main():
    # Whoever stops this stops the cluster, too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    tests = unittest.TestSuite()
    for part in sys.argv[1:] or PARTS:
        module = importlib.import_module(f".on_{part}", __package__)
        tests.addTests(unittest.defaultTestLoader.loadTestsFromModule(module))
    with quiet(TARGET / "engines.log") as terminal:
        result = unittest.TextTestRunner(stream=terminal, verbosity=2).run(tests)
    failed = len(result.failures) + len(result.errors)
    if failed:
        for log in sorted([*TARGET.glob("*.log"), *TARGET.glob("*/logs/*.log")]):
            print(f"--- {log}", *(line[:200] for line in log.read_text(errors="replace").splitlines()[-20:]), sep="\n")
    passed = max(result.testsRun - failed, 0)  # a cluster that did not start fails before its first test
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
