"""What an assignment says of itself: whether somebody has to act, by when, and who."""

from __future__ import annotations

import re

from protocol_cli.models import Assignment, Responsible
from protocol_cli.validation.evidence import may_have_name
from protocol_cli.validation.lexicon import ADDRESSING, CONSTATIVE, GROUPS, TERM_WORDS
from protocol_cli.validation.names import folded
from protocol_cli.validation.paper import Paper

_INFINITIVE = re.compile(r"[а-яё]+(?:ть|ти|чь|ться|тись|чься)")
_FIRST = re.compile(r"[^\w]*(?:не\s+)?([\wё-]+)")
# Infinitives by their ending only.
_NOUNS = frozenset({"область", "часть", "деятельность", "помощь", "сеть", "пути", "ответственность", "стоимость", "речь"})
_NAMES_SOMEBODY = re.compile(r"ответственн|исполнител|поруч|возлож|обязать|контрол|\(отв|отв\.")


def first_word(assignment: Assignment) -> str:
    """The first word of what is to be done, folded."""
    match = _FIRST.match(assignment.text)
    return folded(match[1]) if match else ""


def is_order(assignment: Assignment) -> bool:
    """Whether it begins with a verb that tells somebody to act: «Подготовить …», and not «Принять к сведению …»."""
    word = first_word(assignment)
    return _INFINITIVE.fullmatch(word) is not None and not (word in CONSTATIVE or word in ADDRESSING or word in _NOUNS)


def names_somebody(paper: Paper, assignment: Assignment) -> bool:
    """Whether the words speak of somebody responsible, or the lines name somebody, though nobody was read."""
    lines = paper.text[assignment.span.start : assignment.span.end]
    words = folded(f"{assignment.lead or ''} {assignment.text} {lines}")
    # A row of a table has cells for those who answer.
    return "\t" in lines or _NAMES_SOMEBODY.search(words) is not None or may_have_name(lines)


def speaks_of_term(paper: Paper, assignment: Assignment) -> bool:
    """Whether the words speak of a term, though none was read."""
    text = folded(paper.text[assignment.span.start : assignment.span.end] or assignment.text)
    lead = folded(assignment.lead)
    return any(words in text or words in lead for words in TERM_WORDS)


def is_group(responsible: Responsible) -> bool:
    """Whether a plural names those who answer: «руководители ОО», «директора школ»."""
    if responsible.person is not None:
        return False
    name = folded(responsible.full_name or responsible.name)
    return name.startswith(_GROUPS) or folded(responsible.name).startswith(_GROUPS)


_GROUPS = tuple(folded(word) for word in GROUPS)
