"""What comes out can be written to Parquet, with nulls at every depth."""

import pyarrow as pa
import pyarrow.parquet as pq

import unspoof


def test_documents_and_changes_survive_parquet(tmp_path):
    # A text without a language, and none at all.
    table = pa.table({"text": ["Thе kettlе boils in the kitchen.", "", None]})
    for made in (unspoof.parse_arrow(table, "text"), unspoof.clean_arrow(table, "text", changes="summary")):
        pq.write_table(made, tmp_path / "made.parquet")
        assert pq.read_table(tmp_path / "made.parquet").to_pylist() == made.to_pylist()
