"""Where in a sentence the list of those who are to do it may begin: at its head, after «поручить», after circumstances."""

from __future__ import annotations

import itertools
import re

from protocol_cli.grammar.executor_names import NAME_PREFIX
from protocol_cli.grammar.executors import depths_of
from protocol_cli.grammar.lexicon.bodies import ASKING, DELEGATING_ACCUSATIVE, DELEGATING_DATIVE
from protocol_cli.grammar.nominative import find_head
from protocol_cli.grammar.persons import find_persons
from protocol_cli.grammar.surnames import Case, guess_case, nominative_surname
from protocol_cli.grammar.verbs import is_infinitive

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DELEGATING = tuple(sorted(DELEGATING_DATIVE | DELEGATING_ACCUSATIVE, key=len, reverse=True))
_DELEGATE = re.compile(r"(?<!\w)(?:" + "|".join(DELEGATING) + r")(?!\w)[:,]?\s*", re.IGNORECASE)
_DELEGATE_FURTHER = re.compile(r"(?:(?:Вас|также|дополнительно|повторно)\s+){0,2}", re.IGNORECASE)
PREAMBLE = re.compile(
    r"\W*(?:в|во|до|к|ко|не|с|со|при|для|на|по|о|об|учитывая|согласно|после|за|принимая|рассмотрев|заслушав|"
    r"обсудив|ежемесячно|ежегодно"
    r"|ежеквартально|ежедневно|еженедельно|незамедлительно|немедленно|срочно|также|дополнительно|кроме|исходя|"
    r"совместно|вместе|руководствуясь|основываясь|ссылаясь|имея|соблюдая)(?![\w.])",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[,:]\s+|(?:\bг\.|\bгода|\d{4}|\bсрок|\bежемесячно|\bежегодно|\bежеквартально|\bнезамедлительно|"
    r"\bнемедленно|\bдней|\bмесяца)\s+"
)
_ASKED_INSIDE = re.compile(r"(?<=[\w»)] )(?:просим|прошу|просит)\s+(?=[^\W\d_])")  # «… и в целях безопасности просим министерство …»
HORIZON = 700


def places_of(sentence: str) -> list[tuple[int, Case]]:
    """Places where a list of executors may begin: (offset in characters, the case they stand in), the likeliest first."""
    first = len(sentence) - len(sentence.lstrip(" \t\n–—-•«"))
    m = _DELEGATE.search(sentence, first, min(len(sentence), first + 90))
    if m is not None and (further := _DELEGATE_FURTHER.match(sentence, m.end())) is not None:
        m = _DELEGATE.match(sentence, further.end()) or m  # «Прошу также поручить министерству финансов»
    if m is not None and _asks_named_before(sentence, first, m):
        return [(first, "accusative")]
    if m is not None and (m.start() == first or _is_subject(sentence[first : m.start()])):
        if m.start() > first and m.group().strip(" ,:").lower() in ASKING:
            if _is_told(sentence, first):
                return [(first, "dative")]
            if PREAMBLE.match(sentence, first) and (told := _dative_inside(sentence, first, m.start())):
                return [*told, (m.end(), _case_after(m.group()))]
        named = find_head(sentence, "dative", first)
        if m.start() > first and named is not None and named.sure and not named.ambiguous:
            return [(first, "dative"), (m.end(), _case_after(m.group()))]  # «Фонду ремонта предложить включать …»
        return [(m.end(), _case_after(m.group()))]
    if not PREAMBLE.match(sentence, first):
        # «Принято решение: отделу закупок подготовить …»
        colon = sentence.find(": ", first, first + 60)
        after: list[tuple[int, Case]] = [(colon + 2, "dative")] if colon > 0 else []
        return [(first, "dative"), *after]
    depths = depths_of(sentence[:HORIZON])
    places: list[tuple[int, Case]] = []
    for n in _NEXT.finditer(sentence, first, min(len(sentence), HORIZON)):
        if depths[n.start()] > 0:
            continue
        d = _DELEGATE.match(sentence, n.end())
        places.append((d.end(), _case_after(d.group())) if d is not None else (n.end(), "dative"))
        if len(places) > 16:
            break
    places += [
        (n.end(), _case_after(n.group()))
        for n in _ASKED_INSIDE.finditer(sentence, first, min(len(sentence), HORIZON))
        if depths[n.start()] == 0
    ]
    places += [(n.start(), "dative") for n in _NAMED_OUGHT.finditer(sentence, first, min(len(sentence), HORIZON))]
    places += [(n.start(), "dative") for n in _FORM_ASKED.finditer(sentence, first, min(len(sentence), HORIZON))]
    verb = first_infinitive(sentence, first)
    places += _dative_inside(sentence, first, verb)
    return [
        (at, case)
        for at, case in places
        if verb is None or at <= verb or sentence[:at].rstrip().lower().endswith(DELEGATING)
    ]


def _is_told(sentence: str, at: int) -> bool:
    """«Командиру части прошу выделить»: those who are asked stand before the verb."""
    head = find_head(sentence, "dative", at)
    return (head is not None and head.sure and not head.ambiguous) or bool(_FIRM_ASKED.match(sentence, at))


def _asks_named_before(sentence: str, at: int, verb: re.Match[str]) -> bool:
    """«Глав муниципальных образований просим обеспечить»: those who are asked, in the accusative before the verb."""
    asked = verb.group().strip(" ,:").lower()
    if verb.start() == at or asked not in ASKING or _case_after(asked) != "accusative" or _is_told(sentence, at):
        return False
    if re.search(r"[,;:]", sentence[at : verb.start()]) or PREAMBLE.match(sentence, at):
        return False
    done = first_infinitive(sentence, verb.end())
    if done is not None and (m := WORD.match(sentence, done)) is not None and m.group().lower() in _APPOINTING:
        return False  # «Ответственных представителей просим назначить»
    head = find_head(sentence, "accusative", at)
    return head is not None and head.sure and not head.fixed


_APPOINTING = frozenset({"назначить", "включить", "избрать", "определить"})
_FIRM_ASKED = re.compile(r"[А-ЯЁ]{2,8} «[^»]{2,120}»{1,2} про(?:шу|сим) ")  # «АО «Порт» просим подтвердить …»

_TAKES_DATIVE = re.compile(
    r"(?:помощ|поддержк|содейств|предоставл|передач|выплат|направлен|доведен|услуг|служ|согласн|благодаря|"
    r"вопреки|поруч|предлож|рекоменд|обращ)\w*\s",
    re.IGNORECASE,
)


_OF_DEED = ("ении", "ании", "ению", "анию", "ением", "анием")
_GOVERNED = re.compile(
    r"(?<!\w)(?:по|к|благодаря|согласно|вопреки)\s+(?:[а-яё-]+(?:ому|ему|ой|ей|ым|им)\s+)+$", re.IGNORECASE
)
# «… Жилищного кодекса Российской Федерации ООО «Луч» предписывается:»: a company named before who asks
_FORM_ASKED = re.compile(
    r"(?<!\w)(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ТСЖ|ТСН|СНТ|МУП|ГУП|МКУ|МБУ|ГКУ|ГБУ|ФГБУ|ФГУП) «[^»]{2,120}»{1,2}"
    r"(?= (?:предписыва|предлага|необходимо|надлежит|следует|поруча|просим|прошу))"
)


# «Вместе с тем Ассоциации необходимо представить»: by the verb after it a dative, whatever its ending
_NAMED_OUGHT = re.compile(r"(?<= )[А-ЯЁ][а-яё]+(?= (?:необходимо|надлежит)\b)")


def _dative_inside(sentence: str, first: int, verb: int | None) -> list[tuple[int, Case]]:
    """«В целях повышения качества руководителям ОО разработать …»: the dative after circumstances without a comma."""
    if verb is None and sentence.rstrip().endswith(":"):
        verb = len(sentence)  # «В связи с изложенным руководителям управлений:»
    if verb is None:
        return []
    words = list(WORD.finditer(sentence, first, verb))
    for before, m in itertools.pairwise(words):
        low = m.group().lower()
        if before.group().lower().endswith(_OF_DEED):
            continue  # «О поступлении работникам звонков»
        if len(before.group()) < 4 or not low.endswith(("у", "ю", "ам", "ям", "ым", "им", "ому", "ему")):
            continue
        if _TAKES_DATIVE.search(sentence, max(first, m.start() - 45), m.start()):
            continue
        if _GOVERNED.search(sentence, max(first, m.start() - 45), m.start()):
            continue  # «документов по личному составу»
        head = find_head(sentence, "dative", m.start())
        if head is not None and head.sure and not head.ambiguous and not head.fixed:
            return [(m.start(), "dative")]
    return []


def _case_after(verb: str) -> Case:
    return "accusative" if verb.strip(" ,:\n\t").lower() in DELEGATING_ACCUSATIVE else "dative"


def _is_subject(before: str) -> bool:
    """«Собрание поручает», «Совет рекомендует», «Считать необходимым поручить»: what may stand before the verb."""
    words = WORD.findall(before)
    last = before.strip()[-1:]
    if last == ":":
        return len(words) <= 3  # «РЕШИЛИ: поручить …»
    if last == ",":
        return len(words) <= 6
    return len(words) <= 5 and last not in ";." and not find_persons(before)


def opens(sentence: str, at: int, case: Case, *, inside: bool) -> bool:
    """Whether one who can be told to do something opens the text at this place, in the case.

    `inside` a sentence, after its circumstances, only what cannot be taken for anything else will do.
    """
    m = NAME_PREFIX.match(sentence, at)
    at = m.end() if m is not None else at
    names = find_persons(sentence[at : at + 80])
    if names and names[0].start == 0:
        told = nominative_surname(names[0].family, case)[0]
        if inside and guess_case(names[0].family) not in ("dative", "nominative"):
            return False
        ending = ("а", "я", "ов", "ев", "ин", "ын", "ий", "ый", "ым", "ом")
        return told != names[0].family or (not inside and not names[0].family.endswith(ending))
    if is_infinitive((WORD.match(sentence, at) or [""])[0]):
        return False
    if _FORM_ASKED.match(sentence, at):
        return True
    head = find_head(sentence, case, at)
    if head is None:
        return False
    if case == "accusative" or inside:
        return head.sure and not (inside and head.fixed and head.ambiguous and not head.proper)
    return head.sure or (not head.ambiguous and not head.fixed)


def first_infinitive(sentence: str, at: int) -> int | None:
    """Where, from the offset `at` on, the first infinitive stands that hands nothing to anybody («поручить» does)."""
    for m in WORD.finditer(sentence, at, min(len(sentence), at + HORIZON)):
        if is_infinitive(m.group()) and m.group().lower() not in DELEGATING:
            return m.start()
    return None
