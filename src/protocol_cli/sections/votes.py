"""Votes: «Голосовали: «за» – 7, «против» – нет», «единогласно»."""

from __future__ import annotations

import re

from protocol_cli.grammar.votes import read_vote
from protocol_cli.layout.passage import Passage
from protocol_cli.models import Vote
from protocol_cli.sections.paper import Paper

VOTE_SENTENCE = re.compile(
    r"(?:\(?(?:Про)?[Гг]олосовал[иао]?\b|\(?Голосование\b|Результат[ы]? (?:открытого |тайного )?голосования|"
    r"Итоги голосования|Решение (?:принято|не принято)|Решения приняты (?:единогласно|большинством)|"
    r"Принято (?:единогласно|большинством)|«?ЗА»? ?[–—:-]|Единогласно\b)",
)


def vote_of(paper: Paper, passage: Passage, agenda_item: str | None) -> Vote | None:
    """The vote that a passage states, or None where it states none."""
    found = read_vote(passage.text)
    if found is None or (
        found.for_ is None and found.against is None and found.abstained is None and not found.unanimous
    ):
        return None
    place = passage[found.start : found.end] or passage
    paper.take("vote", place)
    return Vote(
        agenda_item=agenda_item,
        for_=found.for_,
        against=found.against,
        abstained=found.abstained,
        unanimous=found.unanimous,
        span=paper.span(place),
    )
