"""All the evidence of a document's rows, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.layout.normalise import fold
from protocol_cli.layout.numbering import MarkKind, read_mark
from protocol_cli.layout.paragraphs import continues
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.layout.wrapping import Wrap, wrapping
from protocol_cli.outline.evidence import Evidence, Sight
from protocol_cli.outline.letter_signs import weigh_addressees, weigh_letterhead, weigh_registration, weigh_sentences
from protocol_cli.outline.patterns import NAME_ONLY
from protocol_cli.outline.people_signs import weigh_executor, weigh_lists, weigh_signatures
from protocol_cli.outline.protocol_signs import weigh_items, weigh_labels, weigh_place
from protocol_cli.outline.section import Section as S
from protocol_cli.outline.table_signs import weigh_tables
from protocol_cli.outline.words import weigh_words

LOOK = 600  # characters of a row at which evidence looks: no heading, label or signature is longer
GOES_ON = 0.3  # the share of its evidence that a line keeps which goes on with the one above
_COMPANIES_WITHIN = 30  # rows
_UNDER_TITLE = re.compile(  # «ПРОТОКОЛ» / «№ 1   от 19 февраля» / «заседания комиссии»
    r"(?:[а-я-]+(?:ого|его|ой|ей|ых|их) ){0,3}(?:заседания|совещания|собрания|конференции|семинара|встречи|слушаний|сессии)\b(?!.*[:.]$)"
)
_APPROVAL_ROWS = 8  # a mark of approval is no longer
_SURE, _FAR = 8, 1000


def weigh(rows: Sequence[TextRow]) -> list[Evidence]:
    """The evidence of each row, in order. A row that goes on with the paragraph above says little."""
    folded = [fold(r.text[:LOOK]) for r in rows]
    wrap = wrapping(rows)
    seen: dict[str, str] = {}
    loud = wrap.loud
    out: list[Evidence] = []
    registered = addressed = False
    approving = -_FAR
    for i, row in enumerate(rows):
        last = i + 1 == len(rows)
        sight = Sight(
            row, folded[i], read_mark(row.text), folded[i - 1] if i else "", "" if last else folded[i + 1],
            "" if last else rows[i + 1].text, folded[i + 2] if i + 2 < len(rows) else "", loud,
            rows[i - 1].text if i else "", last or bool(rows[i + 1].row.blank_before),
        )  # fmt: skip
        evidence = _weigh_row(sight, seen)
        if evidence.weight(S.ADDRESSEES) >= 4:
            addressed = True
        elif row.row.blank_before or (i and rows[i - 1].row.column != row.row.column):
            addressed = False
        elif addressed and i < _COMPANIES_WITHIN:
            # the company, the name and the address under «Генеральному директору»
            evidence.belong(1.5, S.ADDRESSEES)
            evidence.belong(-2, S.LETTERHEAD)
        if i and rows[i - 1].row.column != row.row.column:
            evidence.glued = False
            if (
                row.row.column == rows[i - 1].row.column + 1 == 2
                and i < _COMPANIES_WITHIN
                and _begins_right(row, evidence)
            ):
                evidence.open(3, "the column beside the letterhead", S.ADDRESSEES)
                evidence.belong(1, S.ADDRESSEES)
        _weigh_first_item(evidence, out)
        approving = i if evidence.weight(S.APPROVAL) >= _SURE else approving
        if folded[i - 1] != "протокол" and _UNDER_TITLE.match(folded[i]) and "протокол" in folded[max(0, i - 3) : i]:
            evidence.open(8, "what was held, below the word", S.TITLE)
        if i - approving > _APPROVAL_ROWS:
            # a date alone is no mark of approval
            evidence.belongs.pop(S.APPROVAL, None)
        if evidence.weight(S.REGISTRATION) >= 5:
            registered = True
        elif registered and i < _COMPANIES_WITHIN and (_is_at_the_right(row, evidence) or _GROUP_NAME.match(row.text)):
            evidence.open(3, "named under the registration", S.ADDRESSEES)
            evidence.belong(2, S.ADDRESSEES)
        elif registered and i < _COMPANIES_WITHIN and _COMPANY.match(row.text):
            evidence.open(3, "a company under the registration", S.ADDRESSEES)
            evidence.belong(1, S.ADDRESSEES)
        dated = evidence.opens.get(S.PARTICULARS, (0.0, ""))[1] == "date" and _DATE_LINE.match(folded[i])
        listed = (
            row.text.endswith(":")
            and len(row.text) < 60
            and any(evidence.weight(s) >= 5 for s in (S.PRESENT, S.INVITED, S.ABSENT))
        )
        labelled = (
            i > 0
            and len(folded[i - 1]) < _SHORT
            and ":" in row.text[:_SHORT]
            and any(evidence.weight(s) >= 5 for s in _LABELLED)
        )
        own = dated or listed or labelled or _registers(sight)
        if i and not own and _under_post(rows[i - 1], row) and not any(w >= 5 for w, _ in evidence.opens.values()):
            evidence.fade(GOES_ON, silent=True)
        if i and len(row.pieces) == 1 and not own and _goes_on(rows[i - 1], out[-1], row, wrap):
            broken = _BROKEN_NAME.search(rows[i - 1].text) is not None
            evidence.fade(GOES_ON, silent=row.text[:1].islower() or broken)
        out.append(evidence)
    _weigh_roman_lists(out)
    _weigh_second_count(rows, out)
    _weigh_bodies_above_posts(rows, out)
    _weigh_arabic_sections(rows, out)
    _weigh_blocks_above_names(rows, out)
    _weigh_listed_names(rows, out)
    weigh_tables(rows, out)
    return out


_BROKEN_NAME = re.compile(r"(?<![А-Яа-яЁё])(?:г|пос|с|д|ул|пгт|им|ст-ца)\.$")  # «… арены в пос.» / «Сосновка»
_LISTS = (S.PRESENT, S.ABSENT, S.INVITED)
_AFTER_LISTS = (S.AGENDA, S.HEARD, S.NOTED, S.DECISIONS, S.HEADING)


def _weigh_listed_names(rows: Sequence[TextRow], out: Sequence[Evidence]) -> None:
    """Posts with names at the right, between «Присутствовали:» and the main part, sign nothing."""
    begun: int | None = None
    for i, said in enumerate(out):
        if max(said.weight(s) for s in _LISTS) >= _SURE and rows[i].text.endswith(":"):
            begun = i
        elif begun is not None and max(said.weight(s) for s in _AFTER_LISTS) >= _SURE_OF_MAIN:
            for row, inside in zip(rows[begun + 1 : i], out[begun + 1 : i], strict=True):
                # «Ответственный секретарь Комиссии     Д.О. Лесков» is listed, «Секретарь     Д.О. Лесков» tells the office
                named = len(row.pieces) > 1 and NAME_ONLY.match(row.pieces[-1].text) and ":" not in row.text
                named = named and len(row.pieces[0].text.split()) > _ROLE_WORDS
                for section in (S.SIGNED, S.SIGNATURE, *((S.CHAIR, S.SECRETARY) if named else ())):
                    inside.opens.pop(section, None)
                    inside.belongs.pop(section, None)
            begun = None


_LONGEST_BLOCK = 6  # rows
_LONGEST_POST = 80  # characters of a line


def _weigh_blocks_above_names(rows: Sequence[TextRow], out: Sequence[Evidence]) -> None:
    """«Военный комиссар» / «города Каменногорска» / «и района      С.Т. Абдрахманов»: lines set apart that end in a name."""
    for i, said in enumerate(out):
        named = len(rows[i].pieces) == 2 and NAME_ONLY.match(rows[i].pieces[1].text) and rows[i].row.cell is None
        if not named or max(said.weight(S.SIGNATURE), said.weight(S.SIGNED)) < 4:
            continue
        top = i
        while top > max(0, i - _LONGEST_BLOCK) and not rows[top].row.blank_before and _is_post_line(rows[top - 1]):
            top -= 1
        if top < i and rows[top].row.blank_before and rows[top].text[:1].isupper():
            out[top].open(4, "lines above a name", S.SIGNATURE, S.SIGNED)
            for inside in out[top:i]:
                inside.belong(1.5, S.SIGNATURE, S.SIGNED)


def _is_post_line(row: TextRow) -> bool:
    return (
        len(row.pieces) == 1
        and row.row.cell is None
        and len(row.text) < _LONGEST_POST
        and not row.text.endswith((".", ";", ":"))
        and read_mark(row.text) is None
    )


_ROLE_WORDS = 2
_SURE_OF_MAIN = 6


def _begins_right(row: TextRow, said: Evidence) -> bool:
    """Whether a column begins with words in ordinary case that open nothing else: «Финансовые органы субъектов»."""
    return bool(_ORDINARY.match(row.text) or _COMPANY.match(row.text)) and all(weight < 5 for weight, _ in said.opens.values())


_ORDINARY = re.compile(r"[А-ЯЁ][а-яё]{2,}(?: [А-ЯЁа-яё«-]+)*")


def _weigh_row(sight: Sight, seen: dict[str, str]) -> Evidence:
    evidence = Evidence(mark=sight.mark, glued=not sight.row.row.blank_before)
    weigh_words(sight, evidence)
    weigh_letterhead(sight, evidence)
    weigh_addressees(sight, evidence)
    weigh_registration(sight, evidence)
    weigh_place(sight, evidence)
    weigh_signatures(sight, evidence)
    weigh_executor(sight, evidence)
    weigh_lists(sight, evidence)
    weigh_items(sight, seen, evidence)
    weigh_labels(sight, evidence)
    weigh_sentences(sight, evidence)
    return evidence


_DATE_LINE = re.compile(
    r"от [\"\d]{1,3}[^а-я]{0,3}(?:[а-я]{3,8} )?\d{4} ?(?:г\.|года|г)?(?: № ?\S{1,20})?$|"
    r"от \d{1,2}\.\d{1,2}\.\d{2,4}(?!\d).{0,6}(?:, ?(?:начало|время|место|г\. ).{1,60})?$"
)
_SHORT = 60  # characters
_LABELLED = (S.HEARD, S.SPOKE, S.DECISIONS, S.VOTES)
_REGISTERED = re.compile(
    r"(?:от )?[\"_]?\d{1,2}[\"_]?(?:\.\d{1,2}\.| [а-я]{3,8} )\d{2,4} ?(?:г\.|года)? ?(?:№|n) ?\S{1,25}$|"
    r"на (?:исх\. ?)?(?:№|n) ?\S{1,25} от [\d_].{0,30}$"
)
_DATA = re.compile(r"инн|кпп|огрн|окпо|тел\.|факс|@|https?:|\.ru$|\(.{2,60}\)$")


def _registers(sight: Sight) -> bool:
    """Whether the whole line is a date and a number under the reference data or over «на № …»: it goes on with nothing."""
    if sight.row.index > _COMPANIES_WITHIN or not _REGISTERED.match(sight.folded):
        return False
    return sight.folded.startswith("на ") or sight.below.startswith("на ") or bool(_DATA.search(sight.above))


_RIGHT = 30.0  # character widths from which a line stands at the right
# «Кредитные организации»: addressees in the nominative
_GROUP_NAME = re.compile(
    r"(?:[А-ЯЁ]?[а-яё]+(?:ые|ие) )+(?:организации|общества|банки|учреждения|предприятия|компании|фонды|операторы|участники)$"
)


def _is_at_the_right(row: TextRow, said: Evidence) -> bool:
    """Whether a line stands in the right column and says nothing of its own: an addressee in the nominative."""
    right = row.row.column == 2 or (row.indent > _RIGHT and not row.row.centered)
    return right and row.text[:1].isalpha() and not any(said.weight(s) >= 3 for s in said.opens)


_COMPANY = re.compile(
    r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ФГБУ|ФГУП|ГБУК?|ГКУ|ГАУ|ГУП|КГБУЗ|ГБУЗ|МКУ|МУП|МБУ|МБОУ|МАОУ|ТСЖ|ТСН|СНТ|АНО|НКО|"
    r"Общество с ограниченной|Акционерное общество)(?: [А-ЯЁ]{2,4})? ?[«\"А-ЯЁо]"
)


def _weigh_bodies_above_posts(rows: Sequence[TextRow], evidence: Sequence[Evidence]) -> None:
    """«Департамент транспорта края» over «Директору Департамента»: in one block under the registration, both addressed."""
    registered = block = 0
    for i, said in enumerate(evidence[:_COMPANIES_WITHIN]):
        if said.weight(S.REGISTRATION) >= 5:
            registered = i + 1
        if said.weight(S.SALUTATION) >= 5 or said.weight(S.SUBJECT) >= 5:
            return
        if not said.glued:
            block = i
        if registered and block >= registered and i > block and said.weight(S.ADDRESSEES) >= 4:
            above = evidence[block:i]
            if _BODY_ABOVE.match(fold(rows[block].text)) and all(_bare(one) for one in above):
                above[0].open(4, "a body above a post in the dative", S.ADDRESSEES)
                for one in above:
                    one.belong(2, S.ADDRESSEES)
                    one.belong(-2, S.LETTERHEAD)


_BODY_ABOVE = re.compile(
    r"(?:министерство|департамент|управление|комитет|служба|агентство|инспекция|администрация|федеральн|государственн|"
    r"муниципальн|правительство|ассоциация|союз|фонд|прокуратура|филиал|ооо|оао|ао|пао|зао|гку|гбу|мку|мбу|фгбу)\b"
)


def _bare(said: Evidence) -> bool:
    return all(said.weight(s) < 5 for s in (S.REGISTRATION, S.SUBJECT, S.SALUTATION, S.MARK))


def _weigh_first_item(said: Evidence, above: Sequence[Evidence]) -> None:
    """«1.» under a Roman section, «2.1.» under «2.»: the first item opens the decisions."""
    mark = said.mark
    if mark is None or mark.kind is not MarkKind.ARABIC:
        return
    if (
        mark.depth == 2
        and mark.values[1] == 1
        and above
        and above[-1].mark
        and above[-1].mark.values == mark.values[:1]
    ):
        said.open(5, "the first item under a section", S.DECISIONS)
    if mark.values == (1,) and _under_section(above):
        said.open(5, "the first item under a section", S.DECISIONS)


def _under_section(above: Sequence[Evidence]) -> bool:
    """Whether the row to come stands under the heading of a Roman section, its speakers in brackets between or not."""
    for said in reversed(above[-4:]):
        if said.mark is not None:
            return said.mark.kind is MarkKind.ROMAN
    return False


NEAR = 5  # rows
_MAIN = re.compile(
    r"(?:поручить|решили|решила|решение|постановили|договорились|слушали|заслушали|выступил[аи]?|рекомендовать)(?: [^:]{0,60})?:"
)


def _weigh_roman_lists(evidence: Sequence[Evidence]) -> None:
    """«I. …», «II. …» right under «ПОВЕСТКА» list the agenda; they head sections where they count anew."""
    last: int | None = None
    for said in evidence:
        if said.weight(S.AGENDA) >= _MARKED:
            last = 0
        elif last is not None and any(said.weight(s) >= _INSTRUCTS for s in (S.HEARD, S.SPOKE, S.DECISIONS, S.VOTES)):
            last = None
        if last is None or said.mark is None or said.mark.kind is not MarkKind.ROMAN:
            continue
        if said.mark.values != (last + 1,):
            last = None
            continue
        last += 1
        said.opens.pop(S.HEADING, None)
        said.belong(2, S.AGENDA)


def _weigh_second_count(rows: Sequence[TextRow], evidence: Sequence[Evidence]) -> None:
    """«1. О мерах …» again after the agenda's last item heads the first section, also in other words than there."""
    last: int | None = None
    for row, said in zip(rows, evidence, strict=True):
        if said.weight(S.AGENDA) >= _MARKED:
            last = 0
        elif last is not None and any(said.weight(s) >= _INSTRUCTS for s in (S.HEARD, S.SPOKE, S.DECISIONS, S.VOTES, S.HEADING)):
            last = None
        mark = said.mark
        if last is None or mark is None or mark.kind is not MarkKind.ARABIC or mark.depth != 1:
            continue
        if mark.values[0] == 1 and last > 1 and row.row.blank_before:
            said.open(8, "the count begins anew", S.HEADING)
            said.belong(1, S.HEADING)
            last = None
        else:
            last = mark.values[0]


_MARKED, _INSTRUCTS = 7, 4  # weights of a marker, and of a numbered instruction
_PROSE_ROWS = 15


def _opens_later(rows: Sequence[TextRow], place: int, end: int) -> bool:
    """Whether «Договорились:» stands below a line set apart, with some prose between: «2. Интеграция с ЭДО»."""
    apart = rows[place].row.blank_before and place + 1 < len(rows) and rows[place + 1].row.blank_before
    below = rows[place + 1 : min(end, place + _PROSE_ROWS)]
    return bool(apart) and not rows[place].text.endswith(".") and any(_MAIN.match(fold(row.text)) for row in below)


def _weigh_arabic_sections(rows: Sequence[TextRow], evidence: Sequence[Evidence]) -> None:
    """«2. Энергетическое хозяйство» over «2.1. Заменить …» or over «Поручить:» is a heading: a numbered line with no verb."""
    marked = [(i, m) for i, said in enumerate(evidence) if (m := said.mark) is not None and m.kind is MarkKind.ARABIC]
    for k, (place, mark) in enumerate(marked):
        row, said = rows[place], evidence[place]
        before = marked[k - 1] if k else None
        after = marked[k + 1] if k + 1 < len(marked) else None
        below = (
            after is not None
            and after[1].depth == 2
            and after[1].values[:1] == mark.values
            and after[0] - place <= NEAR
        )
        opened = place + 1 < len(rows) and bool(_MAIN.match(fold(rows[place + 1].text)))
        opened = opened or _opens_later(rows, place, after[0] if after is not None else len(rows))
        under_agenda = place > 0 and evidence[place - 1].weight(S.AGENDA) >= 5
        listed = before is not None and before[1].depth == 1 and place - before[0] <= NEAR  # the last item of an agenda
        listed = listed and not any(_MAIN.match(fold(r.text)) for r in rows[before[0] + 1 : place])  # type: ignore[index]
        titled = len(row.text) < 160 and not row.text.endswith((":", ";", ","))
        instructs = said.weight(S.DECISIONS) >= 3 or any(
            said.weight(s) >= 5 for s in (S.HEARD, S.SPOKE, S.NOTED, S.VOTES)
        )
        if mark.depth == 1 and (below or opened) and titled and not (listed or under_agenda or instructs):
            said.open(7, "a numbered section", S.HEADING)
            said.belong(1, S.HEADING)


def _under_post(above: TextRow, row: TextRow) -> bool:
    """Whether a line ends the post of the line above, whose name stands beside it in a column of its own.

    «заместитель главы администрации города    – С.С. Юров» / «Синегорска»
    """
    return (
        len(above.pieces) > 1
        and len(row.pieces) == 1
        and not row.row.blank_before
        and not row.text.endswith(":")
        and (above.text[:1].islower() or above.pieces[-1].text[:1] in "-–—")
        and abs(above.row.pieces[0].x0 - row.row.pieces[0].x0) < 1
        and bool(NAME_ONLY.match(above.pieces[-1].text.lstrip("-–— ")))
    )


def _goes_on(previous: TextRow, said: Evidence, row: TextRow, wrap: Wrap) -> bool:
    if continues(previous, row, wrap):
        return True
    dangling = previous.text.endswith(",") or (previous.text.endswith(":") and not said.opens)
    return dangling and not row.row.blank_before and read_mark(row.text) is None and len(previous.pieces) == 1
