"""Persons in a section: names with the posts written beside them."""

from __future__ import annotations

import itertools
import re

from protocol_cli.grammar.nominative import nominative_phrase
from protocol_cli.grammar.persons import NameParts, PersonName, find_persons, nominative_name
from protocol_cli.layout.passage import Passage
from protocol_cli.models import Person
from protocol_cli.sections.paper import Paper

SO_CALLED = re.compile(r" ?\((?:здесь и )?(?:в )?дал[её]е[^()]*(?:\([^()]*\)[^()]*)*\)", re.IGNORECASE)
_EDGES = " ,;:.–—-_/\t"
_BRACKETED = re.compile(r"^\(([^()]*)\)$")
_REMARK = re.compile(
    r" ?\((?:по согласованию|по доверенности|кв\. ?\d+[^)]*|болезнь|по болезни|командировка|отпуск|очно|"
    r"дистанционно)\)",
    re.IGNORECASE,
)


def trim(passage: Passage) -> Passage:
    """The passage without punctuation at its ends; the point of an initial or an abbreviation («г.», «и др.») stays."""
    passage = passage.strip().lstrip(" ,;:.–—-_/").rstrip(" ,;:–—-_/")
    text = passage.text
    if text.endswith(".") and not re.search(
        r"(?:\b[А-ЯЁA-Z]|\b(?:г|гг|др|пр|т\.д|т\.п|руб|экз|л|ул|тыс|млн|млрд|чел|шт|кв|см|ст|п|с\.г|т\.г|н\.э|"
        r"обл|р-н))\.$",
        text,
    ):
        passage = passage.rstrip(" .")
    return passage


def person_of(
    paper: Paper,
    passage: Passage,
    name: PersonName,
    case: str | None = None,
    *,
    position: str | None = None,
    organization: str | None = None,
    known: bool = True,
) -> Person:
    """The person whom `name` (found in `passage.text`) names, in the nominative.

    `case` is the case that the section asks for («СЛУШАЛИ» accusative, an assignment's head dative); in the
    nominative (None) the name also joins the paper's roster, by which bent forms are brought back later.
    """
    parts: NameParts
    if case is None:
        parts = nominative_name(name, "nominative")
        if known:
            paper.roster.add(parts)
    else:
        parts = paper.roster.resolve(name, case)  # type: ignore[arg-type]
    return Person(
        name=parts.name,
        family_name=parts.family,
        given_name=parts.given,
        patronymic_name=parts.patronymic,
        position=position,
        organization=organization,
        span=paper.span(passage[name.start : name.end]),
    )


def read_person(
    paper: Paper, passage: Passage, case: str | None = None, *, bent_post: bool = False, first_last: bool = False
) -> Person | None:
    """The first person named in a passage, with the post beside the name, whichever comes first.

    «Вторина Елена Вениаминовна - заместитель начальника …», «глава администрации района Коновалов В.И.».
    """
    people = read_people(paper, passage, case, bent_post=bent_post, first_last=first_last)
    return people[0] if people else None


def read_people(
    paper: Paper, passage: Passage, case: str | None = None, *, bent_post: bool = False, first_last: bool = False
) -> list[Person]:
    """All persons named in a passage, each with the post that stands beside the name.

    «Бушмакина О.Л., директор «…»; Шихов Роман Игоревич, ведущий специалист», «Муратов Э.Р., Голубь Д.И.»,
    «зам. директора по УВР Ярошенко И.И.». With `bent_post` the posts stand in `case` too and are put in the nominative.
    """
    passage = passage.without(SO_CALLED).without(_REMARK)
    out: list[Person] = []
    for stretch in passage.split(re.compile(r"; ?")):
        names = find_persons(stretch.text) or (find_persons(stretch.text, first_last=True) if first_last else [])
        if not names:
            continue
        before = trim(stretch[: names[0].start])
        post_first = bool(before) and not re.search(r"(?:^|[ ,])(?:и|а также)$", before.text)
        gaps = [stretch[a.end : b.start] for a, b in itertools.pairwise(names)] + [stretch[names[-1].end :]]
        for i, name in enumerate(names):
            if post_first:
                beside = before if i == 0 else trim(_after_comma(gaps[i - 1]))
                tail = _apposition(gaps[i]) if i == len(names) - 1 else ""
                position = _clean_post(beside.text) or tail
            else:
                position = _clean_post(trim(_before_comma(gaps[i], last=i == len(names) - 1)).text)
            if position and case is not None and bent_post:
                position = nominative_phrase(position, case)
            out.append(person_of(paper, stretch, name, case, position=position or None))
    return out


def _apposition(gap: Passage) -> str:
    """The post after the last name when one before it is missing («Иванов И.И. – директор»)."""
    found = re.match(r" ?[–—-] (.+)", gap.text)
    return _clean_post(found[1]) if found else ""


def _after_comma(gap: Passage) -> Passage:
    at = gap.text.find(",")
    return gap[at + 1 :] if at >= 0 else gap


def _before_comma(gap: Passage, *, last: bool) -> Passage:
    if last:
        return gap
    at = gap.text.rstrip(" ").rfind(",")
    return gap[:at] if at > 0 else gap


def _clean_post(text: str) -> str:
    text = text.strip(_EDGES)
    if (inner := _BRACKETED.match(text)) is not None:
        text = inner[1].strip(_EDGES)
    text = re.sub(r"^(?:и|а также) |(?: и|, и)$", "", text).strip(_EDGES)
    text = re.sub(r"(\w)- (?=[а-яё])", r"\1-", text)
    if not text or not re.search(r"[А-Яа-яЁё]{2}", text) or len(text) > 400:
        return ""
    if re.match(
        r"(?:об? |котор|предложил|отметил|доложил|сообщил|выступил|рассказал|информац|с (?:докладом|информацией))",
        text,
        re.IGNORECASE,
    ):
        return ""
    return text
