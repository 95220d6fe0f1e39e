"""Markers one by one: what a line by itself says of the section it opens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from case_files import line_cases

from protocol_cli.layout.page import lay_out
from protocol_cli.outline.markers import FUZZY, MARKERS
from protocol_cli.outline.parts import outline
from protocol_cli.readers import read_text

CASES = line_cases(Path(__file__).parent / "cases" / "markers.txt")
SETTLES, HINTS = 5.0, 3.0


def opened(text: str) -> list[tuple[float, str]]:
    """What the last line of a text opens: weight and «decisions, decided», the heaviest first."""
    said = outline(lay_out(read_text(text, "x"))).evidence[-1].opens
    found = [(weight, f"{section.value}, {rule}") for section, (weight, rule) in said.items() if weight >= HINTS]
    return sorted(found, reverse=True)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_line_opens_its_section(text: str, expected: str):
    found = opened(text)
    if expected:
        wanted = expected.split("; ")
        assert [said for _, said in found[: len(wanted)]] == wanted
    else:
        assert [said for weight, said in found if weight >= SETTLES] == []


def test_every_marker_has_a_case():
    cased = {said.partition(", ")[2] for case in CASES for said in case.values[1].split("; ")}
    assert [marker.name for marker in MARKERS if marker.name not in cased] == []


def test_markers_have_names_of_their_own():
    names = [marker.name for marker in MARKERS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("marker", MARKERS, ids=[marker.name for marker in MARKERS])
def test_a_marker_is_matched_against_folded_text(marker):
    letters = re.sub(r"\\.", "", marker.pattern)
    assert letters == letters.lower().replace("ё", "е") or marker.pattern.count("[её]"), "no such letter in folded text"
    assert not re.search(r"[«»“”„–—]", letters), 'folded text has only «-» and «"»'


@pytest.mark.parametrize("word", sorted(FUZZY))
def test_a_word_with_one_letter_wrong_opens_its_section(word: str):
    wrong = (word[:2] + ("щ" if word[2] != "щ" else "ш") + word[3:]).upper() + ":"
    assert opened(wrong)[0][1] == f"{FUZZY[word].value}, nearly «{word}»"
