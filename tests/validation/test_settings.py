"""Which rules run, and how grave they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from protocol_cli.models import Document, DocumentKind, SourceInfo
from protocol_cli.reading import parse
from protocol_cli.validation import Edition, Settings, Severity, validate
from protocol_cli.validation.editions import Requisite, edition_of
from protocol_cli.validation.paper import Paper

LETTER = parse(Path(__file__).resolve().parents[2] / "samples" / "letter.txt", with_text=True)


def found(**settings: object) -> set[str]:
    return {f.code for f in validate(LETTER, Settings(**settings))}  # type: ignore[arg-type]


def test_groups_are_selected_by_the_beginning_of_their_codes():
    assert found(select=("DUE",)) == {"DUE005"}
    assert found(select=("DUE", "LTR011")) == {"DUE005", "LTR011"}


def test_what_is_ignored_is_silent():
    assert found(ignore=("DUE", "ASG", "DOC")) == {"LTR011", "PRT004"}


def test_a_rule_that_is_off_runs_when_it_is_named_or_given_a_severity():
    assert "DUE006" not in found()
    assert "DUE006" not in found(select=("DUE",))
    assert "DUE006" in found(select=("DUE006",))
    assert "DUE006" in found(severities={"DUE006": "warning"})


def test_severities_are_the_caller_s():
    changed = validate(LETTER, Settings(severities={"PRT004": "error", "DUE005": "off"}))
    assert {f.severity for f in changed if f.code == "PRT004"} == {Severity.ERROR}
    assert "DUE005" not in {f.code for f in changed}


def test_own_abbreviations_need_no_explanation():
    assert "DOC025" not in found(abbreviations=frozenset({"СИРО"}))


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        ("2018-06-30", Edition.GOST_2003),
        ("2018-07-01", Edition.GOST_2016),
        ("2025-08-17", Edition.GOST_2016),
        ("2025-08-18", Edition.GOST_2025),
    ],
)
def test_the_edition_is_that_of_the_day(day: str, edition: Edition):
    assert edition_of(dt.date.fromisoformat(day)) is edition


def test_clauses_follow_the_edition():
    assert [c.russian if (c := Requisite.EXECUTOR.clause(edition)) else None for edition in Edition] == [
        "ГОСТ Р 6.30-2003, п. 3.27",
        "ГОСТ Р 7.0.97-2016, п. 5.25",
        "ГОСТ Р 7.0.97-2025, п. 5.25",
    ]
    assert Requisite.E_SIGNATURE.clause(Edition.GOST_2003) is None


def test_the_standard_of_2003_asked_for_the_executor_s_initials():
    assert "LTR011" in found()
    assert "LTR011" not in found(edition=Edition.GOST_2003)


def test_the_profile_is_that_of_the_meeting():
    assert Paper(LETTER, Settings()).profile == "gov"
    assert Paper(LETTER, Settings(profile="civil")).profile == "civil"
    text = "ПРОТОКОЛ № 2\nобщего собрания акционеров\n\n14 июня 2022 г.\n\nРЕШИЛИ:\n1. Утвердить отчёт за 2021 год.\n"
    assert Paper(parse(text, with_text=True), Settings()).profile == "civil"


def test_what_is_neither_letter_nor_protocol_has_no_findings():
    source = SourceInfo(name="a.txt", format="txt", sha256="0" * 64)
    assert validate(Document(source=source, kind=DocumentKind.OTHER, text="Закон")) == []


def test_without_its_text_a_letter_is_not_blamed_for_what_cannot_be_seen():
    bare = LETTER.model_copy(update={"text": None})
    assert {f.severity for f in validate(bare)} <= {Severity.INFO, Severity.WARNING}
    assert {f.code for f in validate(bare)} >= {"DUE005", "LTR011", "PRT004", "ASG002"}
