"""Data sets of Hugging Face, clean."""

from typing import Any, TypeVar

from datasets import Dataset, DatasetDict, IterableDataset, IterableDatasetDict

from . import clean as clean_text

Data = TypeVar("Data", Dataset, DatasetDict, IterableDataset, IterableDatasetDict)


def clean(dataset: Data, column: str, **options: Any) -> Data:
    """The data set with the texts of `column` clean, by `map`; None stays None. `options` are those of `unspoof.clean`."""
    return dataset.map(_batch, batched=True, fn_kwargs={"column": column, "options": options})


def _batch(batch: dict[str, list[Any]], column: str, options: dict[str, Any]) -> dict[str, list[str | None]]:
    return {column: [None if text is None else clean_text(text, **options) for text in batch[column]]}
