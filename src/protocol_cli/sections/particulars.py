"""Date, number, hours and place of a meeting, labelled or not, over one line or several."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protocol_cli.grammar.calendar_date import FoundDate, find_dates
from protocol_cli.grammar.clock import find_times
from protocol_cli.grammar.registration import read_registration
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import trim

_LABEL = re.compile(r"([А-ЯЁа-яё][А-ЯЁа-яё ,()-]{3,110}?) ?(?::|[–—-](?= ))\s*")
_PLACE_HEAD = re.compile(
    r"(?:(?:г|гор|пос|с|пгт|р\. ?п|п|д|дер|ст-ца|ст|х|аул|станица|село|город|поселок|посёлок|деревня|"
    r"хутор)\.? ?(?=[А-ЯЁ«])|ул\.|пр\.|пр-т|просп|пл\.|пер\.|бульвар|наб\.|шоссе|"
    r"\d{6},|[А-ЯЁ][а-яё]+(?:ская|ий|ой) (?:область|край|район))"
)
# «Малый зал», «Кабинет директора», «переговорная № 2»
_VENUE = re.compile(
    r"(?:[А-ЯЁа-яё]+(?:ый|ой|ий|ая|яя) )?(?:конференц-)?(?:зал|кабинет|аудитория|переговорная|учительская|актовый зал)(?= |,|$)"
    r"(?: [^:;]{1,60})?$|каб\. ?\d",
    re.IGNORECASE,
)
_CITY = re.compile(r"[А-ЯЁ][а-яё]+(?:[- ](?:на-)?[А-ЯЁа-яё][а-яё]+)*$")
# labels of particulars, and those of them that say neither day, hour nor place
_TELLS = re.compile(r"мест|врем|дат|нач|оконч|форм|адрес|откр|закр|инициатор|продолж|вид |способ|период|регистр|номер|основан")
_SAYS_NOTHING = re.compile(r"форма|инициатор|вид |способ|период|продолж|регистр|основан")
_WITH_HOUR = re.compile(r"час|ч\.|:\d\d|нач|оконч|, ?(?:в )?\d{1,2}[.-]\d\d$")
_DOCUMENT_NUMBER = re.compile(r"(?<![а-яё]) ?(?:№|\bN) |(?<=[а-яё]) (?:№|\bN) ")
_ROOMS = r"(?:зал|каб\.|кабинет\w{0,2}|аудитори\w|ауд\.|школ\w|корпус\w?|здани\w|лице\w|сад\w?|объект\w?)"
_NUMBERED_PLACE = re.compile(rf"{_ROOMS}$", re.IGNORECASE)
_ROOM_NUMBER = re.compile(rf"{_ROOMS} ?№ ?\S+", re.IGNORECASE)
_HOUR_END = re.compile(r", ?(?:в )?([01]?\d|2[0-3])[-.:]([0-5]\d)(?: ?ч\w*\.?)?$")
_HOUR = re.compile(r"(?:нач\w*\.?|оконч\w*\.?|с|в) ?:? ?(?:в )?([01]?\d|2[0-3])[-.:]([0-5]\d)(?!\d)", re.IGNORECASE)
_REGISTERING = re.compile(r"(?:начало|окончание|время)? ?регистрации[^.;]{0,60}?\d{1,2}[-.:]\d{2}(?: ?(?:ч|час)\w*\.?)?", re.IGNORECASE)
_CITY_WORD = re.compile(r"(?:г|гор|пос|с|пгт|п|д|город|село|р)")
_STREET = re.compile(r"(?:ул\.|пр\.|пр-т|просп|пл\.|пер\.|д\.|каб\.|зал)")


@dataclass(slots=True)
class Particulars:
    """What the lines under a protocol's title say.

    Hours as HH:MM; `held` is the day of the meeting, `composed` the day on which the protocol was written.
    """

    held: dt.date | None = None
    composed: dt.date | None = None
    number: str | None = None
    time_start: str | None = None
    time_end: str | None = None
    place: list[Passage] = field(default_factory=list)

    @property
    def date(self) -> dt.date | None:
        """The protocol's own date: the day of the meeting, else the day on which it was drawn up."""
        return self.held or self.composed


def read_particulars(paper: Paper, rows: Sequence[TextRow]) -> Particulars:
    """Rows of «date … № … place»; a piece that says nothing new goes on with the place above."""
    out = Particulars()
    placed = None  # the last row that said where
    silent = None  # the last row of a label that says nothing of these
    for row in rows:
        if silent == row.index - 1 and not row.row.blank_before and not _labelled(row.pieces[0])[0]:
            silent = row.index
            continue
        known = len(out.place)
        before = ""  # the label in a column of its own
        for piece in row.pieces:
            label, value = _labelled(_without_registering(piece))
            if label and not value.strip():
                before = label
            elif before and not label:
                label, before = before, ""
            if label and _SAYS_NOTHING.search(label) and "мест" not in label and "врем" not in label:
                silent = row.index
                continue
            if label:
                _take_labelled(out, label, value)
            else:
                _take_bare(out, value, below=placed == row.index - 1 and not row.row.blank_before)
        if len(out.place) == known == 0 and (beside := _place_beside_date(row)) is not None:
            out.place.append(beside)
        if len(out.place) > known:
            placed = row.index
    if out.place:
        paper.take("place", join(out.place))
    return out


def _place_beside_date(row: TextRow) -> Passage | None:
    """«03.07.24   нач. 9-30      стройгородок, штабной вагон»: the last piece of a line of date and hour."""
    if len(row.pieces) < 2 or not find_dates(row.pieces[0].text):
        return None
    last = row.pieces[-1]
    if _labelled(last)[0]:
        return None  # «Форма проведения: очная»
    told = find_dates(last.text) or _HOUR.search(last.text) or read_registration(last.text).number
    return last if not told and len(last) > 3 and last.text[:1].isalpha() else None


def place_of(particulars: Particulars) -> str | None:
    """The place in one line."""
    return trim(join(particulars.place)).text or None if particulars.place else None


def _labelled(piece: Passage) -> tuple[str, Passage]:
    """The folded label of a piece («место проведения») and its value; no label where the words name none."""
    found = _LABEL.match(piece.text)
    if found is None:
        return "", piece
    label = re.sub(r" ?\([^()]*\)", "", fold(found[1]))
    return (label, piece[found.end() :]) if _TELLS.search(label) else ("", piece)


def _take_labelled(out: Particulars, label: str, value: Passage) -> None:
    dates, times = find_dates(value.text), find_times(value.text)
    if "регистр" in label and not re.search(r"собрани|заседани|совещани", value.text):
        return
    if label.strip() == "номер":
        out.number = out.number or read_registration(f"№ {value.text}").number
        return
    if "мест" in label or "адрес" in label:
        if "оконч" not in label and not out.place and value:
            out.place.append(value)
        if not dates and not (times and re.search(r"\b[Нн]ачал", value.text)):
            return
        if dates and not times:
            return
    _take_day(out, label, dates)
    _take_times(out, label, [t.time for t in times])


def _take_bare(out: Particulars, piece: Passage, *, below: bool) -> None:
    dates = find_dates(piece.text)
    if not dates and _PLACE_HEAD.match(piece.text) and (hour := _HOUR_END.search(piece.text)):
        # «малый зал, 14-00»
        _take_times(out, "", [f"{int(hour[1]):02}:{hour[2]}"])
        piece = piece[: hour.start()]
    times = [] if dates and not _WITH_HOUR.search(piece.text) else find_times(piece.text)
    _take_day(out, "", dates)
    hours = (m for m in _HOUR.finditer(piece.text) if not dates or m[0][:1] in "нНоО")
    told = [t.time for t in times] or [f"{int(m[1]):02}:{m[2]}" for m in hours]
    _take_times(out, fold(piece.text), told)
    number = read_registration(_ROOM_NUMBER.sub("", piece.text)).number
    out.number = out.number or number
    if dates or (number is not None and _PLACE_HEAD.search(piece.text)):
        _take_place_beside(out.place, piece, [(d.start, d.end) for d in dates])
    elif not told and number is None:
        _take_place(out.place, piece, below=below)


def _take_day(out: Particulars, label: str, dates: Sequence[FoundDate]) -> None:
    day = next((d.date for d in dates if d.date is not None), None)
    if day is None:
        return
    if re.search(r"составлен|подписан", label):
        out.composed = out.composed or day
    elif not re.search(r"оконч|закр|приема", label) and not ("начал" in label and "голосован" in label):
        out.held = out.held or day


def _without_registering(passage: Passage) -> Passage:
    """«Начало регистрации 10-00. Начало собрания 11-00»: the hours of the meeting are those that count."""
    return passage.without(_REGISTERING) if _REGISTERING.search(passage.text) else passage


def _take_times(out: Particulars, label: str, times: list[str]) -> None:
    if not times:
        return
    if re.search(r"оконч|закр|заверш", label) and not re.search(r"нач|откр", label):
        out.time_end = out.time_end or times[-1]
        return
    out.time_start = out.time_start or times[0]
    if len(times) > 1 and out.time_end is None:
        out.time_end = times[1]


def _take_place(place: list[Passage], piece: Passage, *, below: bool) -> None:
    """Begin the place, or go on with it: `below` says that it stands in the line above."""
    text = piece.text
    if not place:
        if _PLACE_HEAD.match(text) or _VENUE.match(text) or (_CITY.match(text) and len(text) < 40):
            place.append(piece)
    elif place[-1].text.endswith(",") or (
        below and not _PLACE_HEAD.match(text) and text[:1].islower() and len(text) < 90
    ):
        place.append(piece)
    elif len(place) == 1 and _STREET.match(text):
        place[0] = Passage(place[0].text + ",", (*place[0].offsets, place[0].end - 1))
        place.append(piece)


def _take_place_beside(place: list[Passage], piece: Passage, dates: Sequence[tuple[int, int]]) -> None:
    """«25.04.2022 № 14 г. Нижнеозёрск»: the place in one piece with date and number."""
    found = next((m for m in _PLACE_HEAD.finditer(piece.text) if not any(a <= m.start() < b for a, b in dates)), None)
    if place or found is None:
        return
    stops = [a for a, _ in dates] + [
        m.start()
        for m in _DOCUMENT_NUMBER.finditer(piece.text)
        if not _NUMBERED_PLACE.search(piece.text[: m.start()].rstrip())
    ] + [len(piece)]
    candidate = trim(piece[found.start() : min(s for s in stops if s > found.start())])
    if len(candidate) > 3 and _CITY_WORD.match(candidate.text):
        place.append(candidate)
