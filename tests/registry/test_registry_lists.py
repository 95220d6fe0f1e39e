"""What an office asks of its papers: the same answers on both back ends, whatever the order of saving."""

from __future__ import annotations

import datetime as dt

import pytest
from office_papers import all_papers, answer, meeting, question

from protocol_cli.registry import ListFilter, Record, Registry

LISTS = ("documents", "decisions", "agenda", "speakers", "references")


@pytest.fixture
def office(registry: Registry) -> Registry:
    for document in all_papers():
        registry.save(document)
    return registry


def lines(registry: Registry, what: str, **wanted: object) -> list[Record]:
    return list(registry.lines(what, ListFilter(**wanted)))  # type: ignore[arg-type]


def of(records: list[Record], name: str) -> list[object]:
    return [record[name] for record in records]


def test_the_latest_document_comes_first_and_the_undated_last(office: Registry):
    assert of(lines(office, "documents"), "source") == ["протокол.txt", "ответ.txt", "запрос.txt", "без даты.txt"]
    assert of(lines(office, "documents", sort="date"), "source")[0] == "без даты.txt"
    assert of(lines(office, "documents", sort="-number"), "number") == ["7", "08-11/194", "02-17/63", None]


def test_a_document_says_what_is_in_it(office: Registry):
    [found] = lines(office, "documents", document="7")
    assert {name: found[name] for name in ("kind", "date", "subject", "protocols", "assignments")} == {
        "kind": "protocol", "date": "2022-03-10", "subject": "Совещания о библиотеках", "protocols": 1, "assignments": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "sources"),
    [
        ({"kind": "letter"}, ["ответ.txt", "запрос.txt"]),
        ({"organization": "комкульт"}, ["запрос.txt"]),
        ({"after": dt.date(2022, 2, 21)}, ["протокол.txt", "ответ.txt"]),
        ({"before": dt.date(2022, 2, 21)}, ["ответ.txt", "запрос.txt"]),
        ({"after": dt.date(2022, 2, 22), "before": dt.date(2022, 3, 9)}, []),
        ({"before": dt.date.max}, ["протокол.txt", "ответ.txt", "запрос.txt"]),
        ({"document": "запрос.txt"}, ["запрос.txt"]),
        ({"document": "№ 08 - 11/194"}, ["ответ.txt"]),
        ({"document": "нет такого"}, []),
        ({"limit": 0}, []),
        ({"limit": 1}, ["протокол.txt"]),
    ],
)
def test_documents_are_chosen(office: Registry, wanted: dict[str, object], sources: list[str]):
    assert of(lines(office, "documents", **wanted), "source") == sources


def test_a_document_is_found_by_the_beginning_of_its_id(office: Registry):
    whole = meeting().source.sha256
    assert of(list(office.find(whole[:4])), "number") == ["7"]
    assert list(office.find(whole[:3])) == []
    answered = office.document_json(whole[:8])
    assert answered is not None
    assert answered["protocols"][0]["number"] == "7"


def test_decisions(office: Registry):
    assert of(lines(office, "decisions"), "number") == ["1.1", "1.2", "2.1", "2.2", "2.3", "1"]
    assert of(lines(office, "decisions", kind="request"), "id") == [f"{question().source.sha256[:8]}:L1"]
    assert of(lines(office, "decisions", kind="recurring"), "number") == ["1.2"]
    assert of(lines(office, "decisions", sort="due"), "number") == ["1", "1.1", "1.2", "2.1", "2.2", "2.3"]
    assert of(lines(office, "decisions", sort="-due", limit=5), "number") == ["2.1", "1.2", "1.1", "1", "2.2"]
    [first, *_] = lines(office, "decisions", document="7")
    assert (first["responsible"], first["protocol_number"], first["day"]) == (["Лукьянов С.Е."], "7", "2022-04-01")


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("отдел кадров", ["1.2", "2.1"]),
        ("отделу кадров", ["1.2", "2.1"]),
        ("Лукьянову", ["1.1"]),
        ("Лукьянов", ["1.1"]),
        ("лук", ["1.1"]),
        ("Кадр Отдел", ["1.2", "2.1"]),
        ("бухгалтерия", []),
    ],
)
def test_responsible_in_any_form(office: Registry, name: str, numbers: list[str]):
    assert of(lines(office, "decisions", name=name), "number") == numbers


def test_agenda_and_speakers(office: Registry):
    agenda = lines(office, "agenda")
    assert [(item["number"], item["title"], item["speakers"]) for item in agenda] == [
        ("1", "О ходе проверок", ["Зорина Н.Ф."]), ("2", "О плане на год", ["Вторина Е.П."]),
    ]  # fmt: skip
    assert of(lines(office, "agenda", name="Зориной"), "number") == ["1"]
    spoke = [(who["name"], who["role"], who["title"]) for who in lines(office, "speakers")]
    assert spoke == [
        ("Зорина Н.Ф.", "speaker", "О ходе проверок"), ("Вторина Е.П.", "speaker", "О плане на год"),
        ("Лукьянов С.Е.", "spoke", "О ходе проверок"),
    ]  # fmt: skip
    assert of(lines(office, "speakers", role="spoke"), "name") == ["Лукьянов С.Е."]
    assert of(lines(office, "speakers", sort="name"), "name") == ["Вторина Е.П.", "Зорина Н.Ф.", "Лукьянов С.Е."]


def test_references_know_what_is_here(office: Registry):
    found = lines(office, "references")
    assert [(line["relation"], line["number"], line["found"]) for line in found] == [
        ("reply", "№ 02–17/63", question().source.sha256[:8]), ("reference", "577-п", None),
    ]  # fmt: skip
    assert of(lines(office, "references", kind="Постановление"), "number") == ["577-п"]
    assert of(lines(office, "references", organization="правительство"), "number") == ["577-п"]
    assert of(lines(office, "references", role="reply"), "span") == [None]


def test_forms_of_a_name_are_one_person(office: Registry):
    people = {record["name"]: record for record in office.people()}
    chair = people["Вторина Елена Павловна"]
    assert chair["forms"] == ["Вторина Елена Павловна", "Вторина Е.П."]
    assert chair["roles"] == {"chair": 1, "control": 1, "signatory": 1, "speaker": 1}
    assert (chair["position"], chair["documents"], chair["first"]) == ("заместитель главы", 1, "2022-03-10")


def test_namesakes_are_told_apart(office: Registry):
    names = [record["name"] for record in office.people(ListFilter(name="иванов"))]
    assert names == [
        "Иванов И.П.", "Иванов Иван Петрович", "Иванов Игорь Павлович", "Иванова И.П.", "Ивановский А.А.",
    ]  # fmt: skip


def test_people_are_chosen_and_ordered(office: Registry):
    assert [record["name"] for record in office.people(ListFilter(role="signatory"))] == [
        "Вторина Елена Павловна", "Зорина Н.Ф.", "Лукьянов С.Е.",
    ]  # fmt: skip
    assert [record["name"] for record in office.people(ListFilter(document="08-11/194"))] == [
        "Крылова Вера Артуровна", "Лукьянов С.Е.",
    ]  # fmt: skip
    by_documents = [(record["name"], record["documents"]) for record in office.people(ListFilter(sort="-documents", limit=2))]
    assert by_documents == [("Зорина Н.Ф.", 2), ("Лукьянов С.Е.", 2)]


@pytest.mark.parametrize("name", ["Лукьянов", "С.Е. Лукьянов", "лукьянову с. е.", "Лукьяновым"])
def test_everything_a_person_is_in(office: Registry, name: str):
    found = list(office.appearances(ListFilter(name=name)))
    assert [(record["role"], record["about"]) for record in found] == [
        ("spoke", "О ходе проверок"), ("responsible", "Завершить проверку линий связи"), ("signatory", None),
    ]  # fmt: skip
    assert found[1]["id"] == f"{meeting().source.sha256[:8]}:P1.1"
    assert {record["person"] for record in found} == {"Лукьянов С.Е."}


def test_organizations(office: Registry):
    found = {record["name"]: record for record in office.organizations()}
    assert found["Агентство связи"] == {
        "name": "Агентство связи", "short_name": None, "roles": {"addressee": 1, "author": 1}, "documents": 2,
        "assignments": 1,
    }  # fmt: skip
    assert found["Правительство области"]["roles"] == {"issuer": 1}
    assert [record["name"] for record in office.organizations(ListFilter(name="комкульт"))] == [
        "Комитет культуры города Заречного"
    ]
    assert [record["name"] for record in office.organizations(ListFilter(role="issuer"))] == ["Правительство области"]


def test_search_finds_every_form_of_a_word(office: Registry):
    found = list(office.search("проверка"))
    assert [(record["part"], [record["text"][start:end] for start, end in record["hits"]]) for record in found] == [
        ("agenda", ["проверок"]), ("decision", ["проверку"]), ("body", ["Проверками"]), ("request", ["проверки"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "wanted", "parts"),
    [
        ("проверка линии", {}, ["decision", "body", "request"]),
        ("«линии связи»", {}, ["decision"]),
        ("«связи линии»", {}, []),
        ("проверка", {"kind": "body"}, ["body"]),
        ("проверка", {"document": "7"}, ["agenda", "decision"]),
        ("проверка", {"after": dt.date(2022, 2, 21), "before": dt.date(2022, 2, 21)}, ["body"]),
        ("проверка", {"limit": 1}, ["decision"]),
        ("бегемот", {}, []),
        ("— !", {}, []),
        ("' OR \" AND (", {}, []),
    ],
)
def test_search_is_narrowed(office: Registry, question: str, wanted: dict[str, object], parts: list[str]):
    found = office.search(question, ListFilter(**wanted))  # type: ignore[arg-type]
    assert [record["part"] for record in found] == parts


def test_a_thread(office: Registry):
    asked, answered = question().source.sha256[:8], answer().source.sha256[:8]
    found = office.thread("02-17/63")
    assert [(record["document"], record["answered_by"], record["unanswered"]) for record in found] == [
        (asked, [answered], False), (answered, [], True),
    ]  # fmt: skip
    assert found[1]["answers"] == [asked]
    assert found[1]["names"] == ["постановление № 577-п"]
    assert office.thread("08-11/194") == found
    assert office.thread("577-п") == found, "the thread of what is only named"
    assert office.thread("1") == []


def test_the_registry_in_numbers(office: Registry):
    found = office.statistics(dt.date(2022, 4, 2))
    assert {name: found[name] for name in ("documents", "assignments", "dated", "overdue", "overdue_share")} == {
        "documents": 4, "assignments": 6, "dated": 4, "overdue": 2, "overdue_share": 0.5,
    }  # fmt: skip
    assert found["documents_by_kind"] == {"letter": 2, "protocol": 2}
    assert found["by_month"] == [{"month": "2022-02", "documents": 2}, {"month": "2022-03", "documents": 1}]
    assert found["by_responsible"][:2] == [
        {"name": "отдел кадров", "assignments": 2}, {"name": "совет", "assignments": 2},
    ]  # fmt: skip


def test_numbers_follow_what_comes_and_goes(registry: Registry):
    empty = registry.statistics(dt.date(2022, 4, 2))
    for document in all_papers():
        registry.save(document)
    for record in list(registry.lines("documents")):
        assert registry.remove(record["id"])
    assert registry.statistics(dt.date(2022, 4, 2)) == empty
    assert not registry.remove("deadbeef")
    assert registry.is_empty()
    assert list(registry.search("проверка")) == []


def test_the_order_of_saving_does_not_matter(registry: Registry):
    for document in reversed(all_papers()):
        registry.save(document)
    with Registry.temporary() as other:
        for document in all_papers():
            other.save(document)
        for what in LISTS:
            assert list(registry.lines(what)) == list(other.lines(what))
        assert list(registry.people()) == list(other.people())
        assert list(registry.organizations()) == list(other.organizations())
        assert list(registry.search("проверка")) == list(other.search("проверка"))
        assert list(registry.deadlines()) == list(other.deadlines())
