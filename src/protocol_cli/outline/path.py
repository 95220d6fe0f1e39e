"""The best path of sections through a document's rows (Viterbi): which section each row belongs to.

A step has a price (`_COST`: how unusual it is that one section follows another) and needs evidence to open a section
(`Evidence.opens`); staying in a section is free. The path with the highest sum wins, so that a line which looks
like a marker cannot carry off the rows around it when they say otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from protocol_cli.outline.evidence import Evidence
from protocol_cli.outline.section import (
    LETTER_END,
    LETTER_HEAD,
    PROTOCOL_END,
    PROTOCOL_FRONT,
    PROTOCOL_MAIN,
)
from protocol_cli.outline.section import Section as S

UNMARKED = -5.0  # opening a section that no evidence opens
SOFT = {S.LETTERHEAD: -0.5, S.ORGAN: -0.5, S.BODY: -1.0, S.OTHER: -6.0, S.ADDRESSEES: -3.5, S.ANNEX: -5.0}


@lru_cache(maxsize=1)
def _costs() -> dict[S, tuple[tuple[S, float], ...]]:
    """For each section the sections it may come from, with the price."""
    price: dict[tuple[S, S], float] = {}

    def allow(before: Sequence[S], after: Sequence[S], cost: float) -> None:
        for a in before:
            for b in after:
                if a is not b:
                    price[a, b] = cost

    starts = (S.APPROVAL, S.ORGAN, S.TITLE)
    allow(LETTER_HEAD, LETTER_HEAD, -1.0)
    allow([S.SUBJECT], [S.LETTERHEAD], -4.0)
    allow([S.ADDRESSEES], [S.LETTERHEAD], -2.0)
    allow(LETTER_HEAD, [S.SALUTATION], 0.0)
    allow(LETTER_HEAD, [S.BODY], -2.0)
    allow([S.SUBJECT], [S.BODY], -0.5)
    allow([S.SALUTATION], [S.BODY], 1.0)
    allow([S.SALUTATION], [S.REGISTRATION, S.SUBJECT], -4.0)
    allow([S.BODY], [S.ATTACHMENTS, S.SIGNATURE, S.STAMP], -0.5)
    allow([S.BODY], [S.EXECUTOR], -4.0)
    allow([S.BODY], [S.SALUTATION], -8.0)
    allow([S.REGISTRATION], [S.SIGNATURE], -2.0)
    allow([S.BODY], [S.REGISTRATION, S.ADDRESSEES], -9.0)
    allow([S.ATTACHMENTS], [S.SIGNATURE, S.STAMP], 0.0)
    allow([S.ATTACHMENTS], [S.EXECUTOR], -2.0)
    allow([S.SIGNATURE], [S.STAMP, S.EXECUTOR], 0.0)
    allow([S.SIGNATURE], [S.ATTACHMENTS], -1.5)
    allow([S.SIGNATURE], [S.REGISTRATION, S.MARK], -6.0)
    allow([S.MARK], [S.EXECUTOR], -6.0)  # «Экз. № 2 – в дело» above «Исп. …»
    allow([S.STAMP], [S.SIGNATURE], -0.5)
    allow([S.STAMP], [S.EXECUTOR], 0.0)
    allow([S.EXECUTOR], [S.STAMP], -1.0)
    allow([S.EXECUTOR], [S.ATTACHMENTS], -3.0)
    allow(LETTER_END, [S.ANNEX], -0.5)
    allow(LETTER_END, starts, -0.5)
    allow(LETTER_END, [S.ORGAN], -2.0)
    allow([S.BODY], starts, -6.0)

    allow([S.APPROVAL], [S.ORGAN, S.TITLE], 0.0)
    allow([S.ORGAN], [S.TITLE, S.APPROVAL], 0.0)
    allow([S.ORGAN], [S.PARTICULARS], -9.0)
    allow([S.PARTICULARS], [S.TITLE, S.ORGAN], -2.0)
    allow([S.TITLE], [S.ORGAN], -6.0)
    allow([S.TITLE], PROTOCOL_FRONT, 0.0)
    allow([S.TITLE], PROTOCOL_MAIN, -1.0)
    allow([S.TITLE], [S.APPROVAL], -2.0)
    allow([S.APPROVAL], [S.PARTICULARS], -4.0)
    allow(PROTOCOL_FRONT, PROTOCOL_FRONT, -0.3)
    allow([S.AGENDA], [S.PARTICULARS], -5.0)
    allow([S.AGENDA], [S.CHAIR, S.SECRETARY], -1.0)
    allow(PROTOCOL_FRONT, PROTOCOL_MAIN, -0.5)
    allow([S.PRESENT, S.ABSENT, S.INVITED], [S.HEADING], -1.0)
    allow(PROTOCOL_FRONT, [S.SIGNED], -6.0)
    allow(PROTOCOL_MAIN, PROTOCOL_MAIN, -0.2)
    allow([S.HEADING], [S.DECISIONS], -0.5)
    allow([S.DECISIONS, S.VOTES], [S.HEADING], -0.5)
    allow(PROTOCOL_MAIN, PROTOCOL_END, -0.5)
    allow(PROTOCOL_MAIN, [S.AGENDA, S.QUORUM], -5.0)
    allow(PROTOCOL_MAIN, [S.CHAIR, S.SECRETARY], -9.0)
    allow(PROTOCOL_MAIN, starts, -4.0)
    allow(PROTOCOL_MAIN, [S.ORGAN], -7.0)
    allow(PROTOCOL_END, PROTOCOL_END, -0.3)
    allow(PROTOCOL_END, [S.DECISIONS, S.HEARD, S.VOTES, S.HEADING], -6.0)
    allow(PROTOCOL_END, starts, -0.5)
    allow(PROTOCOL_END, [S.ORGAN, S.ANNEX], -2.0)
    allow(PROTOCOL_FRONT, [S.KEPT], -0.5)
    allow([S.KEPT], PROTOCOL_FRONT, -3.0)
    allow([S.KEPT], [S.AGENDA, S.PRESENT, S.QUORUM, S.PARTICULARS], -1.0)
    allow([S.ANNEX], starts, -0.5)
    allow([S.ANNEX], [S.ORGAN], -2.0)
    into: dict[S, list[tuple[S, float]]] = {section: [] for section in S}
    for (a, b), cost in price.items():
        into[b].append((a, cost))
    return {section: tuple(pairs) for section, pairs in into.items()}


_FIRST: dict[S, float] = {
    S.LETTERHEAD: 0.0,
    S.REGISTRATION: -0.5,
    S.MARK: 0.0,
    S.ADDRESSEES: -0.5,
    S.SUBJECT: -2.0,
    S.SALUTATION: -2.0,
    S.BODY: -4.0,
    S.APPROVAL: 0.0,
    S.ORGAN: 0.0,
    S.TITLE: 0.0,
    S.PARTICULARS: -8.0,
    S.CHAIR: -5.0,
    S.PRESENT: -5.0,
    S.AGENDA: -5.0,
    S.HEARD: -6.0,
    S.DECISIONS: -7.0,
}


def best_path(evidence: Sequence[Evidence], only: Collection[S] = tuple(S)) -> list[S]:
    """The section of each row, by the best path through the sections of `only`; the sum of its steps is the greatest there is."""
    if not evidence:
        return []
    costs = _costs()
    sections: list[S] = [s for s in S if s is not S.OTHER and s in only]
    if len(sections) + 1 < len(S):
        costs = {s: tuple((a, cost) for a, cost in costs[s] if a in sections) for s in sections}
    first = evidence[0]
    score: dict[S, float] = {
        s: _FIRST.get(s, -20.0) + sum(_opening(s, first)) + first.belongs.get(s, 0.0) for s in sections
    }
    back: list[dict[S, S]] = []
    unopened = {glued: {s: _unopened(s, glued=glued) for s in sections} for glued in (False, True)}
    for e in evidence[1:]:
        now: dict[S, float] = {}
        came: dict[S, S] = {}
        opens, belongs, prices = e.opens, e.belongs, unopened[e.glued]
        for s in sections:
            found = opens.get(s)
            bonus, price = (found[0], 0.0) if found is not None else (0.0, prices[s])
            own = belongs.get(s, 0.0)
            best, source = score[s], s
            # nothing on the row speaks for the section: nobody enters it here
            if bonus or price > UNMARKED or own > 0:
                for a, cost in costs[s]:
                    value = score[a] + cost + price
                    if value > best:
                        best, source = value, a
            now[s] = best + bonus + own
            came[s] = source
        score = now
        back.append(came)
    at = max(sections, key=lambda s: score[s])
    path = [at]
    for came in reversed(back):
        at = came[at]
        path.append(at)
    path.reverse()
    return path


def _unopened(section: S, *, glued: bool) -> float:
    """The price of coming from another section on a row that opens none; it is higher without an empty line above."""
    price = SOFT.get(section, UNMARKED)
    if not glued:
        return price
    return price - (1.5 if section is S.LETTERHEAD else 0.7 if section in LETTER_HEAD or section is S.BODY else 0.0)


def _opening(section: S, e: Evidence) -> tuple[float, float]:
    """What the row's evidence for opening gives, and the price of coming from another section on this row.

    The gift is the same for a row that opens the section and for one inside it that could (a second «СЛУШАЛИ:»):
    else a path would gain by leaving a section and coming back.
    """
    found = e.opens.get(section)
    return (found[0], 0.0) if found is not None else (0.0, _unopened(section, glued=e.glued))
