"""Series of Polars, clean.

In an expression: `pl.col("text").map_batches(unspoof.polars.clean)`.
"""

from typing import Any

import polars as pl

from . import clean_arrow


def clean(series: pl.Series, **options: Any) -> pl.Series:
    """The series with each text clean; nulls stay null. `options` are those of `unspoof.clean_arrow`."""
    return pl.Series(series.name, clean_arrow(series, **options))
