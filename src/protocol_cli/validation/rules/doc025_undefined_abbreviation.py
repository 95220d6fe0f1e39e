"""DOC025: an abbreviation is nowhere explained."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.abbreviations import undefined_abbreviations
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for start, end in undefined_abbreviations(paper):
        yield Found(paper.span(start, end), {"word": paper.text[start:end]})


RULE = Rule(
    code="DOC025",
    name="undefined-abbreviation",
    severity=Severity.INFO,
    checks=Phrase("сокращение нигде не раскрыто", "An abbreviation is nowhere explained"),
    message=Phrase("сокращение {word} нигде не раскрыто", "the abbreviation {word} is nowhere explained"),
    why=Phrase(
        "кто не знает сокращения, не узнает, к кому обращено поручение",
        "who does not know the abbreviation cannot tell whom an assignment is for",
    ),
    mend=Phrase(
        "при первом упоминании напишите полностью и добавьте «(далее – {word})»",
        "write it out where it first stands and add «(далее – {word})»",
    ),
    wrong="Ответственные – СИРО",
    right="Светлоярский институт развития образования (далее – СИРО)",
    check=check,
    source=Phrase(
        "практика делопроизводства; свои сокращения перечислите в protocol.toml",
        "office practice; list your own abbreviations in protocol.toml",
    ),
)
