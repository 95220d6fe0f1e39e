"""РЕШИЛИ: the decisions of a protocol, run by run, with the votes and the control said among them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protocol_cli.layout.joining import one_passage
from protocol_cli.layout.numbering import MarkKind, read_mark
from protocol_cli.layout.paragraphs import paragraphs
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import AgendaItem, Assignment, Person, Vote
from protocol_cli.outline.parts import Part, Run
from protocol_cli.outline.section import Section as S
from protocol_cli.outline.tables import assignment_tables
from protocol_cli.sections.assignments import CONTROL, Given, assignments_of, read_supervisor
from protocol_cli.sections.decision_table import read_table
from protocol_cli.sections.items import Item, read_items
from protocol_cli.sections.ordinals import question_number
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.votes import vote_of

_VERB = (
    r"(?:реш(?:или|ила|ило|ил|ено|ение|ения)|постанов(?:или|ила|ило|ил|лено|ляет|ление)|определил[аио]?|"
    r"договорились|рекомендовал[аи]|поручил[аи]?|"
    r"принял[аио]? решени[ея]|приняты?е? решени[ея]|принято решение|принимает решение|договоренности|"
    r"договорённости|поручения|перечень поручений|протокольные поручения|"
    r"итоги (?:совещания|заседания)|проект решения)"
)
LABEL = re.compile(
    rf"решени[ея],? (?:поставленн|принят|вынесенн)\w+ [^:]{{0,90}}:\s*|"
    rf"(?:(?!{_VERB})[^:;]){{0,160}}?\b(?:рекомендует|поручает|предлагает|просит|обязывает|решает)\s*:\s*|"
    rf"(?:(?!{_VERB})[^:;]){{0,160}}?\b{_VERB}(?: \((?:постановили|приняли)\))?(?: (?!единогласно (?:утв|приня))[а-яёА-ЯЁ-]+){{0,5}}?\s*(?::|"
    rf"[.–—-]?$)\s*",
    re.IGNORECASE,
)
_ORDER_ALONE = re.compile(r"(?:Поручить|ПОРУЧИТЬ|Рекомендовать|РЕКОМЕНДОВАТЬ)\s*:\s*")  # as «РЕШИЛИ:» does
_LABEL_ALONE = re.compile(rf"(?:\w+ ){{0,3}}{_VERB}\b\s*[.:–—-]?\s*", re.IGNORECASE)


@dataclass(slots=True)
class Decided:
    """What a protocol's main part decided."""

    decisions: list[Assignment] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    control: Person | None = None


def read_decisions(paper: Paper, part: Part, anchor: dt.date | None, agenda: list[AgendaItem]) -> Decided:
    """Decisions, votes and the closing control of a protocol, in order."""
    out = Decided()
    current: str | None = None
    roman: str | None = None
    heard: set[str] = set()
    in_order = blocks_in_order(part, agenda)
    for at, run in enumerate(part.runs):
        if at in in_order:
            current, heard = in_order[at], {in_order[at]}
        elif run.section in (S.HEADING, S.HEARD, S.NOTED, S.SPOKE):
            number = _item_number(run)
            if number is not None:
                current = number.number
                roman = number.number if number.roman and run.section is S.HEADING else None
                heard.add(number.number)
        elif run.section is S.DECISIONS:
            number = _item_number(run) if run.rule.startswith(("decided", "decision", "nearly")) else None
            if number is not None:
                current = number.number
            elif len(heard) > 1:
                current = None  # one list of decisions for all that was heard
            heard = set()
            if run.rule == "having-heard" and _only_opens(part, at):
                continue
            _read_run(paper, run, anchor, current, roman, agenda, out)
        elif run.section is S.VOTES:
            _read_votes(paper, run.rows, current, out)
            heard = set()  # what has been voted on does not wait for the decisions that follow
        elif run.section is S.CONTROL:
            _read_control(paper, run.rows, out)
    _tie_by_numbers(out, agenda)
    return out


def _only_opens(part: Part, at: int) -> bool:
    """«Заслушав информацию о ходе работ, штаб» / «РЕШИЛ:»: the beginning of the sentence whose end opens the decisions."""
    decided = part.runs[at + 1 : at + 2]
    return bool(decided) and decided[0].section is S.DECISIONS and not part.runs[at].rows[-1].text.endswith((".", ":"))


def blocks_in_order(part: Part, agenda: Sequence[AgendaItem]) -> dict[int, str]:
    """The agenda item of each block «СЛУШАЛИ … РЕШИЛИ …», by the index of the run that opens it, where no block has a number.

    The blocks are as many as the items of the agenda, and in its order; empty where they are not.
    """
    opening = [i for i, run in enumerate(part.runs) if run.section is S.HEARD and run.rule]
    numbers = [item.number for item in agenda if item.number]
    if not opening or len(opening) != len(numbers) or len(numbers) != len(agenda):
        return {}
    if any(run.section is S.HEADING or _item_number(run) is not None for run in part.runs if run.section in _NUMBERED):
        return {}
    decided = [
        any(run.section is S.DECISIONS for run in part.runs[a:b])
        for a, b in zip(opening, [*opening[1:], len(part.runs)], strict=True)
    ]
    return dict(zip(opening, numbers, strict=True)) if all(decided) else {}


_NUMBERED = frozenset({S.HEADING, S.HEARD, S.SPOKE})


@dataclass(frozen=True, slots=True)
class _Number:
    number: str
    roman: bool


_BY_QUESTION = re.compile(r"(?:Принят\w+ )?[Рр]ешени[ея] (?=по )")


def _item_number(run: Run) -> _Number | None:
    text = run.rows[0].text
    if (at := _BY_QUESTION.match(text)) is not None and (question := question_number(text[at.end() :])) is not None:
        return _Number(question.number, False)
    mark = read_mark(text)
    if question := question_number(text) or question_number(text[mark.length if mark else 0 :]):
        return _Number(question.number, False)
    if (
        mark is not None
        and mark.kind in (MarkKind.ARABIC, MarkKind.ROMAN)
        and mark.depth == 1
        and run.section not in (S.NOTED, S.SPOKE)
    ):
        return _Number(mark.number, mark.kind is MarkKind.ROMAN)
    return None


def label_length(text: str) -> int:
    """How many characters of a section's first line are its marker: «Комиссия РЕШИЛА:» all, «РЕШИЛИ: избрать …» the word."""
    mark = read_mark(text)
    at = mark.length if mark is not None else 0
    bare = text[at:]
    found = LABEL.match(bare) or _ORDER_ALONE.fullmatch(bare)
    if found is None and (alone := _LABEL_ALONE.match(bare)) and (alone[0].isupper() or alone.end() == len(bare)):
        found = alone
    return at + found.end() if found else 0


def _read_run(
    paper: Paper,
    run: Run,
    anchor: dt.date | None,
    current: str | None,
    roman: str | None,
    agenda: list[AgendaItem],
    out: Decided,
) -> None:
    tables = assignment_tables(run.rows)
    tabled = {line.index for t in tables for lines in t.cells.values() for line in lines}
    for table in tables:
        out.decisions.extend(read_table(paper, table, anchor, current, agenda))
    inside = range(min(tabled, default=0), max(tabled, default=0))
    rest = [r for r in run.rows if r.index not in tabled and r.index not in inside]
    if tables:
        # the sentence above a table only opens it
        rest = (
            []
            if len(rest) <= 6 and (not rest or label_length(one_passage(rest).text) or not read_mark(rest[0].text))
            else rest
        )
    if not rest:
        return
    first = paragraphs(rest, paper.wrap)[0]
    skip = label_length(first.text) if run.rule else 0
    if not skip and run.rule.startswith("nearly"):
        colon = first.text.find(":")
        skip = colon + 1 if 0 < colon < 60 else len(rest[0].text)
    items = read_items(rest, paper.wrap, skip=skip)
    items = _less_control(paper, items, out)
    for root in items:
        for item in root.walk():
            for vote in item.votes:
                if (found := vote_of(paper, vote, current)) is not None:
                    out.votes.append(found)
    out.decisions.extend(assignments_of(paper, items, anchor, current, Given(section=roman)))


def _less_control(paper: Paper, items: list[Item], out: Decided) -> list[Item]:
    """The items less an unnumbered closing line that only states who supervises the whole."""
    kept = []
    for item in items:
        text = item.text.text
        if (
            item.mark is None
            and not item.children
            and (found := CONTROL.match(text))
            and not text[found.end() :].strip(" .;")
        ):
            out.control = out.control or read_supervisor(paper, item.text.cut(found, "who"))
            continue
        if len(item.body) > 1 and (found := CONTROL.match(item.body[-1].text)) and item is items[-1]:
            out.control = out.control or read_supervisor(paper, item.body[-1].cut(found, "who"))
            item.body.pop()
        kept.append(item)
    return kept


def _read_votes(paper: Paper, rows: tuple[TextRow, ...], current: str | None, out: Decided) -> None:
    vote = vote_of(paper, one_passage(rows), current)
    if vote is not None:
        scope = one_passage(rows).text.casefold()
        if "по всем вопросам" in scope:
            vote = vote.model_copy(update={"agenda_item": None})
        out.votes.append(vote)


def _read_control(paper: Paper, rows: tuple[TextRow, ...], out: Decided) -> None:
    passage: Passage = one_passage(rows)
    if found := CONTROL.search(passage.text):
        out.control = out.control or read_supervisor(paper, passage.cut(found, "who"))


def _tie_by_numbers(out: Decided, agenda: list[AgendaItem]) -> None:
    """Decisions «1.1», «2.1» under no heading belong to the agenda's items when their first numbers are just those."""
    if not out.decisions or any(d.agenda_item for d in out.decisions):
        return
    known = {a.number for a in agenda if a.number}
    heads = [d.number.split(".")[0] if d.number and "." in d.number else None for d in out.decisions]
    if len(known) < 2 or None in heads or not set(heads) <= known or len(set(heads)) < 2:
        return
    if any(d.lead for d in out.decisions):
        return
    out.decisions[:] = [d.model_copy(update={"agenda_item": h}) for d, h in zip(out.decisions, heads, strict=True)]
