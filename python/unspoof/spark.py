"""Clean a column on Spark, by `DataFrame.mapInArrow`: what comes out is what the program writes, byte for byte.

The Python of the executors needs this package, and nothing else. Options are refused here, before any job starts; pyspark is
not imported.

    import unspoof.spark

    rows = session.read.parquet("crawl/")
    unspoof.spark.clean(rows, "text").write.parquet("clean/")
    unspoof.spark.parse(rows, "text", id_column="url").write.parquet("documents/")
"""
import functools

import unspoof


def clean(df, column, **options):
    """The rows of a frame with the texts of a column cleaned. The schema stays; null stays null.

    Options are those of `unspoof.clean_arrow`.
    """
    work = functools.partial(unspoof.clean_arrow, column=column, **options)
    return _map(df, work, df.schema)


def parse(df, column, **options):
    """The rows of a frame with two columns more: `document`, of the type `unspoof.DOCUMENT_DDL`, and `error`, which says why there
    is no document where there is a text.

    Options are those of `unspoof.parse_arrow`.
    """
