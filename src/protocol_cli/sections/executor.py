"""Отметка об исполнителе (ГОСТ Р 7.0.97, requisite 25): name in any order, phone, e-mail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.contacts import find_contacts
from protocol_cli.grammar.persons import find_persons, find_surnames
from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Person
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import person_of, trim

_LABEL = re.compile(r"(?:Исп(?:олнитель|олн)?\.?|Отв\.? ?исп\.?)\s*[:.–—-]*\s*", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:\+7|8)?[ -]?(?:\(\d[\d ]{1,6}\)|\b\d{3,5}\b)?[ -]?\d{1,3}(?:[ -]?\d{2,3}){1,3}(?:,? ?(?:доб|"
    r"вн)\.? ?\(?\d+\)?)?"
)


# «Куликова Елена Юрьевна, архивист 1 категории, (81743) 2-05-67»
_POST_AFTER = re.compile(
    r"^[ ,–—-]*([А-ЯЁа-яё](?:[А-ЯЁа-яё .,«»-]|(?<= )\d(?= (?:категории|класса|разряда))){4,120}?)[, ]*"
    r"(?=$|(?<![А-Яа-яё])(?i:тел)|\+|\d(?! (?:категории|класса|разряда))|\(|[\w.]+@)"
)


def read_executor(paper: Paper, rows: Sequence[TextRow]) -> Person | None:
    """The executor with phone and e-mail, or None."""
    if not rows:
        return None
    labelled = next((i for i, row in enumerate(rows) if _LABEL.match(row.text)), 0)
    rows = rows[labelled:]
    passage = join_lines([r.passage for r in rows])
    if label := _LABEL.match(passage.text):
        passage = passage[label.end() :]
    names = find_persons(passage.text) or find_persons(passage.text, first_last=True)
    if not names:
        names = [n for n in find_surnames(passage.text.split(",")[0].split(" ")[0]) if n.start == 0]
    if not names:
        return None
    name = names[0]
    rest = passage[: name.start].text + " " * (name.end - name.start) + passage[name.end :].text
    contacts = find_contacts(rest)
    email = contacts.emails[0].value if contacts.emails else None
    phone = contacts.phones[0].value if contacts.phones else None
    if phone is None:
        bare = rest.replace(email, " ") if email else rest
        found = next((m for m in _PHONE.finditer(bare) if sum(c.isdigit() for c in m[0]) >= 5), None)
        phone = found[0].strip(" -,") if found else None
    between = _POST_AFTER.search(passage[name.end :].text)
    if between is None:
        between = re.match(r" ?\(([А-ЯЁа-яё][^()\d]{3,80})\)", passage[name.end :].text)  # «Муратова А.Р. (начальник ОКС)»
    position = trim(passage[name.end + between.start(1) : name.end + between.end(1)]).text if between else None
    before = trim(passage[: name.start]).text
    if position and re.match(r"(?:тел|e-?mail|факс|доб|моб|конт)", position, re.IGNORECASE):
        position = None
    position = position or (
        before if re.search(r"[а-яё]{4}", before) and not re.match(r"(?:тел|исп|конт)", before, re.IGNORECASE) else None
    )
    person = person_of(paper, passage, name, position=position or None)
    paper.take("executor", passage)
    return person.model_copy(update={"phone": phone, "email": email})
