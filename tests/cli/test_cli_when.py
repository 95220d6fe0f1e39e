"""`protocol when`: one phrase, a stream of phrases, and what is said of a day off."""

from __future__ import annotations

import json
from collections.abc import Callable
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]


def test_a_phrase_in_a_pipe_is_json(protocol: Run) -> None:
    done = protocol("when", "в течение 10 рабочих дней", "--from", "2021-04-16")
    assert done.returncode == 0
    assert json.loads(done.stdout)["due"] == "2021-04-30"


def test_lines_of_phrases_give_lines_of_deadlines(protocol: Run) -> None:
    lines = "до 10 июня\t2021-04-16\nдо 5 человек\t2021-04-16\nпостоянно\t2021-04-16\n"
    done = protocol("when", "--json", "-", stdin=lines)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer and (answer["kind"], answer["due"]) for answer in answers] == [
        ("date", "2021-06-10"),
        None,
        ("ongoing", None),
    ]


def test_a_line_with_a_bad_date_is_named_and_the_rest_is_read(protocol: Run) -> None:
    done = protocol("when", "--json", "-", stdin="до 10 июня\tкогда-то\nдо 10 июня\t2021-04-16\n")
    assert done.returncode == 3
    assert [json.loads(line) is None for line in done.stdout.splitlines()] == [True, False]
    assert "строка 1" in done.stderr


def test_words_without_a_term_are_not_recognised(protocol: Run) -> None:
    done = protocol("when", "до 5 человек", "--json")
    assert (done.returncode, done.stdout) == (3, "null\n")
    assert "до 5 человек" in done.stderr


def test_explaining_shows_the_rules_and_the_day_off(protocol: Run) -> None:
    done = protocol("when", "до 15 августа 2021 года, далее – ежегодно", "--from", "2021-04-16", "--explain")
    assert done.returncode == 0
    for words in (
        "13.08.2021",
        "16.08.2021",
        "limit: until a day",
        "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15",
        "15.08.2022",
    ):
        assert words in done.stdout


def test_it_speaks_english_too(protocol: Run) -> None:
    done = protocol("when", "до 31 июня", "--explain", env={"PROTOCOL_LANG": "en"})
    assert "there is no such date" in done.stdout
