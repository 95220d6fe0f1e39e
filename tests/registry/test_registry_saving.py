"""A document is recorded once, whole, under a short id that stays."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from registry_documents import assignment, letter, protocol, responsible, term

from protocol_cli.registry import Registry


@pytest.fixture
def registry(tmp_path: Path):
    with Registry.open(tmp_path / "folder" / "registry.sqlite") as opened:
        yield opened


def rows(registry: Registry, question: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(registry.place) as connection:
        return connection.execute(question).fetchall()


def test_the_same_content_is_recorded_once(registry: Registry):
    document = protocol(assignment("Сделать", term("2021-06-10")))
    first, second = registry.save(document), registry.save(document)
    assert (first.new, second.new, second.updated) == (True, False, False)
    assert first.id == second.id == document.source.sha256[:8]
    assert rows(registry, "SELECT count(*) FROM documents") == [(1,)]


def test_a_copy_under_another_name_is_the_same_document(registry: Registry):
    document = protocol(assignment("Сделать"))
    registry.save(document)
    copy = document.model_copy(update={"source": document.source.model_copy(update={"name": "копия.txt"})})
    assert not registry.save(copy).updated
    assert rows(registry, "SELECT source FROM documents") == [("a.txt",)]


def test_what_reads_differently_is_renewed_under_the_same_id(registry: Registry):
    before = registry.save(protocol(assignment("Сделать", term("2021-06-10")), assignment("Лишнее")))
    after = registry.save(protocol(assignment("Сделать всё", term("2021-06-11"))))
    assert (after.id, after.new, after.updated) == (before.id, False, True)
    assert [(record["text"], record["due"]) for record in registry.deadlines()] == [("Сделать всё", "2021-06-11")]
    assert rows(registry, "SELECT count(*) FROM assignments") == [(1,)]


def test_ids_that_begin_alike_are_made_longer(registry: Registry):
    ids = []
    for tail in "01":
        document = protocol(assignment("Сделать"))
        source = document.source.model_copy(update={"sha256": "abcdef12" + tail * 56})
        ids.append(registry.save(document.model_copy(update={"source": source})).id)
    assert ids == ["abcdef12", "abcdef121"]


def test_the_whole_document_and_its_text_are_kept(registry: Registry):
    document = protocol(assignment("Сделать", term("2021-06-10"), responsible("отдел")), text="ПРОТОКОЛ\n")
    registry.save(document, "/документы/a.txt")
    [(kept, text)] = rows(registry, "SELECT json, text FROM contents")
    assert json.loads(str(kept)) == document.model_dump(mode="json", exclude={"text"})
    assert text == "ПРОТОКОЛ\n"
    assert rows(registry, "SELECT path, number, date FROM documents") == [("/документы/a.txt", "1", "2021-04-16")]


def test_a_letter_is_known_by_its_own_number(registry: Registry):
    registry.save(letter(decisions=(assignment("Сделать"),)))
    assert rows(registry, "SELECT number, date FROM documents") == [("57-2751", "2021-05-06")]


def test_a_name_is_kept_once(registry: Registry):
    registry.save(protocol(*(assignment("Сделать", term("2021-06-10"), responsible("отдел")) for _ in range(3))))
    assert rows(registry, "SELECT count(*) FROM parties") == [(1,)]
    assert rows(registry, "SELECT count(*) FROM responsibles") == [(3,)]


def test_a_document_that_fails_half_way_leaves_nothing(registry: Registry, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object):
        raise RuntimeError

    monkeypatch.setattr("protocol_cli.registry.writing.apply_journal", broken)
    with pytest.raises(RuntimeError):
        registry.save(protocol(assignment("Сделать")))
    assert registry.is_empty()
    monkeypatch.undo()
    assert registry.save(protocol(assignment("Сделать"))).new


def test_views_read_plainly(registry: Registry):
    registry.save(protocol(assignment("Сделать", term("2021-06-10"), responsible("отдел"), responsible("управление"))))
    assert rows(registry, "SELECT place, text, responsible, due FROM deadlines") == [
        ("P1.1", "Сделать", "отдел; управление", "2021-06-10")
    ]
