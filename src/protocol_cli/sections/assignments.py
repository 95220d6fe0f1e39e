"""Items to assignments: who, what, by when, under which line, and who supervises."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.grammar.deadlines import find_terms
from protocol_cli.grammar.nominative import starts_with_infinitive
from protocol_cli.grammar.organisations import (
    Executor,
    dative_executors,
    item_executors,
    joint_executors,
    split_executors,
)
from protocol_cli.layout.numbering import MarkKind
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.sentences import split_sentences
from protocol_cli.models import Assignment, Deadline, Person, Responsible, Role
from protocol_cli.sections.item_terms import item_deadline, of_kind, with_terms
from protocol_cli.sections.items import Item
from protocol_cli.sections.labels import LabelKind, Tail
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import read_person, trim
from protocol_cli.sections.terms import terms_in


@dataclass(frozen=True, slots=True)
class Given:
    """What an item may inherit: the introductory line and what it says."""

    lead: str | None = None
    responsible: tuple[Responsible, ...] = ()
    deadline: Deadline | None = None
    section: str | None = None  # «I» of «I.2»


CONTROL = re.compile(
    r"(?:Общий )?[Кк]онтроль (?:за |над )?(?:\w+ ){0,4}?(?:исполнени\w+|выполнени\w+|реализаци\w+)?(?:[^.;]|"
    r"(?<=\d)\.(?=\d)){0,120}?"
    r"(?:возложить на|возлагается на|возлагаю на|оставить за|оставляю за|оставляет за|осуществл\w+|поручить|"
    r"закрепить за| ?[–—:-](?= ))\s*(?P<who>(?:[^.;]|(?<=[А-ЯЁ])\.)*)"
)
ANNOUNCES = re.compile(r"следующ\w+(?: \w+){0,3}\.?$")  # «организовать работу по следующим направлениям.»


def assignments_of(
    paper: Paper, items: Sequence[Item], anchor: dt.date | None, agenda_item: str | None, given: Given | None = None
) -> list[Assignment]:
    """The assignments that a forest of items holds, in order."""
    out: list[Assignment] = []
    given = given or Given()
    for item in items:
        out.extend(_of_item(paper, item, anchor, agenda_item, given))
    return out


def _of_item(
    paper: Paper, item: Item, anchor: dt.date | None, agenda_item: str | None, given: Given
) -> list[Assignment]:
    body = item.text
    if item.children and (parted := _part_lead(item)) is not None:
        first, lead = parted
        made = _assignment(paper, item, first, item.tails, anchor, agenda_item, given)
        line = trim(lead)
        below = Given(
            line.text,
            _responsible(paper, line, (), lead=True) or given.responsible,
            item_deadline(paper, lead, (), anchor),
            given.section,
        )
        return [
            *([made] if made else []),
            *(a for child in _share(item.children) for a in _of_item(paper, child, anchor, agenda_item, below)),
        ]
    if item.children and _is_lead(item):
        line = trim(body)
        own = (
            _responsible(paper, line, of_kind(item.tails, LabelKind.RESPONSIBLE, LabelKind.CO), lead=True)
            if line
            else ()
        )
        deadline = item_deadline(paper, body, item.tails, anchor) if line else None
        below = Given(
            lead=line.text or None if line else given.lead,
            responsible=own or given.responsible,
            deadline=deadline or given.deadline,
            section=given.section,
        )
        return [a for child in _share(item.children) for a in _of_item(paper, child, anchor, agenda_item, below)]
    whole = item
    if item.children and not _stand_alone(item):
        body = join([body, *(_with_marks(c) for c in item.children)])
        tails = [t for i in item.walk() for t in i.tails]
        children: Sequence[Item] = ()
    else:
        tails = list(item.tails)
        children = item.children
    made = _assignment(paper, whole, body, tails, anchor, agenda_item, given)
    out = [made] if made is not None else []
    if children:
        below = Given(lead=given.lead, responsible=(), deadline=None, section=given.section)
        out.extend(a for child in _share(children) for a in _of_item(paper, child, anchor, agenda_item, below))
    return out


def _with_marks(item: Item) -> Passage:
    printed = [item.printed] if item.printed is not None and item.printed.text.strip() else []
    return join([*printed, item.text, *(_with_marks(c) for c in item.children)])


def _part_lead(item: Item) -> tuple[Passage, Passage] | None:
    """An item that says its own first and announces a list of instructions with its last paragraph or sentence.

    «1. Признать работу полезной. Просить генерального директора М.Л. Ланге: а) подготовить …; б) оказать …».
    """
    body = item.text
    if item.mark is None or not body.text.rstrip().endswith(":"):
        return None
    pieces = item.body if len(item.body) > 1 else split_sentences(body)
    if len(pieces) < 2 or sum(_is_instruction(c.text.text) for c in item.children) * 2 <= len(item.children):
        return None
    return join(pieces[:-1]), pieces[-1]


def _is_lead(item: Item) -> bool:
    """An introductory line: each item under it is an instruction of its own (begins with a verb)."""
    text = item.text.text.rstrip()
    if not text:
        return True
    if (
        not text.endswith(":")
        and not ANNOUNCES.search(text)
        and (item.mark is None or len(text) > 200 or not _names_only(text))
    ):
        return False
    commands = sum(_is_instruction(c.text.text) for c in item.children)
    return commands * 2 > len(item.children)


def _names_only(text: str) -> bool:
    executors, end = dative_executors(text)
    return bool(executors) and not text[end:].strip(" .:,;")


_CIRCUMSTANCE = re.compile(r"(?:по|в|во|при|с|со|на|до|для|после|совместно|ежегодно|ежемесячно)(?= )", re.IGNORECASE)


def _after_circumstance(text: str) -> bool:
    """«по результатам обследований подготовить …»: the verb follows when, where or how."""
    if not _CIRCUMSTANCE.match(text):
        return False
    words = list(itertools.islice(re.finditer(r"(?<= )[а-яё]+", text[:160]), 10))
    return any(starts_with_infinitive(text[word.start() : word.end()]) for word in words)


def _is_instruction(text: str) -> bool:
    if starts_with_infinitive(text) or _after_circumstance(text):
        return True
    terms = find_terms(text[:160])
    if terms and terms[0].start < 12 and starts_with_infinitive(text[terms[0].end :].lstrip(" ,")):
        return True
    executors, end = dative_executors(text)
    return (bool(executors) and end < len(text)) or _is_sentence_of_deed(text)


_MAIN_CLAUSE = re.compile(r"[^,(«:;]*")


def _is_sentence_of_deed(text: str) -> bool:
    """«Работы выполнить без перерыва движения.»: a sentence by itself whose infinitive follows its object."""
    if not text[:1].isupper() or not text.rstrip().endswith("."):
        return False
    main = _MAIN_CLAUSE.match(text[:160])
    words = itertools.islice(re.finditer(r"(?<= )[а-яё]+", main[0] if main else ""), 14)
    return any(starts_with_infinitive(word[0]) for word in words)


def _stand_alone(item: Item) -> bool:
    """Items under one that is no introductory line are decisions of their own when numbered («5.» with «5.1.», «5.2.»)."""
    text = item.text.text.rstrip()
    if text.endswith((":", ",")):
        return False
    numbered = [c for c in item.children if c.mark is not None and c.mark.number]
    return bool(numbered) and (
        sum(_is_instruction(c.text.text) for c in item.children) * 2 >= len(item.children) or text.endswith(".")
    )


def _share(children: Sequence[Item]) -> Sequence[Item]:
    """A line «Срок» or «Ответственный» under several lettered items belongs to all above that have none."""
    for kind in (LabelKind.DEADLINE, LabelKind.REPORT, LabelKind.RESPONSIBLE):
        waiting: list[Item] = []
        for child in children:
            if (
                child.mark is not None
                and child.mark.kind is MarkKind.ARABIC
                and not child.text.text.endswith((";", ","))
                and not (waiting and of_kind(child.tails, kind))
            ):
                continue
            held = of_kind(child.tails, kind)
            if not held:
                timed = of_kind(child.tails, LabelKind.DEADLINE, LabelKind.REPORT) or (
                    kind is not LabelKind.RESPONSIBLE and bool(terms_in(child.text))
                )
                if kind is LabelKind.RESPONSIBLE or not timed:
                    waiting.append(child)
                continue
            for other in waiting:
                other.tails.extend(held)
            waiting = []
    return children


def _assignment(
    paper: Paper,
    item: Item,
    body: Passage,
    tails: Sequence[Tail],
    anchor: dt.date | None,
    agenda_item: str | None,
    given: Given,
) -> Assignment | None:
    body, control = _less_control(paper, body)
    for tail in of_kind(tails, LabelKind.CONTROL):
        control = read_person(paper, tail.value) or control
    tails = with_terms(tails)
    text = trim(body)
    if not text or not re.search(r"[А-Яа-яЁё]{2}", text.text):
        return None
    only_control = bool(CONTROL.match(text.text))
    responsible = (
        () if only_control else _responsible(paper, text, of_kind(tails, LabelKind.RESPONSIBLE, LabelKind.CO))
    )
    if given.responsible and not responsible and (joint := joint_executors(text.text, roster=paper.roster)):
        responsible = tuple(_once([*given.responsible, *(_made(paper, text, one, co=True) for one in joint)]))
    if responsible and given.responsible and of_kind(tails, LabelKind.RESPONSIBLE) and not only_control:
        # the line's come first, those of the introductory line after them
        helpers = [r.model_copy(update={"role": Role.CO}) for r in given.responsible]
        responsible = tuple(_once([*responsible, *helpers]))
    deadline = None if only_control else item_deadline(paper, body, tails, anchor)
    number = item.number
    if given.section and number:
        number = f"{given.section}.{number}"
    whole = [p for p in item.whole if p] or [text]
    for child in item.children if body.end > whole[-1].end else ():
        whole.extend(p for i in child.walk() for p in i.whole if p)
    start, end = min(p.start for p in whole), max(*(p.end for p in whole), text.end)
    paper.take("assignment", text)
    return Assignment(
        number=number,
        text=text.text,
        lead=given.lead,
        agenda_item=agenda_item,
        responsible=responsible or (() if only_control else given.responsible),
        deadline=deadline or given.deadline,
        control=control,
        span=paper.between(start, end),
    )


def _less_control(paper: Paper, body: Passage) -> tuple[Passage, Person | None]:
    """The body without a closing sentence that only states control, and whom it names."""
    found = CONTROL.search(body.text)
    if not found:
        return body, None
    who = read_supervisor(paper, body.cut(found, "who"))
    if found.start() == 0:
        return body, who
    before = body.text[: found.start()].rstrip()
    if not before.endswith((".", ";")):
        return body, None
    rest = body.text[found.end() :].strip(" .;")
    return (body[: found.start()], who) if not rest else (body, who)


_OFFICIAL = re.compile(r"\(([А-ЯЁ][а-яё-]+ [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?)\)?$")


def read_supervisor(paper: Paper, who: Passage) -> Person | None:
    """Who supervises: «ответственного секретаря комиссии Тюрину О.А.»; None for «за собой»."""
    if (official := _OFFICIAL.search(who.text)) is not None:
        return read_person(paper, who.cut(official, 1))  # «комиссию по ЖКХ (Лазуков Н.Н.)»
    return read_person(paper, who, "accusative", bent_post=True)


def _responsible(paper: Paper, text: Passage, tails: Sequence[Tail], *, lead: bool = False) -> tuple[Responsible, ...]:
    """Those of the labelled line first, then those in the dative at the head of the sentence."""
    out: list[Responsible] = []
    for tail in tails:
        out.extend(
            _made(paper, tail.value, executor, co=tail.kind is LabelKind.CO or executor.role == "co")
            for executor in split_executors(tail.value.text, roster=paper.roster, several=tail.several)
        )
    executors, _ = item_executors(text.text + (":" if lead else ""), roster=paper.roster)
    out.extend(_made(paper, text, executor, co=executor.role == "co") for executor in executors)
    out = _once(out)
    leads = [i for i, r in enumerate(out) if r.role is Role.LEAD]
    first = leads[0] if leads else 0
    return tuple(r.model_copy(update={"role": Role.LEAD if i == first else Role.CO}) for i, r in enumerate(out))


def _once(found: Sequence[Responsible]) -> list[Responsible]:
    """Each once: a body named again, or a person who already stands with a post."""
    out: list[Responsible] = []
    names: set[str] = set()
    people: set[str] = set()
    for responsible in found:
        name = responsible.name.casefold()
        person = responsible.person.name.casefold() if responsible.person else None
        if name in names or (person is not None and person == name and person in people):
            continue
        names.add(name)
        if person is not None:
            people.add(person)
        out.append(responsible)
    return out


def _made(paper: Paper, passage: Passage, executor: Executor, *, co: bool) -> Responsible:
    person: Person | None = None
    if executor.person is not None and executor.person_name is not None:
        parts, name = executor.person_name, executor.person
        person = Person(
            name=parts.name,
            family_name=parts.family,
            given_name=parts.given,
            patronymic_name=parts.patronymic,
            position=executor.position,
            span=paper.span(passage[name.start : name.end]),
        )
    return Responsible(text=executor.text, name=executor.name, person=person, role=Role.CO if co else Role.LEAD)
