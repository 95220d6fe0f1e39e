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
OPENS = 5.0  # what says less is a hint, which the path follows only when all around agrees


def opened(text: str) -> str:
    """The section that the last line of a text opens, with the heaviest rule: «decisions, decided»; «» for hints."""
    said = outline(lay_out(read_text(text, "x"))).evidence[-1].opens
    heavy = [(weight, section.value, rule) for section, (weight, rule) in said.items() if weight >= OPENS]
    return "{1}, {2}".format(*max(heavy)) if heavy else ""


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_line_opens_its_section(text: str, expected: str):
    assert opened(text) == expected


def test_every_marker_has_a_case():
    cased = {case.values[1].partition(", ")[2] for case in CASES}
    assert [marker.name for marker in MARKERS if marker.name not in cased] == []


def test_markers_have_names_of_their_own():
    names = [marker.name for marker in MARKERS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("marker", MARKERS, ids=[marker.name for marker in MARKERS])
def test_a_marker_is_matched_against_folded_text(marker):
    letters = re.sub(r"\\.", "", marker.pattern)
    assert letters == letters.lower().replace("ё", "е") or marker.pattern.count("[её]"), "no such letter in folded text"
    assert not re.search(r"[«»“”„–—]", letters), "folded text has only «-» and «\"»"


@pytest.mark.parametrize("word", sorted(FUZZY))
def test_a_word_with_one_letter_wrong_opens_its_section(word: str):
    wrong = (word[:2] + ("щ" if word[2] != "щ" else "ш") + word[3:]).upper() + ":"
    assert opened(wrong) == f"{FUZZY[word].value}, nearly «{word}»"
