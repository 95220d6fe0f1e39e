"""`protocol deadlines` from the registry, from files and from a pipe."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from parsed_documents import decision, document

from protocol_cli.models import Document
from protocol_cli.registry import Registry


@pytest.fixture
def db(tmp_path: Path, meeting: str) -> Path:
    path = tmp_path / "registry.sqlite"
    with Registry.open(path) as registry:
        registry.save(Document.model_validate_json(meeting))
    return path


def numbers(out: str) -> list[str]:
    return [record["number"] for record in json.loads(out)]


def test_before_includes_the_day(protocol, meeting: str):
    assert numbers(protocol("deadlines", "--before", "2021-06-10", "-", stdin=meeting).stdout) == ["1", "2"]
    assert numbers(protocol("deadlines", "--before", "9 июня 2021", "-", stdin=meeting).stdout) == ["1"]


def test_after_includes_the_day(protocol, meeting: str):
    assert numbers(protocol("deadlines", "--after", "10.06.2021", "-", stdin=meeting).stdout) == ["2", "3"]


def test_the_header_says_what_is_included(protocol, db: Path):
    ask = ["deadlines", "--db", db, "--format", "table", "--after", "2021-06-01", "--before", "2021-06-10"]
    assert protocol(*ask).stdout.splitlines()[0] == "Поручения со сроком с 01.06.2021 по 10.06.2021 включительно"
    assert protocol(*ask, lang="en").stdout.startswith("Assignments due from 01.06.2021 up to and including 10.06.2021")


def test_all_adds_a_block_of_the_undated(protocol, db: Path):
    out = protocol("deadlines", "--db", db, "--format", "table", "--all", "--before", "2021-05-31").stdout
    dated, undated = out.split("Без даты")
    assert "31.05.2021 пн" in dated
    assert "1 поручение" in dated
    assert "Обеспечивать порядок" in undated
    assert "Провести анализ" not in out


def test_responsible(protocol, meeting: str):
    ask = ["deadlines", "-", "--all", "--responsible"]
    assert numbers(protocol(*ask, "моуо", stdin=meeting).stdout) == ["2", "4"]
    assert numbers(protocol(*ask, "Руководители ОО", stdin=meeting).stdout) == ["1", "3"]


def test_registry_files_and_pipe_answer_alike(protocol, tmp_path: Path):
    documents = [
        document(decision(str(at), f"Дело {at}", f"2021-06-{30 - at:02}", "к дню", "отдел"), name=f"{at}.txt")
        for at in range(5)
    ]
    db = tmp_path / "registry.sqlite"
    with Registry.open(db) as registry:
        for each in reversed(documents):
            registry.save(Document.model_validate(each))
    lines = "\n".join(json.dumps(each) for each in documents)
    (tmp_path / "one.json").write_text(json.dumps(documents[0], indent=2), encoding="utf-8")
    (tmp_path / "rest.jsonl").write_text("\n".join(json.dumps(each) for each in documents[1:]), encoding="utf-8")
    expected = protocol("deadlines", "--db", db).stdout
    assert len(json.loads(expected)) == 5
    assert protocol("deadlines", "-", stdin=lines).stdout == expected
    assert protocol("deadlines", "-", stdin=json.dumps(documents)).stdout == expected
    joined = "\n\n".join(json.dumps(each, indent=1) for each in documents)
    assert protocol("deadlines", "-", stdin=joined).stdout == expected
    assert protocol("deadlines", "one.json", "rest.jsonl").stdout == expected
    table = protocol("deadlines", "--db", db, "--format", "table").stdout
    assert protocol("deadlines", "-", "--format", "table", stdin=lines).stdout == table


def test_jsonl_has_a_line_for_each(protocol, db: Path):
    out = protocol("deadlines", "--db", db, "--format", "jsonl").stdout
    assert [json.loads(line)["due"] for line in out.splitlines()] == ["2021-05-31", "2021-06-10", "2021-08-15"]


def test_the_record_says_where_and_who(protocol, db: Path):
    second = json.loads(protocol("deadlines", "--db", db).stdout)[1]
    told = {name: second[name] for name in ("source", "document_number", "document_date", "number", "due", "deadline")}
    assert told == {
        "source": "протокол.txt", "document_number": "7", "document_date": "2021-04-16", "number": "2",
        "due": "2021-06-10", "deadline": "до 10 июня 2021 года",
    }  # fmt: skip
    assert second["responsible"] == ["руководители МОУО", "отдел ОО"]
    assert (second["page"], second["effective_due"]) == (2, None)


def test_an_empty_answer_is_clear(protocol, db: Path):
    ask = ["deadlines", "--db", db, "--before", "1999-12-31"]
    table = protocol(*ask, "--format", "table")
    assert (table.returncode, table.stdout) == (0, "Поручений со сроком по 31.12.1999 включительно не найдено\n")
    found = protocol(*ask)
    assert (found.returncode, found.stdout) == (0, "[]\n")
    assert found.stderr == "Поручений со сроком по 31.12.1999 включительно не найдено\n"
    assert protocol(*ask, "--quiet").stderr == ""


def test_no_registry_yet(protocol, home: Path):
    done = protocol("deadlines")
    assert (done.returncode, done.stdout) == (0, "[]\n")
    assert "реестр пуст" in done.stderr
    assert "protocol parse ФАЙЛ" in done.stderr
    assert not list(home.rglob("*.sqlite"))


def test_a_table_on_a_terminal(terminal, db: Path):
    out = terminal("deadlines", "--db", db, "--before", "2021-06-10", columns=80)
    assert "Поручения со сроком по 10.06.2021 включительно" in out
    assert "10.06.2021 чт" in out
    assert "\x1b[" in out
    plain = terminal("deadlines", "--db", db, columns=80, env={"TERM": "dumb"})
    assert max(map(len, plain.splitlines())) <= 80


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Уважаемые коллеги!", "здесь ждали JSON от protocol parse, строка 1"),
        ('{"schema_version": "1.0"', "здесь ждали JSON от protocol parse, строка 1"),
        ('{"a": 1}', "JSON не от protocol parse, строка 1"),
        ("[1, 2]", "JSON не от protocol parse, строка 1"),
        ("[" * 100_000, "здесь ждали JSON"),
    ],
)
def test_what_is_no_answer_of_parse(protocol, given: str, told: str):
    done = protocol("deadlines", "-", stdin=given)
    assert done.returncode == 3
    assert told in done.stderr.splitlines()[0]


def test_a_bad_line_does_not_stop_the_good_ones(protocol, meeting: str):
    done = protocol("deadlines", "-", stdin=f'{{"a": 1}}\n{meeting}\n')
    assert (done.returncode, numbers(done.stdout)) == (3, ["1", "2", "3"])


def test_a_registry_that_cannot_be_used_is_one_line(protocol, tmp_path: Path):
    junk = tmp_path / "junk.db"
    junk.write_text("не база данных" * 100, encoding="utf-8")
    newer = tmp_path / "newer.db"
    Registry.open(newer).close()
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    for path, told in ((junk, "не реестр, или файл повреждён"), (newer, "более новой версией"), (tmp_path, "папка")):
        done = protocol("deadlines", env={"PROTOCOL_DB": str(path)})
        assert (done.returncode, done.stdout) == (4, "")
        assert told in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_hostile_document_is_shown_and_not_obeyed(protocol, terminal, tmp_path: Path):
    hostile = "[bold red]Стереть[/] \x1b[2J\x1b]0;title\x07\x9b31m\u202eвсё :smile: [link=file:///etc]"
    item = decision("1", hostile, "2021-06-10", "сейчас\x1b[5m", "отдел\x1b[8m")
    given = json.dumps(document(item, name="a\x1b[1m.txt"))
    (tmp_path / "hostile.json").write_text(given, encoding="utf-8")
    shown = terminal("deadlines", "hostile.json", columns=200, env={"NO_COLOR": "1"})
    assert "[bold red]Стереть[/] [2J" in shown
    assert ":smile: [link=file:///etc]" in shown
    commands = ("\x1b[2J", "\x1b]0;", "\x07", "\x9b", "\u202e", "\x1b[5m", "\x1b[8m")
    assert [command for command in commands if command in shown] == []
    printed = protocol("deadlines", "hostile.json").stdout
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(printed)
    assert json.loads(printed)[0]["text"] == hostile
