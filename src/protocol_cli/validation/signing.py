"""Whether somebody seems to have signed, where the reading did not take the name for a signature."""

from __future__ import annotations

from protocol_cli.models import Person
from protocol_cli.validation.evidence import cut_out
from protocol_cli.validation.names import family_of, folded
from protocol_cli.validation.paper import Paper, Part

_ENDING = 2


def signed_elsewhere(paper: Paper, part: Part, person: Person) -> bool:
    """Whether the lines after the decisions, the signatures that were read apart, name the person in some case."""
    family = family_of(person)
    stem = family[: max(4, len(family) - _ENDING)]
    rest = cut_out(paper.tail(part), part.tail_start, part.content.signatories)
    return bool(stem) and stem in folded(rest)
