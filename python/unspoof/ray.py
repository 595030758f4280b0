"""Clean or parse a column on Ray Data, by `Dataset.map_batches`: what comes out is what the program writes, byte for byte.

    import ray, unspoof.ray

    rows = ray.data.read_parquet("crawl/")
    unspoof.ray.clean(rows, "text").write_parquet("clean/")
    unspoof.ray.parse(rows, "text", id="url").write_parquet("documents/")

Options are those of `unspoof.clean_arrow` and `unspoof.parse_arrow`.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import clean_arrow, parse_arrow

if TYPE_CHECKING:
    from ray.data import Dataset


def clean(dataset: Dataset, column: str, **options: Any) -> Dataset:
    """The rows of `dataset` with the texts of `column` cleaned; all else stays, null stays null."""
    return _map(dataset, clean_arrow, column=column, **options)


def parse(dataset: Dataset, column: str, **options: Any) -> Dataset:
    """The rows of `dataset` with two columns more: `document`, and `error`, which says why there is none."""
    return _map(dataset, parse_arrow, column=column, **options)


def _map(dataset, work, **arguments):
    return dataset.map_batches(work, fn_kwargs=arguments, batch_format="pyarrow", zero_copy_batch=True)
