"""The head of a protocol: its title, what was held, number, date, place and hours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.grammar.calendar_date import find_dates
from protocol_cli.grammar.nominative import nominative_phrase
from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.outline.parts import Part
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.particulars import place_of, read_particulars
from protocol_cli.sections.people import trim

_KIND = re.compile(
    r"(?:выписка\s+из\s+протокола|(?:дополнени|изменени)[ея]\s+(?:№\s*\d+\s+)?[кв]\s+протоколу?|"
    r"протокол(?:ьное решение|ьные поручения)?|перечень\s+(?:\w+\s+)?поручений|"
    r"реестр\s+поручений|список\s+поручений|поручения|решени[ея]|резолюция)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*,?\s*(?:№|N|No\.?)\s*([\w/().-]*\w(?: ?[/-] ?\w+)*)", re.IGNORECASE)
_REGISTERED = re.compile(r"(?:от )?\"?\d{1,2}\"?(?:\.\d{1,2}\.| [а-я]{3,8} )\d{4} ?(?:г\.|года)? ?№ ?\S{1,25}$")
_NUMBER_END = re.compile(r"\s*(?:№|N)\s?([\w/-]{1,12})\s*$")
# «… по ремонту школы № 4»: the number is the school's
_NUMBERED = re.compile(
    r"(?:школ\w*|гимнази\w|лице\w|сада?|больниц\w|поликлиник\w|аптек\w|цеха?|участк\w|корпуса?|блока?|котельн\w+|"
    r"дома?|скважин\w|маршрут\w|заказ\w|лот\w|шахт\w|отряд\w|колони\w|СОШ|ДОУ|МБОУ|МБДОУ|МАОУ|приложени\w+|"
    r"вопрос\w|кабинет\w|этап\w|очеред\w|форм\w)\s*$",
    re.IGNORECASE,
)
_HALF_A_KIND = re.compile(r"(?:выписка|дополнени[ея]|изменени[ея])(?![а-яё])", re.IGNORECASE)  # «Дополнение № 1 к» / «ПРОТОКОЛУ»
_BLANK_NUMBER = re.compile(r"\s*(?:№|N)\s*_+")
_MEETING_NOUNS = (
    r"заседани[ея]|совещани[ея]|собрани[ея]|семинар(?:а)?(?:-совещания|-совещание|-практикума?)?|вебинара?|"
    r"конференци[ия]|видеоконференци[ия]|"
    r"встреч[иа]|планерк[иа]|планёрк[иа]|педсовета?|сесси[ия]|съезда?|слушани[йя]|переговор(?:ов|ы)|"
    r"круглого стола|круглый стол|"
    r"коллеги[ия]|пленума?|форума?|совета?|оперативк[иа]|консилиума?|брифинга?|сбора|сход[а]?"
)
_MEETING = re.compile(
    rf"((?:[А-ЯЁа-яё-]+(?:ого|его|ой|ей|ых|их|ое|ее|ая|ый|ий)\s+){{0,4}}(?:{_MEETING_NOUNS}))(?![а-яё])", re.IGNORECASE
)
_AT_A_MEETING = re.compile(  # «Решения Правительства, принятые на заседании 17 октября»
    r"\bпринят\w+\s+на\s+((?:[а-яё-]+(?:ом|ем|ой|ей)\s+){0,3}(?:заседании|совещании|собрании|конференции|встрече|семинаре|сессии))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class ProtocolHead:
    """What stands above a protocol's agenda and decisions; dates and hours as in the contract."""

    title: str | None = None
    title_passage: Passage | None = None
    meeting: str | None = None
    number: str | None = None
    date: dt.date | None = None
    time_start: str | None = None
    time_end: str | None = None
    place: str | None = None


def read_head(paper: Paper, part: Part) -> ProtocolHead:
    """Title, meeting, number, date, hours and place of a protocol."""
    head = ProtocolHead()
    _read_title(paper, part.of(S.TITLE), head)
    told = read_particulars(paper, part.of(S.PARTICULARS))
    if told.date is None and (registered := [r for r in part.of(S.ORGAN) if _REGISTERED.match(fold(r.text))]):
        # «13.10.2023   № 41-п» under the name of the body, above the title
        above = read_particulars(paper, registered)
        told.held, told.number = above.held, told.number or above.number
    head.date = head.date or told.date
    head.number = head.number or told.number
    head.time_start, head.time_end, head.place = told.time_start, told.time_end, place_of(told)
    if head.date is None and head.title and (found := _date_in(head.title)) is not None:
        head.date = found
    return head


def _read_title(paper: Paper, rows: Sequence[TextRow], head: ProtocolHead) -> None:
    if not rows:
        return
    # «Министерство …» / «Больница …» above the word itself
    at = next((i for i, row in enumerate(rows) if _KIND.match(row.text) or _HALF_A_KIND.match(row.text)), 0)
    rows = rows[at:]
    passage = join_lines([r.passage for r in rows])
    if kind := _KIND.match(passage.text):
        at = kind.end()
        if number := _NUMBER.match(passage.text, at):
            head.number = re.sub(r"\s", "", number[1])
            at = number.end()
        elif (blank := _BLANK_NUMBER.match(passage.text, at)) is not None:
            at = blank.end()
        passage = passage[at:]
        opening = re.match(r"\s*(?:от\s+)(?=[«\"„\d])", passage.text)
        dates = find_dates(passage.text)
        if dates and dates[0].start <= (opening.end() if opening else 2):
            head.date = dates[0].date
            tail = passage[dates[0].end :].lstrip(" г.,")
            if number := _NUMBER.match(tail.text):
                head.number = head.number or re.sub(r"\s", "", number[1])
                tail = tail[number.end() :]
            passage = tail
    passage = passage.lstrip(" .,:–—-").strip()
    closing = _NUMBER_END.search(passage.text)
    if head.number is None and closing is not None and not _NUMBERED.search(passage.text, 0, closing.start()):
        head.number = re.sub(r"\s", "", closing[1])
        passage = passage[: closing.start()]
    title = trim(passage)
    if title:
        head.title, head.title_passage = title.text, title
        head.meeting = meeting_of(title.text)
        paper.take("title", title)


def meeting_of(title: str) -> str | None:
    """What was held: «внеочередного общего собрания собственников …» → «внеочередное общее собрание»."""
    found = _MEETING.search(title)
    if not found or found.start() > 90:
        at = _AT_A_MEETING.search(title, 0, 160)
        return nominative_phrase(at[1].casefold(), "prepositional").casefold() if at else None
    return nominative_phrase(found[1].casefold(), "genitive").casefold()


def _date_in(text: str) -> dt.date | None:
    return next((d.date for d in find_dates(text) if d.date is not None), None)
