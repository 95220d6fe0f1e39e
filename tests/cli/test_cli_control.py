"""Deadlines in full, and the control of execution."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from parsed_documents import decision, document

from protocol_cli.models import Document
from protocol_cli.registry import Registry

MONTHLY = {"kind": "recurring", "rrule": "FREQ=MONTHLY;BYMONTHDAY=5"}


@pytest.fixture
def papers() -> str:
    monthly = decision("3", "Представлять отчёт", "2021-05-05", "ежемесячно до 5 числа", "отдел кадров")
    monthly["deadline"] |= MONTHLY  # type: ignore[operator]
    return json.dumps(
        document(
            decision("1", "Наполнить банк", "2021-05-31", "до 31 мая", "руководители ОО"),
            decision("2", "Провести анализ", "2021-08-15", "до 15 августа", "отдел кадров", "руководители ОО"),
            monthly,
            decision("4", "Обеспечивать порядок", None, "постоянно"),
        ),
        ensure_ascii=False,
    )


@pytest.fixture
def db(tmp_path: Path, papers: str) -> Path:
    path = tmp_path / "registry.sqlite"
    with Registry.open(path) as registry:
        registry.save(Document.model_validate_json(papers))
    return path


@pytest.fixture
def ask(protocol, db: Path):
    def found(*args: object) -> list[tuple[str, str]]:
        done = protocol("deadlines", "--db", db, "--today", "2021-06-01", *args)
        assert done.returncode == 0
        return [(record["number"], record["day"]) for record in json.loads(done.stdout)]

    return found


def test_windows(ask):
    assert ask("--on", "31.05.2021") == [("1", "2021-05-31")]
    assert ask("--within", "2w") == [("3", "2021-06-05")]
    assert ask("--within", "10 дней") == [("3", "2021-06-05")]
    assert ask("--within", "месяц") == [("3", "2021-06-05")]
    assert ask("--within", "11w") == [("3", "2021-06-05"), ("3", "2021-07-05"), ("3", "2021-08-05"), ("2", "2021-08-15")]
    assert ask("--overdue") == [("3", "2021-05-05"), ("1", "2021-05-31")]
    assert ask("--overdue", "--after", "2021-05-06") == [("1", "2021-05-31")]
    assert ask("--sort", "-due", "--limit", "1") == [("2", "2021-08-15")]
    assert ask("--kind", "date", "--responsible", "бухгалтерии") == []
    assert ask("--kind", "date", "--responsible", "отделу кадров") == [("2", "2021-08-15")]
    assert ask("--document", "7", "--kind", "ongoing", "--all") == [("4", None)]


def test_days_left_and_the_working_day(protocol, db: Path):
    def first(*args: object) -> tuple[object, object]:
        out = protocol("deadlines", "--db", db, "--on", "2021-08-15", "--today", "2021-08-10", *args).stdout
        record = next(record for record in json.loads(out) if record["number"] == "2")
        return record["effective_due"], record["days_left"]

    assert first() == (None, 5)  # the 15th is a Sunday
    assert first("--profile", "gov") == ("2021-08-13", 3)
    assert first("--profile", "civil") == ("2021-08-16", 6)
    assert first("--profile", "none") == ("2021-08-15", 5)
    table = protocol(
        "deadlines", "--db", db, "--on", "2021-08-15", "--today", "2021-08-10", "--profile", "gov", "--format", "table"
    ).stdout
    assert "раб. день" in table
    assert "ещё 3 дня" in table


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("date", ["2021-05-05", "2021-05-31", "2021-08-15"]),
        ("responsible", ["отдел кадров", "отдел кадров", "руководители ОО", "руководители ОО"]),
        ("document", None),
    ],
)
def test_groups(protocol, db: Path, by: str, groups: list[str] | None):
    records = json.loads(protocol("deadlines", "--db", db, "--by", by).stdout)
    if groups is not None:
        assert [record["group"] for record in records] == groups
    table = protocol("deadlines", "--db", db, "--by", by, "--format", "table").stdout
    assert "Поручения со сроком" in table
    assert "Провести анализ" in table


def test_done_reopen_extend_status(protocol, db: Path, ask):
    done = protocol("done", "7:1", "--on", "2021-06-02", "--note", "исх. 5", "--db", db)
    assert (done.returncode, done.stdout) == (0, "")
    assert "исполнено 02.06.2021" in done.stderr
    assert ask("--before", "2021-05-31") == [("3", "2021-05-05")]
    assert ask("--before", "2021-05-31", "--status", "done") == [("1", "2021-05-31")]
    assert protocol("reopen", "7:1", "--db", db).returncode == 0
    assert ask("--on", "2021-05-31") == [("1", "2021-05-31")]
    assert protocol("extend", "7:P1.1", "--to", "20.06.2021", "--reason", "просьба", "--db", db).returncode == 0
    assert ask("--on", "2021-05-31") == []
    assert ask("--on", "2021-06-20") == [("1", "2021-06-20")]
    journal = json.loads(protocol("status", "--db", db).stdout)
    assert [(entry["action"], entry["note"]) for entry in journal] == [
        ("extend", "просьба"), ("reopen", None), ("done", "исх. 5"),
    ]  # fmt: skip
    [found] = json.loads(protocol("status", "7:1", "--db", db).stdout)
    assert (found["due"], found["day"], len(found["journal"])) == ("2021-05-31", "2021-06-20", 3)
    for lang in ("ru", "en"):
        assert "20.06.2021" in protocol("status", "--db", db, "--format", "table", lang=lang).stdout
        assert "20.06.2021" in protocol("status", "7:1", "--db", db, "--format", "table", lang=lang).stdout


def test_an_assignment_must_be_one(protocol, db: Path, tmp_path: Path):
    several = protocol("done", "7", "--db", db)
    assert several.returncode == 3
    assert several.stderr.splitlines()[0] == "«7» – несколько поручений, укажите одно:"
    assert len(several.stderr.splitlines()) == 5
    assert "нет поручения «7:9»" in protocol("done", "7:9", "--db", db).stderr
    none = protocol("done", "7:1", "--db", tmp_path / "none.sqlite")
    assert none.returncode == 3
    assert not (tmp_path / "none.sqlite").exists()
    assert protocol("status", "7:9", "--db", db).returncode == 3
