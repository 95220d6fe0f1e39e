"""Those who answer for an assignment: «МКУ «Городское хозяйство» (Самойлов Д.Р.), отдел культуры» is two.

Two ways of writing: a line of its own in the nominative («Ответственные – руководители МОУО, руководители ОО») and the
dative at the beginning of the sentence («Минфину России (Горновой Л.В.) совместно с Минтрансом России … проработать»).
The first named leads (типовые регламенты), or the one marked «свод», «созыв».
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from protocol_cli.grammar.lexicon.bodies import (
    BODY_HEADS,
    CO_MARKS,
    CONSTATIVE,
    DELEGATING,
    DROPPED_MARKS,
    JOINING,
    LEAD_MARKS,
    LEGAL_FORMS,
)
from protocol_cli.grammar.nominative import (
    Head,
    case_of_head,
    find_head,
    is_dative_phrase,
    is_infinitive,
    nominative_phrase,
)
from protocol_cli.grammar.persons import (
    NameParts,
    PersonName,
    Roster,
    find_persons,
    find_surnames,
    looks_like_surname,
    nominative_name,
)
from protocol_cli.grammar.surnames import Case, guess_case, nominative_surname

Role = Literal["lead", "co"]


@dataclass(frozen=True, slots=True)
class Executor:
    """One who answers: `text` as written (from `start` to `end` of the text given), `name` in the nominative.

    `person` is the official as found in the text given, `person_name` the same in the nominative, `position` the post
    written with it. `case` is the case in which the phrase stands.
    """

    start: int
    end: int
    text: str
    name: str
    person: PersonName | None
    person_name: NameParts | None
    position: str | None
    role: Role
    case: Case


class _Element(NamedTuple):
    start: int
    end: int
    case: Case
    co: bool


_JOIN = re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<j{i}>{p})" for i, (p, _) in enumerate(JOINING)) + r")(?!\w)", re.IGNORECASE)
_AND = re.compile(r"(?<!\s)\s+(?:и|а\s+также)\s+(?=\S)")
_NOT_JOINED = re.compile(r"(?<!\w)(?:по\s+согласованию\s+со?|с\s+привлечением|во\s+взаимодействии\s+со?|при\s+содействии|через)(?!\w)", re.IGNORECASE)
_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?\(([^()]*)(?:\)|$)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPEN, _CLOSE = "«(“„[", "»)”]"


def _depths(text: str) -> list[int]:
    """For each character how many brackets and quotes are open before it; an unclosed one ends with its line."""
    depths, depth, straight = [], 0, False
    for c in text:
        if c == '"':
            straight = not straight
            depth = max(0, depth + (1 if straight else -1))
            depths.append(depth if straight else depth + 1)
            continue
        if c in _CLOSE:
            depth = max(0, depth - 1)
            depths.append(depth + 1)
            continue
        depths.append(depth)
        if c in _OPEN:
            depth += 1
    return depths


# ── the line of its own ──────────────────────────────────────────────────────────────────────────────────────


def split_executors(text: str, *, roster: Roster | None = None, case: Case | None = None) -> list[Executor]:
    """The executors of a phrase, in its order: «отдел по физической культуре и спорту, управление образования» → two.

    The phrase stands after a label («Ответственные –», «Исполнители:») or in a table's cell; its case is found out unless
    given. Commas inside participial clauses, names of bodies, quotes and brackets do not part.
    """
    told: Case = case or _case_of_list(text)
    elements = _elements(text, 0, len(text), told)
    return _executors(text, elements, roster)


def _case_of_list(text: str) -> Case:
    persons = find_persons(text[:80])
    if persons and persons[0].start == 0:
        return "dative" if guess_case(persons[0].family) == "dative" else "nominative"
    told = case_of_head(text.lstrip())
    return told if told in ("dative", "instrumental") else "nominative"


def _elements(text: str, start: int, end: int, case: Case) -> list[_Element]:
    depths = _depths(text[start:end])
    persons = {p.start: p for p in find_persons(text[start:end])}
    inside = [False] * (end - start + 1)
    for p in persons.values():
        inside[p.start : p.end] = [True] * (p.end - p.start)
    cuts: list[tuple[int, int, Case, bool]] = []
    co, told = False, case
    at = 0
    body = text[start:end]
    marks = _marks(body)
    opened = 0
    for pos, after, kind in marks:
        if depths[pos] > 0 or inside[pos] or pos < at:
            continue
        if kind.startswith("join"):
            if body[opened:pos].strip(" ,;–—-"):
                cuts.append((opened, pos, told, co))
            co, told = True, JOINING[int(kind[4:])][1]  # type: ignore[assignment]
            opened = at = after
        elif kind == "stop":
            cuts.append((opened, pos, told, co))
            opened = at = _after_stop(body, after, told, persons)
        elif kind == "hard" or _starts_executor(body, after, told, persons, strict=kind == "and", before=body[opened:pos]):
            if not body[opened:pos].strip():
                opened = after
                continue
            cuts.append((opened, pos, told, co))
            opened = at = after
            if kind == "hard":
                told = told if co and told != "nominative" and not _nominative_start(body, after, persons) else (told if not co else told)
    cuts.append((opened, len(body), told, co))
    return [_Element(start + s, start + e, c, k) for s, e, c, k in _joined(body, cuts) if body[s:e].strip(" ,;.–—-\n")]


def _nominative_start(body: str, at: int, persons: dict[int, PersonName]) -> bool:
    return at in persons or find_head(body, "nominative", at) is not None


def _marks(body: str) -> list[tuple[int, int, str]]:
    marks: list[tuple[int, int, str]] = []
    for m in re.finditer(r"[,;]\s*|(?<!\s)\s*\n\s*|(?<!\s)\s+/\s+", body):
        marks.append((m.start(), m.end(), "hard" if ";" in m.group() else "comma"))
    for m in _AND.finditer(body):
        marks.append((m.start(), m.end(), "and"))
    for m in _JOIN.finditer(body):
        kind = next(k for k, v in m.groupdict().items() if v is not None)
        after = m.end() + len(body[m.end() :]) - len(body[m.end() :].lstrip())
        marks.append((m.start(), after, "join" + kind[1:]))
    for m in _NOT_JOINED.finditer(body):
        marks.append((m.start(), m.end(), "stop"))
    marks.sort()
    return marks


def _after_stop(body: str, at: int, case: Case, persons: dict[int, PersonName]) -> int:
    """Past what is governed by «по согласованию с», to the next executor after a comma."""
    for m in re.finditer(r"[,;\n]\s*", body[at:]):
        if _starts_executor(body, at + m.end(), case, persons, strict=False, before=""):
            return at + m.end()
    return len(body)


_PREFIX = re.compile(r"(?:и|а также|также|г-ну|г-же|т\.|тов\.|г-н|г-жа)\s+", re.IGNORECASE)


def _starts_executor(body: str, at: int, case: Case, persons: dict[int, PersonName], *, strict: bool, before: str) -> bool:
    """Whether one more executor begins here, rather than one more word of the name before."""
    m = _PREFIX.match(body, at)
    at = m.end() if m is not None else at
    if at in persons:
        return True
    head = find_head(body, case, at)
    if head is None:
        return False
    word = _WORD.match(body, at)
    if head.fixed and head.lemma.isupper():
        named = head.lemma in LEGAL_FORMS and body[head.end :].lstrip()[:1] in ("«", '"', "“")
        return not strict or named or _is_abbreviation(before) or _stands_alone(before, case)
    if not head.sure:
        return False
    if not head.edits or word is None:
        return True
    # A participial clause: «…, осуществляющие управление в сфере образования».
    return not (head.lemma.endswith(("щие", "щий", "щая", "щим", "щему", "вшие", "вшим", "ные", "ным")) and _is_clause(head, word.group()))


def _is_clause(head: Head, first: str) -> bool:
    """A head that is itself a participle, and no post like «исполняющий обязанности»."""
    low = first.lower()
    return head.lemma == low and not low.startswith(("исполня", "заведующ", "управляющ", "временно"))


def _is_abbreviation(before: str) -> bool:
    words = before.replace("(", " ").split()
    return len(words) > 0 and all(w.strip(",.;»«()").isupper() or not w.strip(",.;»«()").isalpha() for w in words)


def _stands_alone(before: str, case: Case) -> bool:
    """«управляющие компании и ТСЖ», «Минфин России и ФАС России»: the abbreviation after «и» is no part of the name before.

    In «руководители МОУО и ОО» it is.
    """
    before = before.strip()
    if not before or len(before) > 300:
        return False
    head = find_head(before, case)
    if head is None or find_persons(before):
        return head is not None
    last = before.rsplit(None, 1)[-1]
    if last.isupper() and len(last) > 1 and head.end < len(before):
        return False  # «по делам ГО и ЧС»
    return head.proper or head.end == len(before) or (head.lemma in BODY_HEADS and not head.plural)


def _joined(body: str, cuts: list[tuple[int, int, Case, bool]]) -> list[tuple[int, int, Case, bool]]:
    """«Иванов И.И., директор школы; Петров П.П., …»: a post after the name, where «;» parts the persons, is of the name."""
    if ";" not in body:
        return cuts
    out: list[tuple[int, int, Case, bool]] = []
    for cut in cuts:
        s, e, _, _ = cut
        if out and body[out[-1][1] : s].strip() == ",":
            before = body[out[-1][0] : out[-1][1]]
            names = find_persons(before)
            head = find_head(body, "nominative", s)
            if names and names[-1].end >= len(before.rstrip()) and head is not None and not head.plural and not find_persons(body[s:e]):
                out[-1] = (out[-1][0], e, out[-1][2], out[-1][3])
                continue
        out.append(cut)
    return out


# ── one executor ─────────────────────────────────────────────────────────────────────────────────────────────


def _executors(text: str, elements: list[_Element], roster: Roster | None) -> list[Executor]:
    made: list[Executor] = []
    marked = None
    for element in elements:
        one, mark = _executor(text, element, roster)
        if one is None:
            continue
        if mark == "lead" and marked is None:
            marked = len(made)
        if mark == "co":
            one = replace(one, role="co")
        made.append(one)
    lead = marked if marked is not None else next((i for i, x in enumerate(made) if x.role == "lead"), None)
    return [replace(x, role="lead" if i == lead else "co") for i, x in enumerate(made)]


def _executor(text: str, element: _Element, roster: Roster | None) -> tuple[Executor | None, str | None]:
    start, end = _trimmed(text, element.start, element.end)
    if start >= end:
        return None, None
    raw = text[start:end]
    body, inner, mark = _without_brackets(raw)
    role: Role = "co" if element.co else "lead"
    person = parts = position = None
    offset = start
    names = find_persons(body) or _bare_surname(body)
    if names:
        person, parts, position, name = _with_person(body, names[0], element.case, roster)
        person = _moved(person, offset + raw.find(body[person.start : person.end]) - person.start)
        if inner and position is None and not find_persons(inner[0][1]):
            position = nominative_phrase(inner[0][1].strip()) if find_head(inner[0][1].strip(), "nominative") else None
    else:
        name = _inner_nominative(_clean(nominative_phrase(_clean(body), element.case)), element.case)
        for at, inside in inner:
            found = find_persons(inside)
            if found:
                person = _moved(found[0], offset + at)
                parts = _named(found[0], element.case, roster)
                position = _post_beside(inside, found[0], element.case)
                break
    if not name:
        return None, None
    return Executor(start, end, raw, name, person, parts, position, role, element.case), mark


def _bare_surname(body: str) -> list[PersonName]:
    """«Сидоров» in a list of executors: one capitalised word that ends like a surname and is no post or body."""
    if not re.fullmatch(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?", body) or not looks_like_surname(body):
        return []
    return find_surnames(body)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n\u00a0,;:–—-":
        start += 1
    m = _PREFIX.match(text, start, end)
    start = m.end() if m is not None else start
    while end > start and text[end - 1] in " \t\n\u00a0,;:–—-":
        end -= 1
    if end > start and text[end - 1] == "." and not re.search(r"(?<![А-ЯЁа-яёA-Za-z])[А-ЯЁA-Z]\.$|(?<!\w)(?:г|др|пр|обл|т\.д)\.$", text[start:end]):
        end -= 1
    return start, end


def _without_brackets(raw: str) -> tuple[str, list[tuple[int, str]], str | None]:
    """The name without its marks; what stands in the other brackets, with its place; the mark «lead» or «co»."""
    mark: str | None = None
    inner: list[tuple[int, str]] = []
    out, at = [], 0
    for m in _BRACKETS.finditer(raw):
        inside = m[1].strip().lower()
        keep = False
        if inside.startswith(DROPPED_MARKS):
            pass
        elif inside.rstrip(".") in LEAD_MARKS or inside in LEAD_MARKS:
            mark = "lead"
        elif inside in CO_MARKS:
            mark = "co"
        elif find_persons(m[1]) or _is_post(m[1]):
            inner.append((m.start(1), m[1]))
        else:
            keep = True
        out.append(raw[at : m.end() if keep else m.start()])
        at = m.end()
    out.append(raw[at:])
    body = "".join(out)
    tail = re.search(r"(?<!\s)\s*[–—-]\s*(свод|созыв)\s*$", body, re.IGNORECASE)
    if tail is not None:
        mark, body = "lead", body[: tail.start()]
    return body.strip(" ,;–—-"), inner, mark


def _inner_nominative(name: str, case: Case) -> str:
    """«Федеральное агентство … (Росморречфлоту)»: the short name in brackets too."""
    if case == "nominative" or "(" not in name:
        return name
    return _BRACKETS.sub(lambda m: f" ({nominative_phrase(m[1], case) if _can_stand(m[1], case) else m[1]})", name)


def _can_stand(phrase: str, case: Case) -> bool:
    head = find_head(phrase, case)
    return head is not None and head.sure


def _is_post(inside: str) -> bool:
    head = find_head(inside.strip(), "nominative")
    return head is not None and head.sure and not head.plural and not head.fixed


def _with_person(
    body: str, name: PersonName, case: Case, roster: Roster | None
) -> tuple[PersonName, NameParts, str | None, str]:
    """A person alone, a post with its holder, or a holder with the post after a dash or a comma."""
    before, after = body[: name.start].strip(), body[name.end :].strip()
    if before:
        before = re.sub(r"^(?:г-ну|г-же|г-н|г-жа|т\.|тов\.)$", "", before, flags=re.IGNORECASE).rstrip(" ,–—-")
    if re.search(r"(?:под\s+(?:руководством|председательством)|во\s+главе\s+со?)$", before, re.IGNORECASE):
        governed: Case = "instrumental" if before.endswith(("с", "со")) else "genitive"
        return name, _named(name, governed, roster), None, f"{nominative_phrase(_clean(before), case)} {name.text}"
    parts = _named(name, case, roster)
    if before:
        position = _clean(nominative_phrase(_clean(before), case))
        return name, parts, position, f"{position} {parts.name}" + (f" {after}" if after else "")
    m = re.match(r"[,–—-]+\s*", after)
    if m is not None and len(after) > m.end():
        position = _clean(nominative_phrase(_clean(after[m.end() :]), case))
        return name, parts, position, f"{parts.name}{'' if after[0] == ',' else ' '}{after[: m.end()].rstrip()} {position}"
    return name, parts, None, parts.name


def _post_beside(inside: str, name: PersonName, case: Case) -> str | None:
    post = (inside[: name.start] + " " + inside[name.end :]).strip(" ,–—-")
    if not post or find_persons(post):
        return None
    return _clean(nominative_phrase(_clean(post), case if find_head(post, "nominative") is None else "nominative"))


def _named(name: PersonName, case: Case, roster: Roster | None) -> NameParts:
    return roster.resolve(name, case) if roster is not None else nominative_name(name, case)


def _moved(name: PersonName, by: int) -> PersonName:
    return replace(name, start=name.start + by, end=name.end + by)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;")


# ── the dative at the beginning ──────────────────────────────────────────────────────────────────────────────

_DELEGATE = re.compile(r"(?<!\w)(?:" + "|".join(sorted(DELEGATING, key=len, reverse=True)) + r")(?!\w)[:,]?\s*", re.IGNORECASE)
# Where a term or a circumstance begins, and the list of executors ends.
_TERM = re.compile(
    r"(?<!\w)(?:в(?:о)?\s+срок|до\s+(?:\d|конца|начала|янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек|следующ|наступлен|сдачи|провед|«|\")"
    r"|не\s+позднее|не\s+позже|не\s+реже|в\s+течение|к\s+(?:\d|следующ|очередн)|с\s+\d|начиная|в\s+(?:\d+\w*[- ]?\w*|[а-яё]+)[ -]?(?:\w+\s+)?срок"
    r"|в\s+(?:I|V|1|2|3|4)[IV]*\s+(?:кварт|полуг)|в\s+\d{4}|в\s+(?:кратчайш|недельн|двухнедельн|месячн|первоочередн|возможно|оператив|дальнейш|установленн"
    r"|обязательн|рамках|целях|соответстви|связи|случае|перв|янв|фев|мар|апр|мае|июн|июл|авг|сен|окт|ноя|дек)\w*|ежедневно|еженедельно|ежемесячно"
    r"|ежеквартально|ежегодно|регулярно|постоянно|незамедлительно|немедленно|срочно|своевременно|систематически|оперативно|дополнительно"
    r"|на\s+(?:перв|втор|треть|перво)\w+\s+этап|на\s+постоянной|на\s+основании|на\s+регулярной|по\s+(?:мере|итогам|результатам|окончании|завершении|истечении|каждому)|при\s+(?=[а-яё])"
    r"|с\s+(?:уч[её]том|целью|даты|момента|привлечением|использованием|начала)|согласно|пут[её]м|после\s|за\s+\d+\s+(?:дн|раб|кал|сут)|со\s+дня|еще\s+раз"
    r"|впредь|также|лично|персонально|самостоятельно|раз\s+в|один\s+раз|два\s+раза|\d+\s+раз|для\s|совместно\s+и|в\s+порядке|специально)"
    ,
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"\W*(?:в|во|до|к|ко|не|с|со|при|для|на|по|о|об|учитывая|согласно|после|за|принимая|рассмотрев|заслушав|обсудив|ежемесячно|ежегодно"
    r"|ежеквартально|ежедневно|еженедельно|незамедлительно|немедленно|срочно|также|дополнительно|кроме|исходя|совместно)(?!\w)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[,:]\s+|(?:\bг\.|\bгода|\d{4}|\bсрок|\bежемесячно|\bежегодно|\bежеквартально|\bнезамедлительно|\bнемедленно|\bдней|\bмесяца)\s+")
_HORIZON = 700


def dative_executors(sentence: str, *, roster: Roster | None = None) -> tuple[list[Executor], int]:
    """The executors at the beginning of an assignment and where they end: `([], 0)` if it names none.

    «Минфину России (Горновой Л.В.) совместно с Минтрансом России в срок до 20 апреля проработать …» → two, the first leads.
    «Рекомендовать главному врачу …», «Поручить …», «Просить члена Совета Синицына В.А. …» likewise. «Утвердить план …»,
    «Информацию принять к сведению» → none. A line that ends after them («Главам поселений:») names them too.
    """
    for place, (at, case) in enumerate(_starts(sentence)):
        if not _opens(sentence, at, case, inside=place > 0 or _PREAMBLE.match(sentence) is not None):
            continue
        end, verb = _end_of_list(sentence, at)
        if verb is None and not _is_whole_line(sentence, end):
            continue
        if verb is not None and _is_object(sentence, at, verb, case):
            continue
        elements = _elements(sentence, at, end, case)
        elements += _helpers_before_verb(sentence, end, verb)
        found = _executors(sentence, elements, roster)
        if found:
            return found, end
    return _nominative_before_verb(sentence, roster)


_NOMINATIVE_LEAD = re.compile(r"(?P<who>[^:–—\n]{3,120}?)\s*(?::|\s[–—-])\s+(?=(?P<verb>[^\W\d_]+))")


def _nominative_before_verb(sentence: str, roster: Roster | None) -> tuple[list[Executor], int]:
    """«Сидоров А.В. – завершить кладку», «Отдел кадров: подготовить приказ»: the terse way of production meetings."""
    m = _NOMINATIVE_LEAD.match(sentence)
    if m is None or not is_infinitive(m["verb"]):
        return [], 0
    names = find_persons(m["who"])
    head = find_head(m["who"], "nominative")
    if (names and names[0].start == 0) or (head is not None and head.sure and not (head.fixed and not head.proper)):
        return _executors(sentence, _elements(sentence, 0, m.end("who"), "nominative"), roster), m.end("who")
    return [], 0


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
    return replace(x, start=x.start + by, end=x.end + by, person=_moved(x.person, by) if x.person is not None else None)


_SENTENCE_END = re.compile(r"(?:(?<=[а-яёa-z0-9»)\"][.!?])|(?<=[А-ЯЁ]{2}[.!?]))[ \u00a0\n]+(?=[А-ЯЁ«])|\n+(?=[А-ЯЁ])")
_ABBREVIATED = re.compile(r"(?<!\w)(?:г|гг|им|ул|п|пп|ст|стр|тыс|млн|руб|др|пр|т|д|н|см|исп|зам|нач|зав|канд|наук|экз|обл|р|пос|с|в)\.$", re.IGNORECASE)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of an item, as (start, end); initials and «г.», «п.» before a capital do not end one."""
    bounds, at = [], 0
    depths = _depths(text)
    for m in _SENTENCE_END.finditer(text):
        if depths[m.start()] > 0 or ("\n" not in m.group() and _ABBREVIATED.search(text, max(0, m.start() - 8), m.start())):
            continue
        bounds.append((at, m.start()))
        at = m.end()
    bounds.append((at, len(text)))
    return [(s, e) for s, e in bounds if text[s:e].strip()]


def _starts(sentence: str) -> list[tuple[int, Case]]:
    """Places where a list of executors may begin, the likeliest first."""
    first = len(sentence) - len(sentence.lstrip(" \t\n–—-•«"))
    m = _DELEGATE.search(sentence, first, min(len(sentence), first + 90))
    if m is not None and (m.start() == first or _is_subject(sentence[first : m.start()])):
        return [(m.end(), _case_after(m.group()))]
    if not _PREAMBLE.match(sentence, first):
        return [(first, "dative")]
    depths = _depths(sentence[:_HORIZON])
    places: list[tuple[int, Case]] = []
    for n in _NEXT.finditer(sentence, first, min(len(sentence), _HORIZON)):
        if depths[n.start()] > 0:
            continue
        d = _DELEGATE.match(sentence, n.end())
        places.append((d.end(), _case_after(d.group())) if d is not None else (n.end(), "dative"))
        if len(places) > 16:
            break
    verb = _first_infinitive(sentence, first)
    places += _dative_inside(sentence, first, verb)
    return [(at, case) for at, case in places if verb is None or at <= verb or sentence[:at].rstrip().lower().endswith(tuple(DELEGATING))]


_TAKES_DATIVE = re.compile(
    r"(?:помощ|поддержк|содейств|предоставл|передач|выплат|направлен|доведен|услуг|служ|согласн|благодаря|вопреки|поруч|предлож|рекоменд|обращ)\w*\s",
    re.IGNORECASE,
)


def _dative_inside(sentence: str, first: int, verb: int | None) -> list[tuple[int, Case]]:
    """«В целях повышения качества руководителям ОО разработать …»: those in the dative after circumstances without a comma."""
    if verb is None:
        return []
    words = list(_WORD.finditer(sentence, first, verb))
    for before, m in itertools.pairwise(words):
        low = m.group().lower()
        if len(before.group()) < 4 or not low.endswith(("у", "ю", "ам", "ям", "ым", "им", "ому", "ему")):
            continue
        if _TAKES_DATIVE.search(sentence, max(first, m.start() - 45), m.start()):
            continue
        head = find_head(sentence, "dative", m.start())
        if head is not None and head.sure and not head.ambiguous and not head.fixed:
            return [(m.start(), "dative")]
    return []


def _case_after(verb: str) -> Case:
    return DELEGATING[verb.strip(" ,:\n\t").lower()]  # type: ignore[return-value]


def _is_subject(before: str) -> bool:
    """«Собрание поручает», «Совет рекомендует», «Считать необходимым поручить»: what may stand before the verb."""
    words = _WORD.findall(before)
    return (len(words) <= 5 and not find_persons(before) and before.strip()[-1:] not in ",;:.") or (before.strip().endswith(",") and len(words) <= 6)


def _opens(sentence: str, at: int, case: Case, *, inside: bool) -> bool:
    """Whether one who can be told to do something opens the text at this place, in the case.

    `inside` a sentence, after its circumstances, only what cannot be taken for anything else will do.
    """
    m = _PREFIX.match(sentence, at)
    at = m.end() if m is not None else at
    names = find_persons(sentence[at : at + 80])
    if names and names[0].start == 0:
        told = nominative_surname(names[0].family, case)[0]
        if inside and guess_case(names[0].family) not in ("dative", "nominative"):
            return False
        ending = ("а", "я", "ов", "ев", "ин", "ын", "ий", "ый", "ым", "ом")
        return told != names[0].family or (not inside and not names[0].family.endswith(ending))
    if is_infinitive((_WORD.match(sentence, at) or [""])[0]):
        return False
    head = find_head(sentence, case, at)
    if head is None:
        return False
    if case == "accusative" or inside:
        return head.sure and not (inside and head.fixed and head.ambiguous and not head.proper)
    return head.sure or (not head.ambiguous and not head.fixed)


@lru_cache(maxsize=512)
def _end_of_list(sentence: str, at: int) -> tuple[int, int | None]:
    """Where the list of executors ends, and where the verb of the sentence stands (None: there is no infinitive)."""
    depths = _depths(sentence[: at + _HORIZON])
    verb = None
    for m in _WORD.finditer(sentence, at, min(len(sentence), at + _HORIZON)):
        if depths[m.start()] == 0 and is_infinitive(m.group()):
            verb = m.start()
            break
    end = verb if verb is not None else len(sentence)
    first = _WORD.match(sentence, at)
    for m in _TERM.finditer(sentence, first.end() if first is not None else at, end):
        if depths[m.start()] == 0 and not (m.group().lower().startswith("при") and sentence[m.end() : m.end() + 7].lower() == "участии"):
            return m.start(), verb
    if verb is None:
        colon = next((i for i in range(at, min(end, len(depths))) if sentence[i] == ":" and depths[i] == 0), None)
        end = colon if colon is not None else end
    else:
        not_word = re.search(r"(?<!\w)не\s+$", sentence[max(0, end - 5) : end])
        end -= len(not_word.group()) if not_word is not None else 0
    return end, verb


def _first_infinitive(sentence: str, at: int) -> int | None:
    for m in _WORD.finditer(sentence, at, min(len(sentence), at + _HORIZON)):
        if is_infinitive(m.group()) and m.group().lower() not in DELEGATING:
            return m.start()
    return None


def _is_whole_line(sentence: str, end: int) -> bool:
    """A line that only names the executors: «Главам сельских поселений:», «Правительству области в срок до 1 мая:»."""
    return sentence[end:].strip(" .") in ("", ":") or sentence.rstrip().endswith(":")


def _is_object(sentence: str, at: int, verb: int, case: Case) -> bool:
    """«ППР на 2023 год утвердить», «Тарасову И.О. избрать»: what is decided upon, not one who acts."""
    m = _WORD.match(sentence, verb)
    if m is None or m.group().lower() not in CONSTATIVE or case != "dative":
        return False
    names = find_persons(sentence[at : at + 80])
    if names and names[0].start == 0:
        return True
    head = find_head(sentence, "dative", at)
    return head is not None and head.fixed and not is_dative_phrase(sentence[head.end :].strip())


def _helpers_before_verb(sentence: str, end: int, verb: int | None) -> list[_Element]:
    """«… до 1 мая совместно с Минтрансом России представить»: helpers named between the term and the verb."""
    if verb is None or verb <= end:
        return []
    m = _JOIN.search(sentence, end, verb)
    if m is None:
        return []
    stop = _TERM.search(sentence, m.end(), verb)
    at = m.end() + len(sentence[m.end() :]) - len(sentence[m.end() :].lstrip())
    index = next(int(k[1:]) for k, v in m.groupdict().items() if v is not None)
    case: Case = JOINING[index][1]  # type: ignore[assignment]
    found = _elements(sentence, at, stop.start() if stop is not None else verb, case)
    return [e._replace(co=True) for e in found]
