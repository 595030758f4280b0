"""Clean or parse a column on Spark, by `DataFrame.mapInArrow`: what comes out is what the program writes, byte for byte.

The Python of the executors needs this package and PyArrow, nothing else.

    import unspoof.spark

    rows = session.read.parquet("crawl/")
    unspoof.spark.clean(rows, "text").write.parquet("clean/")
    unspoof.spark.parse(rows, "text", id="url").write.parquet("documents/")

A wrong column or option is an error at once, not in a job hours later.
"""
from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from . import CHANGES_DDL, DOCUMENT_DDL, Error, clean_arrow, parse_arrow

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def clean(df: DataFrame, column: str, **options: Any) -> DataFrame:
    """The rows of `df` with the texts of `column` cleaned; all else stays, null stays null.

    Options are those of `unspoof.clean_arrow`. With `changes`, there is a last column `changes` of the type `unspoof.CHANGES_DDL`.
    """
    added = {"changes": CHANGES_DDL} if options.get("changes") not in (None, "none") else {}
    return _map(df, clean_arrow, added, column, **options)


def parse(df: DataFrame, column: str, **options: Any) -> DataFrame:
    """The rows of `df` with two columns more: `document`, of the type `unspoof.DOCUMENT_DDL`, and `error`, which says why there is
    none. Both are null where `column` is.

    Options are those of `unspoof.parse_arrow`; `id` names the column that holds the documents' own ids.
    """
    return _map(df, parse_arrow, {"document": DOCUMENT_DDL, "error": "STRING"}, column, **options)


def _map(df, work, added, column, **options):
    work = functools.partial(work, column=column, **options)
    _try(df, work, column)
    if not added:
        return df.mapInArrow(functools.partial(_each, work), df.schema)
    ddl = ", ".join(f"{name} {kind}" for name, kind in added.items())
    more = df.sparkSession.createDataFrame([], ddl).schema
    return df.mapInArrow(functools.partial(_each, work), type(more)(df.schema.fields + more.fields))


def _try(df, work, column):
    """Does the work for no row, which is enough to refuse what is wrong."""
    import pyarrow

    # Only texts and bytes are worked on; which other type a column has makes no difference.
    kinds = {"string": pyarrow.string(), "binary": pyarrow.binary()}
    named = {field.name: field.dataType.typeName() for field in df.schema}
    if named.get(column, "string") not in kinds:
        raise Error(f"expected a column of strings, but found {column!r} of the type {named[column]}")
    work(pyarrow.table({name: pyarrow.array([], kinds.get(kind, pyarrow.null())) for name, kind in named.items()}))


def _each(work, batches):
    return map(work, batches)
