"""Cleans a column of Parquet files on Spark; nothing else changes.

    spark-submit examples/spark_clean.py INPUT OUTPUT --column text

Each machine of the cluster needs the package `unspoof` in the Python that PYSPARK_PYTHON names.
"""
import argparse

import unspoof.spark
from pyspark.sql import SparkSession


def main():
    arguments = argparse.ArgumentParser(description="Clean a column of Parquet files")
    arguments.add_argument("input", help="Parquet files, or a folder of them")
    arguments.add_argument("output", help="a folder that does not exist yet")
    arguments.add_argument("--column", default="text", help="the column that holds the texts")
    asked = arguments.parse_args()

    session = SparkSession.builder.appName("unspoof").getOrCreate()
    rows = session.read.parquet(asked.input)
    unspoof.spark.clean(rows, asked.column).write.parquet(asked.output)
    session.stop()


if __name__ == "__main__":
    main()
