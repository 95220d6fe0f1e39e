"""The lists of the registry on the command line: formats, filters, empty answers, files and pipes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TEXTS = [SAMPLES / name for name in ("letter.txt", "answer.txt", "commission.txt")]
LISTS = ("documents", "decisions", "agenda", "speakers", "people", "organizations", "references")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from protocol_cli import parse
    from protocol_cli.registry import Registry

    path = tmp_path_factory.mktemp("registry") / "registry.sqlite"
    with Registry.open(path) as registry:
        for text in TEXTS:
            registry.save(parse(text, with_text=True), str(text))
    return path


@pytest.fixture(scope="module")
def piped() -> str:
    from protocol_cli import parse

    return "\n".join(parse(text).model_dump_json() for text in TEXTS)


@pytest.mark.parametrize(
    "question", [[name] for name in LISTS] + [["search", "план работ"], ["thread", "08-11/194"], ["people", "Мальков"]]
)
def test_registry_files_and_pipe_answer_alike(protocol, db: Path, piped: str, question: list[str]):
    expected = protocol(*question, "--db", db).stdout
    assert len(json.loads(expected)) > 0
    assert protocol(*question, *TEXTS).stdout == expected
    assert protocol(*question, "-", stdin=piped).stdout == expected


@pytest.mark.parametrize("name", [*LISTS, "search", "thread"])
def test_every_format(protocol, db: Path, name: str):
    question = [name, *{"search": ["план"], "thread": ["08-11/194"]}.get(name, []), "--db", db]
    records = json.loads(protocol(*question, "--json").stdout)
    lines = protocol(*question, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == records
    rows = list(csv.DictReader(io.StringIO(protocol(*question, "--format", "csv").stdout)))
    assert len(rows) == len(records)
    assert list(rows[0]) == list(records[0])
    for lang in ("ru", "en"):
        table = protocol(*question, "--format", "table", lang=lang)
        assert table.returncode == 0
        assert len(table.stdout.splitlines()) > len(records)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (["documents", "--after", "2030-01-01"], "Документов не найдено"),
        (["decisions", "--document", "нет"], "Решений не найдено"),
        (["agenda", "--speaker", "Неизвестный"], "Вопросов повестки не найдено"),
        (["speakers", "--name", "Неизвестный"], "Докладчиков не найдено"),
        (["people", "Неизвестный"], "Такого человека нет в документах"),
        (["people", "--role", "approver"], "Людей не найдено"),
        (["organizations", "--name", "Рога и копыта"], "Организаций не найдено"),
        (["references", "--kind", "указ"], "Ссылок не найдено"),
        (["search", "бегемот"], "Ничего не найдено"),
        (["thread", "404"], "Такого письма нет"),
        (["status"], "В журнале исполнения пусто"),
    ],
)
def test_an_empty_answer_is_clear(protocol, db: Path, question: list[str], told: str):
    table = protocol(*question, "--db", db, "--format", "table")
    assert (table.returncode, table.stderr) == (0, "")
    assert told in table.stdout
    printed = protocol(*question, "--db", db)
    assert (printed.returncode, printed.stdout) == (0, "[]\n")
    assert told in printed.stderr


def test_filters_orders_and_limits(protocol, db: Path):
    def found(*args: object) -> list[dict[str, object]]:
        answer: list[dict[str, object]] = json.loads(protocol(*args, "--db", db).stdout)
        return answer

    assert [line["number"] for line in found("documents", "--sort", "date")] == ["43-1186", "08-11/194", "7"]
    assert [line["number"] for line in found("documents", "--kind", "letter", "-n", "1")] == ["08-11/194"]
    assert [line["number"] for line in found("decisions", "--responsible", "Малькову")] == ["2.1"]
    assert [line["name"] for line in found("people", "--role", "secretary")] == ["Рыжкова Н.Е."]
    assert {line["role"] for line in found("people", "Кошурникова")} == {"signatory"}
    assert [line["number"] for line in found("references", "--relation", "reply")] == ["02-17/63"]
    assert [line["part"] for line in found("search", "обследованиями", "--part", "decision")] == ["decision"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["documents", "--limit", "x"], "--limit: «x» – не целое число"),
        (["documents", "--sort", "цвет"], "--sort: «цвет» не подходит; можно: date, -date"),
        (["people", "Иванов", "--sort", "name"], "--sort: «name» не подходит; можно: date"),
        (["search"], "не указан ТЕКСТ"),
        (["deadlines", "--within", "скоро-скоро"], "--within: «скоро-скоро» – не срок. Примеры: 2w"),
        (["db", "разное"], "ДЕЙСТВИЕ: «разное» не подходит; можно: path, info"),
        (["db", "backup"], "укажите файл для копии"),
        (["extend", "7:1"], "--to: нужны новый срок и причина"),
    ],
)
def test_wrong_usage_of_lists_is_told(protocol, args: list[str], told: str):
    done = protocol(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr.splitlines()[-1]


def test_show_is_the_card_of_parse(protocol, db: Path):
    shown = json.loads(protocol("show", "08-11/194", "--db", db).stdout)
    parsed = json.loads(protocol("parse", SAMPLES / "answer.txt", "--no-save").stdout)
    assert shown == parsed
    card = protocol("show", "834b14b7", "--db", db, "--format", "card").stdout
    assert "Письмо № 08-11/194" in card
    missing = protocol("show", "404", "--db", db)
    assert (missing.returncode, missing.stdout, missing.stderr) == (3, "", "Нет документа «404»\n")


def test_hits_are_marked(protocol, terminal, db: Path):
    plain = protocol("search", "проверками", "--format", "table", *TEXTS).stdout
    assert plain == protocol("search", "проверками", "--format", "table", "--db", db).stdout
    table = protocol("search", "обследования", "--db", db, "--format", "table").stdout
    assert "[обследование]" in table
    coloured = terminal("search", "обследования", "--db", db)
    assert "\x1b[1;33mобследование\x1b[0m" in coloured


def test_stats(protocol, terminal, db: Path):
    found = json.loads(protocol("stats", "--db", db, "--today", "2022-11-20").stdout)
    assert (found["documents"], found["assignments"], found["overdue"]) == (3, 19, 8)
    assert json.loads(protocol("stats", *TEXTS, "--today", "2022-11-20").stdout) == found
    drawn = terminal("stats", "--db", db, "--today", "2022-11-20", env={"TERM": "dumb"})
    assert "2022-10  ████" in drawn
    assert json.loads(protocol("stats", "--db", db.with_name("none.sqlite")).stdout)["documents"] == 0


def test_csv_holds_no_formulas(protocol):
    from parsed_documents import decision, document

    hostile = json.dumps(document(decision("1", '=HYPERLINK("x")', "2021-06-10", "+7", "@отдел", "два\nслова")))
    out = protocol("decisions", "-", "--format", "csv", stdin=hostile).stdout
    [row] = csv.DictReader(io.StringIO(out))
    assert row["text"] == "'=HYPERLINK(\"x\")"
    assert row["deadline"] == "'+7"
    assert row["responsible"].startswith("'@отдел; два")
    assert row["span"] == "0-5"


@pytest.mark.parametrize(("name", "columns"), [(name, 60) for name in (*LISTS, "deadlines")] + [("people", 120)])
def test_tables_fit_the_terminal(terminal, db: Path, name: str, columns: int):
    out = terminal(name, "--db", db, columns=columns, env={"TERM": "dumb"})
    assert max(map(len, out.splitlines())) <= columns
