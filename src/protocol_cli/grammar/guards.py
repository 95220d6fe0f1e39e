"""What looks like a term in running text and is content: reporting periods, cited acts, titles, what is prolonged.

Each guard is named after what it recognises; the first that speaks decides. `CONTENT` holds those that are sure,
`DOUBTFUL` those that only make a term weak.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from protocol_cli.grammar.extent import is_verb
from protocol_cli.grammar.lexicon.guards import (
    BEFORE_BARE_DAYS,
    CITING,
    FINITE_ENDINGS,
    NO_PARTICIPLES,
    PARTICIPLE_ENDINGS,
    PAST_ENDINGS,
    PROLONGING,
    TITLES,
)
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Stretch

HOLDING = ("провести", "проводить", "организовать", "созвать", "запланировать")
_LOOK_BACK = 14
_LONGEST_NUMBER = 8  # words of «2.1.3.»
_ACCUSATIVE_ENDINGS = ("ые", "ую", "юю")
_CLAUSE_MARKS = frozenset(",;:(-")


@dataclass(frozen=True, slots=True)
class Found:
    """What was read in running text: its pieces, the word it begins at, and the first word of its sentence."""

    t: Tape
    pieces: list[Piece]
    at: int
    sentence: int

    @property
    def head(self) -> Piece:
        return self.pieces[0]

    @property
    def last(self) -> Stretch | None:
        return self.pieces[0].last

    @property
    def word(self) -> str:
        return self.t.words[self.at]

    @property
    def before(self) -> str:
        return self.t.words[self.at - 1] if self.at else ""

    @property
    def before_that(self) -> str:
        return self.t.words[self.at - 2] if self.at > 1 else ""

    @property
    def after(self) -> str:
        return self.t.words[self.pieces[-1].to]

    def earlier(self, size: int) -> list[str]:
        """Return the words of the sentence before the term, the nearest first."""
        return self.t.words[max(self.sentence, self.at - size) : self.at][::-1]

    def is_span_of_days(self) -> bool:
        """Tell whether it is «с 1 по 15 июня»: a span that states its days is a term like a limit."""
        return self.head.rule.endswith("span: from … to …") and self.last is not None and self.last.unit == "day"


def sentence_starts(t: Tape) -> list[int]:
    """Return the index of the first word of each sentence: after a full stop before a capital letter."""
    starts = [0]
    words = t.words
    for at in range(1, t.size):
        if words[at - 1] in ".;!?" and (t.raw(at)[:1].isupper() or words[at - 1] == ";"):
            before = words[at - 2] if at > 1 else ""
            opening = words[starts[-1] : at] if at - starts[-1] <= _LONGEST_NUMBER else [before]
            numbered = all(word.isdecimal() or word == "." for word in opening)
            if words[at - 1] == "." and len(before) <= 2 and before not in ("г", "р") and not numbered:
                continue
            starts.append(at)
    return starts


def cited_document(found: Found) -> bool:
    """«приказ от 6 мая 2019 г.», «10.06.2025 № 15»: the date of a paper."""
    return found.after in ("№", "n") or (found.head.bare and found.before in CITING)


def named_in_passing(found: Found) -> bool:
    """«на 1 июня», «по состоянию на …», «совещания, состоявшегося 30 марта»: a bare day that tells no when."""
    if not found.head.bare:
        return False
    if found.before.endswith(PAST_ENDINGS):
        return True
    participle = found.before.endswith(PARTICIPLE_ENDINGS) and found.before not in NO_PARTICIPLES
    return participle or found.before in BEFORE_BARE_DAYS


def holiday_or_street(found: Found) -> bool:
    """«улица 8 Марта», «в честь 9 Мая»: a day with a capital letter in its month is a name."""
    if not found.head.bare or found.head.to - found.at != 2:
        return False
    name = found.t.raw(found.at + 1)
    return name[:1].isupper() and not name.isupper()


def prolonged(found: Found) -> bool:
    """«продлить срок пункта 3.4 до 1 июня»: the date is what is decided."""
    if found.head.kind not in ("event", "span", "limit", "since"):
        return False
    for word in found.earlier(2 * _LOOK_BACK):
        if word == ";":
            return False
        if word.startswith(PROLONGING):
            return True
    return False


def title_until_year(found: Found) -> bool:
    """«Стратегия развития до 2030 года», «на период до 2030 года», «на перспективу до 2030 года»."""
    if found.head.kind != "limit" or found.last is None or found.last.unit != "year" or found.head.edge != "end":
        return False
    if found.before in ("период", "перспективу", "перспективе"):
        return True
    if "конца" in found.t.words[found.at : found.pieces[-1].to]:
        return False
    for word in found.earlier(_LOOK_BACK):
        if word in (";", ","):
            return False
        if word.startswith(TITLES):
            return True
    return False


def period_reported(found: Found) -> bool:
    """«за период с 1 по 15 июня», «за 2020–2022 годы», «на 2026 год»: what is reported or planned."""
    if found.head.kind not in ("span", "limit"):
        return False
    if found.head.kind == "span" and (found.word == "за" or found.before in ("период", "за")):
        return True
    if found.word != "на":
        return False
    following = found.t.words[found.at + 1]
    return following != "протяжении" and not (following == "период" and found.head.first is not None)


def period_beside_noun(found: Found) -> bool:
    """«оборудования, поставленного в 2020–2022 годах»: a period that stands by a noun, not by the verb."""
    if found.head.kind != "span" or found.is_span_of_days():
        return False
    words, at, to = found.t.words, found.at, found.head.to
    if is_verb(found.before) or at == found.sentence or found.before in (")", "(", ","):
        return False
    if found.last is not None and found.last.unit == "year":
        return True
    if is_verb(words[to]):
        return False
    if words[found.sentence].startswith(HOLDING) and words[to] in ("в", "на", "по", "с", "со"):
        return False  # «Провести заседание группы в I полугодии 2024 года в городе …»
    ends_sentence = words[to - 1] == "." and found.t.raw(to)[:1].isupper()
    if words[to].endswith(_ACCUSATIVE_ENDINGS) and is_verb(words[found.sentence]) and not found.before.endswith(PARTICIPLE_ENDINGS):
        return False  # «выделить учреждению в III квартале 2021 года дополнительные средства»: between the verb and its object
    return not (ends_sentence or found.t.ends_at(to))


def bare_preposition(found: Found) -> bool:
    """«по 15 июня», «с 1 июля», «в первый день»: alone these bound something else; «по 15 июня включительно» does not."""
    head = found.head
    if head.kind == "limit" and found.word == "по" and found.before != "срок":
        return not any(word.startswith("вкл") for word in found.t.words[head.to - 2 : head.to + 1])
    if head.kind == "since":
        return found.word != "начиная" and len(found.pieces) == 1
    day_within = found.word in ("в", "во") and found.last is not None and found.last.unit != "weekday"
    return head.kind == "clock" or (head.kind == "limit" and head.bare and day_within)


def lasting(found: Found) -> bool:
    """«на срок до 21 декабря», «сроком на 3 года», «не ранее чем через 10 дней»: how long, or when at the earliest."""
    if (found.before == "срок" and found.before_that == "на") or found.before in ("сроком", "последних"):
        return True
    return found.before == "чем" and found.before_that in ("ранее", "раньше")


def in_force(found: Found) -> bool:
    """«срок действия договора до 31.12.2022», «доверенность действительна до …»: how long something holds."""
    for word in found.earlier(6):
        if word in ("действие", "действия") or word.startswith(("действит", "действует")):
            return True
        if word in (",", ".", ";"):
            return False
    return False


def made_ready(found: Found) -> bool:
    """«о готовности школ к новому учебному году»: what something is ready for."""
    if found.head.kind != "limit" or found.word not in ("к", "ко") or found.last is None or found.last.unit == "day":
        return False
    return any(word.startswith(("готов", "подготов")) and not is_verb(word) for word in found.earlier(8))


def brought_to(found: Found) -> bool:
    """«довести до исполнителей»: until whom, not until when."""
    return (
        found.head.kind == "event" and found.word == "до" and found.before.startswith(("довест", "доводит", "доведен"))
    )


def always_being(found: Found) -> bool:
    """«постоянно действующая комиссия», «постоянно эксплуатируемого судна»."""
    return found.head.kind == "ongoing" and found.after.endswith(PARTICIPLE_ENDINGS)


def how_told(found: Found) -> bool:
    """«сведения (помесячно, в рублях)»: how figures are broken down."""
    return found.word in ("помесячно", "поквартально", "понедельно")


def period_or_event(found: Found) -> bool:
    """A period or an event may be a circumstance of what is done."""
    return found.head.kind == "event" or (found.head.kind == "span" and not found.is_span_of_days())


def told_of(found: Found) -> bool:
    """«объект постоянно эксплуатируется», «каждый год создаются»: told, not ordered."""
    return found.head.kind in ("ongoing", "recurrence") and found.after.endswith(FINITE_ENDINGS)


def towards_a_period(found: Found) -> bool:
    """«к новому учебному году», «к лету»: by when, or what for."""
    towards = found.head.kind == "limit" and found.word in ("к", "ко")
    return towards and found.last is not None and found.last.unit != "day"


def in_participle(found: Found) -> bool:
    """«, проведённых до 1 июня 2021 г.,»: a participle opens the clause."""
    for here in range(found.at - 1, max(found.sentence, found.at - _LOOK_BACK) - 1, -1):
        word = found.t.words[here]
        if word in _CLAUSE_MARKS:
            following = found.t.words[here + 1]
            return word == "," and following.endswith(PARTICIPLE_ENDINGS) and following not in NO_PARTICIPLES
    return False


Guard = Callable[[Found], bool]
CONTENT: tuple[Guard, ...] = (
    cited_document,
    named_in_passing,
    holiday_or_street,
    prolonged,
    title_until_year,
    period_reported,
    period_beside_noun,
    bare_preposition,
    lasting,
    in_force,
    made_ready,
    brought_to,
    always_being,
)
DOUBTFUL: tuple[Guard, ...] = (how_told, period_or_event, told_of, towards_a_period, in_participle)


def is_content(found: Found) -> bool:
    """Tell whether what was read is surely no term."""
    return any(guard(found) for guard in CONTENT)


def is_doubtful(found: Found) -> bool:
    """Tell whether it may well be content: such a term is weak."""
    return any(guard(found) for guard in DOUBTFUL)
