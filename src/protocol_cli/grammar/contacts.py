"""Contacts: phones, faxes, e-mail and web addresses, the postal address (requisite 08, ГОСТ Р 7.0.97-2016).

`find_contacts` reads a line of running text or of the executor's mark, `read_letterhead_contacts` a letterhead's lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from protocol_cli.grammar.phones import FoundPhone, find_phones
from protocol_cli.grammar.postal_address import find_postal_address
from protocol_cli.grammar.quotes import spans_between
from protocol_cli.grammar.web_addresses import FoundAddress, find_emails, find_urls

_ACCOUNT = re.compile(
    r"(?<!\w)(?:р/?с|к/?с|БИК|ИНН|КПП|ОГРН(?:ИП)?|ОКПО|ОКВЭД|ОКТМО|ОКАТО|" r"л/?с)(?!\w)[:. ]{0,2}[\d/ ]{5,25}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contacts:
    """What a line holds; a «тел/факс» number is in both lists; `links` are the web addresses."""

    phones: tuple[FoundPhone, ...] = ()
    faxes: tuple[FoundPhone, ...] = ()
    emails: tuple[FoundAddress, ...] = ()
    links: tuple[FoundAddress, ...] = ()
    address: FoundAddress | None = None
    postal_code: FoundAddress | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A value of the letterhead: from `start` in line `line` to `end` in line `end_line` (both counted from 0)."""

    value: str
    line: int
    start: int
    end: int
    end_line: int


@dataclass(frozen=True, slots=True)
class LetterheadContacts:
    """The contacts of a letterhead."""

    address: Located | None = None
    postal_code: Located | None = None
    phones: tuple[Located, ...] = ()
    faxes: tuple[Located, ...] = ()
    emails: tuple[Located, ...] = ()
    websites: tuple[Located, ...] = ()


def find_contacts(text: str) -> Contacts:
    """Phones, faxes, e-mail and web addresses, and the postal address of a line, each with its span."""
    emails = find_emails(text)
    taken = [(e.start, e.end) for e in emails]
    links = [u for u in find_urls(text) if not spans_between(taken, u.start, u.end)]
    hidden = _masked(text, [*emails, *links])
    phones = find_phones(hidden)
    address = find_postal_address(hidden)
    return Contacts(
        tuple(p for p in phones if p.kind != "fax"),
        tuple(p for p in phones if p.kind != "phone"),
        tuple(emails),
        tuple(links),
        FoundAddress(address.start, address.end, address.value) if address else None,
        FoundAddress(address.code_start, address.code_start + 6, address.postal_code)
        if address and address.postal_code and address.code_start is not None
        else None,
    )


_LINK_HINT = re.compile(r"://|www\.|\.[A-Za-zрРфФ]{2}", re.IGNORECASE)


def find_links(text: str) -> list[FoundAddress]:
    """Return the web addresses of a line of text, left to right."""
    if not _LINK_HINT.search(text):
        return []
    return list(find_contacts(text).links)


def _masked(text: str, found: list[FoundAddress]) -> str:
    """Return the text with addresses and account numbers blotted out: their digits look like phones."""
    signs = list(text)
    for start, end in [*((f.start, f.end) for f in found), *(m.span() for m in _ACCOUNT.finditer(text))]:
        signs[start:end] = "@" * (end - start)
    return "".join(signs)


def read_letterhead_contacts(lines: list[str]) -> LetterheadContacts:
    """Contacts of a letterhead given by its lines; an address may go on from one line to the next."""
    joined = "\n".join(lines)
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)

    def located(start: int, end: int, value: str) -> Located:
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, max(start, end - 1)) - 1
        return Located(value, first, start - starts[first], end - starts[last], last)

    read = [find_contacts(line) for line in lines]
    address = find_postal_address(_masked(joined, []))

    def collect(name: str) -> tuple[Located, ...]:
        seen: dict[str, Located] = {}
        for offset, contacts in zip(starts, read, strict=False):
            for item in getattr(contacts, name):
                seen.setdefault(item.value, located(offset + item.start, offset + item.end, item.value))
        return tuple(seen.values())

    code = address.code_start if address else None
    return LetterheadContacts(
        located(address.start, address.end, address.value) if address else None,
        located(code, code + 6, joined[code : code + 6]) if code is not None else None,
        collect("phones"),
        collect("faxes"),
        collect("emails"),
        collect("links"),
    )
