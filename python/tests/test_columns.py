"""Columns of pyarrow, and of whatever speaks the Arrow PyCapsule interface."""

import json
from typing import Any

import pyarrow as pa
import pytest
from conftest import NASTY

import unspoof

TEXTS = [*NASTY, None]
CLEAN = [None if text is None else unspoof.clean(text) for text in TEXTS]
TYPES = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())]


def column(texts: list[str | None], type: pa.DataType) -> pa.Array:
    if pa.types.is_dictionary(type):
        return pa.array(texts, pa.string()).dictionary_encode()
    return pa.array(texts, type)


def plain(array: Any) -> list[str | None]:
    return array.to_pylist()


@pytest.mark.parametrize("type", TYPES, ids=str)
def test_arrays_of_each_type(type: pa.DataType) -> None:
    given = column(TEXTS, type)
    cleaned = unspoof.clean_arrow(given)
    assert (cleaned.type, plain(cleaned)) == (given.type, CLEAN)
    assert plain(unspoof.clean_arrow(given[2:9])) == CLEAN[2:9]
    cleaned.validate(full=True)
    chunked = unspoof.clean_arrow(pa.chunked_array([given, given[:3]]))
    assert isinstance(chunked, pa.ChunkedArray) and plain(chunked) == CLEAN + CLEAN[:3]
    assert plain(unspoof.clean_arrow(pa.chunked_array([], type=given.type))) == []


@pytest.mark.parametrize("type", TYPES[:3], ids=str)
def test_what_does_not_change_is_not_copied(type: pa.DataType) -> None:
    given = column(["Nothing wrong, and longer than a view.", None, "Всё в порядке."], type)
    cleaned = unspoof.clean_arrow(given)
    address = lambda array: [buffer and buffer.address for buffer in array.buffers()]  # noqa: E731
    assert address(cleaned) == address(given)


def test_batches_tables_and_streams() -> None:
    batch = pa.record_batch({"id": pa.array(range(len(TEXTS))), "text": column(TEXTS, pa.string())})
    cleaned = unspoof.clean_arrow(batch, "text")
    assert isinstance(cleaned, pa.RecordBatch) and cleaned.to_pydict() == {"id": list(range(len(TEXTS))), "text": CLEAN}
    table = pa.Table.from_batches([batch, batch]).replace_schema_metadata({"about": "kept"})
    cleaned = unspoof.clean_arrow(table, "text")
    assert isinstance(cleaned, pa.Table) and cleaned["text"].to_pylist() == CLEAN * 2
    assert cleaned.schema == table.schema and cleaned.schema.metadata == {b"about": b"kept"}
    read = []

    def batches():
        for _ in range(3):
            read.append(1)
            yield batch

    stream = unspoof.clean_arrow(pa.RecordBatchReader.from_batches(batch.schema, batches()), "text")
    assert isinstance(stream, pa.RecordBatchReader) and len(read) == 0
    assert stream.read_next_batch()["text"].to_pylist() == CLEAN and len(read) == 1
    assert stream.read_all().num_rows == 2 * len(TEXTS)
    assert unspoof.clean_arrow(table.slice(0, 0), "text").num_rows == 0


def test_changes_stand_beside() -> None:
    table = pa.table({"text": ["Th\u0435 t\u0435a", "fine", None]})
    cleaned = unspoof.clean_arrow(table, "text", changes="summary")
    changes = cleaned["changes"].to_pylist()
    assert changes == [unspoof.parse("Th\u0435 t\u0435a")["changes"], [], None]
    full = unspoof.clean_arrow(table, "text", changes="full")["changes"].to_pylist()
    assert [change["source"] for change in full[0]] == [{"start": 2, "end": 4}, {"start": 6, "end": 8}]
    with pytest.raises(unspoof.Error, match='expected no column "changes"'):
        unspoof.clean_arrow(cleaned, "text", changes="summary")
    with pytest.raises(unspoof.Error, match="beside which changes can stand"):
        unspoof.clean_arrow(table["text"], changes="summary")


def test_documents_are_those_of_parse() -> None:
    texts = [text for text in TEXTS if text is not None]
    for type in TYPES:
        documents = unspoof.parse_arrow(column([*texts, None], type), name="rows")
        assert plain(documents) == [unspoof.parse(text, name="rows") for text in texts] + [None]
    schema = pa.schema(unspoof.document_schema())
    assert documents.type == pa.struct(schema)
    table = pa.table({"key": pa.array([1, 2, None]), "page": ["<p>On\u0435 pag\u0435", None, "x"]})
    parsed = unspoof.parse_arrow(table, "page", id="key", format="html", changes="full", captured_at="2026-11-25")
    assert parsed.column_names == ["key", "page", "document", "error"]
    expected = unspoof.parse("<p>On\u0435 pag\u0435", id="1", format="html", changes="full", captured_at="2026-11-25")
    assert parsed["document"].to_pylist()[:2] == [expected, None]
    assert parsed["error"].to_pylist() == [None] * 3
    assert json.dumps(parsed["document"][2].as_py(), ensure_ascii=False, separators=(",", ":")) == unspoof.parse_json(
        "x", format="html", changes="full", captured_at="2026-11-25"
    )


def test_bytes_are_decoded_and_a_bad_one_costs_no_other() -> None:
    pages = pa.array([b"caf\xe9", None, b"Th\xd0\xb5 end", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
    parsed = unspoof.parse_arrow(pa.table({"page": pages}), "page")
    texts = [document and document["text"] for document in parsed["document"].to_pylist()]
    assert texts == ["café", None, "The end", None]
    assert parsed["error"].to_pylist() == [None, None, None, "byte 0: expected UTF-8, but found the byte 0x89"]
    with pytest.raises(unspoof.Error) as caught:
        unspoof.parse_arrow(pages)
    assert (caught.value.record, caught.value.byte) == (4, 0)
    with pytest.raises(unspoof.Error, match="record 6, byte 0"):
        unspoof.parse_arrow(pa.chunked_array([pages[:2], pages]))
    with pytest.raises(unspoof.Error, match="record 1, byte 3"):
        unspoof.parse_arrow(pages, encoding="strict")


def test_other_things_are_refused() -> None:
    with pytest.raises(unspoof.Error, match="expected a column of text, but found Int64"):
        unspoof.clean_arrow(pa.array([1]))
    with pytest.raises(unspoof.Error, match='expected a column "body", but found none'):
        unspoof.clean_arrow(pa.table({"text": ["x"]}), "body")
    with pytest.raises(ValueError):
        unspoof.clean_arrow(["x"])  # type: ignore[arg-type]
    with pytest.raises(unspoof.Error, match="found none"):
        unspoof.parse_arrow(pa.array(["x"]), id="key")
