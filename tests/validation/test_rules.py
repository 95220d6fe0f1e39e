"""Each rule fires where it must, says what it must, and is silent beside it."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from rule_cases import RuleCase, all_cases

from protocol_cli.validation import Finding, Rule, Settings, Severity, all_rules, find_rule, validate

RULES = all_rules()
CASES = all_cases()


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("case", CASES, ids=[case.code for case in CASES])
def test_the_rule_fires(case: RuleCase):
    document = case.document(case.fires)
    found = validate(document, case.settings())
    assert document.text is not None
    told = [
        [f.severity.value, document.text[f.place.start : f.place.end].splitlines()[0][:60] if f.place else "", f.message()]
        for f in found
    ]
    assert told == case.found
    assert {f.code for f in found} == {case.code}


@pytest.mark.parametrize("case", CASES, ids=[case.code for case in CASES])
def test_the_rule_is_silent_beside_it(case: RuleCase):
    assert validate(case.document(case.silent), case.settings()) == []


@pytest.mark.parametrize("case", CASES, ids=[case.code for case in CASES])
def test_what_is_found_can_be_said_in_both_languages(case: RuleCase):
    for finding in validate(case.document(case.fires), case.settings()):
        assert re.search("[а-яё]", finding.message("ru") + finding.hint("ru"))
        assert finding.message("en") != finding.message("ru")
        assert finding.hint("en")
        assert "{" not in finding.message("en") + finding.hint("en") + finding.message("ru") + finding.hint("ru")


def test_every_rule_has_a_case():
    assert {case.code for case in CASES} == {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_is_told_in_both_languages(rule: Rule):
    for phrase in (rule.checks, rule.message, rule.why, rule.mend, *([rule.source] if rule.source else [])):
        assert phrase.russian
        assert phrase.english
        assert places(phrase.russian) == places(phrase.english)
    assert rule.wrong != rule.right
    assert rule.requisite or rule.source
    assert find_rule(rule.code.lower()) is rule
    assert find_rule(rule.name) is rule


@pytest.mark.parametrize("case", [c for c in CASES if c.header.get("format") is None], ids=lambda case: case.code)
def test_no_error_stands_on_a_text_that_is_not_there(case: RuleCase):
    """What is missing cannot be called missing when there is nothing to search: JSON may come without the text."""
    for text in (case.fires, case.silent):
        document = case.document(text).model_copy(update={"text": None})
        for finding in validate(document, Settings()):
            assert finding.severity is not Severity.ERROR or finding.values


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_recognised_papers_have_no_errors(case: RuleCase):
    document = case.document(case.fires)
    recognised = document.model_copy(update={"source": document.source.model_copy(update={"ocr": True})})
    findings: list[Finding] = validate(recognised, case.settings())
    assert all(finding.severity is not Severity.ERROR for finding in findings)
