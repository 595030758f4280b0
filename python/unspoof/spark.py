"""Clean or parse a column on Spark, by `DataFrame.mapInArrow`: what comes out is what the program writes, byte for byte.

The Python of the executors needs this package and PyArrow, nothing else.

    import unspoof.spark

    rows = session.read.parquet("crawl/")
    unspoof.spark.clean(rows, "text").write.parquet("clean/")
    unspoof.spark.parse(rows, "text", id="url").write.parquet("documents/")

A wrong column or option is an error at once, not in a job hours later.
"""
import functools

import unspoof


def clean(df, column, **options):
    """The rows of `df` with the texts of `column` cleaned; all else stays, null stays null.

    Options are those of `unspoof.clean_arrow`. With `changes`, there is a last column `changes` of the type `unspoof.CHANGES_DDL`.
    """
    added = {"changes": unspoof.CHANGES_DDL} if options.get("changes") not in (None, "none") else {}
    return _map(df, unspoof.clean_arrow, added, column=column, **options)


def parse(df, column, **options):
    """The rows of `df` with two columns more: `document`, of the type `unspoof.DOCUMENT_DDL`, and `error`, which says why there is
    none. Both are null where `column` is.

    Options are those of `unspoof.parse_arrow`; `id` names the column that holds the documents' own ids.
    """
    return _map(df, unspoof.parse_arrow, {"document": unspoof.DOCUMENT_DDL, "error": "STRING"}, column=column, **options)


def _map(df, work, added, **arguments):
    work = functools.partial(work, **arguments)
    _try(df, work)
    if not added:
        return df.mapInArrow(functools.partial(_each, work), df.schema)
    ddl = ", ".join(f"{name} {kind}" for name, kind in added.items())
    more = df.sparkSession.createDataFrame([], ddl).schema
    return df.mapInArrow(functools.partial(_each, work), type(more)(df.schema.fields + more.fields))


def _try(df, work):
    """Does the work for no row, which is enough to refuse what is wrong."""
    import pyarrow

    # Only texts and bytes are worked on; which other type a column has makes no difference.
    kinds = {"string": pyarrow.string(), "binary": pyarrow.binary()}
    columns = {field.name: pyarrow.array([], kinds.get(field.dataType.typeName(), pyarrow.null())) for field in df.schema}
    work(pyarrow.table(columns))


def _each(work, batches):
    return map(work, batches)
