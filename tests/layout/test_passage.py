"""Passages carry the offset of every character through cutting, cleaning and joining."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.layout.normalise import clean
from protocol_cli.layout.passage import EMPTY, Passage, concatenate, join, squeeze


def passage(text: str, start: int = 100) -> Passage:
    return Passage(text, tuple(range(start, start + len(text))))


def test_a_slice_keeps_its_place():
    cut = passage("РЕШИЛИ: утвердить")[8:]
    assert (cut.text, cut.start, cut.end) == ("утвердить", 108, 117)


def test_stripping_moves_the_edges():
    stripped = passage("  РЕШИЛИ \t\n").strip()
    assert (stripped.text, stripped.start, stripped.end) == ("РЕШИЛИ", 102, 108)
    assert passage("(а);").strip("();").text == "а"
    assert (passage("« а »").lstrip("« ").text, passage("« а »").rstrip(" »").text) == ("а »", "« а")


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_is_false(text: str):
    assert not passage(text).strip()
    assert len(passage(text).strip()) == 0


def test_what_a_group_took():
    found = re.search(r"№ (\w+)(?: от (\w+))?", "ПРОТОКОЛ № 7б")
    assert found is not None
    whole = passage("ПРОТОКОЛ № 7б")
    assert (whole.cut(found, 1).text, whole.cut(found, 1).start) == ("7б", 111)
    assert whole.cut(found, 2) == EMPTY


def test_parting_at_a_pattern():
    parts = passage("Иванов И.И.;  Петров П.П.; ;").split(re.compile(";"))
    assert [(part.text, part.start) for part in parts] == [("Иванов И.И.", 100), ("Петров П.П.", 114)]


def test_taking_out_a_pattern_leaves_single_spaces():
    without = passage("Иванов (по согласованию) И.И.").without(re.compile(r"\([^)]*\)"))
    assert (without.text, without.start, without.end) == ("Иванов И.И.", 100, 129)
    assert without.offsets[7:] == tuple(range(125, 129))
    same = passage("Иванов")
    assert same.without(re.compile("Пет")) is same


def test_joining_puts_a_space_where_the_line_ended():
    joined = join([passage("утвердить", 0), EMPTY, passage("план", 20)])
    assert joined.text == "утвердить план"
    assert joined.offsets[9] == 9  # where the line break stands
    assert (joined.start, joined.end) == (0, 24)
    assert join([]) == EMPTY
    assert join([passage("а"), passage("б")], ", ").text == "а, б"


def test_squeezing():
    squeezed = squeeze(passage("а   б  в"))
    assert squeezed.text == "а б в"
    assert squeezed.offsets == (100, 101, 104, 105, 107)


TEXTS = st.text(alphabet="АаБб .;«»-\t\u00ad\u00a0", max_size=40)


@given(TEXTS, st.integers(0, 50), st.integers(0, 45), st.integers(0, 45))
def test_every_character_stands_where_it_says(text: str, start: int, a: int, b: int):
    document = "·" * start + text
    for made in (clean(text, start), passage(text, start)[min(a, b) : max(a, b)], squeeze(passage(text, start))):
        assert len(made.offsets) == len(made.text)
        assert list(made.offsets) == sorted(made.offsets)
        assert all(document[o] == c or (c == " " and document[o].isspace()) for c, o in zip(made.text, made.offsets, strict=True))


@given(st.lists(TEXTS, max_size=5))
def test_joining_and_cutting_go_together(texts: list[str]):
    pieces = [passage(text, 100 * i) for i, text in enumerate(texts)]
    whole = concatenate(pieces)
    assert whole.text == "".join(texts)
    at = 0
    for piece in pieces:
        assert whole[at : at + len(piece)] == piece
        at += len(piece)
