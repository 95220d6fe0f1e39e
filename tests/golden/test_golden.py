"""Whole documents against whole answers, and against the facts that a person found in them: see README.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from golden_answers import answer_of, differences, missing_facts, written

HERE = Path(__file__).parent
FORMATS = {".txt", ".docx", ".pdf"}
DOCUMENTS = sorted(path for path in HERE.glob("*/*") if path.suffix in FORMATS)
NAMES = [path.relative_to(HERE).as_posix() for path in DOCUMENTS]
SHOWN = 40


def kept(document: Path) -> Path:
    return document.with_name(document.name + ".json")


def facts(document: Path) -> Path:
    return document.with_name(document.stem + ".facts.json")


def listed(lines: list[str]) -> str:
    rest = [f"… and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    return "\n".join(["", *lines[:SHOWN], *rest])


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_the_answer_is_the_kept_one(document: Path, updating: bool):
    answer = answer_of(document)
    path = kept(document)
    if updating:
        path.write_text(written(answer), encoding="utf-8", newline="\n")
        pytest.fail(f"{path.name} is written: read the difference, then run without --update-golden")
    assert path.exists(), "no answer beside the document: run with --update-golden and read what it writes"
    changed = differences(read(path), answer)
    assert not changed, listed(changed)


@pytest.mark.parametrize("document", [path for path in DOCUMENTS if facts(path).exists()], ids=lambda path: path.stem)
def test_every_fact_is_in_the_answer(document: Path):
    wrong = missing_facts(read(facts(document)), answer_of(document))
    assert not wrong, listed(wrong)


def test_every_answer_has_its_document():
    known = {path for document in DOCUMENTS for path in (kept(document), facts(document))}
    assert [path.name for path in HERE.glob("*/*.json") if path not in known] == []


def test_a_kept_answer_reads_back_as_it_was_written():
    answer = answer_of(DOCUMENTS[0])
    assert json.loads(written(answer)) == answer


def test_differences_name_the_place():
    before = {"protocols": [{"number": "4", "place": None}], "letter": None}
    after = {"protocols": [{"number": "5", "place": None}, {"number": "6"}], "letter": None}
    assert differences(before, after) == [
        'protocols.0.number: "4" → "5"',
        'protocols.1: – → {"number": "6"}',
    ]
    assert differences(before, before) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"place": "г. Томск"}, {"place": "г.Томск", "number": "5"}),
        ({"name": "Артёмов В.И."}, {"name": "артемов в. и"}),
        ({"control": None, "votes": []}, {"control": None, "votes": []}),
        ({"agenda": [{"title": "О плане"}]}, {"agenda": [{"title": "О плане", "number": "1"}]}),
    ],
)
def test_facts_that_are_there(said: Any, found: Any):
    assert missing_facts(said, found) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"place": "г. Томск"}, {"place": "г. Омск"}),
        ({"due": "2021-06-10"}, {"due": "2021-06-11"}),
        ({"place": None}, {"place": "г. Томск"}),
        ({"votes": []}, {"votes": [{"for": 5}]}),
        ({"agenda": [{"title": "О плане"}]}, {"agenda": []}),
        ({"agenda": [{"title": "О плане"}]}, {"agenda": [{"title": "О плане"}, {"title": "О смете"}]}),
        ({"reached": True}, {"reached": None}),
        ({"title": "не допускать сброса"}, {"title": "допускать сброс"}),
    ],
)
def test_facts_that_are_not_there(said: Any, found: Any):
    assert missing_facts(said, found) != []
