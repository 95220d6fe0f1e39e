"""Those who answer for an assignment, named at the beginning of its sentence.

«Минфину России (Горновой Л.В.) совместно с Минтрансом России в срок до 20 апреля проработать …» names two, the first
leads; «Рекомендовать главному врачу …», «Поручить …», «Просить …» likewise; «Утвердить план …» names nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from protocol_cli.grammar.executor_names import Executor, Phrase, moved, name_executors
from protocol_cli.grammar.executor_places import DELEGATING, HORIZON, PREAMBLE, WORD, first_infinitive, opens, places_of
from protocol_cli.grammar.executors import JOIN, depths_of, joining_case, phrases_of, split_executors
from protocol_cli.grammar.lexicon.bodies import ASKING, CONSTATIVE
from protocol_cli.grammar.nominative import find_head, is_dative_phrase
from protocol_cli.grammar.persons import Roster, find_persons
from protocol_cli.grammar.surnames import Case, nominative_surname
from protocol_cli.grammar.verbs import is_adverb, is_finite_verb, is_infinitive

__all__ = ["Executor", "dative_executors", "item_executors", "joint_executors", "sentences", "split_executors"]

# Where a term or a circumstance begins, and the list of executors ends.
_TERM = re.compile(
    r"(?<!\w)(?:в(?:о)?\s+срок|до\s+(?:\d|конца|начала|янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек|"
    r"следующ|нового|наступлен|сдачи|провед|(?-i:(?<=до\s))[«\"])"
    r"|за\s+(?:\d|сутки|день|неделю|месяц|час)(?![а-яё])|не\s+позднее|не\s+позже|не\s+реже|в\s+течение|к\s+(?:\d|следующ|очередн)|с\s+\d(?!\d{0,2}\s(?-i:[А-ЯЁ]{3}))|начиная"
    r"|в\s+(?:\d+\w*[- ]?\w*|[а-яё]+)[ -]?(?:\w+\s+)?срок"
    r"|во?\s+(?:I|V|1|2|3|4)[IV]*\s+(?:кварт|полуг)|в\s+\d{4}|в\s+(?:кратчайш|недельн|двухнедельн|месячн|"
    r"первоочередн|возможно|оператив|дальнейш|установленн"
    r"|обязательн|рамках|целях|соответстви|связи|случае|перв|янв|фев|мар|апр|мае|июн|июл|авг|сен|окт|ноя|"
    r"дек)\w*|ежедневно|еженедельно|ежемесячно"
    r"|ежеквартально|ежегодно|регулярно|постоянно|незамедлительно|немедленно|срочно|своевременно|"
    r"систематически|оперативно|дополнительно"
    r"|под\s+(?:роспись|подпись|расписку)|на\s+(?:период|время)(?!\w)"
    r"|на\s+(?:перв|втор|треть|перво)\w+\s+этап|на\s+постоянной|на\s+основе|исходя|во\s+исполнение|"
    r"во\s+избежание|на\s+основании|на\s+регулярной|по\s+(?:мере|итогам|результатам|окончании|завершении|"
    r"истечении|каждому)|при\s+(?:необходимости|наличии|реализации|организации|при[её]ме"
    r"|(?!управлени|отделени|учреждени|объединени)[а-яё]+(?:нии|тии|тке|вке|оре|рке)(?!\w))"
    r"|с\s+(?:уч[её]том|целью|даты|момента|привлечением|использованием|начала)|согласно|пут[её]м|после\s|"
    r"за\s+\d+\s+(?:дн|раб|кал|сут)|со\s+дня|еще\s+раз"
    r"|впредь|также|лично|персонально|самостоятельно|раз\s+в|один\s+раз|два\s+раза|\d+\s+раз|для\s|"
    r"совместно\s+и|в\s+порядке|специально)",
    re.IGNORECASE,
)


def dative_executors(sentence: str, *, roster: Roster | None = None) -> tuple[list[Executor], int]:
    """Find the executors at the beginning of an assignment and where they end: `([], 0)` if it names none.

    «Минфину России (Горновой Л.В.) совместно с Минтрансом России в срок до 20 апреля проработать …» → two.
    «Рекомендовать главному врачу …», «Поручить …», «Просить главу района Ершова Г.Т. …» likewise. «Утвердить план …»,
    «Информацию принять к сведению» → none. A line that ends after them («Главам поселений:») names them too.
    """
    for place, (at, case) in enumerate(places_of(sentence)):
        if not opens(sentence, at, case, inside=place > 0 or PREAMBLE.match(sentence) is not None):
            continue
        bounds = _end_of_list(sentence, at)
        if bounds is None:
            continue
        end, verb = bounds
        if verb is None and not _is_whole_line(sentence, at, end, case):
            continue
        delegated = sentence[:at].rstrip().lower().endswith(DELEGATING)  # «поручить Ждановой С.К. согласовать место»
        if verb is not None and not delegated and _is_object(sentence, at, verb, case):
            continue
        elements = phrases_of(sentence, at, end, case)
        elements += _helpers_before_verb(sentence, end, verb)
        found = name_executors(sentence, elements, roster)
        if found:
            return found, end
    return _nominative_before_verb(sentence, roster)


_NOMINATIVE_LEAD = re.compile(r"(?P<who>[^:–—\n]{3,120}?)\s*(?::|\s[–—-])\s+(?=(?P<verb>[^\W\d_]+))")


_TAKES_PART = re.compile(r"принять (?:\w+ )?(?:меры|участие|работы)", re.IGNORECASE)
# «ООО «Инфоконтур» закрывает замечания до 19.11.2021»: the minutes of a meeting of companies
_COMPANY_ACTS = re.compile(
    r"(?P<who>(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|МУП|ГУП|ФГУП|МКУ|МБУ|ГКУ|ГБУ|"
    r"ФГБУ)(?: [А-ЯЁ]{2,4})? ?[«\"][^»\"]{2,80}[»\"]{1,2}(?: \([^()]{2,60}\))?) (?P<verb>[а-яё]+)"
)


def _nominative_before_verb(sentence: str, roster: Roster | None) -> tuple[list[Executor], int]:
    """«Сидоров А.В. – завершить кладку», «Отдел кадров: подготовить приказ»: the terse way of production meetings."""
    company = _COMPANY_ACTS.match(sentence)
    if company is not None and is_finite_verb(company["verb"]):
        elements = phrases_of(sentence, 0, company.end("who"), "nominative")
        return name_executors(sentence, elements, roster), company.end("who")
    m = _NOMINATIVE_LEAD.match(sentence)
    if (
        m is None
        or not is_infinitive(m["verb"])
        or any(w[0].islower() and is_finite_verb(w) for w in WORD.findall(m["who"]))
    ):
        return [], 0
    names = find_persons(m["who"])
    head = find_head(m["who"], "nominative")
    if (names and names[0].start == 0) or (head is not None and head.sure and not (head.fixed and not head.proper)):
        return name_executors(sentence, phrases_of(sentence, 0, m.end("who"), "nominative"), roster), m.end("who")
    return [], 0


def joint_executors(sentence: str, *, roster: Roster | None = None) -> list[Executor]:
    """Those who help, where an item under an introductory line begins with them: «совместно с администрацией района проработать …»."""
    joined = JOIN.match(sentence)
    verb = first_infinitive(sentence, 0) if joined is not None else None
    if joined is None or verb is None:
        return []
    stop = _TERM.search(sentence, joined.end(), verb)
    end = stop.start() if stop is not None else verb
    found = phrases_of(sentence, joined.end(), end, joining_case(joined))
    return name_executors(sentence, [one._replace(co=True) for one in found], roster)


def item_executors(text: str, *, roster: Roster | None = None) -> tuple[list[Executor], int]:
    """Like `dative_executors`, for an item of several sentences: the first that names somebody is taken.

    «Одобрить предложения. Минтрансу России … доработать проект» → Минтранс России.
    """
    for start, end in sentences(text):
        found, at = dative_executors(text[start:end], roster=roster)
        if found:
            return [_shifted(x, start) for x in found], start + at
    return [], 0


def _shifted(x: Executor, by: int) -> Executor:
    return replace(x, start=x.start + by, end=x.end + by, person=moved(x.person, by) if x.person is not None else None)


_SENTENCE_END = re.compile(r"(?:(?<=[а-яёa-z0-9»)\"][.!?])|(?<=[А-ЯЁ]{2}[.!?]))[ \u00a0\n]+(?=[А-ЯЁ«])|\n+(?=[А-ЯЁ])")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:(?<!\d )(?<!\d)гг?|им|ул|п|пп|ст|стр|тыс|млн|руб|др|пр|т|д|н|см|исп|зам|нач|зав|канд|наук|экз|обл|р"
    r"|пос|с|в)\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Part an item into sentences: (start, end) of each; initials and «г.», «п.» before a capital do not end one."""
    bounds, at = [], 0
    depths = depths_of(text)
    for m in _SENTENCE_END.finditer(text):
        if depths[m.start()] > 0 or (
            "\n" not in m.group() and _ABBREVIATED.search(text, max(0, m.start() - 8), m.start())
        ):
            continue
        bounds.append((at, m.start()))
        at = m.end()
    bounds.append((at, len(text)))
    return [(s, e) for s, e in bounds if text[s:e].strip()]


@lru_cache(maxsize=512)
def _end_of_list(sentence: str, at: int) -> tuple[int, int | None] | None:
    """Where the list of executors ends, and where the infinitive stands that tells what to do (None: there is none).

    None if a verb in another form comes first: «Администрация обращается к жителям с просьбой убрать снег».
    """
    depths = depths_of(sentence[: at + HORIZON])
    stop = min(len(sentence), at + HORIZON)
    infinitive = None
    ought = None
    relative = False
    for m in WORD.finditer(sentence, at, stop):
        word = m.group().lower()
        if depths[m.start()] > 0:
            continue
        if word in ASKING:
            ought = m.start() if ought is None else ought
            continue
        if is_infinitive(word):
            if _OF_INTENT.search(sentence, max(at, m.start() - 20), m.start()):
                continue  # «арендаторам, имеющим намерение продлить договор, необходимо …»
            infinitive = m.start()
            break
        relative = relative or word.startswith("котор")
        if not relative and m.group()[0].islower() and is_finite_verb(word):
            return None
    end = infinitive if infinitive is not None else len(sentence)
    announced = infinitive is not None or sentence.rstrip().endswith(":")
    end = ought if ought is not None and announced else end
    colon = next((i for i in range(at, min(end, len(depths))) if sentence[i] == ":" and depths[i] == 0), None)
    end = colon if colon is not None else end
    first = WORD.match(sentence, at)
    for m in _TERM.finditer(sentence, first.end() if first is not None else at, end):
        participation = _PARTICIPATION.match(sentence, m.start()) is not None
        clause = _IN_CLAUSE.search(sentence, max(at, m.start() - 60), m.start()) is not None
        if depths[m.start()] == 0 and not participation and not clause:
            return m.start(), infinitive
    return _without_adverbs(sentence, at, end), infinitive


# «руководителям организаций, созданных ¦в 2024 году, необходимо …»: a term of the clause
_IN_CLAUSE = re.compile(r", (?:[а-яё]+ )?[а-яё]+(?:нн|щ|вш|т|м)(?:ых|их|ого|ому|ему|ой|ей|ым|им|ыми|ими)(?:ся)? $")
_OF_INTENT = re.compile(r"(?:намерени[ея]|право|возможность|желани[ея]|обязанность|полномочи[ея]) $")
_PARTICIPATION = re.compile(r"при\s+участии", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?<=\s)([^\W\d_]+)\s*$")


def _without_adverbs(sentence: str, at: int, end: int) -> int:
    """«всем прорабам лично ¦проверить», «отделу не ¦допускать»: what belongs to the verb is no executor."""
    for _ in range(3):
        m = _LAST_WORD.search(sentence, max(at, end - 40), end)
        if m is None or not is_adverb(m[1]):
            break
        end = m.start()
    return end


def _is_whole_line(sentence: str, at: int, end: int, case: Case) -> bool:
    """Whether it is a line that only names the executors: «Главам поселений:», «Правительству в срок до 1 мая:»."""
    if sentence.rstrip().endswith(":"):
        return True
    if sentence[end:].strip(" ."):
        return False
    names = find_persons(sentence[at : at + 80])
    if names and names[0].start == 0:
        return nominative_surname(names[0].family, case)[0] != names[0].family
    head = find_head(sentence, case, at)
    return head is not None and head.sure and not head.fixed


# «ООО «Жилсервис» (Тимонин А.В.) согласовать график»: a body with its official acts
_WITH_OFFICIAL = re.compile(r"[А-ЯЁ]{2,8} «[^»]{2,120}»{1,2} \([А-ЯЁ][а-яё-]+ [А-ЯЁ]\.")


def _is_object(sentence: str, at: int, verb: int, case: Case) -> bool:
    """«ППР на 2023 год утвердить», «Тарасову И.О. избрать»: what is decided upon, not one who acts."""
    m = WORD.match(sentence, verb)
    if m is None or m.group().lower() not in CONSTATIVE or case != "dative" or _TAKES_PART.match(sentence, m.start()):
        return False
    names = find_persons(sentence[at : at + 80])
    if names and names[0].start == 0:
        return True
    if _WITH_OFFICIAL.match(sentence, at):
        return False
    head = find_head(sentence, "dative", at)
    return head is not None and head.fixed and not is_dative_phrase(sentence[head.end :].strip())


def _helpers_before_verb(sentence: str, end: int, verb: int | None) -> list[Phrase]:
    """«… до 1 мая совместно с Минтрансом России представить»: helpers named between the term and the verb."""
    if verb is None or verb <= end:
        return []
    m = JOIN.search(sentence, end, verb)
    if m is None:
        return []
    stop = _TERM.search(sentence, m.end(), verb)
    at = m.end() + len(sentence[m.end() :]) - len(sentence[m.end() :].lstrip())
    found = phrases_of(sentence, at, stop.start() if stop is not None else verb, joining_case(m))
    return [e._replace(co=True) for e in found]
