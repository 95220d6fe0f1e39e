"""Who must do what by when: the filter, the order, the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from registry_documents import assignment, letter, protocol, responsible, term

from protocol_cli.models import Document
from protocol_cli.registry import DeadlineFilter, DeadlineRecord, Registry


def ask(documents: Iterable[Document], **wanted: object) -> list[DeadlineRecord]:
    with Registry.temporary() as registry:
        for document in documents:
            registry.save(document)
        return list(registry.deadlines(DeadlineFilter(**wanted)))  # type: ignore[arg-type]


def texts(documents: Iterable[Document], **wanted: object) -> list[str]:
    return [record["text"] for record in ask(documents, **wanted)]


FOUR = protocol(
    assignment("десятое", term("2021-06-10")),
    assignment("тридцать первое", term("2021-05-31")),
    assignment("одиннадцатое", term("2021-06-11")),
    assignment("постоянно", term(None, "постоянно")),
    assignment("без срока"),
)


def test_days_come_in_order_and_undated_are_left_out():
    assert texts([FOUR]) == ["тридцать первое", "десятое", "одиннадцатое"]


def test_before_and_after_include_the_day():
    assert texts([FOUR], before=dt.date(2021, 6, 10)) == ["тридцать первое", "десятое"]
    assert texts([FOUR], after=dt.date(2021, 6, 10)) == ["десятое", "одиннадцатое"]
    assert texts([FOUR], after=dt.date(2021, 6, 10), before=dt.date(2021, 6, 10)) == ["десятое"]


def test_undated_come_last_and_no_window_hides_them():
    assert texts([FOUR], undated=True, before=dt.date(2021, 5, 31)) == ["тридцать первое", "постоянно"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("руководители ОО", True),
        ("РУКОВОДИТЕЛИ оо", True),
        ("общеобразовательных", True),  # the name with its abbreviation opened
        ("Ёлкина", True),
        ("елкина", True),
        ("Ёлкин А.Г.", False),  # «Г» begins no word of her name
        ("А. П. Ёлкина", True),
        ("образователь", True),  # a long word may stand inside another
        ("ва", False),  # a short one may not
        ("МОУО", False),
        ("—", True),  # nothing asked
        ("%", True),
        ("' OR 1=1 --", False),
    ],
)
def test_responsible_is_any_part_of_a_name(question: str, found: bool):
    who = responsible("руководители ОО", "руководители общеобразовательных организаций", "Ёлкина А.П.")
    assert bool(texts([protocol(assignment("дело", term("2021-06-10"), who))], responsible=question)) is found


def test_many_assignments_of_one_name_are_found_as_few_are():
    decisions = [
        assignment("дело", term(f"2021-06-{day % 28 + 1:02}"), responsible("отдел кадров" if day % 2 else "совет"))
        for day in range(5000)
    ]
    found = ask([protocol(*decisions)], responsible="кадров", before=dt.date(2021, 6, 2))
    assert len(found) == len([1 for day in range(5000) if day % 2 and day % 28 < 2])
    assert {record["responsible"][0] for record in found} == {"отдел кадров"}


def test_requests_of_the_letter_and_decisions_have_places():
    document = letter(
        assignment("просьба", term("2021-06-01")), decisions=(assignment("решение", term("2021-06-02"), number="2.1"),)
    )
    first, second = ask([document])
    short = document.source.sha256[:8]
    assert (first["id"], first["protocol"], first["protocol_date"]) == (f"{short}:L1", None, None)
    assert (second["id"], second["protocol"], second["protocol_date"]) == (f"{short}:P1.1", 1, "2021-04-16")
    assert (second["number"], second["document_number"], second["document_date"]) == ("2.1", "57-2751", "2021-05-06")


def test_the_record_is_frozen():
    [record] = ask([protocol(assignment("дело", term("2021-06-10"), responsible("отдел")))])
    assert list(record) == [
        "id", "document", "source", "document_kind", "document_number", "document_date", "protocol", "protocol_number",
        "protocol_date", "agenda_item", "number", "lead", "text", "responsible", "due", "effective_due", "deadline",
        "kind", "start", "time", "precision", "rrule", "event", "then", "page", "span", "day", "done_on", "days_left",
    ]  # fmt: skip
    assert record["span"] == {"start": 0, "end": 10, "page": 1}
    assert record["responsible"] == ["отдел"]


def test_what_follows_is_told():
    deadline = term("2021-06-10").model_copy(update={"then": term(None, "постоянно")})
    [record] = ask([protocol(assignment("дело", deadline))])
    assert isinstance(record["then"], dict)
    assert record["then"]["kind"] == "ongoing"


DAYS = st.lists(st.dates(dt.date(2021, 1, 1), dt.date(2021, 1, 9)), max_size=4)


@given(st.lists(DAYS, max_size=4), st.randoms(use_true_random=False))
def test_the_answer_does_not_depend_on_the_order_of_saving(days: list[list[dt.date]], random: object):
    documents = [
        protocol(*(assignment(f"{at}-{i}", term(day.isoformat())) for i, day in enumerate(dues)), content=str(at))
        for at, dues in enumerate(days)
    ]
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ask(documents) == ask(shuffled)
