"""Functions of one text."""

import json

import pytest
from conftest import NASTY

import unspoof

SPOOFED = "\U0001f600 th\u0435 b\u0435ach"


def test_nothing_wrong_is_the_same_object() -> None:
    for text in ("", "Nothing wrong.", "Пожалуйста, позвоните в офис.", "naïve 😀"):
        assert unspoof.clean(text) is text


def test_rules_and_levels() -> None:
    text = "fr\u200bee\u2003beer"
    assert unspoof.clean(text) == "free beer"
    assert unspoof.clean(text, select="restore") == "free\u2003beer"
    assert unspoof.clean(text, select=["spaces", "nfc"]) == "fr\u200bee beer"
    assert unspoof.clean(text, ignore=("restore", "tidy")) is text
    for wrong in ({"select": "nonsense"}, {"ignore": ["nonsense"]}, {"level": "nonsense"}, {"errors": "nonsense"}):
        with pytest.raises(unspoof.Error, match='found "nonsense"'):
            unspoof.clean(text, **wrong)


@pytest.mark.parametrize("text", NASTY)
def test_changes_tell_where_in_code_points_and_in_bytes(text: str) -> None:
    cleaned = unspoof.cleaned(text)
    assert (cleaned.text, cleaned.revert()) == (unspoof.clean(text), text)
    assert str(cleaned) == cleaned.text
    for change in cleaned.changes:
        assert text[slice(*change.source)] == change.before
        assert cleaned.text[slice(*change.span)] == change.after
        assert text.encode()[slice(*change.source_bytes)].decode() == change.before
        assert cleaned.text.encode()[slice(*change.span_bytes)].decode() == change.after
        assert change.rule == change.rules[0]


def test_a_change_explains_itself() -> None:
    first, _ = unspoof.cleaned(SPOOFED).changes
    assert (first.before, first.after, first.rule, first.certainty) == ("\u0435", "e", "lookalike", "certain")
    assert first.names == ("CYRILLIC SMALL LETTER IE", "LATIN SMALL LETTER E")
    assert (first.source, first.source_bytes, first.span, first.span_bytes) == ((4, 5), (7, 9), (4, 5), (7, 8))
    assert first.detail is None and first.evidence
    assert repr(first).startswith("<Change ") and repr(unspoof.cleaned(SPOOFED)).startswith("<Cleaned: 2 changes")
    with pytest.raises(AttributeError):
        first.rule = "other"  # type: ignore[misc]


def test_surrogates_are_an_error_or_repaired() -> None:
    broken = "a\ud83d\ude00b\ud83dc th\u0435"
    functions = (unspoof.clean, unspoof.cleaned, unspoof.parse, unspoof.parse_json, unspoof.check)
    for function in functions:
        with pytest.raises(unspoof.Error, match=r"index 1: expected a character, but found the surrogate U\+D83D"):
            function(broken)
        function(broken, errors="replace")
    assert unspoof.clean(broken, errors="replace") == "a\U0001f600b\ufffdc the"
    assert unspoof.clean("\udce9", errors="replace") == "\ufffd"
    assert unspoof.clean("fine", errors="replace") == "fine"


def test_errors_name_the_byte() -> None:
    with pytest.raises(unspoof.Error) as caught:
        unspoof.parse(b"caf\xe9 au lait", encoding="strict")
    assert str(caught.value) == "byte 3: expected UTF-8, but found the byte 0xE9"
    assert (caught.value.byte, caught.value.record) == (3, None)
    assert isinstance(caught.value, ValueError)
    assert (unspoof.Error("made by hand").byte, unspoof.Error("made by hand").record) == (None, None)


def test_documents() -> None:
    page = "Which?\n\n1 Answer\n\nTh\u0435 coast.\n\nanswered 2 years ago by Ann Reed\n"
    document = unspoof.parse(page, name="page.txt", id="7", captured_at="2026-11-25", changes="full")
    assert (document["id"], document["source"]["name"], document["kind"]) == ("7", "page.txt", "qa")
    assert document["posts"][1]["date"]["precision"] == "year" and document["posts"][1]["date"]["earliest"]
    assert document["changes"][0]["source"] == {"start": page.index("\u0435"), "end": page.index("\u0435") + 2}
    assert unspoof.parse("x", changes="none")["changes"] == []
    assert unspoof.parse("<p>One <b>two</b>", format="html")["text"].strip() == "One two"
    assert unspoof.parse(b"caf\xe9 au lait", encoding="latin-1")["text"] == "café au lait"
    for wrong in ({"format": "nonsense"}, {"encoding": "nonsense"}, {"captured_at": "nonsense"}, {"changes": "nonsense"}):
        with pytest.raises(unspoof.Error, match="nonsense"):
            unspoof.parse("x", **wrong)
    with pytest.raises(TypeError):
        unspoof.parse(7)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", NASTY)
def test_a_document_is_its_json(text: str) -> None:
    dumped = json.dumps(unspoof.parse(text), ensure_ascii=False, separators=(",", ":"))
    assert dumped == unspoof.parse_json(text)


def test_issues() -> None:
    source = 'name = "р\u0430ypal"  # th\u0435 end\n'
    issues = unspoof.check(source, filename="shop.py")
    assert {issue["context"] for issue in issues} == {"string", "comment"}
    assert all(issue["path"] == "shop.py" and issue["severity"] for issue in issues)
    assert unspoof.check("Всё в порядке.") == []
    assert unspoof.check("a\u00a0b") == [] and unspoof.check("a\u00a0b", typography=True) != []
    assert unspoof.check(source, select="bidi") == []
