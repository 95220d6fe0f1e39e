"""СЛУШАЛИ and ВЫСТУПИЛИ: who reported, who spoke, on which item of the agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.numbering import MarkKind, read_mark
from protocol_cli.layout.paragraphs import Paragraph, paragraphs
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import AgendaItem, Discussion, Person
from protocol_cli.outline.parts import Part, Run
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.decisions import blocks_in_order
from protocol_cli.sections.ordinals import question_number
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import read_people, trim

_HEARD = re.compile(
    r"(?:по (?:[\w-]+ вопросу|вопросу (?:№ ?)?\d{1,2}) (?:повестки (?:дня )?)?)?(?:(?:за)?слуша(?:ли|ла|л|ние)|докладывал[аи]?|"
    r"доложил[аи]?|рассмотрели|рассматривали|рассмотрев|(?:с докладом |с информацией )?выступил[аи]?|"
    r"слово (?:имел[аи]?|предоставлено))"
    r"(?: по [\w-]+ вопросу(?: повестки(?: дня)?)?)?\s*[:.–—-]?\s*",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"[^:]{0,70}?(?:выступил[аи]?|выступал[аи]?|выступающие|в обсуждении (?:\w+ ){0,2}(?:приняли участие|"
    r"участвовали)|обсуждение|обсудили|прения|вопросы задавали|реплики|принял[аи]? участие)(?: с (?:вопросами|"
    r"предложениями))?\s*[:.–—-]?\s*",
    re.IGNORECASE,
)
# where the list of names ends and what they said begins
_SAID = re.compile(
    r"(?: [–—-])? (?=об? [а-яё«]|по вопрос|с (?:докладом|информацией|отч[её]том|сообщением|предложением)|"
    r"котор(?:ый|ая|ые|ую|ого))|"
    r"[,–—-]? (?=(?:предлож|отмет|сообщ|доложил|рассказал|проинформир|поддержал|указал|подчеркнул|обратил|"
    r"ознаком|высказ|огласил|зачитал|не возражает|задал|поясн|напомн|считает|пояснил|представил|дополнил)\w*)|"
    r"(?<=\.) (?=Он[аи]? )|(?<=[а-яё.]): (?=[а-яё])|"
    r"(?<=[а-яё)»]{2})(?<!зав)(?<!зам)(?<!нач)(?<!техн)(?<!гл)\. (?=[А-ЯЁ«])"
)


_QUESTIONS = re.compile(r"(?:вопрос|реплик|ответ|содоклад)\w*\b[^:]{0,60}:", re.IGNORECASE)


def read_discussion(paper: Paper, part: Part, agenda: Sequence[AgendaItem] = ()) -> list[Discussion]:
    """One entry for each hearing, with those who spoke after it; items by heading, number or ordinal word."""
    out: list[_Draft] = []
    current: str | None = None
    in_order = blocks_in_order(part, agenda)
    for at, run in enumerate(part.runs):
        current = in_order.get(at, current)
        if run.section is S.HEADING:
            current = _number(run.rows[0].text) or current
        elif run.section is S.HEARD:
            number = _number(run.rows[0].text)
            current = number or current
            out.append(_Draft(current))
            _hear(paper, run, out[-1])
        elif run.section is S.SPOKE:
            first = run.rows[0].text
            mark = read_mark(first)
            if question := question_number(first[mark.length if mark else 0 :].lstrip()):
                current = question.number
            if not out or (out[-1].agenda_item != current) or out[-1].closed:
                out.append(_Draft(current))
            _speak(paper, run, out[-1])
        elif run.section in (S.DECISIONS, S.VOTES) and out:
            out[-1].closed = True
    return [d.finish(paper) for d in out if d.passages]


def _number(text: str) -> str | None:
    if question := question_number(text):
        return question.number
    mark = read_mark(text)
    return (
        mark.number if mark is not None and mark.kind in (MarkKind.ARABIC, MarkKind.ROMAN) and mark.depth == 1 else None
    )


class _Draft:
    def __init__(self, agenda_item: str | None) -> None:
        self.agenda_item = agenda_item
        self.heard: list[Person] = []
        self.spoke: list[Person] = []
        self.said: list[Passage] = []
        self.passages: list[Passage] = []
        self.closed = False

    def finish(self, paper: Paper) -> Discussion:
        text = trim(join(self.said)) if self.said else None
        # the span must hold what the entry says of itself: its text, or else its names
        return Discussion(
            agenda_item=self.agenda_item,
            heard=tuple(self.heard),
            spoke=tuple(self.spoke),
            text=text.text if text else None,
            span=paper.between(self.passages[0].start, self.passages[-1].end),
        )


def _hear(paper: Paper, run: Run, draft: _Draft) -> None:
    for i, paragraph in enumerate(_paragraphs(paper, run.rows)):
        passage = paragraph.passage
        draft.passages.append(passage)
        if i == 0:
            mark = read_mark(passage.text)
            if mark is not None:
                passage = passage[mark.length :]
            if label := _HEARD.match(passage.text):
                passage = passage[label.end() :]
            elif question := question_number(passage.text):
                passage = passage[question.length :].lstrip(" :.–—-")
                if label := _HEARD.match(passage.text):
                    passage = passage[label.end() :]
        else:
            mark = read_mark(passage.text)
            if mark is not None:
                passage = passage[mark.length :]
        if not passage:
            continue
        if i and _QUESTIONS.match(passage.text):
            draft.said.append(passage)
            continue
        names, said = _part(passage)
        people = read_people(paper, names, "accusative", bent_post=True) if names else []
        if i and people and find_persons(names.text)[0].start > 60:
            people, said = [], passage
        draft.heard.extend(p for p in people if p.name not in {q.name for q in draft.heard})
        if said:
            draft.said.append(said)


# «Левашов К.Е., прокурор района: внесено четыре представления; Олейник Р.Д.: жалобы поступают»
_NEXT_SPEAKER = re.compile(r"; (?=(?:[а-яё-]+ ){0,6}[А-ЯЁ][а-яё-]+ [А-ЯЁ]\. ?[А-ЯЁ]\.)")


def _speak(paper: Paper, run: Run, draft: _Draft) -> None:
    announced = False
    for i, paragraph in enumerate(_paragraphs(paper, run.rows)):
        passage = paragraph.passage
        draft.passages.append(passage)
        mark = read_mark(passage.text)
        if mark is not None:
            passage = passage[mark.length :]
        if announced or (i and _QUESTIONS.match(passage.text)):
            announced = passage.text.endswith(":")
            continue  # «… предложила избрать комиссию в составе:» / «Белоногов С.С., Фирсова Н.А.»
        if i == 0 and (label := _SPOKE.match(passage.text)):
            passage = passage[label.end() :]
        if not passage:
            continue
        announced = passage.text.endswith(":")
        for k, piece in enumerate(passage.split(_NEXT_SPEAKER)):
            names, _ = _part(piece)
            found = find_persons(names.text)
            if not found or ((i or k) and found[0].start > 120):
                continue
            people = read_people(paper, names)
            draft.spoke.extend(p for p in people if p.name not in {q.name for q in draft.spoke})


def _part(passage: Passage) -> tuple[Passage, Passage]:
    """The names at the head of a paragraph and what is said after them."""
    for found in _SAID.finditer(passage.text):
        head = passage[: found.start()]
        if find_persons(head.text) or found.start() == 0:
            return head, passage[found.end() :].strip()
        if found[0] == ". " or found.start() > 160:
            break
    names = find_persons(passage.text)
    if names and names[0].start < 160:
        last = names[0].end
        for name in names[1:]:
            if name.start - last > 140 or passage.text[last : name.start].lstrip()[:1].isupper():
                break
            last = name.end
        tail = passage[last:].text.find(". ")
        return (
            (passage, passage[len(passage) :])
            if tail < 0 and len(passage) - last < 160
            else (passage[:last], passage[last:].strip(" ,.–—-"))
        )
    return passage[:0], passage


def _paragraphs(paper: Paper, rows: Sequence[TextRow]) -> list[Paragraph]:
    return paragraphs(rows, paper.wrap)
