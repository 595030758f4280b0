"""Text you can take at face value.

>>> import unspoof
>>> unspoof.clean("Plеasе сall thе оffiсе.")  # seven of these letters are Cyrillic
'Please call the office.'

`clean` gives back the text as its reader sees it, `cleaned` says of each change what, where, why and how sure, `parse` splits a
pasted page into who said what, `check` reports what fools or hides. `clean_arrow` and `parse_arrow` do so with whole columns;
`unspoof.pandas`, `unspoof.polars` and `unspoof.datasets` are short ways to them.
"""

from ._unspoof import (
    CHANGES_DDL,
    DOCUMENT_DDL,
    JSON_SCHEMA,
    Change,
    Cleaned,
    Error,
    __version__,
    check,
    clean,
    clean_arrow,
    cleaned,
    document_schema,
    parse,
    parse_arrow,
    parse_json,
)

__all__ = [
    "CHANGES_DDL",
    "DOCUMENT_DDL",
    "JSON_SCHEMA",
    "Change",
    "Cleaned",
    "Error",
    "__version__",
    "check",
    "clean",
    "clean_arrow",
    "cleaned",
    "document_schema",
    "parse",
    "parse_arrow",
    "parse_json",
]
