"""What a term hangs on: «со дня получения письма», «до сдачи рукописи в издательство», «по мере необходимости».

An event is told by its opening words and reaches as far as its noun phrase goes.
"""

from __future__ import annotations

from protocol_cli.grammar.dates import day
from protocol_cli.grammar.extent import is_verb, limit_prefix, phrase_end, set_phrase
from protocol_cli.grammar.lexicon.events import (
    ADJECTIVE_ENDINGS,
    AGREED_TIME,
    AT_A_MEETING,
    CONDITIONS,
    COUNTED_FROM,
    FIRM_OPENINGS,
    FIXED,
    HOLIDAY_STEMS,
    LETTERED_NOUNS,
    MEETINGS,
    NEXT,
    NOT_EVENTS_AFTER_DO,
    OPENINGS,
    OWN_ACTS,
    OWN_MEETINGS,
    OWN_PAPERS,
    OWN_SIGNED,
    PROCESS_ENDINGS,
    RULES_SET,
    RUNNING_DO,
    SEASON_STEMS,
    SET_BY,
    SET_STEMS,
)
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape


def fixed(t: Tape, at: int) -> Piece | None:
    """Read an event that is one set phrase: «по мере необходимости», «при необходимости», «в установленный срок»."""
    words = t.words
    to = set_phrase(t, at, FIXED)
    if not to or not (t.wide or (words[at] == "по" and words[at + 1] == "мере")):
        return None
    if t.wide:
        to = phrase_end(t, to - 1)
    return Piece("event", at, to, "event: a set phrase", event=(at, to))


def agreed_time(t: Tape, at: int) -> Piece | None:
    """Read a term set elsewhere: «в сроки, установленные планом», «в соответствии с графиком», «согласно приложению»."""
    words = t.words
    here = at + 1 if words[at] in ("в", "во", "к", "с") else at
    if words[at] in ("согласно", "по"):
        if words[at] == "по" and not words[at + 1].startswith(LETTERED_NOUNS) and words[at + 1] not in AGREED_TIME:
            return None
        if not t.wide:
            return None
    elif words[here] == "соответствии" and words[here + 1] in ("с", "со"):
        if not t.wide and not words[here + 2].startswith(("срок", "график")):
            return None
    elif (
        not _has_term_word(t, here)
        or words[at] not in ("в", "во")
        or (not t.wide and words[here] not in ("сроки", "срок") and not _set_by_rule(t, here))
    ):
        return None
    to = here + 3 if _set_by_rule(t, here) else phrase_end(t, at)
    return Piece("event", at, to, "event: a term set elsewhere", event=(at, to), weak=True)


def _set_by_rule(t: Tape, at: int) -> bool:
    """«в установленный законодательством срок»: it is said what sets the term."""
    words = t.words
    return words[at].startswith(SET_STEMS) and words[at + 1] in RULES_SET and words[at + 2] in ("срок", "сроки")


def _has_term_word(t: Tape, at: int) -> bool:
    words = t.words
    if words[at] in ("сроки", "срок") and words[at + 1] in SET_BY:
        return words[at + 2] != "не" and words[at + 1] != "не"
    if words[at] in ("сроки", "срок") and t.wide and words[at + 1].endswith(("ия", "ции", "ки", "чи", "ты")):
        return True
    for n in range(6):
        if words[at + n] in ("срок", "сроки", "сроках"):
            return n > 0 and words[at].startswith(SET_STEMS)
        if not words[at + n].isalpha():
            return False
    return False


def opened(t: Tape, at: int) -> Piece | None:
    """Read an event by its opening words: «после утверждения Порядка», «по итогам процедур», «на период каникул»."""
    words = t.words
    openings = OPENINGS.get(words[at])
    if openings is None:
        return None
    for opening in (*openings.get(words[at + 1], ()), *openings.get("", ())):
        size = len(opening)
        if size < 2 or words[at + 1 : at + 1 + size] == opening:
            after = at + 1 + size
            if not t.wide and " ".join((words[at], *opening)) not in FIRM_OPENINGS:
                continue
            if words[after].startswith(("последн", "прошл", "прошедш", "предыдущ")) and words[at] == "в":
                continue
            if not words[after].isalpha() and words[after] != '"':
                if not (t.wide and words[after].isdecimal() and size):
                    continue
            to = phrase_end(t, at)
            if to <= after and size == 0:
                return None
            return Piece("event", at, to, "event: " + " ".join((words[at], *opening)), event=(at, to), weak=True)
    return None


def at_meeting(t: Tape, at: int) -> Piece | None:
    """Read «к следующему заседанию комиссии», «на очередном совещании», «до следующего совещания»."""
    words = t.words
    if words[at] not in AT_A_MEETING and not (t.wide and words[at] in NEXT):
        return None
    here = at + 1
    while words[here] in NEXT or (
        here < at + 4 and words[here].endswith(ADJECTIVE_ENDINGS) and words[here] not in MEETINGS
    ):
        here += 1
    if words[here] not in MEETINGS or (here == at + 1 and words[at] == "на" and not t.wide):
        return None
    if not t.wide and not any(words[n] in NEXT for n in range(at + 1, here)):
        return None
    to = phrase_end(t, at)
    for near in range(here + 1, to):
        if (dated := day(t, near)) is not None and dated[1] >= to:
            return Piece("limit", at, dated[1], "a meeting on a day named", last=dated[0])
    return Piece("event", at, to, "event: a meeting to come", event=(at, to))


def until_event(t: Tape, at: int) -> Piece | None:
    """Read «до сдачи рукописи», «не позднее дня открытия», «к началу сезона»; «до 5 человек» is none."""
    words = t.words
    prefix = limit_prefix(t, at)
    if prefix is None or words[at] == "по":
        return None
    mode, after = prefix
    word = words[after]
    if not word.isalpha() or word in NOT_EVENTS_AFTER_DO or after >= t.size or is_verb(word):
        return None
    if not t.wide:
        if mode == "by":
            return None
        noun = next((words[n] for n in range(after, after + 4) if words[n] in RUNNING_DO or (
            words[n].endswith(PROCESS_ENDINGS) and not words[n].endswith(("ого", "его")))), None)  # fmt: skip
        adjectives = all(words[n].endswith(("ого", "его", "ой", "ей", "ых", "их")) or words[n] in RUNNING_DO or
                         words[n] == noun for n in range(after, after + 2)) if noun else False  # fmt: skip
        if noun is None or not (word == noun or adjectives):
            return None
    to = phrase_end(t, at)
    return Piece("event", at, to, "event: until it happens", event=(at, to), weak=True)


def condition(t: Tape, at: int) -> Piece | None:
    """Read «при установлении IV класса пожарной опасности», «в случае …», in a column or after a label."""
    words = t.words
    if t.wide and words[at] in ("в", "на") and {"период", "сезон"} & set(words[at + 2 : at + 6]):
        to = phrase_end(t, at)
        return Piece("event", at, to, "event: a span without dates", event=(at, to))
    named_span = t.words[at + 1] in ("период", "сезон", "четверть", "триместр", "семестр", "каникулы")
    if t.wide and named_span and words[at].isalnum():
        to = phrase_end(t, at)
        return Piece("event", at, to, "event: a span without dates", event=(at, to))
    if words[at] == "при" and words[at + 1] in ("участии", "содействии", "поддержке"):
        return None
    if not t.wide or words[at] not in CONDITIONS or not (words[at + 1].isalpha() or words[at + 1] == '"'):
        return None
    to = phrase_end(t, at)
    return Piece("event", at, to, "event: a condition", event=(at, to))


def holidays(t: Tape, at: int) -> Piece | None:
    """Read «в период новогодних каникул», «в период половодья»: a span of the year without dates."""
    words = t.words
    named = words[at] == "в" and words[at + 1].startswith(SEASON_STEMS) and words[at + 2] == "период"
    season = words[at : at + 2] == ["в", "течение"] and next((n for n in (at + 3, at + 4) if words[n] in ("периода", "сезона")), 0)
    if not named and not season and (
        words[at : at + 2] != ["в", "период"] or not any(w.startswith(HOLIDAY_STEMS) for w in words[at + 2 : at + 5])
    ):
        return None
    to = at + 3 if named else season + 1 if season else phrase_end(t, at)
    if any(word.isdecimal() for word in words[at:to]):
        return None  # «в период новогодних праздников с 31 декабря по 9 января» has dates
    return Piece("event", at, to, "event: a span without dates", event=(at, to), weak=True)


RULES = (fixed, at_meeting, agreed_time, opened, until_event, holidays, condition)


def event(t: Tape, at: int) -> Piece | None:
    """Read an event by the first rule that takes it."""
    for rule in RULES:
        found = rule(t, at)
        if found is not None and found.to > found.at:
            return found
    return None


def is_own_day(t: Tape, at: int, to: int) -> bool:
    """Tell whether the event is what the document's own date stands for: «со дня подписания настоящего протокола»."""
    words = [word for word in t.words[at:to] if word.isalpha() and word not in COUNTED_FROM]
    if not words:
        return False
    if words[0] in OWN_SIGNED:
        rest = words[1:]
        return not rest or rest[0] in ("настоящего", "данного", "этого", "сего") or (
            rest[0] in OWN_PAPERS and len(rest) <= 3)  # fmt: skip
    if words[0] in OWN_ACTS:
        return (len(words) > 1 and words[1] in ("настоящего", "данного", "сего")) or (
            words[0] in ("проведения", "дачи") and len(words) > 1 and _is_own_meeting(words[1:]))  # fmt: skip
    if words[0] in ("настоящего", "данного", "сегодняшнего", "текущей") and len(words) <= 3:
        return len(words) == 1 or words[1] in OWN_PAPERS or words[1] in MEETINGS or words[1] in ("дня", "времени")
    return _is_own_meeting(words)


def _is_own_meeting(words: list[str]) -> bool:
    if words[0] in ("настоящего", "данного", "этого"):
        words = words[1:]
    if not words or words[0] not in OWN_MEETINGS or len(words) > 3:
        return False
    return not any(word in NEXT for word in words)
