"""A list of those who answer: «МКУ «Городское хозяйство» (Самойлов Д.Р.), отдел культуры» is two.

The first named leads (типовые регламенты), or the one marked «свод», «созыв».
"""

from __future__ import annotations

import re

from protocol_cli.grammar.executor_names import NAME_PREFIX, Executor, Phrase, name_executors
from protocol_cli.grammar.lexicon.bodies import BODY_HEADS, FIELDS, JOINING, LEGAL_FORMS
from protocol_cli.grammar.lexicon.posts import FIXED_POSTS, POST_HEADS
from protocol_cli.grammar.nominative import Head, case_of_head, find_head
from protocol_cli.grammar.persons import PersonName, Roster, find_persons, looks_like_surname
from protocol_cli.grammar.surnames import Case, guess_case

_JOINING_CASES: tuple[Case, ...] = tuple(case for _, case in JOINING)
JOIN = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<j{i}>{p})" for i, (p, _) in enumerate(JOINING)) + r")(?!\w)", re.IGNORECASE
)
_COMMA = re.compile(r"[,;]\s*|(?<!\s)\s*\n\s*|(?<!\s)\s+/\s+|/(?=[А-ЯЁ]\.|[А-ЯЁ][а-яё]+ [А-ЯЁ]\.)")
_SPACE = re.compile(r"\s*")
_AND = re.compile(r"(?<!\s)\s+(?:и|а\s+также)\s+(?=\S)")
_NOT_JOINED = re.compile(
    r"(?<!\w)(?:по\s+согласованию\s+со?|с\s+привлечением|во\s+взаимодействии\s+со?|при\s+содействии|через)(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPEN = '«(“„["'
_PAIRS = {"»": "«", ")": "(", "”": "“", "]": "["}
_QUOTE = re.compile(r"[«»]")
# A label that the caller may have left: «Ответственные – …», «Отв. …».
_LABEL = re.compile(
    r"\s*(?:ответственн\w+|отв\.?|исполнител\w+|исп\.?)(?:\s+исполнител\w+|\s+лиц\w+|\s+за\s+исполнение)?\s*[:–—-]\s*",
    re.IGNORECASE,
)


def depths_of(text: str) -> list[int]:
    """Count for each character the brackets and quotes that are open around it; itself one, it counts as inside.

    One «»» may close two «: «ООО «УК «Уют», ТСЖ «Заря»» as the typists write it.
    """
    depths: list[int] = []
    opened: list[str] = []
    for i, c in enumerate(text):
        if c == '"' and opened[-1:] == ['"']:
            depths.append(len(opened))
            opened.pop()
            continue
        closing = _PAIRS.get(c)
        if closing is not None and opened:
            depths.append(len(opened))
            if closing in opened:
                while opened.pop() != closing:
                    pass
                if c == "»" and _next_quote(text, i + 1) != "»":
                    opened = [o for o in opened if o != "«"]
            continue
        depths.append(len(opened))
        if c in _OPEN:
            opened.append(c)
    return depths


def _next_quote(text: str, at: int) -> str:
    m = _QUOTE.search(text, at, at + 200)
    return m.group() if m is not None else ""


def split_executors(
    text: str, *, roster: Roster | None = None, case: Case | None = None, several: bool = False
) -> list[Executor]:
    """Part the executors of a phrase, in its order: «отдел по культуре и спорту, управление образования»: two.

    The phrase stands after a label («Ответственные –», «Исполнители:») or in a table's cell; its case is found out
    unless given. With `several` (the label says that they are more than one) a name and a post after it are two.
    Commas inside participial clauses, names of bodies, quotes and brackets do not part.
    """
    label = _LABEL.match(text)
    start = label.end() if label is not None else 0
    elements = phrases_of(text, start, len(text), case or _case_of_list(text[start:]), several=several)
    return name_executors(text, elements, roster)


def _case_of_list(text: str) -> Case:
    persons = find_persons(text[:80])
    if persons and persons[0].start == 0:
        return "dative" if guess_case(persons[0].family) == "dative" else "nominative"
    told = case_of_head(text.lstrip())
    return told if told in ("dative", "instrumental") else "nominative"


# «правительствам Оренской и Курманской областей»: two places share the noun
_TWO_PLACES = re.compile(
    r"[А-ЯЁ][а-яё-]+(?:ской|ского|цкой|цкого|ной|ного)\s+и\s+[А-ЯЁ][а-яё-]+(?:ской|ского|цкой|цкого|ной|ного)\s+"
    r"(?:[а-яё]+(?:ых|их)\s+)?(?:областей|кра[её]в|районов|округов|республик|городов|поселений)(?![а-яё])"
)


_ADJECTIVES_ONLY = re.compile(r"\s*(?:[А-ЯЁа-яё-]+(?:ым|им|ому|ему|ой|ых|их|ыми|ими|ые|ие|ный|ная)\s*)+")


def phrases_of(text: str, start: int, end: int, case: Case, *, several: bool = False) -> list[Phrase]:
    """Part text[start:end] into phrases of one executor each; the first stands in the case. `several` as in `split_executors`."""
    depths = depths_of(text[start:end])
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
            co, told = True, _JOINING_CASES[int(kind[4:])]
            opened = at = after
        elif kind == "stop":
            cuts.append((opened, pos, told, co))
            opened = at = _after_stop(body, after, told, persons)
        elif kind == "and" and _ADJECTIVES_ONLY.fullmatch(body, opened, pos):
            continue  # «муниципальным бюджетным и автономным учреждениям»
        elif kind == "and" and _TWO_PLACES.search(body[pos - 40 if pos > 40 else 0 : after + 60], 0):
            continue
        elif kind == "hard" or _starts_executor(
            body, after, told, persons, strict=kind == "and", before=body[opened:pos]
        ):
            if not body[opened:pos].strip():
                opened = after
                continue
            cuts.append((opened, pos, told, co))
            opened = at = after
    cuts.append((opened, len(body), told, co))
    return [
        Phrase(start + s, start + e, c, k)
        for s, e, c, k in _joined(body, cuts, several=several)
        if body[s:e].strip(" ,;.–—-\n")
    ]


def _marks(body: str) -> list[tuple[int, int, str]]:
    """Places where one executor may end: (start, end, "comma" | "hard" | "and" | "stop" | "join" with its number)."""
    marks = [(m.start(), m.end(), "hard" if ";" in m.group() else "comma") for m in _COMMA.finditer(body)]
    marks += [(m.start(), m.end(), "and") for m in _AND.finditer(body)]
    marks += [(m.start(), _SPACE.match(body, m.end()).end(), f"join{joining_index(m)}") for m in JOIN.finditer(body)]  # type: ignore[union-attr]
    marks += [(m.start(), m.end(), "stop") for m in _NOT_JOINED.finditer(body)]
    return sorted(marks)


def joining_index(m: re.Match[str]) -> int:
    """Tell which of the joining expressions matched."""
    return next(int(k[1:]) for k, v in m.groupdict().items() if v is not None)


def joining_case(m: re.Match[str]) -> Case:
    """Tell the case that follows a joining expression: «совместно с» → "instrumental"."""
    return _JOINING_CASES[joining_index(m)]


def _after_stop(body: str, at: int, case: Case, persons: dict[int, PersonName]) -> int:
    """Past what is governed by «по согласованию с», to the next executor after a comma."""
    for m in re.finditer(r"[,;\n]\s*", body[at:]):
        if _starts_executor(body, at + m.end(), case, persons, strict=False, before=""):
            return at + m.end()
    return len(body)


def _is_bare_surname(body: str, word: re.Match[str]) -> bool:
    """«Сидоров, Хасанов»: a surname that stands alone, in the nominative."""
    name = word.group()
    alone = _SURNAME_ENDS.match(body, word.end()) is not None
    return alone and name[0].isupper() and looks_like_surname(name) and guess_case(name) == "nominative"


_SURNAME_ENDS = re.compile(r"\s*(?:[,;/(–]|$|и\s)")


_SHORT_POST = re.compile(r"(?:[а-яё]{2,5}\. ?){1,2}")  # «асс. Петров П.П.», «ст. преп. Галай Е.Е.»


def _starts_executor(
    body: str, at: int, case: Case, persons: dict[int, PersonName], *, strict: bool, before: str
) -> bool:
    """Whether one more executor begins here, rather than one more word of the name before."""
    m = NAME_PREFIX.match(body, at)
    at = m.end() if m is not None else at
    short = _SHORT_POST.match(body, at)
    if at in persons or (short is not None and short.end() in persons):
        return " в составе" not in before
    word = _WORD.match(body, at)
    head = find_head(body, case, at)
    if head is None:
        return case == "nominative" and word is not None and _is_bare_surname(body, word)
    if head.fixed and head.lemma.isupper():
        if strict and head.lemma in FIELDS:
            return False
        named = head.lemma in LEGAL_FORMS and body[head.end :].lstrip()[:1] in ("«", '"', "“")
        return not strict or named or _is_abbreviation(before) or _stands_alone(before, case)
    if not head.sure:
        return False
    if not head.edits or word is None:
        return True
    # A participial clause: «…, осуществляющие управление в сфере образования».
    return not (head.lemma.endswith(_PARTICIPLE_ENDINGS) and _is_clause(head, word.group()))


_PARTICIPLE_ENDINGS = ("щие", "щий", "щая", "щим", "щему", "вшие", "вшим", "ные", "ным")


def _is_clause(head: Head, first: str) -> bool:
    """Whether it is a head that is itself a participle, and no post like «исполняющий обязанности»."""
    low = first.lower()
    return head.lemma == low and not low.startswith(("исполня", "заведующ", "управляющ", "временно"))


def _is_abbreviation(before: str) -> bool:
    words = before.replace("(", " ").split()
    return len(words) > 0 and all(w.strip(",.;»«()").isupper() or not w.strip(",.;»«()").isalpha() for w in words)


def _stands_alone(before: str, case: Case) -> bool:
    """Whether an abbreviation after «и» is no part of the name before: «управляющие компании и ТСЖ».

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


PAIR = 2  # a name and a post


def _joined(body: str, cuts: list[tuple[int, int, Case, bool]], *, several: bool) -> list[tuple[int, int, Case, bool]]:
    """Give a post back to the name before it: «Иванов И.И., директор; Петров П.П., завхоз», «Иванов И.И., директор».

    Only where «;» parts the persons or names and posts take turns: in «Иванов И.И., директора школ, отдел кадров»
    and «Иванов И.И., главный бухгалтер, отдел кадров» each stands for itself, and so in «Ответственные: Иванов И.И.,
    завхоз», where there must be two (`several`).
    """
    kinds = [_name_or_post(body[s:e], case) for s, e, case, _ in cuts]
    alone = several and len(cuts) == PAIR
    if ";" not in body and (alone or kinds != ["name", "post"] * (len(cuts) // 2)):
        return cuts
    out: list[tuple[int, int, Case, bool]] = []
    for i, cut in enumerate(cuts):
        joins = i > 0 and kinds[i] == "post" and kinds[i - 1] == "name"
        if joins and body[out[-1][1] : cut[0]].strip() in (",", ""):
            out[-1] = (out[-1][0], cut[1], out[-1][2], out[-1][3])
        else:
            out.append(cut)
    return out


def _name_or_post(phrase: str, case: Case) -> str | None:
    """Tell whether a phrase is a person's name alone, or the post of one person alone."""
    phrase = phrase.strip()
    names = find_persons(phrase)
    if names:
        return "name" if names[0].start == 0 and names[0].end >= len(phrase) else None
    head = find_head(phrase, case)
    return "post" if head is not None and head.lemma.lower() in POST_HEADS | FIXED_POSTS and not head.plural else None
