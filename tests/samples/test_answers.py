"""What is read from the samples: the same from text, Word and PDF, and what the README promises."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
OF_THE_FILE = {"span", "source", "links", "notices"}


def read(path: Path) -> Any:
    from protocol_cli import parse

    return parse(path)


def said(value: Any) -> Any:
    """An answer without what depends on the file: places, pages, notices, and links, which lines of a PDF may break."""
    if isinstance(value, dict):
        return {key: said(inner) for key, inner in value.items() if key not in OF_THE_FILE}
    return [said(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_every_form_of_a_sample_has_the_same_answer(name: str, suffix: str) -> None:
    text, other = (read(SAMPLES / f"{name}.{form}").model_dump(mode="json") for form in ("txt", suffix))
    assert said(other) == said(text)


def test_the_letter_has_the_dates_that_the_readme_shows() -> None:
    letter = read(SAMPLES / "letter.txt")
    due = [decision.deadline.due for decision in letter.protocols[0].decisions]
    days = [(2021, 5, 31), (2021, 6, 10), (2021, 8, 15), (2021, 8, 15), (2021, 9, 15), (2025, 12, 31)]
    assert due == [date(*day) for day in days] + [None] * 4
    assert letter.letter.date == date(2021, 5, 6)
    assert letter.protocols[0].date == date(2021, 4, 16)


@pytest.mark.parametrize(
    ("name", "kind", "numbers"),
    [
        ("answer", "letter", []),
        ("assignments", "assignments", ["1.а", "1.б", "1.в", "2", "3", "4.а", "4.б", "5", "6"]),
        ("commission", "protocol", ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2"]),
        ("letter", "letter", [str(number) for number in range(1, 11)]),
        ("ministry", "protocol", ["I.1", "I.2", "I.3", "I.4", "II.1", "II.2", "II.3", "II.4"]),
        ("working-group", "protocol", [str(number) for number in range(1, 8)]),
    ],
)
def test_kinds_and_numbers(name: str, kind: str, numbers: list[str]) -> None:
    document = read(SAMPLES / f"{name}.txt")
    assert document.kind == kind
    assert [item.number for protocol in document.protocols for item in protocol.decisions] == numbers


def test_terms_that_need_counting() -> None:
    commission = {item.number: item.deadline for item in read(SAMPLES / "commission.txt").protocols[0].decisions}
    ministry = {item.number: item.deadline for item in read(SAMPLES / "ministry.txt").protocols[0].decisions}
    assert commission["1.3"].due == date(2022, 10, 26)  # ten working days from Wednesday, 12 October
    assert commission["2.2"].due == date(2023, 1, 20)  # «до 20 января», said in October
    assert ministry["I.4"].due == date(2022, 4, 1)  # two weeks from 18 March
    assert ministry["II.1"].due == date(2022, 4, 18)  # a month from 18 March
    assert ministry["II.3"].rrule == "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"
    assert ministry["II.4"].due == date(2022, 12, 31)
