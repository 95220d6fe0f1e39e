"""The statement of the quorum: «Присутствуют 4 из 5 членов комиссии, кворум имеется»."""

from __future__ import annotations

import re

from protocol_cli.grammar.votes import read_quorum
from protocol_cli.layout.joining import one_passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Quorum
from protocol_cli.outline.parts import Part
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.people import trim

_STATES = re.compile(
    r"кворум|правомочн|полномочн|\bвсего (?:\w+ ){0,2}(?:член|голос|собственник|избран)|общее (?:число|"
    r"количество)|присутств\w+(?: на (?:заседании|собрании|сессии))? ?[-–—:]? ?\d+|избрано (?:\w+ )?[-–—:]|"
    r"зарегистрирован|состо(?:ит|ят) \d|\bиз \d+ |\d+ (?:\([а-я ]+\) )?(?:членов|человек)",
    re.IGNORECASE,
)


def _stating(part: Part) -> list[TextRow]:
    """The rows of the quorum's section, and what other lines of the head say of it."""
    front = part.of(S.QUORUM, S.PARTICULARS, S.PRESENT, S.ABSENT, S.CHAIR, S.SECRETARY)
    own = {r.index for r in part.of(S.QUORUM)}
    said = [r for r in front if r.index in own or _STATES.search(r.text)]
    text = " ".join(r.text for r in said)
    return said if own or re.search(r"кворум|правомочн", text, re.IGNORECASE) else []


def _counted(part: Part) -> list[TextRow]:
    """«Присутствовали: 15 из 19 членов»: the count in the list's own label."""
    runs = part.runs_of(S.PRESENT)
    if not runs or not re.search(r"\d+\D{0,40}\bиз\b\D{0,30}\d+", " ".join(r.text for r in runs[0].rows[:2])):
        return []
    return list(runs[0].rows[:2])


def read_quorum_statement(part: Part) -> Quorum | None:
    """The statement of the quorum, with its numbers."""
    rows = _stating(part) or _counted(part)
    if not rows:
        return None
    passage = one_passage(rows)
    found = read_quorum(passage.text)
    if found is None:
        return None
    return Quorum(total=found.total, present=found.present, reached=found.reached, text=trim(passage).text)
