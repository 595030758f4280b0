"""The package as it is installed."""

import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyarrow as pa
from conftest import ROOT

import unspoof

# What nobody should wait for who does not use it.
HEAVY = ("pyarrow", "pandas", "polars", "datasets", "numpy", "json")


def python(code: str) -> str:
    return subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, check=True, text=True).stdout


def test_import_is_fast_and_takes_nothing_along() -> None:
    code = "import time; start = time.perf_counter(); import unspoof; print(time.perf_counter() - start)"
    # The best of a few: others use this machine, too.
    assert min(float(python(code)) for _ in range(5)) < 0.050
    loaded = python("import sys, unspoof; unspoof.clean('x'); print(*sys.modules)").split()
    assert not set(HEAVY) & set(loaded)


def test_stubs_say_what_is_there() -> None:
    done = subprocess.run([sys.executable, "-P", "-m", "mypy.stubtest", "unspoof._unspoof"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert Path(unspoof.__file__).with_name("py.typed").is_file()
    for name in unspoof.__all__:
        assert getattr(unspoof, name).__doc__, name


def test_stubs_say_it_in_the_same_words() -> None:
    stub = Path(unspoof.__file__).with_name("_unspoof.pyi").read_text(encoding="utf-8")
    for name in ("clean", "cleaned", "parse", "parse_json", "check", "clean_arrow", "parse_arrow", "document_schema"):
        body = re.search(rf'^def {name}\(.*?"""(.*?)"""', stub, re.DOTALL | re.MULTILINE)
        assert body and body[1].split()[:8] == getattr(unspoof, name).__doc__.split()[:8], name


def test_examples_run_as_written() -> None:
    readmes = [ROOT / "README.md", ROOT / "python" / "README.md"]
    block = re.compile(r"^```python\n(import unspoof.*?)^```", re.DOTALL | re.MULTILINE)
    examples = [code for path in readmes for code in block.findall(path.read_text("utf-8"))]
    assert len(examples) >= 2
    for code in examples:
        exec(compile(code, "README.md", "exec"), {})


def test_other_threads_run_meanwhile() -> None:
    text = "Th\u0435 t\u0435a is hot, and so is th\u0435 soup.\n" * 150_000
    column = pa.array([text])
    for work in (lambda: unspoof.clean(text), lambda: unspoof.clean_arrow(column), lambda: unspoof.parse_json(text[:1_500_000])):
        worker = threading.Thread(target=work)
        ticks = 0
        worker.start()
        while worker.is_alive():
            ticks += 1
            time.sleep(0.001)
        # With the lock held all the time there would be one or two.
        assert ticks > 10


def test_threads_agree() -> None:
    text = "Th\u0435 \u0435nd of lin\u0435 {}.\n" * 500
    expected = unspoof.clean(text)
    said: list[str] = []
    threads = [threading.Thread(target=lambda: said.append(unspoof.clean(text))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == [expected] * 8
