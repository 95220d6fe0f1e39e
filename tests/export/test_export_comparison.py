"""Which decisions came, went, or read differently."""

from __future__ import annotations

import datetime as dt

from protocol_cli.export.comparison import Change, as_record, compare
from protocol_cli.models import (
    Assignment,
    Deadline,
    DeadlineKind,
    Document,
    DocumentKind,
    Protocol,
    Responsible,
    Role,
    SourceInfo,
    Span,
)

PLACE = Span(start=0, end=1, page=1)
REPORT = "Представить в департамент отчёт о выполнении плана ремонта школ района"
REPAIR = "Завершить ремонт кровли районной больницы и сдать работы комиссии"
BUSES = "Обеспечить выход автобусов на маршруты по зимнему расписанию"


def item(number: str, text: str, due: str | None = None, *names: str, words: str | None = None) -> Assignment:
    term = None
    if due or words:
        day = dt.date.fromisoformat(due) if due else None
        kind = DeadlineKind.DATE if due else DeadlineKind.ONGOING
        term = Deadline(text=words or f"до {due}", kind=kind, due=day, span=PLACE)
    parties = tuple(Responsible(text=name, name=name, role=Role.CO if at else Role.LEAD) for at, name in enumerate(names))
    return Assignment(number=number, text=text, responsible=parties, deadline=term, span=PLACE)


def paper(*decisions: Assignment) -> Document:
    return Document(
        source=SourceInfo(name="п.txt", format="txt", sha256="0"),
        kind=DocumentKind.PROTOCOL,
        protocols=(Protocol(decisions=decisions, span=PLACE),),
    )


def changes(before: Document, after: Document) -> list[tuple[str, tuple[str, ...], int | None]]:
    return [(one.change.value, one.fields, one.days) for one in compare(before, after)]


def test_the_same_paper_has_no_changes() -> None:
    one = paper(item("1", REPORT, "2021-06-10", "МОУО"), item("2", REPAIR))
    assert changes(one, one) == [("same", (), None)] * 2


def test_spelling_is_no_change() -> None:
    before = paper(item("1", "Представить отчёт о ремонте «школ» - до лета", "2021-06-10", words="до 10 июня 2021 г."))
    after = paper(item("1", 'Представить отчет о ремонте "школ" – до лета.', "2021-06-10", words="до 10.06.2021"))
    assert changes(before, after) == [("same", (), None)]


def test_a_term_moved_and_others_changed() -> None:
    before = paper(item("1", REPORT, "2021-06-10", "МОУО", "ОО"), item("2", REPAIR, None, "МКУ", words="постоянно"))
    after = paper(item("1", REPORT, "2021-06-25", "МОУО", "ОО"), item("2", REPAIR, None, "МУП", words="постоянно"))
    assert changes(before, after) == [("changed", ("deadline",), 15), ("changed", ("responsible",), None)]


def test_the_lead_is_not_the_one_who_takes_part() -> None:
    before, after = paper(item("1", REPORT, None, "МОУО", "ОО")), paper(item("1", REPORT, None, "ОО", "МОУО"))
    assert changes(before, after) == [("changed", ("responsible",), None)]


def test_added_dropped_and_renumbered() -> None:
    before = paper(item("1", REPORT), item("2", REPAIR))
    after = paper(item("1", BUSES), item("2", REPORT))
    assert changes(before, after) == [("added", (), None), ("changed", ("number",), None), ("dropped", (), None)]


def test_reworded_decisions_are_known_again() -> None:
    before = paper(item("1", REPORT), item("2", REPAIR))
    after = paper(item("1", REPORT.replace("Представить в департамент", "Направить в министерство")), item("2", REPAIR))
    assert changes(before, after)[0] == ("changed", ("text",), None)


def test_other_words_under_the_same_number_are_another_decision() -> None:
    assert changes(paper(item("1", REPORT)), paper(item("1", BUSES))) == [("added", (), None), ("dropped", (), None)]


def test_alike_decisions_keep_their_order() -> None:
    many = [item(str(number), f"{REPORT} за {number} квартал") for number in range(1, 6)]
    assert all(one.change is Change.SAME for one in compare(paper(*many), paper(*many)))


def test_a_protocol_more_is_all_added() -> None:
    one = paper(item("1", REPORT))
    two = one.model_copy(update={"protocols": (*one.protocols, *paper(item("1", BUSES)).protocols)})
    assert [change for change, *_ in changes(one, two)] == ["same", "added"]
    assert [change for change, *_ in changes(two, one)] == ["same", "dropped"]


def test_a_record_tells_both_sides() -> None:
    (one,) = compare(paper(item("1", REPORT, "2021-06-10", "МОУО")), paper(item("1", REPORT, "2021-06-25", "МОУО")))
    record = as_record(one)
    assert record["before"]["due"] == "2021-06-10"
    assert record["after"]["due"] == "2021-06-25"
    assert record["after"]["responsible"] == ["МОУО"]


def test_a_thousand_decisions_do_not_take_long() -> None:
    many = [item(str(number), f"{REPORT} № {number} и {BUSES} {number % 7}") for number in range(400)]
    assert all(one.change is Change.SAME for one in compare(paper(*many), paper(*many)))
