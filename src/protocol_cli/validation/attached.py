"""The letter against the protocol it carries: where it says that it sends one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Protocol, Reference
from protocol_cli.validation.paper import Paper, Part

_SENDS = re.compile(r"направля|высыла|прилага|приложен|представля|препровожда|рассыла|информиру|оформлен|сообща")
_SIGNS = re.compile(r"[\W_]+")
_STOP = re.compile(r"[.!?](?=\s+[А-ЯЁ«])|\n\s*\n")


def attached_protocol(paper: Paper) -> Part | None:
    """The one protocol that the letter carries; None when it carries none, or several."""
    return paper.protocols[0] if paper.letter and len(paper.protocols) == 1 else None


def sent_protocols(paper: Paper) -> Iterator[list[Reference]]:
    """Protocols that the letter says it sends, named by date or number: those of one sentence together."""
    letter = paper.letter
    if letter is None or not paper.text:
        return
    sentences: dict[int, list[Reference]] = {}
    for reference in paper.document.references:
        start = reference.span.start
        if not reference.kind.startswith("протокол") or not letter.start <= start < letter.end:
            continue
        first, last = _sentence(paper.text, start, letter.start, letter.end)
        if _SENDS.search(paper.folded, first, last):
            sentences.setdefault(first, []).append(reference)
    yield from sentences.values()


def _sentence(text: str, place: int, first: int, last: int) -> tuple[int, int]:
    start = first
    for match in _STOP.finditer(text, first, last):
        if match.end() > place:
            return start, match.end()
        start = match.end()
    return start, last


def quoted(text: str | None) -> str | None:
    """What stands in the outermost quotes, letters and digits alone and folded: to compare titles."""
    if not text or "«" not in text:
        return None
    inner = text[text.index("«") + 1 : text.rindex("»") if "»" in text else len(text)]
    return plain_title(inner) or None


def plain_title(text: str) -> str:
    """Letters and digits alone, folded."""
    return _SIGNS.sub("", text.casefold().replace("ё", "е"))


def protocol_of(part: Part) -> Protocol | None:
    """The part's protocol, when it is no list of assignments."""
    return part.content if isinstance(part.content, Protocol) and not part.is_list else None
