"""Items longer than any office writes: they are read as any other, and their chain of terms has an end."""

from __future__ import annotations

import pytest

from protocol_cli.models import Deadline
from protocol_cli.reading import parse

HEAD = "ПРОТОКОЛ № 7\nсовещания по вопросам благоустройства\n12 марта 2024 г.\nПредседатель: Кедров А.А.\nРЕШИЛИ:\n"


def length(deadline: Deadline | None) -> int:
    count = 0
    while deadline is not None:
        deadline, count = deadline.then, count + 1
    return count


@pytest.mark.parametrize(
    "terms",
    ["подготовить отчёт до 1 мая 2024 г. и " * 2000 + "сдать его.", "Подготовить отчёт." + " Срок – до 1 мая 2024 г." * 2000],
)
def test_an_item_of_thousands_of_terms(terms: str):
    [protocol] = parse((HEAD + "1. Сомову С.С. " + terms).encode(), name="x.txt").protocols
    [decision] = protocol.decisions
    assert 1 < length(decision.deadline) < 20
    assert decision.model_dump_json()
