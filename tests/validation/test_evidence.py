"""What the rules share: dates as written, names as persons, identifiers by their labels, places in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.checksums import is_valid_account, is_valid_snils
from protocol_cli.models import Person, Span
from protocol_cli.validation.names import are_one, may_be_one
from protocol_cli.validation.places import cut, excerpt
from protocol_cli.validation.statutory import Meeting, statutory_meeting
from protocol_cli.validation.weekdays import written_weekday
from protocol_cli.validation.written_dates import find_written_dates


def person(family: str, given_name: str | None = None, patronymic: str | None = None) -> Person:
    span = Span(start=0, end=1, page=1)
    return Person(name=family, family_name=family, given_name=given_name, patronymic_name=patronymic, span=span)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("от 31.06.2021 № 5", [("31.06.2021", True)]),
        ("до 31 июня 2021 года", [("31 июня 2021", True)]),
        ("до 30 июня", [("30 июня", False)]),
        ("29 февраля 2021 г. и 29.02.2024", [("29 февраля 2021", True), ("29.02.2024", False)]),
        ("с 01.02.2021 по 05.02.2021", [("01.02.2021", False), ("05.02.2021", False)]),
        ("2021-06-31", [("2021-06-31", True)]),
        ("п. 32.15.20, версия 1.2.3.4, ОКВЭД 61.20.22", []),
        ("«15» октября 2009", [("15» октября 2009", False)]),
        ("№ 31.06.2021", [("31.06.2021", True)]),
    ],
)
def test_dates_are_found_good_and_bad(text: str, dates: list[tuple[str, bool]]):
    assert [(date.text, date.impossible) for date in find_written_dates(text)] == dates


@given(st.text(alphabet="0123456789./- январяимютл«»", max_size=60))
def test_any_text_gives_dates_in_order(text: str):
    found = find_written_dates(text)
    assert [d.start for d in found] == sorted(d.start for d in found)
    assert all(" ".join(text[d.start : d.end].split()) == d.text for d in found)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (person("Вторина", "Елена", "Вениаминовна"), person("Вторина", "Е.", "В."), True),
        (person("Вторина", "Елена", "Вениаминовна"), person("Вторин", "Е.", "В."), False),
        (person("Вторина", "Елена", "Вениаминовна"), person("Вторина", "Е."), True),
        (person("Ким", "Ю."), person("Ким", "Ю.", "П."), True),
        (person("Чеботарёв", "Г.", "Н."), person("Чеботарев", "Г.", "Н."), True),
        (person("Иванов", "И.", "И."), person("Иванов", "И.", "П."), False),
        (person("Ceргеев", "A."), person("Сергеев", "А.", "П."), True),
    ],
)
def test_persons_are_one_by_family_and_initials(first: Person, second: Person, same: bool):
    assert are_one(first, second) is are_one(second, first) is same


def test_a_family_in_another_case_may_be_the_same():
    assert may_be_one(person("Вториной", "Е."), person("Вторина", "Елена"))
    assert not may_be_one(person("Вториной", "П."), person("Вторина", "Елена"))


def test_keys_of_accounts_and_snils():
    assert is_valid_snils("11223344595")
    assert not is_valid_snils("11223344596")
    assert is_valid_account("30101810400000000225", "044525225")
    assert not is_valid_account("30101810500000000225", "044525225")


def test_a_place_is_told_by_page_and_line():
    text = "первая\nвторая\n\fтретья\n  четвёртая строка"
    found = excerpt(text, Span(start=text.index("строка"), end=len(text), page=2))
    assert found is not None
    assert (found.page, found.line, found.text_line, found.column) == (2, 2, 4, 13)
    assert found.text[found.start : found.end] == "строка"
    assert excerpt(text, Span(start=500, end=501, page=1)) is None


@given(st.text(alphabet="аб \n\f", max_size=80), st.data())
def test_the_caret_stands_under_the_place(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    found = excerpt(text, Span(start=start, end=start + 3, page=1))
    if found is not None:
        line, begin, end = cut(found, 20)
        assert len(line) <= 20
        assert 0 <= begin < max(end, 1)


@pytest.mark.parametrize(
    ("text", "date", "day"),
    [
        ("в понедельник, 16 апреля 2021", "16 апреля 2021", 0),
        ("16.04.2021 (пятница)", "16.04.2021", 4),
        ("в среду 16.04.2021", "16.04.2021", 2),
        ("каждый понедельник месяца. 16.04.2021", "16.04.2021", None),
    ],
)
def test_a_weekday_beside_a_date(text: str, date: str, day: int | None):
    start = text.index(date)
    assert written_weekday(text, start, start + len(date)) == day


@pytest.mark.parametrize(
    ("title", "head", "meeting"),
    [
        ("общего собрания собственников помещений в многоквартирном доме", "", Meeting.OWNERS),
        ("годового общего собрания акционеров", "АО «Свет»", Meeting.SHAREHOLDERS),
        ("общего собрания участников", "ООО «Свет»", Meeting.COMPANY),
        ("заседания Совета директоров", "", Meeting.BOARD),
        ("общего собрания членов СНТ «Луч»", "", Meeting.GARDENERS),
        ("общего собрания ассоциации", "", Meeting.ASSEMBLY),
        ("общего собрания трудового коллектива", "", None),
        ("совещания директоров школ", "", None),
        ("заседания комиссии", "", None),
    ],
)
def test_statutory_meetings_are_known(title: str, head: str, meeting: Meeting | None):
    from protocol_cli.models import Protocol

    assert statutory_meeting(Protocol(title=title, span=Span(start=0, end=1, page=1)), head) is meeting
