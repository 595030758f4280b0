"""Series of pandas, clean."""

from typing import Any

import pandas as pd

from . import clean as clean_text


def clean(series: pd.Series, **options: Any) -> pd.Series:
    """The series with each text clean, index and type kept; what is no text stays. `options` are those of `unspoof.clean`."""
    cleaned = [clean_text(value, **options) if isinstance(value, str) else value for value in series]
    # Two categories may have become one.
    dtype = "category" if isinstance(series.dtype, pd.CategoricalDtype) else series.dtype
    return pd.Series(cleaned, index=series.index, name=series.name, dtype=dtype)
