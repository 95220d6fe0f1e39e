"""Little documents: the section of each line, the parts, and what is neither letter nor protocol."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from case_files import block_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol_cli.layout.drawn_tables import draw_tables
from protocol_cli.layout.page import lay_out
from protocol_cli.outline.parts import Outline, outline
from protocol_cli.outline.section import LETTER, PROTOCOL, Section
from protocol_cli.readers import read_text

CASES = Path(__file__).parent / "cases"


def outlined(text: str) -> Outline:
    return outline(draw_tables(lay_out(read_text(text, "x"))))


@pytest.mark.parametrize(("text", "answers"), block_cases(CASES / "decoys.txt"))
def test_what_a_document_seems_to_be(text: str, answers: list[str]):
    found = outlined(text)
    assert [found.seems or "none"] == answers
    assert (not found.parts) or found.seems is None


@pytest.mark.parametrize(("text", "answers"), block_cases(CASES / "parts.txt"))
def test_parts(text: str, answers: list[str]):
    assert " ".join(part.kind for part in outlined(text).parts) == answers[0].replace("nothing", "")


def sectioned(path: Path) -> list:
    """The blocks of a file as pytest parameters: the document's text, the section of each of its lines."""
    params = []
    for block in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, *lines = block.strip("\n").split("\n")
        gap = any(line.startswith("# gap:") for line in lines)
        text, sections = [], []
        for line in lines:
            if line.startswith("#"):
                continue
            section, _, said = line.partition("| ")
            text.append(said)
            if said:
                sections.append(section.strip() or sections[-1])
        marks = [pytest.mark.xfail(strict=True)] if gap else []
        params.append(pytest.param("\n".join(text), sections, id=name, marks=marks))
    return params


@pytest.mark.parametrize(("text", "sections"), sectioned(CASES / "sections.txt"))
def test_the_section_of_each_line(text: str, sections: list[str]):
    found = outlined(text)
    lines = [line for line in text.split("\n") if line.strip()]
    told: dict[int, str] = {}
    for row, section in zip(found.rows, found.sections, strict=True):
        told.setdefault(text.count("\n", 0, row.passage.start), section.value)
    assert list(zip(told.values(), lines, strict=True)) == list(zip(sections, lines, strict=True))


MARKERS = [
    "ПРОТОКОЛ № 1", "СЛУШАЛИ:", "РЕШИЛИ:", "Присутствовали:", "ПОВЕСТКА ДНЯ:", "Голосовали: «за» – 5", "1. О плане", "",
    "Уважаемые коллеги!", "Директорам школ", "12.03.2024 № 5", "Приложение: на 1 л.", "Иванов И.И.", "УТВЕРЖДАЮ",
    "Председатель                     И.И. Иванов", "Просим представить сведения до 1 апреля.", "Секретарь: Петрова П.П.",
    "Исп. Петрова П.П.", "| № | Поручение | Срок |", "| 1 | Утвердить план | 1 июня |", "ПРИКАЗ",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(MARKERS), min_size=1, max_size=30).filter(any))
def test_every_row_has_a_section_and_every_part_its_own_rows_in_order(lines: list[str]):
    found = outlined("\n".join(lines))
    assert len(found.rows) == len(found.sections) == len(found.evidence)
    assert [row.index for row in found.rows] == list(range(len(found.rows)))
    rows = [row.index for part in found.parts for row in part.rows]
    assert rows == sorted(set(rows))
    for part in found.parts:
        allowed = LETTER if part.kind == "letter" else PROTOCOL
        assert {run.section for run in part.runs} <= set(allowed)
        assert all(found.sections[row.index] is run.section for run in part.runs for row in run.rows)


def test_every_section_belongs_to_a_letter_or_to_a_protocol():
    assert {*LETTER, *PROTOCOL, Section.OTHER} == set(Section)
    assert not set(LETTER) & set(PROTOCOL)


def test_a_signature_beside_a_line_of_the_stamp_is_a_row_of_its_own():
    text = "Документ подписан\nэлектронной подписью\nВладелец: Котов Виталий Олегович           В.О. Котов\n"
    assert [row.text for row in outlined(text).rows][2:] == ["Владелец: Котов Виталий Олегович", "В.О. Котов"]


def test_addressees_in_the_nominative_in_the_column_beside_the_letterhead():
    found = outlined(
        "МИНИСТЕРСТВО ФИНАНСОВ                       Финансовые органы\n"
        "СЕВЕРНОЙ ОБЛАСТИ                            муниципальных районов\n"
        "                                            области\n"
        "169900, г. Северск, ул. Мира, 9\n"
        "тел. 2-14-07\n"
        "11.10.2019 № 02-06-07/78142\n"
        "\n"
        "О порядке составления отчётности\n"
        "\n"
        "Министерство финансов области сообщает о порядке составления отчётности.\n"
        "\n"
        "Министр                                                 Л.В. Горин\n"
    )
    addressed = [
        row.text for row, section in zip(found.rows, found.sections, strict=True) if section.value == "addressees"
    ]
    assert addressed == ["Финансовые органы", "муниципальных районов", "области"]
