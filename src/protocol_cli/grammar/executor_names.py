"""One who answers for an assignment: a body, a group, a post with its holder, a person; the name in the nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from protocol_cli.grammar.lexicon.bodies import BODY_HEADS, CO_MARKS, DROPPED_MARKS, LEAD_MARKS
from protocol_cli.grammar.nominative import find_head, nominative_phrase
from protocol_cli.grammar.persons import (
    NameParts,
    PersonName,
    Roster,
    find_persons,
    find_surnames,
    looks_like_surname,
    nominative_name,
)
from protocol_cli.grammar.short_bodies import short_body
from protocol_cli.grammar.surnames import Case
from protocol_cli.morphology import is_known

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


class Phrase(NamedTuple):
    """Where one executor is named, in what case, and whether among the helpers."""

    start: int
    end: int
    case: Case
    co: bool


_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?\(([^()]*)(?:\)|$)")
# What stands before a name and is no part of it.
NAME_PREFIX = re.compile(r"(?:и|а также|также|г-ну|г-же|т\.|тов\.|г-н|г-жа)\s+", re.IGNORECASE)


def name_executors(text: str, elements: list[Phrase], roster: Roster | None) -> list[Executor]:
    """Read each phrase as an executor; the first leads, or the one marked «свод», «созыв»."""
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


def _executor(text: str, element: Phrase, roster: Roster | None) -> tuple[Executor | None, str | None]:
    start, end = _trimmed(text, element.start, element.end)
    if start >= end:
        return None, None
    raw = text[start:end]
    body, inner, mark = _without_brackets(raw)
    role: Role = "co" if element.co else "lead"
    person = parts = position = None
    offset = start
    names = [] if _IN_COMPOSITION.search(body) else find_persons(body) or _bare_surname(body) or _first_and_last(body) or _known(body, roster)
    if names:
        person, parts, position, name = _with_person(body, names[0], element.case, roster)
        person = moved(person, offset + raw.find(body[person.start : person.end]) - person.start)
        if inner and position is None and not find_persons(inner[0][1]):
            post = find_head(inner[0][1].strip(), "nominative")
            position = nominative_phrase(inner[0][1].strip()) if post and post.lemma not in BODY_HEADS else None
    else:
        name = _inner_nominative(_clean(nominative_phrase(_clean(body), element.case)), element.case)
        for at, inside in inner:
            found = find_persons(inside) or _bare_surname(inside)
            if found:
                person = moved(found[0], offset + at)
                parts = _named(found[0], element.case, roster)
                position = _post_beside(inside, found[0], element.case)
                break
    if not name or (person is None and _PREPOSITION.match(name)):
        return None, None
    return Executor(start, end, raw, name, person, parts, position, role, element.case), mark


# «комиссии в составе Иванова И.И., Петрова П.П.»: the names belong to the body.
_IN_COMPOSITION = re.compile(r"(?<!\w)в\s+составе(?!\w)")
_PREPOSITION = re.compile(r"(?:в|во|до|к|ко|не|с|со|при|для|на|по|о|об|от|за|из|у)\s", re.IGNORECASE)


def _only_a_surname(word: str) -> bool:
    """«Сидоров» by its end, «Хлус» because no dictionary knows it, «Вдовых» because nobody is called so but by surname."""
    low = word.lower()
    return looks_like_surname(word) or not is_known(low) or (low.endswith(("ых", "их")) and low not in ("их", "таких"))


def _known(body: str, roster: Roster | None) -> list[PersonName]:
    """«Чеснок»: a word of the dictionary that is the surname of one whom the document names."""
    if roster is None or not re.fullmatch(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?", body):
        return []
    names = find_surnames(body)
    return names if len(names) == 1 and roster.find(names[0]) else []


def _first_and_last(body: str) -> list[PersonName]:
    """«Ткаченко Руслан»: a surname and a first name, and nothing else."""
    names = find_persons(body, first_last=True)
    return names if len(names) == 1 and names[0].start == 0 and names[0].end == len(body) else []


_OBLIQUE: tuple[Case, ...] = ("dative", "genitive", "instrumental")


def _bare_surname(body: str) -> list[PersonName]:
    """«Сидоров» in a list of executors: one capitalised word that ends like a surname and is no post or body."""
    if not re.fullmatch(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?", body) or not _only_a_surname(body):
        return []
    if any(short_body(body, case) is not None for case in _OBLIQUE):
        return []  # «совместно с Росморречфлотом»
    cases: tuple[Case, ...] = ("nominative", "dative")
    proper = any(head is not None and head.proper for head in (find_head(body, case) for case in cases))
    return [] if proper else find_surnames(body)


# An initial, or a word written short.
_KEEPS_POINT = re.compile(r"(?<![^\W\d_])[А-ЯЁA-Z]\.$|(?<!\w)(?:г|др|пр|обл|т\.д)\.$")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n\u00a0,;:–—-":
        start += 1
    m = NAME_PREFIX.match(text, start, end)
    start = m.end() if m is not None else start
    while end > start and (text[end - 1] in " \t\n\u00a0,;:–—-" or text[end - 2 : end] == " и"):
        end -= 1
    if end > start and text[end - 1] == "." and not _KEEPS_POINT.search(text, start, end):
        end -= 1
    return start, end


def _without_brackets(raw: str) -> tuple[str, list[tuple[int, str]], str | None]:
    """Take the marks off a name: the rest, what stands in other brackets with its place, the mark «lead» or «co»."""
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
        elif find_persons(m[1]) or _bare_surname(m[1]) or _is_post(m[1]):
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


_FORE_WORD = re.compile(
    r"^(?:г-ну|г-же|г-н|г-жа|т\.|тов\.|отв\.?|исп\.?|ответственн\w+|исполнител\w+)(?:\s+исполнител\w+)?$", re.IGNORECASE
)


def _with_person(
    body: str, name: PersonName, case: Case, roster: Roster | None
) -> tuple[PersonName, NameParts, str | None, str]:
    """Read a person alone, a post with its holder, or a holder with the post after a dash or a comma."""
    before, after = body[: name.start].strip(), body[name.end :].strip()
    if before:
        before = _FORE_WORD.sub("", before).rstrip(" ,–—-:")
    if re.search(r"(?:под\s+(?:руководством|председательством)|во\s+главе\s+со?)$", before, re.IGNORECASE):
        governed: Case = "instrumental" if before.endswith(("с", "со")) else "genitive"
        return name, _named(name, governed, roster), None, f"{nominative_phrase(_clean(before), case)} {name.text}"
    parts = _named(name, case, roster)
    if before:
        position = _clean(nominative_phrase(_clean(before), case))
        head = find_head(before, case)
        if head is not None and head.lemma in BODY_HEADS:
            return name, parts, None, position
        return name, parts, position, f"{position} {parts.name}" + (f" {after}" if after else "")
    m = re.match(r"[,–—-]*\s*", after)
    if m is not None and len(after) > m.end() and (m.end() > 0 or _is_post(after)):
        position = _clean(nominative_phrase(_clean(after[m.end() :]), case))
        joint = after[: m.end()].strip() or ","
        return name, parts, position, f"{parts.name}{'' if joint == ',' else ' '}{joint} {position}"
    return name, parts, None, parts.name


def _post_beside(inside: str, name: PersonName, case: Case) -> str | None:
    post = (inside[: name.start] + " " + inside[name.end :]).strip(" ,–—-")
    if not post or find_persons(post):
        return None
    return _clean(nominative_phrase(_clean(post), case if find_head(post, "nominative") is None else "nominative"))


def _named(name: PersonName, case: Case, roster: Roster | None) -> NameParts:
    return roster.resolve(name, case) if roster is not None else nominative_name(name, case)


def moved(name: PersonName, by: int) -> PersonName:
    """Give the same name further on in the text by that many characters."""
    return replace(name, start=name.start + by, end=name.end + by)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;")
