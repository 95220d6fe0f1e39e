"""Days that come again and follow, and the journal of what was done: on both back ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_papers import due, meeting, monthly, task

from protocol_cli.models import Deadline, DeadlineKind, Span
from protocol_cli.registry import DeadlineFilter, ListFilter, Registry


@pytest.fixture
def office(registry: Registry) -> Registry:
    registry.save(meeting())
    return registry


def days(registry: Registry, after: str | None = None, before: str | None = None, **wanted: object) -> list[tuple[str, object]]:
    window = [dt.date.fromisoformat(day) if day else None for day in (after, before)]
    asked = DeadlineFilter(after=window[0], before=window[1], every_day=True, **wanted)  # type: ignore[arg-type]
    return [(str(record["number"]), record["day"]) for record in registry.deadlines(asked)]


def key(registry: Registry, name: str) -> int:
    [found] = registry.find_assignments(name)
    return int(found["key"])


def test_terms_come_again_inside_the_window(office: Registry):
    assert days(office, "2022-05-01", "2022-07-10") == [
        ("2.1", "2022-05-01"), ("1.2", "2022-05-05"), ("1.2", "2022-06-05"), ("1.2", "2022-07-05"),
    ]  # fmt: skip
    assert days(office, "2022-06-05", "2022-06-05") == [("1.2", "2022-06-05")]
    assert days(office, "2022-03-01", "2022-04-06") == [("1.1", "2022-04-01"), ("1.2", "2022-04-05")]


def test_a_window_without_an_end_has_the_next_day_of_each(office: Registry):
    assert days(office, "2022-06-06") == [("1.2", "2022-07-05"), ("2.1", "2022-09-01")]
    assert days(office, None, "2022-04-30") == [("1.1", "2022-04-01"), ("1.2", "2022-04-05")]


def test_what_follows_is_a_day_of_its_own(office: Registry):
    assert days(office, "2022-08-20", "2022-09-02") == [("2.1", "2022-09-01")]
    [record] = office.deadlines(DeadlineFilter(after=dt.date(2022, 9, 1), before=dt.date(2022, 9, 1), every_day=True))
    assert (record["deadline"], record["due"], record["then"]) == ("до 01.09.2022", "2022-09-01", None)


def test_the_window_from_its_end(office: Registry):
    forwards = days(office, "2022-04-01", "2022-09-10")
    backwards = days(office, "2022-04-01", "2022-09-10", sort="-due")
    assert sorted(forwards, key=lambda found: found[1], reverse=True) == backwards
    for limit in range(5):
        assert days(office, "2022-04-01", "2022-09-10", limit=limit) == forwards[:limit]
        assert days(office, "2022-04-01", "2022-09-10", sort="-due", limit=limit) == backwards[:limit]


def test_kinds(office: Registry):
    assert days(office, "2022-04-01", "2022-06-30", kind="recurring") == [
        ("1.2", "2022-04-05"), ("1.2", "2022-05-05"), ("1.2", "2022-06-05"),
    ]  # fmt: skip
    assert days(office, kind="ongoing", undated=True) == [("2.2", None)]


def test_done_leaves_what_is_open(office: Registry):
    office.write_journal(key(office, "7:1.1"), "done", dt.date(2022, 4, 4), note="исх. 5")
    assert "1.1" not in dict(days(office, status="open"))
    [done] = office.deadlines(DeadlineFilter(status="done"))
    assert (done["number"], done["done_on"]) == ("1.1", "2022-04-04")
    assert office.statistics(dt.date(2022, 5, 2))["done_late"] == 1
    office.write_journal(key(office, "7:1.1"), "reopen", dt.date(2022, 4, 8))
    assert "1.1" in dict(days(office, status="open"))
    assert list(office.deadlines(DeadlineFilter(status="done"))) == []
    assert office.statistics(dt.date(2022, 5, 2))["done"] == 0


def test_done_closes_a_recurring_term_up_to_its_day(office: Registry):
    office.write_journal(key(office, "7:1.2"), "done", dt.date(2022, 6, 3))
    window = ("2022-04-01", "2022-07-31")
    assert [found for found in days(office, *window, status="open") if found[0] == "1.2"] == [("1.2", "2022-07-05")]
    assert days(office, *window, status="done") == [("1.2", "2022-04-05"), ("1.2", "2022-05-05"), ("1.2", "2022-06-05")]


def test_an_extension_keeps_the_old_term(office: Registry):
    office.write_journal(key(office, "7:1.1"), "extend", dt.date(2022, 3, 30), until=dt.date(2022, 4, 20), note="просьба")
    office.write_journal(key(office, "7:1.1"), "extend", dt.date(2022, 4, 19), until=dt.date(2022, 4, 25))
    assert ("1.1", "2022-04-25") in days(office)
    [record] = [found for found in office.deadlines() if found["number"] == "1.1"]
    assert (record["due"], record["day"]) == ("2022-04-01", "2022-04-25")
    [found] = office.find_assignments("7:P1.1")
    assert [(entry["before"], entry["until"], entry["note"]) for entry in found["journal"]] == [
        ("2022-04-01", "2022-04-20", "просьба"), ("2022-04-20", "2022-04-25", None),
    ]  # fmt: skip


def test_a_term_without_a_day_can_be_given_one(office: Registry):
    office.write_journal(key(office, "7:2.2"), "extend", dt.date(2022, 3, 30), until=dt.date(2022, 12, 1))
    assert ("2.2", "2022-12-01") in days(office)
    assert days(office, kind="ongoing", undated=True) == [("2.2", "2022-12-01")]


def test_the_journal_outlives_the_rows(office: Registry, opened: Callable[[], Registry]):
    office.write_journal(key(office, "7:2.1"), "extend", dt.date(2022, 4, 1), until=dt.date(2022, 6, 1))
    office.write_journal(key(office, "7:1.1"), "done", dt.date(2022, 4, 4))
    protocol = meeting().protocols[0]
    changed = (task("1.1", "Завершить проверку всех линий", due("2022-04-02")), *protocol.decisions[1:])
    again = meeting().model_copy(update={"protocols": (protocol.model_copy(update={"decisions": changed}),)})
    with opened() as other:
        assert other.save(again).updated
        assert [(entry["action"], entry["text"]) for entry in other.journal()] == [
            ("done", "Завершить проверку всех линий"), ("extend", "Разработать план"),
        ]  # fmt: skip
        assert ("2.1", "2022-06-01") in days(other, status="open")
        assert "1.1" not in dict(days(other, status="open"))
        other.remove(meeting().source.sha256[:8])
        assert list(other.journal()) == []
        other.save(meeting())
        assert len(list(other.journal())) == 2
        assert len(list(other.journal(ListFilter(kind="done")))) == 1


def test_the_same_file_changed_takes_the_place_of_the_old(registry: Registry):
    first, second = meeting(), meeting()
    second = second.model_copy(update={"source": second.source.model_copy(update={"sha256": "ab" * 32})})
    assert registry.replace(first, "/п.txt").new
    assert registry.replace(second, "/п.txt").new
    assert [record["sha256"] for record in registry.paths()] == ["ab" * 32]
    assert not registry.replace(second, "/там/п.txt").new
    assert [record["path"] for record in registry.paths()] == ["/там/п.txt"]
    assert registry.at_path("/п.txt") == []


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("7:1.1", ["1.1"]),
        ("7:p1.1", ["1.1"]),
        ("№ 7:2.1", ["2.1"]),
        ("протокол.txt:2.3", ["2.3"]),
        ("7", ["1.1", "1.2", "2.1", "2.2", "2.3"]),
        ("7:9", []),
        ("8:1.1", []),
        ("", []),
        (":", []),
    ],
)
def test_an_assignment_by_its_name(office: Registry, name: str, numbers: list[str]):
    assert [record["number"] for record in office.find_assignments(name)] == numbers


def test_a_term_that_follows_may_come_again(registry: Registry):
    protocol = meeting().protocols[0]
    term = due("2022-06-01", then=monthly("2022-06-01").model_copy(update={"due": None}))
    only = protocol.model_copy(update={"decisions": (task("1", "Докладывать", term),)})
    registry.save(meeting().model_copy(update={"protocols": (only,)}))
    assert days(registry, "2022-06-01", "2022-08-15") == [("1", "2022-06-01"), ("1", "2022-07-01"), ("1", "2022-08-01")]


@pytest.mark.parametrize("sort", ["due", "-due"])
def test_an_answer_cut_short_is_the_beginning_of_the_whole(registry: Registry, sort: str):
    own = [task(f"{at}", "Дело", due(f"2022-06-{at:02}", then=due(f"2022-06-{29 - at:02}"))) for at in range(1, 15)]
    own += [task("20", "Докладывать", monthly("2022-06-07")), task("21", "Сверять", monthly("2022-06-07"))]
    protocol = meeting().protocols[0].model_copy(update={"decisions": tuple(own)})
    registry.save(meeting().model_copy(update={"protocols": (protocol,)}))
    for window in ({}, {"after": dt.date(2022, 6, 2)}, {"after": dt.date(2022, 6, 2), "before": dt.date(2022, 8, 30)}):
        whole = list(registry.deadlines(DeadlineFilter(every_day=True, sort=sort, **window)))
        for limit in range(1, len(whole) + 1):
            cut = list(registry.deadlines(DeadlineFilter(every_day=True, sort=sort, limit=limit, **window)))
            assert cut == whole[:limit]


RULE = st.sampled_from(["", "FREQ=", "FREQ=DAILY", "FREQ=MONTHLY;INTERVAL=99999999999;BYMONTHDAY=1", "FREQ=YEARLY;COUNT=3",
                        "FREQ=MONTHLY;BYMONTHDAY=31;INTERVAL=2", "FREQ=WEEKLY;BYDAY=", "RRULE:FREQ=DAILY", "=;=;=", "FREQ=HOURLY"])  # fmt: skip
TERM = st.builds(
    Deadline,
    text=st.just("срок"), kind=st.sampled_from(DeadlineKind), due=st.none() | st.dates(), start=st.none() | st.dates(),
    rrule=st.none() | RULE | st.text(max_size=20), span=st.just(Span(start=0, end=1, page=1)),
)  # fmt: skip


@given(TERM, TERM, st.dates(), st.integers(0, 400))
def test_no_term_is_too_strange(term: Deadline, then: Deadline, after: dt.date, length: int):
    protocol = meeting().protocols[0]
    only = protocol.model_copy(update={"decisions": (task("1", "Дело", term.model_copy(update={"then": then})),)})
    before = dt.date.fromordinal(min(after.toordinal() + length, dt.date.max.toordinal()))
    with Registry.temporary() as registry:
        registry.save(meeting().model_copy(update={"protocols": (only,)}))
        for window in ({}, {"after": after}, {"after": after, "before": before}, {"before": before}):
            found = [record["day"] for record in registry.deadlines(DeadlineFilter(every_day=True, undated=True, **window))]
            dated = [day for day in found if day is not None]
            assert dated == sorted(dated)
            assert all(after.isoformat() <= day for day in dated if "after" in window)
            assert all(day <= before.isoformat() for day in dated if "before" in window)
        registry.write_journal(key(registry, "7:1"), "done", after)
