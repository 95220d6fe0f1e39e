"""The letterhead: who writes, and the reference data under the name (ГОСТ Р 7.0.97, requisites 05–08)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from protocol_cli.alphabet import NATIONAL_CAPITALS, NATIONAL_SMALL
from protocol_cli.grammar.contacts import LetterheadContacts, read_letterhead_contacts
from protocol_cli.grammar.identifiers import find_identifiers
from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Contacts, Identifiers, Organization
from protocol_cli.morphology import is_known
from protocol_cli.sections.capitals import ordinary_case
from protocol_cli.sections.paper import Paper

_SHORT = re.compile(r"^\(?([^()]+)\)$")
_POST_LINE = re.compile(
    r"(?:(?:первый )?заместитель (?:руководителя|министра|губернатора|председателя|главы|директора|начальника)|"
    r"руководитель|министр|губернатор|глава$|председатель$|директор$|начальник$|ректор$|президент$|депутат$)(?:$| )",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(
    r"(?:министерств|департамент|администраци|управлени|территориальн\w+ орган|комитет|(?:федеральн\w+ )?служб|"
    r"(?:федеральн\w+ )?агентств|инспекци|обществ\w с|\w* ?акционерн|публичн|"
    r"\w+ ?государственн|муниципальн|университет|институт|школ|лицей|гимнази|больниц|центр|правительств|дума\b|"
    r"совет\b|собрани|прокуратур|палат|ассоциаци|союз|фонд|"
    r"товариществ|кооператив|комисси|(?:военный )?комиссариат|войсков\w+ част|"
    r"казач\w+ обществ|федеральн|ооо\b|оао\b|зао\b|пао\b|ао\b|ип\b|мбоу|моу|маоу|мкоу|фгбу|фгуп|"
    r"гбу|гку|муп|мку|тсж|снт|банк|казначейств|отдел|аппарат|канцеляри|суд\b|краев|областн|городск|главн|средняя|детск|"
    r"общеобразов|филиал|казенн|казённ|бюджетн|автономн)",
)
_SHORT_BODY = re.compile(
    r"(?:мин(?!истер)[а-я]{3,}|рос(?!сийск)[а-я]{3,}|у?(?:фнс|фссп|мвд|мчс|фас|фсин|фсб|фмс|фтс))"
    r"(?: (?:россии|рф))?(?: по [а-я -]{4,60})?$"
)
_QUOTED_LATER = re.compile(
    r"учреждение|предприятие|общество|организация|товарищество|союз|ассоциация|фонд|партнерство|компания"
)
_PARENT = re.compile(
    r"(?:министерств|правительств|администраци|федеральн\w+ агентств|федеральн\w+ служб|российская федерация|"
    r"департамент|комитет)"
)
_CONTACT = re.compile(
    r"(?:\bтел|факс|e-?mail|почта|@|инн\b|кпп\b|огрн|окпо|оквэд|бик\b|р/с|к/с|сч[её]т(?!н)|www\.|https?:|сайт|\d{6}|"
    r"\bул\.|\bпр\.|просп|\bпер\.|\bпл\.|шоссе|наб\.|\bд\. ?\d|бульвар|адрес)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a letterhead says."""

    organization: Organization | None
    contacts: Contacts
    identifiers: Identifiers


def read_letterhead(paper: Paper, rows: Sequence[TextRow], footer: Sequence[TextRow] = ()) -> Letterhead:
    """Name, short name and superior body, contacts, identifiers.

    What the head of the sheet does not say of contacts and identifiers is looked for in `footer`, the reference data
    that some print at its foot.
    """
    lines = [r.text for r in rows]
    data = read_letterhead_contacts(lines)
    contacts = _contacts(data)
    if contacts == Contacts():
        contacts = _contacts(read_letterhead_contacts([r.text for r in footer]))
    identifiers = _identifiers(lines)
    if identifiers == Identifiers():
        identifiers = _identifiers([r.text for r in footer])
    reached = {p.line for p in (*data.phones, *data.faxes, *data.emails, *data.websites)}
    if data.address:
        reached.update(range(data.address.line, data.address.end_line + 1))
    named = [r for i, r in enumerate(rows) if i not in reached and not _CONTACT.search(_QUOTED.sub("", r.text))]
    named = _in_russian(named)
    return Letterhead(_organization(paper, named), contacts, identifiers)


def _contacts(data: LetterheadContacts) -> Contacts:
    return Contacts(
        address=data.address.value if data.address else None,
        postal_code=data.postal_code.value if data.postal_code else None,
        phones=tuple(p.value for p in data.phones),
        faxes=tuple(p.value for p in data.faxes),
        emails=tuple(p.value for p in data.emails),
        websites=tuple(p.value for p in data.websites),
    )


def _identifiers(lines: Sequence[str]) -> Identifiers:
    found = {i.kind: i.value for i in reversed(find_identifiers(" ".join(lines)))}
    return Identifiers(
        inn=found.get("inn"),
        kpp=found.get("kpp"),
        ogrn=found.get("ogrn") or found.get("ogrnip"),
        okpo=found.get("okpo"),
    )


def _organization(paper: Paper, rows: Sequence[TextRow]) -> Organization | None:
    """The lines above the reference data: superior body, body, short name in brackets."""
    groups, shorts = _grouped(rows)
    places = [i for i, g in enumerate(groups) if any(_names_body(fold(r.text)) for r in g)] or list(range(len(groups)))[
        :1
    ]
    if not places:
        return None
    name_rows = groups[places[-1]]
    parents = [groups[i] for i in places[:-1]]
    short = shorts.get(places[-1])
    if parents and short is None and (alias := _same_company(parents[-1], name_rows)):
        short, parents = alias, parents[:-1]
    elif parents and short is None and (alias := _short_of(parents[-1], name_rows)):
        short, name_rows, parents = alias, parents[-1], parents[:-1]
    whole = join_lines([r.passage for r in name_rows])
    text = whole.text
    text = re.sub(r"(?<=[»\"]) г\. [А-ЯЁ][а-яё-]+$", "", text)
    if inner := re.search(r"\s\(([^()]{2,60})\)$", text):
        short = short or inner[1]
        text = text[: inner.start()]
    parent = ordinary_case(join_lines([r.passage for r in parents[0]]).text) if parents else None
    paper.take("organisation", whole)
    return Organization(
        name=_capitalised(ordinary_case(text)),
        short_name=ordinary_case(short, short=True) if short else None,
        parent=parent,
    )


def _grouped(rows: Sequence[TextRow]) -> tuple[list[list[TextRow]], dict[int, str]]:
    """The lines grouped by the bodies they name, and the short name in brackets under each group, by its number."""
    groups: list[list[TextRow]] = []
    shorts: dict[int, str] = {}
    posted = False  # the line above begins a post: «ДЕПУТАТ» / «по одномандатному округу № 9»
    opened = ""  # a short name in brackets that goes on in the next line
    for row in rows:
        text = row.text.strip()
        if opened or (text.startswith("(") and ")" not in text):
            opened = f"{opened} {text}".strip()
            if ")" in text:
                shorts.setdefault(max(0, len(groups) - 1), opened.strip("() "))
                opened = ""
            continue
        posted = bool(_POST_LINE.match(text)) or (posted and text[:1].islower())
        if posted:
            continue
        letters = sum(c.isalpha() for c in text)
        if letters < 3 or not re.search(r"[А-ЯЁа-яё]{2}", text) or _POST_LINE.match(text):
            continue
        if re.match(r"[─—_=-]{3,}$", text):
            continue
        if (found := _SHORT.match(text)) and text.startswith("("):
            shorts.setdefault(max(0, len(groups) - 1), found[1].strip())
            continue
        if groups and len(groups) - 1 in shorts and not _names_another(row):
            continue
        if groups and not _begins_body(row, groups[-1]):
            if _is_whole_company(groups[-1]) and text[:1].isupper():
                continue  # what the company does: «Поставка и монтаж котельных»
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups, shorts


def _names_another(row: TextRow) -> bool:
    """Whether a line under a short name in brackets names one more body: «ПРИОКСКОЕ УПРАВЛЕНИЕ» under «(РОСТЕХНАДЗОР)»."""
    folded = fold(row.text.strip()).lstrip("\"'( ")
    return bool(_NAME_HEAD.match(folded) or (row.row.blank_before and _HEADS_APART.match(folded)))


def _is_whole_company(rows: Sequence[TextRow]) -> bool:
    """Whether a company's name is complete: a legal form and a name in quotes that are closed."""
    name = " ".join(r.text for r in rows).rstrip()
    return bool(_LEGAL_SHORT.match(name)) and name.endswith(("»", '"'))


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _names_body(folded: str) -> bool:
    return bool(_NAME_HEAD.search(folded) or _SHORT_BODY.match(folded))


_QUOTED = re.compile(r"[«\"](.+)[»\"]")
_LEGAL_SHORT = re.compile(r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ФГБУ|ФГУП|ГБУ|ГКУ|МБУ|МКУ|МУП|МБОУ|МАОУ|ТСЖ|ТСН|АНО) ?[«\"]")


def _same_company(above: Sequence[TextRow], below: Sequence[TextRow]) -> str | None:
    """The short name when it stands over the full one: «ООО «КАМА»» over «Общество с ограниченной ответственностью «Кама»»."""
    short, full = (" ".join(r.text for r in rows) for rows in (above, below))
    a, b = _QUOTED.search(short), _QUOTED.search(full)
    same = a is not None and b is not None and fold(a[1]).strip('"') == fold(b[1]).strip('"')
    return short if same and _LEGAL_SHORT.match(short) else None


_LETTERS = re.compile(r"[А-ЯЁа-яё]+")
_JOINING = ("с", "и", "по", "на", "в", "для")


def _short_of(above: Sequence[TextRow], below: Sequence[TextRow]) -> str | None:
    """The short name when it stands under the full one: «ПАО «Вятбанк»» under «Публичное акционерное общество «Вятский …»»."""
    full, short = (" ".join(r.text for r in rows) for rows in (above, below))
    form = re.match(r"([А-ЯЁ]{2,6}(?: [А-ЯЁ]{2,4})?) ?[«\"]", short)
    quote = re.search(r"[«\"]", full)
    if form is None or quote is None:
        return None
    words = [w for w in _LETTERS.findall(full[: quote.start()]) if w.lower() not in _JOINING]
    return short if "".join(w[0] for w in words).upper() == form[1].replace(" ", "") else None


_NATIONAL = re.compile(f"[{NATIONAL_CAPITALS}{NATIONAL_SMALL}]")


def _in_russian(rows: Sequence[TextRow]) -> list[TextRow]:
    """The rows without the name in the other language of a republic: its column, or its lines one under the other."""
    foreign = [bool(_NATIONAL.search(r.text)) for r in rows]
    columns = {r.row.column for r, other in zip(rows, foreign, strict=True) if other and r.row.column}
    for step in (1, -1):
        places = range(len(rows))[::step]
        for before, place in pairwise(places):
            apart = rows[max(before, place)].row.blank_before or rows[before].row.column != rows[place].row.column
            foreign[place] = foreign[place] or (foreign[before] and not apart and _is_unknown(rows[place].text))
    return [r for r, other in zip(rows, foreign, strict=True) if not other and r.row.column not in columns]


def _is_unknown(text: str) -> bool:
    """Whether at least half of the longer words of a line are no Russian ones."""
    words = [w for w in _LETTERS.findall(text) if len(w) > 3]
    return 2 * sum(not is_known(w) for w in words) >= len(words) > 0


# Words in the nominative with which the name of a body begins.
_HEADS = re.compile(
    r"(?:министерство|департамент|(?:\w+ ){0,2}управление|территориальный орган|комитет|(?:федеральная |государственная )?служба|"
    r"(?:федеральное )?агентство|(?:\w+ )?инспекция|(?:генеральная )?прокуратура|администрация|"
    r"правительство|аппарат|канцелярия|(?:военный )?комиссариат|законодательн\w+ (?:дума|собрание)|"
    r"(?:городская |областная |районная )?дума|совет(?= депутатов| директоров|"
    r" народных|$)|избирательная комиссия|(?:федеральное )?казначейство|федеральное(?=$)|комиссия|(?:\w+ ){0,2}отдел(?:ение)?|"
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
# the same under an empty line: «ЗАРЕЧЕНСКИЙ ФИЛИАЛ», «СТАНИЧНОЕ КАЗАЧЬЕ ОБЩЕСТВО»
_HEADS_APART = re.compile(
    r"(?:войсковая часть|(?:[а-яё-]+(?:ий|ый|ой|ое|ье|ая) ){1,3}"
    r"(?:филиал|общество|представительство|отделение|отдел|управление|учреждение|предприятие|инспекция))(?![а-я])"
)
_ADJECTIVE_END = re.compile(r"[а-я]{3,}(?:ое|ее|ая|яя|ый|ий|ой|ого|его|ых|их|ому|ему|ной|ней|ским|ской)$")
_GENITIVE_END = re.compile(r"[а-я]{3,}(?:ого|его|ых|их)$")
_SURE_HEAD = re.compile(r"(?:министерство|департамент|комитет|администрация|инспекция|прокуратура|агентство|управление|отдел)(?![а-я])")
_OPEN = re.compile(
    r"(?:^|[ -])(?:по|и|в|с|на|при|для|ограниченной|ответственностью|общество|отдел|имени)$"
)


def _begins_body(row: TextRow, group: Sequence[TextRow]) -> bool:
    """Whether a line opens the name of another body: a head word in the nominative under a name that is complete."""
    folded = fold(row.text).lstrip("\"'( ")
    above = fold(" ".join(r.text for r in group)).rstrip(" ,.")
    if row.text.lstrip().startswith(("«", '"')) and '"' not in above and _QUOTED_LATER.search(above):
        return False
    if _SHORT_BODY.match(above):
        return True  # «МИНЗДРАВ РОССИИ» over the full name of an institution
    # «АДМИНИСТРАЦИЯ ГОРОДА ЛЕВОБЕРЕЖНОГО» is complete before «ДЕПАРТАМЕНТ …», «ФЕДЕРАЛЬНОЕ» is not before «АГЕНТСТВО»
    complete = _SURE_HEAD.match(folded) and _GENITIVE_END.search(above)
    if _OPEN.search(above) or (_ADJECTIVE_END.search(above) and not complete) or above.count('"') % 2 == 1:
        return False
    return bool(_HEADS.match(folded) or _SHORT_BODY.match(folded) or (row.row.blank_before and _HEADS_APART.match(folded)))
