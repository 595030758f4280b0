from collections.abc import Sequence
from typing import Any, Literal, Protocol, TypeAlias, final

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

__version__: str
JSON_SCHEMA: str
"""The JSON Schema of documents."""
DOCUMENT_DDL: str
"""The type of a column of documents in Spark SQL."""
CHANGES_DDL: str
"""The type of a column of changes in Spark SQL."""

_Rules: TypeAlias = str | Sequence[str]
"""Names of rules, or of the groups `restore`, `tidy` and `all`."""
_Level: TypeAlias = Literal["certain", "likely", "doubtful"]
_Surrogates: TypeAlias = Literal["strict", "replace"]
_Format: TypeAlias = Literal["text", "html", "markdown"]
_Detail: TypeAlias = Literal["summary", "full", "none"]

class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

class _ArrowSchema(Protocol):
    def __arrow_c_schema__(self) -> object: ...

class Error(ValueError):
    """Something that could not be done. Its message reads *where: expected this, but found that*."""

    record: int | None
    """The number of the text in its column, from 1."""
    byte: int | None
    """The byte of the text."""

@final
class Change:
    """A change of a text. Spans are pairs of start and end, half-open."""

    @property
    def before(self) -> str:
        """What stood in the text."""
    @property
    def after(self) -> str:
        """What stands in the clean text."""
    @property
    def names(self) -> tuple[str, str]:
        """The Unicode names of both."""
    @property
    def rule(self) -> str:
        """The first rule that had a hand."""
    @property
    def rules(self) -> list[str]:
        """All rules that had a hand, in running order."""
    @property
    def certainty(self) -> _Level:
        """The weakest certainty among them."""
    @property
    def evidence(self) -> str:
        """What it rests on."""
    @property
    def detail(self) -> str | None:
        """More to say, such as a decoded payload."""
    @property
    def source(self) -> tuple[int, int]:
        """Where in the text, in code points: `text[slice(*change.source)] == change.before`."""
    @property
    def span(self) -> tuple[int, int]:
        """Where in the clean text, in code points."""
    @property
    def source_bytes(self) -> tuple[int, int]:
        """Where in the text, in bytes of UTF-8."""
    @property
    def span_bytes(self) -> tuple[int, int]:
        """Where in the clean text, in bytes of UTF-8."""

@final
class Cleaned:
    """A cleaned text."""

    @property
    def text(self) -> str:
        """The clean text."""
    @property
    def changes(self) -> list[Change]:
        """What was changed, in order."""
    def revert(self) -> str:
        """The text as it was, rebuilt from the clean one and its changes."""

def clean(
    text: str,
    *,
    select: _Rules | None = None,
    ignore: _Rules | None = None,
    level: _Level = "likely",
    errors: _Surrogates = "strict",
) -> str:
    """The text as its reader sees it: the very same object where nothing is wrong with it.

    `select` and `ignore` name rules or groups of rules; `level` says how sure a repair must be. A str that holds surrogates is an
    error; with `errors="replace"` pairs of them become the character that they stand for, and lone ones U+FFFD.
    """

def cleaned(
    text: str,
    *,
    select: _Rules | None = None,
    ignore: _Rules | None = None,
    level: _Level = "likely",
    errors: _Surrogates = "strict",
) -> Cleaned:
    """The clean text with its changes: what, where, why and how sure. Takes what `clean` takes."""

def parse(
    text: str | bytes,
    *,
    format: _Format = "text",
    name: str = "-",
    id: str | None = None,
    captured_at: str | None = None,
    encoding: str | None = None,
    changes: _Detail = "summary",
    select: _Rules | None = None,
    ignore: _Rules | None = None,
    level: _Level = "likely",
    errors: _Surrogates = "strict",
) -> dict[str, Any]:
    """The document of a text or page, as `unspoof.document/1` describes it: who said what under which heading.

    `bytes` are decoded: as UTF-8, UTF-16 or what fits best, or as `encoding` says (`strict` refuses to guess). `captured_at`, an ISO
    date or date and time, gives a meaning to dates such as "2 days ago".
    """

def parse_json(
    text: str | bytes,
    *,
    format: _Format = "text",
    name: str = "-",
    id: str | None = None,
    captured_at: str | None = None,
    encoding: str | None = None,
    changes: _Detail = "summary",
    select: _Rules | None = None,
    ignore: _Rules | None = None,
    level: _Level = "likely",
    errors: _Surrogates = "strict",
) -> str:
    """The same document as JSON on one line, byte for byte what `unspoof run --to jsonl` writes."""

def check(
    text: str,
    *,
    filename: str | None = None,
    select: _Rules | None = None,
    ignore: _Rules | None = None,
    level: _Level = "likely",
    typography: bool = False,
    errors: _Surrogates = "strict",
) -> list[dict[str, Any]]:
    """What is wrong with a text, as `unspoof check --format json` tells it; `filename` says which language it is in.

    The rules of the group `restore` run, without `entities` and `ascii-lookalike`, unless others are selected. `typography` reports
    no-break spaces, curly quotes and dashes, too. No configuration file is read.
    """

def clean_arrow(
    data: _ArrowArray | _ArrowStream,
    column: str | None = None,
    *,
    changes: _Detail = "none",
    select: _Rules | None = None,
    ignore: _Rules | None = None,
    level: _Level = "likely",
) -> Any:
    """Cleans a column of texts.

    Without `column`, `data` is an array or a chunked array of texts; what comes back has the same type and shape. With it, `data` is
    a record batch, a table or a stream of batches, and comes back with this column cleaned and all others as they are. A stream
    is read as the result is. For an object of pyarrow an object of pyarrow comes back, for others one that speaks the Arrow
    PyCapsule interface. Nulls stay null, and an array in which nothing changes is not copied.

    `changes` adds a column `changes`: for each text the list that a document has.
    """

def parse_arrow(
    data: _ArrowArray | _ArrowStream,
    column: str | None = None,
    *,
    id: str | None = None,
    format: _Format = "text",
    name: str = "-",
    captured_at: str | None = None,
    encoding: str | None = None,
    changes: _Detail = "summary",
    select: _Rules | None = None,
    ignore: _Rules | None = None,
    level: _Level = "likely",
) -> Any:
    """Makes documents of a column of texts, or of bytes, which are decoded.

    Without `column`, an array of structs comes back, null where the text is; a text that cannot be decoded is an error. With it, the
    data come back with two more columns: `document`, and `error`, which says why there is none. `id` names the column with the
    documents' own ids.
    """

def document_schema() -> _ArrowSchema:
    """The Arrow schema of documents: `pyarrow.schema(unspoof.document_schema())`."""
