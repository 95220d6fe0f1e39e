"""Parts of a document, a letter, protocols, what belongs to neither, each with its sections; and what the file is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from protocol_cli.layout.normalise import fold
from protocol_cli.layout.numbering import read_mark
from protocol_cli.layout.rows import Layout
from protocol_cli.layout.text_rows import TextRow, text_rows
from protocol_cli.outline.decoys import seems_to_be
from protocol_cli.outline.evidence import Evidence
from protocol_cli.outline.forms import unfold_forms
from protocol_cli.outline.path import best_path
from protocol_cli.outline.patterns import DATIVE, NAME_ONLY
from protocol_cli.outline.section import LETTER, PROTOCOL, PROTOCOL_END, PROTOCOL_MAIN
from protocol_cli.outline.section import Section as S
from protocol_cli.outline.weigh import weigh


class PartKind(StrEnum):
    """What a part is."""

    LETTER = "letter"
    PROTOCOL = "protocol"
    ASSIGNMENTS = "assignments"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring rows of one section; `rule` is what opened it."""

    section: S
    rows: tuple[TextRow, ...]
    rule: str = ""


@dataclass(slots=True)
class Part:
    """A letter or a protocol: its runs in reading order."""

    kind: PartKind
    runs: list[Run] = field(default_factory=list)

    @property
    def rows(self) -> list[TextRow]:
        """All its rows."""
        return [row for run in self.runs for row in run.rows]

    def of(self, *sections: S) -> list[TextRow]:
        """The rows of `sections`, in order."""
        return [row for run in self.runs if run.section in sections for row in run.rows]

    def runs_of(self, *sections: S) -> list[Run]:
        """The runs of `sections`, in order."""
        return [run for run in self.runs if run.section in sections]


@dataclass(frozen=True, slots=True)
class Outline:
    """The document's rows with the section of each, its parts, and what a document of kind "other" seems to be."""

    rows: tuple[TextRow, ...]
    sections: tuple[S, ...]
    evidence: tuple[Evidence, ...]
    parts: tuple[Part, ...]
    seems: str | None = None


def outline(layout: Layout) -> Outline:
    """The outline of a laid out document: the best path of sections, cut into parts, those kept that hold together."""
    rows = _parted(unfold_forms(text_rows(layout)))
    evidence = weigh(rows)
    path = best_path(evidence)
    seems = seems_to_be(rows, path, evidence)
    cut = [] if seems else _cut(rows, path, evidence)
    parts = [p for p in cut if _holds(p)]
    if parts and any(_astray(p) for p in cut) and all(p.kind is PartKind.LETTER for p in parts):
        # a list of requests was taken for a protocol that nothing heads
        other = best_path(evidence, LETTER)
        if held := [p for p in _cut(rows, other, evidence) if _holds(p)]:
            parts, path = held, other
    if not parts and not seems:
        # the likeliest reading did not hold together: perhaps the other one does
        for only in (LETTER, PROTOCOL):
            other = best_path(evidence, only)
            parts = [p for p in _cut(rows, other, evidence) if _holds(p)]
            if parts:
                path = other
                break
    return Outline(tuple(rows), tuple(path), tuple(evidence), tuple(parts), seems)


def _astray(part: Part) -> bool:
    """Whether rows were taken for a protocol, and are none: it does not hold together, and no title heads it."""
    untitled = not any(run.section is S.TITLE for run in part.runs)
    return part.kind is not PartKind.LETTER and untitled and not _holds(part)


_OWN_SIDE = re.compile(
    r"(?:исх|на (?:ваш)?\w* ?(?:исх)?\.? ?№|№|\d{1,2}[.]\d{2}[.]\d{2,4}|[\"«]?\d{1,2}[\"»]? [а-я]{3,8} \d{4}|"
    r"от |тел|факс|e-?mail)"
)


def _parted(rows: list[TextRow]) -> list[TextRow]:
    """Rows whose left piece is the registration or a stamp and whose right one an addressee or a signature are two.

    «02.09.2009 № 5    Президенту …», «Владелец: Кравцов Виталий Олегович    В.О. Кравцов».
    """
    out: list[TextRow] = []
    beside: list[TextRow] = []  # the right pieces of neighbouring lines: they are read after the left ones
    for row in rows:
        if len(row.pieces) == 2 and row.row.cell is None and _is_parted(row):
            left, right = (replace(row.row, pieces=(row.row.pieces[i],), column=i + 1) for i in range(2))
            out.append(TextRow(len(out), left, (row.pieces[0],), row.pieces[0], row.after_furniture))
            beside.append(TextRow(0, replace(right, blank_before=0), (row.pieces[1],), row.pieces[1], False))
            continue
        out.extend([replace(one, index=len(out) + i) for i, one in enumerate(beside)])
        beside = []
        if row.row.cell is None and len(cuts := _inline_openings(row.text)) > 1:
            for start, end in zip(cuts, [*cuts[1:], len(row.passage)], strict=True):
                passage = row.passage[start:end].strip()
                place = replace(row.row.pieces[0], start=passage.start, end=passage.end)
                one = replace(row.row, pieces=(place,), blank_before=row.row.blank_before if not start else 0)
                out.append(TextRow(len(out), one, (passage,), passage, row.after_furniture if not start else False))
        else:
            out.append(replace(row, index=len(out)))
    out.extend([replace(one, index=len(out) + i) for i, one in enumerate(beside)])
    return out


_TITLE_BESIDE = re.compile(r"(?:Протокол|ПРОТОКОЛ) ?№ ?\S+")


def _is_parted(row: TextRow) -> bool:
    titled = row.index < _HEAD_ROWS and _TITLE_BESIDE.match(row.pieces[1].text) is not None
    return titled or _is_registration_beside(row) or _is_stamp_beside(row)


_HEAD_ROWS = 20


def _is_registration_beside(row: TextRow) -> bool:
    left, right = (fold(piece.text) for piece in row.pieces)
    addressed = DATIVE.match(right) or _COMPANY.match(row.pieces[1].text)
    return row.index < 40 and bool(addressed and _OWN_SIDE.match(left))


_COMPANY = re.compile(
    r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ФГУП|ФГБУ|ГБУ|ГКУ|МУП|МКУ|МБУ|ТСЖ|ТСН|СНТ|АНО)(?: [А-ЯЁ]{2,4})? [«\"А-ЯЁ]"
)


_STAMP_LINE = re.compile(r"(?:документ подписан|электронной подписью|сертификат|владелец|действител|серийный номер)\b")


def _is_stamp_beside(row: TextRow) -> bool:
    """A line of the stamp with the signature at its right: «Владелец: Кравцов Виталий Олегович      В.О. Кравцов»."""
    left, right = row.pieces
    return bool(_STAMP_LINE.match(fold(left.text)) and NAME_ONLY.match(right.text))


_INLINE = re.compile(
    r"(?<=[.;!?)»] )(?=(?:Слушали|Заслушали|Выступил[аи]?|Решили|Постановили|Голосовали|Проголосовали|СЛУШАЛИ|"
    r"ВЫСТУПИЛ[АИ]?|РЕШИЛИ|ПОСТАНОВИЛИ|ГОЛОСОВАЛИ) ?[:–—-]|Выступил[аи]?(?: [А-ЯЁ]|$)|"
    r"(?:Отсутству(?:ет|ют)|Отсутствовал[аи]?|Приглашены?|Приглашённые|Приглашенные|Присутствовал[аи]?)(?: [а-я]+)? ?:)"
)


def _inline_openings(text: str) -> list[int]:
    """Where sections open inside one line: «1. Слушали: … Решили: … Голосовали: …» has three."""
    if ":" not in text and "–" not in text and "Выступил" not in text:
        return [0]
    mark = read_mark(text)
    after = mark.length if mark is not None else 0
    return [0, *(m.start() for m in _INLINE.finditer(text) if m.start() > after)]


# «2. СЛУШАЛИ:» right under «1. СЛУШАЛИ: …» begins another one
_REOPENED = frozenset({S.HEARD, S.HEADING, S.DECISIONS, S.VOTES, S.SPOKE})


def _close(parts: Sequence[Part], group: Sequence[TextRow]) -> None:
    """Give the last run all its rows."""
    if len(group) > 1:
        last = parts[-1].runs[-1]
        parts[-1].runs[-1] = Run(last.section, tuple(group), last.rule)


def _cut(rows: Sequence[TextRow], path: Sequence[S], evidence: Sequence[Evidence]) -> list[Part]:
    parts: list[Part] = []
    group: list[TextRow] = []  # the rows of the last run
    titled = ended = False
    for i, (row, section) in enumerate(zip(rows, path, strict=True)):
        kind = PartKind.LETTER if section in LETTER else PartKind.PROTOCOL
        first = section in (S.APPROVAL, S.ORGAN, S.TITLE)
        fresh = not parts or (parts[-1].kind is PartKind.LETTER) != (kind is PartKind.LETTER)
        again = first and kind is PartKind.PROTOCOL and titled and ended
        if fresh or again:
            _close(parts, group)
            parts.append(Part(kind))
            titled = ended = False
            group = []
        titled = titled or section is S.TITLE
        ended = ended or section in PROTOCOL_MAIN or section in PROTOCOL_END
        reopened = section in _REOPENED and evidence[i].opens.get(section, (0.0, ""))[0] >= 6 and row.row.cell is None
        reopened = reopened and not (
            section is S.VOTES and fold(row.text).startswith(("решение", "принято", "единогласно"))
        )
        if group and parts[-1].runs and parts[-1].runs[-1].section is section and not reopened:
            group.append(row)
        else:
            _close(parts, group)
            group = [row]
            found = evidence[i].opens.get(section)
            parts[-1].runs.append(Run(section, (row,), found[1] if found else ""))
    _close(parts, group)
    for part in parts:
        if part.kind is PartKind.PROTOCOL and _is_assignments(part):
            part.kind = PartKind.ASSIGNMENTS
    return parts


def _is_assignments(part: Part) -> bool:
    title = fold(" ".join(r.text for r in part.of(S.TITLE)))
    return bool(re.match(r"(?:перечень|список|реестр) (?:\w+ )?поручений|поручения\b", title))


_TELLS = re.compile(
    r"\b(?:сообща(?:ет|ем|ю)|направля(?:ет|ем|ю)|прос(?:им|ит)|прошу|рассмотрел[аио]? (?:ваш|обращени|письмо)|"
    r"информиру(?:ет|ем)|уведомля(?:ет|ем))\b"
)
_PROTOCOL_SIGNS = (S.CHAIR, S.SECRETARY, S.PRESENT, S.AGENDA, S.HEARD, S.SPOKE, S.DECISIONS, S.VOTES, S.KEPT)


def _holds(part: Part) -> bool:
    """Whether a part has what makes it a letter or a protocol."""
    opened = {run.section for run in part.runs if run.rule}
    if part.kind is PartKind.LETTER:
        weights = {
            S.REGISTRATION: 1.0, S.ADDRESSEES: 1.2, S.SALUTATION: 1.6, S.SIGNATURE: 1.0, S.EXECUTOR: 0.8,
            S.ATTACHMENTS: 0.6, S.SUBJECT: 0.5, S.STAMP: 0.8, S.MARK: 0.5,
        }  # fmt: skip
        rules = {run.rule for run in part.runs}
        score = sum(w for s, w in weights.items() if s in opened) + (
            1.0 if rules & {"in-reply-to", "outgoing"} else 0.0
        )
        addressed = opened & {S.ADDRESSEES, S.SALUTATION} or rules & {"in-reply-to", "outgoing"}
        body = " ".join(fold(r.text) for r in part.of(S.BODY)[:12])
        tells = _TELLS.search(body)
        score += 1.0 if tells else 0.0
        if S.SIGNATURE in opened and (S.EXECUTOR in opened or (tells and S.REGISTRATION in opened)):
            addressed = opened
        return bool(addressed) and score >= 2.4 and bool(body)
    signs = sum(s in opened for s in _PROTOCOL_SIGNS)
    titled = any(run.section is S.TITLE and run.rule for run in part.runs)
    if part.kind is PartKind.ASSIGNMENTS:
        return titled and any(run.section is S.DECISIONS for run in part.runs)
    decided = any(run.section in (S.DECISIONS, S.HEARD) for run in part.runs)
    # a supplement of one sentence has a date and signatures, and no words of a meeting
    framed = {S.PARTICULARS, S.SIGNED} <= opened
    return (titled and (signs >= 2 or (decided and (signs >= 1 or framed)))) or (decided and signs >= 4)
