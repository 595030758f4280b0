"""How fast `clean` is beside `ftfy.fix_text` and `plsfix.fix_text`, in one run on one core.

The articles are paragraphs written here, shuffled by a fixed seed, with the typography that scraped articles have: curly quotes,
dashes, no-break spaces where they belong. `spoofed` is the same with every `e` Cyrillic, which the other two do not undo: it is
their speed on such text that counts. Megabytes are of UTF-8. `--quick` measures less; with UNSPOOF_BENCH_ASSERT set, a ratio below its
floor is a failure.
"""

import os
import random
import sys
import time
from collections.abc import Callable

import ftfy
import plsfix

import unspoof

SENTENCES = [
    "The harbour office opened its books on Monday, and by noon the queue reached the fish market.",
    "“Nobody asked us,” said the baker, who has paid for the same twelve metres of pavement since 1987.",
    "It’s a small sum – some 40\u00a0000 euros a year – but it keeps the lamps burning until two.",
    "A spokeswoman for the council declined to comment; she pointed to the minutes, which run to 212 pages.",
    "In spring the river brings sand, in autumn it brings the sand back: that, the engineers say, is the whole problem.",
    "The café’s owner, Zoë Müller, had hung a hand-written note in the window: ‘Closed, gone swimming’.",
    "What happens next depends on three signatures, a survey, and the weather in the second week of May.",
    "Older maps show a canal where the car park is, and a mill where the bank stands today.",
    "Prices rose by 3.5\u00a0% last year, wages by 2.1\u00a0%, and the ferry now costs more than lunch…",
    "Her brother keeps the list: every boat, every name, and — in pencil — who still owes him for the paint.",
]

# How many times as fast as each of them, at the least: clean articles, then spoofed ones.
# Measured on several machines: 375 to 567 and 111 to 155 of ftfy, 11.9 to 17.4 and 3.7 to 4.9 of plsfix, which new processors help more.
FLOORS = {"ftfy": (300, 90), "plsfix": (10, 3.1)}


def articles(count: int) -> list[str]:
    """Some articles of 2 to 6 KB."""
    chance = random.Random(20)

    def paragraph() -> str:
        return " ".join(chance.choices(SENTENCES, k=chance.randint(3, 7)))

    return ["\n\n".join(paragraph() for _ in range(chance.randint(4, 9))) for _ in range(count)]


def rate(work: Callable[[str], object], texts: list[str], least: float) -> float:
    """Megabytes a second: the best round of several, which together take at least so many seconds."""
    size = sum(len(text.encode()) for text in texts)
    best, spent = float("inf"), 0.0
    while spent < least or best == float("inf"):
        start = time.process_time()
        for text in texts:
            work(text)
        took = time.process_time() - start
        best, spent = min(best, took), spent + max(took, 1e-9)
    return size / best / 1e6


def main() -> int:
    quick = "--quick" in sys.argv[1:]
    clean = articles(20 if quick else 100)
    kinds = {"clean": clean, "spoofed": [text.replace("e", "\u0435") for text in clean]}
    assert all(unspoof.clean(text) is text for text in kinds["clean"])
    assert [unspoof.clean(text) for text in kinds["spoofed"]] == kinds["clean"]
    missed = 0
    print(f"{'articles':<10}{'unspoof':>12}{'ftfy':>12}{'plsfix':>12}    MB/s, one core")
    for place, (kind, texts) in enumerate(kinds.items()):
        own = rate(unspoof.clean, texts, 0.5 if quick else 2)
        others = {"ftfy": rate(ftfy.fix_text, texts, 0), "plsfix": rate(plsfix.fix_text, texts, 0.2 if quick else 1)}
        print(f"{kind:<10}{own:>12.1f}{others['ftfy']:>12.2f}{others['plsfix']:>12.1f}", end="    ")
        for name, other in others.items():
            floor = FLOORS[name][place]
            missed += own / other < floor
            print(f"{own / other:.1f} x {name} (floor {floor})", end="  ")
        print()
    return 1 if missed and os.environ.get("UNSPOOF_BENCH_ASSERT") else 0


if __name__ == "__main__":
    sys.exit(main())
