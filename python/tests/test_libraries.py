"""The short ways to other libraries, with the libraries themselves."""

import datasets
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import unspoof
import unspoof.datasets
import unspoof.pandas
import unspoof.polars

TEXTS = ["Th\u0435 t\u0435a", "fine", None, "\U0001f600 naïve"]
CLEAN = ["The tea", "fine", None, "\U0001f600 naïve"]


@pytest.mark.parametrize("dtype", ["str", "object", "string[python]", "string[pyarrow]", pd.ArrowDtype(pa.string())], ids=str)
def test_pandas(dtype: object) -> None:
    series = pd.Series(TEXTS, index=list("dcba"), name="text", dtype=dtype)
    pd.testing.assert_series_equal(unspoof.pandas.clean(series), pd.Series(CLEAN, index=list("dcba"), name="text", dtype=dtype))
    assert unspoof.pandas.clean(series, ignore="lookalike").equals(series)


def test_pandas_keeps_what_is_no_text() -> None:
    mixed = pd.Series([1, "Th\u0435", float("nan"), None, b"x"], dtype=object)
    assert unspoof.pandas.clean(mixed).tolist()[:2] == [1, "The"]
    assert unspoof.pandas.clean(mixed).isna().tolist() == mixed.isna().tolist()
    categories = pd.Series(["Th\u0435", "The", None], dtype="category")
    assert unspoof.pandas.clean(categories).tolist()[:2] == ["The", "The"]
    assert unspoof.pandas.clean(categories).isna().tolist() == [False, False, True]


@pytest.mark.parametrize("dtype", [pl.String, pl.Categorical], ids=str)
def test_polars(dtype: type[pl.DataType]) -> None:
    series = pl.Series("text", TEXTS, dtype=dtype)
    cleaned = unspoof.polars.clean(series)
    assert (cleaned.name, cleaned.dtype, cleaned.to_list()) == ("text", dtype, CLEAN)
    frame = pl.DataFrame({"text": series}).lazy().with_columns(pl.col("text").map_batches(unspoof.polars.clean, return_dtype=dtype))
    assert frame.collect()["text"].to_list() == CLEAN


def test_polars_frames_as_streams() -> None:
    frame = pl.DataFrame({"id": [1, 2, 3, 4], "text": TEXTS})
    cleaned = pl.DataFrame(unspoof.clean_arrow(frame, "text", changes="summary"))
    assert cleaned["text"].to_list() == CLEAN and cleaned["id"].to_list() == [1, 2, 3, 4]
    assert cleaned["changes"][0][0]["count"] == 2
    parsed = pl.DataFrame(unspoof.parse_arrow(frame, "text", id="id"))
    assert parsed["document"].struct.field("id").to_list() == ["1", "2", None, "4"]


def test_datasets() -> None:
    rows = {"id": [1, 2, 3, 4], "text": TEXTS}
    dataset = datasets.Dataset.from_dict(rows)
    cleaned = unspoof.datasets.clean(dataset, "text")
    assert cleaned.to_dict() == {"id": [1, 2, 3, 4], "text": CLEAN} and cleaned.features == dataset.features
    assert unspoof.datasets.clean(dataset, "text", ignore="lookalike").to_dict() == rows
    split = unspoof.datasets.clean(datasets.DatasetDict(train=dataset), "text")
    assert split["train"]["text"][:2] == CLEAN[:2]
    assert [row["text"] for row in unspoof.datasets.clean(dataset.to_iterable_dataset(), "text")] == CLEAN


def test_datasets_are_parsed_by_map() -> None:
    dataset = datasets.Dataset.from_dict({"text": TEXTS[:2]}).with_format("arrow")
    parsed = dataset.map(unspoof.parse_arrow, batched=True, fn_kwargs={"column": "text"}).with_format(None)
    assert [row["document"]["text"] for row in parsed] == CLEAN[:2]
