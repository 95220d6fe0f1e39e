"""The letterhead: who writes, and the reference data under the name (ГОСТ Р 7.0.97, requisites 05–08)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.grammar.contacts import read_letterhead_contacts
from protocol_cli.grammar.identifiers import find_identifiers
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.paragraphs import TextRow, join_lines
from protocol_cli.models import Contacts, Identifiers, Organization
from protocol_cli.sections.capitals import ordinary_case
from protocol_cli.sections.paper import Paper

_SHORT = re.compile(r"^\(?([^()]+)\)$")
_POST_LINE = re.compile(
    r"(?:(?:первый )?заместитель (?:руководителя|министра|губернатора|председателя|главы|директора|начальника)|"
    r"руководитель|министр|губернатор|глава$|председатель$|директор$|начальник$|ректор$|президент$)(?:$| )",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(
    r"(?:министерств|департамент|администраци|управлени|комитет|(?:федеральн\w+ )?служб|"
    r"(?:федеральн\w+ )?агентств|инспекци|обществ\w с|\w* ?акционерн|публичн|"
    r"\w+ ?государственн|муниципальн|университет|институт|школ|лицей|гимнази|больниц|центр|правительств|дума\b|"
    r"совет\b|собрани|прокуратур|палат|ассоциаци|союз|фонд|"
    r"товариществ|кооператив|комисси|федеральн|ооо\b|оао\b|зао\b|пао\b|ао\b|ип\b|мбоу|моу|маоу|мкоу|фгбу|фгуп|"
    r"гбу|гку|муп|мку|тсж|снт|банк|отдел|аппарат|канцеляри|суд\b|краев|областн|городск|главн|средняя|детск|"
    r"общеобразов|филиал|казенн|казённ|бюджетн|автономн)",
)
_PARENT = re.compile(
    r"(?:министерств|правительств|администраци|федеральн\w+ агентств|федеральн\w+ служб|российская федерация|"
    r"департамент|комитет)"
)
_CONTACT = re.compile(
    r"(?:\bтел|факс|e-?mail|почта|@|инн\b|кпп\b|огрн|окпо|оквэд|бик\b|р/с|к/с|сч[её]т|www\.|https?:|сайт|\d{6}|"
    r"\bул\.|\bпр\.|просп|\bпер\.|\bпл\.|шоссе|наб\.|\bд\. ?\d|бульвар|адрес)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a letterhead says."""

    organization: Organization | None
    contacts: Contacts
    identifiers: Identifiers


def read_letterhead(paper: Paper, rows: Sequence[TextRow]) -> Letterhead:
    """Name, short name and superior body, contacts, identifiers."""
    lines = [r.text for r in rows]
    data = read_letterhead_contacts(lines)
    contacts = Contacts(
        address=data.address.value if data.address else None,
        postal_code=data.postal_code.value if data.postal_code else None,
        phones=tuple(p.value for p in data.phones),
        faxes=tuple(p.value for p in data.faxes),
        emails=tuple(p.value for p in data.emails),
        websites=tuple(p.value for p in data.websites),
    )
    found = {i.kind: i.value for i in reversed(find_identifiers(" ".join(lines)))}
    identifiers = Identifiers(
        inn=found.get("inn"),
        kpp=found.get("kpp"),
        ogrn=found.get("ogrn") or found.get("ogrnip"),
        okpo=found.get("okpo"),
    )
    address_lines: set[int] = set()
    if data.address:
        address_lines = set(range(data.address.line, data.address.end_line + 1))
    named = [r for i, r in enumerate(rows) if i not in address_lines and not _CONTACT.search(r.text)]
    return Letterhead(_organization(paper, named), contacts, identifiers)


def _organization(paper: Paper, rows: Sequence[TextRow]) -> Organization | None:
    """The lines above the reference data: superior body, body, short name in brackets, grouped by their heads."""
    groups: list[list[TextRow]] = []
    short: str | None = None
    for row in rows:
        text = row.text.strip()
        letters = sum(c.isalpha() for c in text)
        if letters < 3 or not re.search(r"[А-ЯЁа-яё]{2}", text) or _POST_LINE.match(text):
            continue
        if re.match(r"[─—_=-]{3,}$", text):
            continue
        if (found := _SHORT.match(text)) and text.startswith("("):
            short = short or found[1].strip()
            continue
        if groups and short is not None and not _NAME_HEAD.match(fold(text).lstrip("\"'( ")):
            continue
        if groups and not _begins_body(row, groups[-1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    named = [g for g in groups if any(_NAME_HEAD.search(fold(r.text)) for r in g)] or groups[:1]
    if not named:
        return None
    name_rows = named[-1]
    parents = named[:-1]
    if parents and short is None and (alias := _same_company(parents[-1], name_rows)):
        short, parents = alias, parents[:-1]
    whole = join_lines([r.passage for r in name_rows])
    text = whole.text
    text = re.sub(r"(?<=[»\"]) г\. [А-ЯЁ][а-яё-]+$", "", text)
    if inner := re.search(r"\s\(([^()]{2,60})\)$", text):
        short = short or inner[1]
        text = text[: inner.start()]
    parent = ordinary_case(join_lines([r.passage for r in parents[0]]).text) if parents else None
    paper.take("organisation", whole)
    return Organization(
        name=ordinary_case(text), short_name=ordinary_case(short, short=True) if short else None, parent=parent
    )


_QUOTED = re.compile(r"[«\"](.+)[»\"]")
_LEGAL_SHORT = re.compile(r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ФГБУ|ФГУП|ГБУ|ГКУ|МБУ|МКУ|МУП|МБОУ|МАОУ|ТСЖ|ТСН|АНО) ?[«\"]")


def _same_company(above: Sequence[TextRow], below: Sequence[TextRow]) -> str | None:
    """The short name when it stands over the full one: «ООО «КАМА»» over «Общество с ограниченной ответственностью «Кама»»."""
    short, full = (" ".join(r.text for r in rows) for rows in (above, below))
    a, b = _QUOTED.search(short), _QUOTED.search(full)
    same = a is not None and b is not None and fold(a[1]).strip('"') == fold(b[1]).strip('"')
    return short if same and _LEGAL_SHORT.match(short) else None


# Words in the nominative with which the name of a body begins.
_HEADS = re.compile(
    r"(?:министерство|департамент|(?:\w+ )?управление|комитет|(?:федеральная |государственная )?служба|"
    r"(?:федеральное )?агентство|(?:\w+ )?инспекция|(?:генеральная )?прокуратура|администрация|"
    r"правительство|аппарат|канцелярия|законодательн\w+ (?:дума|собрание)|"
    r"(?:городская |областная |районная )?дума|совет(?= депутатов| директоров|"
    r" народных|$)|избирательная комиссия|комиссия|(?:\w+ ){0,2}отдел(?:ение)?|"
    r"(?:федеральное|областное|краевое|республиканское|муниципальное|государственное) (?:государственное |"
    r"областное |краевое |муниципальное )?(?:бюджетное|казенное|автономное|унитарное|образовательное|"
    r"учреждение|предприятие)|"
    r"общество с ограниченной|(?:открытое |закрытое |публичное |непубличное )?акционерное общество|"
    r"товарищество|ассоциация|союз|фонд|палата|филиал|университет|институт|"
    r"[а-я-]+(?:ский|цкий|ная|ский|ская|ное|ное) (?:государственн|областн|районн|городск|региональн|федеральн|"
    r"муниципальн|медицинск|педагогическ|техническ|аграрн|межрайонн)\w+|"
    r"ооо|оао|зао|пао|нао|ао|фгбу|фгуп|фгбоу|фау|фку|гбу|гку|гау|гуп|мбу|мку|муп|мбоу|маоу|мкоу|тсж|тсн|снт|"
    r"ано|нко)(?![а-я])"
)
_ADJECTIVE_END = re.compile(r"[а-я]{3,}(?:ое|ее|ая|яя|ый|ий|ой|ого|его|ых|их|ому|ему|ной|ней|ским|ской)$")
_OPEN = re.compile(
    r"(?:^|[ -])(?:министерство|департамент|управление|комитет|служба|агентство|инспекция|администрация|"
    r"прокуратура|по|и|в|с|на|при|для|ограниченной|ответственностью|общество|отдел|имени)$"
)


def _begins_body(row: TextRow, group: Sequence[TextRow]) -> bool:
    """Whether a line opens the name of another body: a head word in the nominative under a name that is complete."""
    folded = fold(row.text).lstrip("\"'( ")
    above = fold(" ".join(r.text for r in group)).rstrip(" ,.")
    if _OPEN.search(above) or _ADJECTIVE_END.search(above) or above.count('"') % 2 == 1:
        return False
    return bool(_HEADS.match(folded))
