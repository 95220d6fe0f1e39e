"""Votes against those present."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Vote
from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.paper import Paper, Part
from protocol_cli.validation.statutory import Meeting

# They vote by shares and square metres, not by heads.
_BY_SHARES = frozenset({Meeting.OWNERS, Meeting.SHAREHOLDERS, Meeting.COMPANY})


def counted_votes(paper: Paper) -> Iterator[tuple[Part, Vote, int, int]]:
    """Each vote of a meeting that votes by heads: its part, itself, its sum, and how many the quorum says are present."""
    for part in paper.protocols:
        protocol = protocol_of(part)
        present = protocol.quorum.present if protocol and protocol.quorum else None
        if protocol is None or not present or not protocol.votes or paper.meeting(part) in _BY_SHARES:
            continue
        for vote in protocol.votes:
            if vote.for_ is not None:
                yield part, vote, vote.for_ + (vote.against or 0) + (vote.abstained or 0), present
