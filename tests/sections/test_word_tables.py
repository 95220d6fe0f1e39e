"""Tables in whole protocols: who took part, and what was decided, from the cells of a Word file."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import block_cases
from readings import DAY, assignment, people, person, told
from word_tables import word_of

from protocol_cli.models import Protocol
from protocol_cli.reading import parse

HEAD = f"ПРОТОКОЛ № 7\nсовещания по вопросам благоустройства\n{DAY}\nПредседатель: Кедров А.А.\n"
CASES = block_cases(Path(__file__).parent / "cases" / "word_tables.txt")


def protocol_of(text: str) -> Protocol:
    [found] = parse(word_of(HEAD + text), name="x.docx").protocols
    return found


@pytest.mark.parametrize(("text", "answers"), CASES)
def test_tables(text: str, answers: list[str]):
    found = protocol_of(text)
    said = [told(one.status, one.text, person=person(one.person)) for one in found.participants]
    if found.quorum is not None:
        said.append(told("quorum", total=found.quorum.total, present=found.quorum.present))
    said += [told("agenda", one.number, one.title, speakers=people(one.speakers)) for one in found.agenda]
    said += [assignment(decision) for decision in found.decisions]
    if found.control is not None:
        said.append(told(control=person(found.control)))
    assert said == answers
