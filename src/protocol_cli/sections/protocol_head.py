"""The head of a protocol: title, number, date, place and hours, chair, secretary, the approval mark."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.grammar.calendar_date import find_dates
from protocol_cli.grammar.clock import find_times
from protocol_cli.grammar.nominative import nominative_phrase
from protocol_cli.grammar.persons import find_persons
from protocol_cli.grammar.registration import read_registration
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.paragraphs import TextRow, join_lines, one_passage
from protocol_cli.layout.passage import Passage, join
from protocol_cli.models import Approval, Person
from protocol_cli.outline.parts import Part
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import read_person, trim

_KIND = re.compile(
    r"(?:выписка\s+из\s+протокола|протокол(?:ьное решение|ьные поручения)?|перечень\s+(?:\w+\s+)?поручений|реестр\s+поручений|список\s+поручений|поручения|решени[ея]|резолюция)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*,?\s*(?:№|N|No\.?)\s*([\w/().-]*\w(?: ?[/-] ?\w+)*)", re.IGNORECASE)
_NUMBER_END = re.compile(r"\s*(?:№|N)\s?([\w/-]{1,12})\s*$")
_BLANK_NUMBER = re.compile(r"\s*(?:№|N)\s*_+")
_MEETING_NOUNS = (
    r"заседани[ея]|совещани[ея]|собрани[ея]|семинар(?:а)?(?:-совещания|-совещание|-практикума?)?|вебинара?|конференци[ия]|видеоконференци[ия]|"
    r"встреч[иа]|планерк[иа]|планёрк[иа]|педсовета?|сесси[ия]|съезда?|слушани[йя]|переговор(?:ов|ы)|круглого стола|круглый стол|"
    r"коллеги[ия]|пленума?|форума?|совета?|оперативк[иа]|консилиума?|брифинга?|сбора|сход[а]?"
)
_MEETING = re.compile(rf"((?:[А-ЯЁа-яё-]+(?:ого|его|ой|ей|ых|их|ое|ее|ая|ый|ий)\s+){{0,4}}(?:{_MEETING_NOUNS}))(?![а-яё])", re.IGNORECASE)
_LABEL = re.compile(r"([А-ЯЁа-яё][А-ЯЁа-яё ,()-]{3,70}?) ?(?::|[–—-](?= ))\s*")
_PLACE_HEAD = re.compile(
    r"(?:(?:г|гор|пос|с|пгт|р\. ?п|п|д|дер|ст-ца|ст|х|аул|станица|село|город|поселок|посёлок|деревня|хутор)\.? ?(?=[А-ЯЁ«])|ул\.|пр\.|пр-т|просп|пл\.|пер\.|бульвар|наб\.|шоссе|"
    r"\d{6},|[А-ЯЁ][а-яё]+(?:ская|ий|ой) (?:область|край|район))"
)
_CITY = re.compile(r"[А-ЯЁ][а-яё]+(?:[- ](?:на-)?[А-ЯЁа-яё][а-яё]+)*$")
_DAYS = re.compile(r"[«\"„]?\b\d{1,2}[»\"“]?\s?[–—-]\s?[«\"„]?(\d{1,2})[»\"“]?(?=[. ])")


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
    _read_particulars(paper, part.of(S.PARTICULARS), head)
    if head.date is None and head.title and (found := _date_in(head.title)) is not None:
        head.date = found
    return head


def _read_title(paper: Paper, rows: Sequence[TextRow], head: ProtocolHead) -> None:
    if not rows:
        return
    passage = join_lines([r.passage for r in rows])
    if kind := _KIND.match(passage.text):
        at = kind.end()
        if number := _NUMBER.match(passage.text, at):
            head.number = re.sub(r"\s", "", number[1])
            at = number.end()
        elif blank := _BLANK_NUMBER.match(passage.text, at):
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
    if head.number is None and (tail := _NUMBER_END.search(passage.text)):
        head.number = re.sub(r"\s", "", tail[1])
        passage = passage[: tail.start()]
    title = trim(passage)
    if title:
        head.title, head.title_passage = title.text, title
        head.meeting = meeting_of(title.text)
        paper.take("title", title)


def meeting_of(title: str) -> str | None:
    """What was held: «внеочередного общего собрания собственников …» → «внеочередное общее собрание»."""
    found = _MEETING.search(title)
    if not found or found.start() > 90:
        return None
    return nominative_phrase(found[1].casefold(), "genitive").casefold()


def _date_in(text: str) -> dt.date | None:
    return next((d.date for d in find_dates(text) if d.date is not None), None)


def _read_particulars(paper: Paper, rows: Sequence[TextRow], head: ProtocolHead) -> None:
    """Rows of «date … № … place», labelled or not; a piece that says nothing new goes on with the place above."""
    place: list[Passage] = []
    held = composed = None
    for row in rows:
        for piece in row.pieces:
            rest = piece
            label = ""
            if found := _LABEL.match(piece.text):
                label = fold(found[1])
                if re.search(r"мест|врем|дат|нач|оконч|форм|адрес|откр|закр|инициатор|продолж|вид |способ|период|регистр|номер", label):
                    rest = piece[found.end() :]
                else:
                    label = ""
            if re.search(r"форма|инициатор|вид |способ|период|продолж|регистр", label) and "мест" not in label and "врем" not in label:
                continue
            dates = find_dates(rest.text)
            times = [] if dates and not label and not re.search(r"час|ч\.|:\d\d", rest.text) else find_times(rest.text)
            if label and "мест" in label or "адрес" in label:
                if "оконч" not in label and not place:
                    place = [rest] if rest else []
                    head.place = head.place or ""
                if not dates or not times:
                    continue
            day = _meeting_day(rest.text, dates)
            if day is not None:
                if re.search(r"составлен|подписан", label):
                    composed = composed or day
                elif re.search(r"оконч|закр|приема|приёма", label):
                    pass
                elif re.search(r"начал", label) and re.search(r"голосован|приема|приёма", label):
                    pass
                else:
                    held = held or day
            if times:
                _take_times(head, label or fold(rest.text), [t.time for t in times])
            number = None
            if not label and (reading := read_registration(rest.text)).number:
                number = reading.number
                head.number = head.number or number
            if not label and not dates and not times and number is None:
                _take_place(place, rest)
            elif not label and dates:
                _take_place_beside(place, rest, [(d.start, d.end) for d in dates])
            elif not label and number is not None and not dates and _PLACE_HEAD.search(rest.text):
                _take_place_beside(place, rest, [])
    head.date = head.date or held or composed
    if place:
        joined = trim(join(place))
        head.place = joined.text or None
        paper.take("place", joined)
    head.place = head.place or None


def _meeting_day(text: str, dates: Sequence[object]) -> dt.date | None:
    return next((d.date for d in dates if getattr(d, "date", None) is not None), None)  # type: ignore[attr-defined]


def _take_times(head: ProtocolHead, label: str, times: list[str]) -> None:
    if re.search(r"оконч|закр|заверш", label) and not re.search(r"нач|откр", label):
        head.time_end = head.time_end or times[-1]
        return
    head.time_start = head.time_start or times[0]
    if len(times) > 1 and head.time_end is None:
        head.time_end = times[1]


def _take_place(place: list[Passage], piece: Passage) -> None:
    text = piece.text
    if place and (place[-1].text.endswith(",") or (not _PLACE_HEAD.match(text) and text[:1].islower() and len(text) < 90)):
        place.append(piece)
    elif not place and (_PLACE_HEAD.match(text) or (_CITY.match(text) and len(text) < 40)):
        place.append(piece)
    elif len(place) == 1 and re.match(r"(?:ул\.|пр\.|пр-т|просп|пл\.|пер\.|д\.|каб\.|зал)", text):
        place[0] = Passage(place[0].text + ",", (*place[0].offsets, place[0].end - 1))
        place.append(piece)


def _take_place_beside(place: list[Passage], piece: Passage, dates: list[tuple[int, int]]) -> None:
    """«25.04.2022 № 14 г. Нижнеозёрск»: the place in one piece with date and number."""
    if place:
        return
    for found in re.finditer(_PLACE_HEAD, piece.text):
        if any(a <= found.start() < b for a, b in dates):
            continue
        end = min([a for a, _ in dates if a > found.start()] + [m.start() for m in re.finditer(r" ?(?:№|\bN) ", piece.text) if m.start() > found.start()] + [len(piece)])
        candidate = trim(piece[found.start() : end])
        if len(candidate) > 3 and re.match(r"(?:г|гор|пос|с|пгт|п|д|город|село|р)", candidate.text):
            place.append(candidate)
        return


# --- people of the head ------------------------------------------------------------------------------------------

_CHAIR_LABEL = re.compile(
    r"(?:Председател[ьи](?:ствующ(?:ий|ая|его)|ствовал[аи]?|ствует)?(?: (?:на )?(?:общего )?(?:собрани\w|заседани\w|совещани\w|комиссии|совета|педсовета|коллегии|рабочей группы|группы|"
    r"педагогического совета|уч[её]ного совета|правления|кафедры|комитета|штаба))?|Под председательством|(?:заседание|совещание|собрание|семинар|вебинар)? ?(?:в[её]л[аи]?|провел[аи]?|ведет|ведёт) ?(?:заседание|совещание|собрание)?|"
    r"Ведущ(?:ий|ая)(?: (?:собрания|заседания|совещания))?|Модератор|Руководитель (?:рабочей группы|совещания|комиссии|группы)(?= ?[:–—-])|Председательство)(?![а-яё])\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_SECRETARY_LABEL = re.compile(
    r"(?:(?:Ответственный |Уч[её]ный |Технический )?секретарь(?: (?:собрания|заседания|совещания|комиссии|совета|педсовета|коллегии|рабочей группы|педагогического совета|уч[её]ного совета|общего собрания))?|"
    r"Протокол (?:в[её]л[аи]?|вед[её]т|составил[аи]?|оформил[аи]?|подготовил[аи]?)|За протокол|Ведение протокола|Протоколист|Ответственн\w+ за (?:ведение )?протокола?)(?![а-яё])\s*[:–—-]?\s*",
    re.IGNORECASE,
)


# «Председатель заседания – Гуляева Т.М., секретарь – Латыпова С.Х.»
_SECRETARY_INSIDE = re.compile(r"[,;.] ?(?:ответственный )?секретарь(?: [а-яё]+){0,3} ?[:–—-]\s*", re.IGNORECASE)


def read_chair(paper: Paper, part: Part) -> Person | None:
    """Who presided, with the post."""
    return _labelled(paper, part.of(S.CHAIR), _CHAIR_LABEL, stop=_SECRETARY_INSIDE)


def read_secretary(paper: Paper, part: Part) -> Person | None:
    """Who kept the protocol, wherever the protocol says it: at the head, in the list, or under the text."""
    found = _labelled(paper, part.of(S.SECRETARY), _SECRETARY_LABEL) or _labelled(paper, part.of(S.KEPT), _SECRETARY_LABEL)
    if found is not None:
        return found
    chair = part.of(S.CHAIR)
    passage = one_passage(chair)
    if inside := _SECRETARY_INSIDE.search(passage.text):
        return read_person(paper, passage[inside.end() :].strip())
    return None


def _labelled(paper: Paper, rows: Sequence[TextRow], label: re.Pattern[str], *, stop: re.Pattern[str] | None = None) -> Person | None:
    if not rows:
        return None
    passage = one_passage(rows)
    if stop is not None and (end := stop.search(passage.text)):
        passage = passage[: end.start()]
    if found := label.match(passage.text):
        passage = passage[found.end() :]
    elif nearly := re.match(r"[А-ЯЁа-яё ]{6,40}? ?[:–—-]\s*", passage.text):
        passage = passage[nearly.end() :]
    case = None
    if found and re.match("под предс", found[0], re.IGNORECASE):
        case = "genitive"
    names = find_persons(passage.text)
    if not names:
        return None
    if len(names) > 1:
        second = passage[names[1].start :].text
        if ";" in passage.text[: names[1].start] or second:
            passage = passage[: names[1].start]
    return read_person(paper, passage.rstrip(" ,;–—-"), case, bent_post=case is not None)


def read_approval(paper: Paper, part: Part) -> Approval | None:
    """Гриф утверждения (ГОСТ Р 7.0.97, requisite 16): post, name, date."""
    rows = part.of(S.APPROVAL)
    if not rows:
        return None
    passage = one_passage(rows)
    opening = re.match(r"\W*утвержд\w+\s*:?\s*", passage.text, re.IGNORECASE)
    if not opening:
        return None
    body = passage[opening.end() :]
    names = find_persons(body.text)
    date = _date_in(body.text)
    position = name = None
    if names:
        name = body[names[0].start : names[0].end].text
        position = trim(body[: names[0].start].without(re.compile(r"_{2,}"))).text or None
    elif date is None:
        return None
    else:
        dates = find_dates(body.text)
        position = trim(body[: dates[0].start]).text or None
    paper.take("approval", passage)
    return Approval(position=position, name=name, date=date)
