"""The term of an item: what its labels say, else the first of its text; those that follow are held by the one before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from protocol_cli.layout.passage import Passage
from protocol_cli.models import Deadline
from protocol_cli.sections.labels import LabelKind, Tail, split_term
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.terms import deadline_of, labelled_deadline, terms_in

_REPORT = re.compile(
    r"(?:О (?:результатах|выполнении|исполнении|ходе|принятых мерах)|Информацию|Отч[её]т|Доклад|Результаты|"
    r"Доложить|Проинформировать|Сведения)\b"
)
_REPORTING = re.compile(r"\b(?:представ|предостав|долож|направ|информир|проинформир|сообщ|довести|внести|дать|разместить)\w*", re.IGNORECASE)
_LONGEST_REPORT = 250  # characters
_SENTENCE_END = re.compile(r"(?<=[а-яё»)\d])[.;] (?=[А-ЯЁ«])")


def of_kind(tails: Sequence[Tail], *kinds: LabelKind) -> list[Tail]:
    """The tails of these kinds, in order."""
    return [t for t in tails if t.kind in kinds]


def with_terms(tails: Sequence[Tail]) -> list[Tail]:
    """The tails with a term of its own for «Отв. Сомов Д.В. до 12.04», where no label parts the two."""
    if any(t.kind is LabelKind.DEADLINE for t in tails):
        return list(tails)
    out: list[Tail] = []
    for tail in tails:
        who, term = split_term(tail.value) if tail.kind in (LabelKind.RESPONSIBLE, LabelKind.CO) else (tail.value, None)
        out.append(Tail(tail.kind, who, tail.several) if who else tail)
        if term is not None:
            out.append(Tail(LabelKind.DEADLINE, term))
    return out


def item_deadline(paper: Paper, body: Passage, tails: Sequence[Tail], anchor: dt.date | None) -> Deadline | None:
    """The labelled term, else the first of the `body`, counted from `anchor`; further ones and a report's follow as `then`."""
    labelled = [
        d for t in of_kind(tails, LabelKind.DEADLINE) if (d := labelled_deadline(paper, t.value, anchor)) is not None
    ]
    reports = [
        d for t in of_kind(tails, LabelKind.REPORT) if (d := labelled_deadline(paper, t.value, anchor)) is not None
    ]
    main: Deadline | None = labelled[0] if labelled else None
    following: list[Deadline] = labelled[1:]
    in_text = terms_in(body)
    report_at = _report_start(body.text)
    own = [t for t in in_text if report_at is None or t.start < report_at]
    report = [t for t in in_text if report_at is not None and t.start >= report_at]
    if main is None and own:
        strong = [t for t in own if not t.weak]
        main = deadline_of(paper, body, (strong or own)[0], anchor)
        # «ввести цех не позднее 30.09 и представить акт в течение 5 дней»
        following += [deadline_of(paper, body, t, anchor) for t in strong[1:_MOST_TERMS] if t.kind != "immediate"]
    following += reports
    if main is None and following:
        main, following = following[0], following[1:]
    if report and not reports:
        told = deadline_of(paper, body, report[0], anchor)
        if main is None:
            main = told
        elif told.text != main.text:
            following.append(told)
    if main is None:
        return None
    return _chained(main, following[:_MOST_TERMS])


_MOST_TERMS = 12  # of one item: each is held by the one before it


def _chained(main: Deadline, following: Sequence[Deadline]) -> Deadline:
    if not following or main.then is not None:
        return main
    return main.model_copy(update={"then": _chained(following[0], following[1:])})


def _report_start(text: str) -> int | None:
    """Where a closing sentence that adds a report begins: «О результатах доложить … до 30 июня»."""
    for found in reversed(list(_SENTENCE_END.finditer(text))):
        if _REPORT.match(text, found.end()) and _REPORTING.search(text, found.end(), found.end() + _LONGEST_REPORT):
            return found.end()
    return None
