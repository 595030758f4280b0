"""Series of pandas, clean."""

from typing import Any

import pandas as pd

from . import clean as clean_text


def clean(series: pd.Series, **options: Any) -> pd.Series:
    """The series with each text clean, index and type kept; what is no text stays. `options` are those of `unspoof.clean`."""

    def one(value: object) -> object:
        return clean_text(value, **options) if isinstance(value, str) else value

    cleaned = series.map(one)
    # Categories may have changed, or become one.
    return cleaned if isinstance(series.dtype, pd.CategoricalDtype) else cleaned.astype(series.dtype)
