"""Evidence of people: signatures, executors, lists of participants."""

from __future__ import annotations

import re

from protocol_cli.grammar.persons import find_persons
from protocol_cli.outline.evidence import Evidence, Sight
from protocol_cli.outline.patterns import INITIALS, NAME, NAME_ONLY, POST, SURNAME
from protocol_cli.outline.section import Section as S

_INITIALS_FIRST = re.compile(rf"[_/ .]*{INITIALS}{SURNAME}[_/ .]*$")
_NAMES = re.compile(rf"\(?{NAME}(?: ?[,;] ?{NAME})*[.;,)]?$")
_NAME_END = re.compile(rf"(?<![а-яё]) ?[_/]*({NAME})[/ ]*$")
_NAME_HEAD = re.compile(rf"{NAME} ?[-–—,(]")
_FULL_NAME = re.compile(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+$")
_POST_FULL_NAME = re.compile(
    r"[А-ЯЁ][а-яё-]+ (?:[а-яё-]+ ){0,6}[А-ЯЁ][а-яё-]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|чна|оглы|кызы)(?P<rest>.*)$"
)
_FULL_NAME_LINE = re.compile(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|чна|оглы|кызы),?$")
_FULL_NAME_HEAD = re.compile(rf"{SURNAME} [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|ична|инична|оглы|кызы), ")
_POST_SURNAME = re.compile(rf"[А-ЯЁ][а-яё-]+ (?:[а-яё-]+ ){{0,5}}{SURNAME} {INITIALS}$")
_BLANK_LINE = re.compile(r"_{4,}")
_POST_HEAD = re.compile(rf"{POST}|ответственн\w+ за (?:ведение )?протокола? ", re.IGNORECASE)
_LABEL_OPEN = re.compile(r"^протокол (?:вел|составил|оформил)[аи]?\b[^а-я]*$|^за протокол[^а-я]*$")
_FROM = re.compile(r"(?:от|со стороны) [А-ЯЁа-яё«]")
_SIDE = re.compile(r"(?:От|Со стороны) [А-ЯЁа-яё«][^:.]{2,80}: ?")
_PARTICIPANT_GROUP = re.compile(
    r"(?:от|со стороны) .{3,120}:$|(?:члены|представители|приглашенные|участники)[^.]{0,80}:$"
)
_NAME_AT_HEAD = re.compile(NAME)
_INITIALS = re.compile(INITIALS)
_ABOVE_PHONE = re.compile(r"[+(\d]|тел|т\. ?[\d(+]|8 ?\(")
_PHONE_LINE = re.compile(r"[+(]?\d[\d ()+-]{6,}(?:,? ?(?:доб|вн)\.? ?\d+)?(?:[,;]? \S+@\S+)?$|т(?:ел)?\.?:? ?[\d+(]")
_PHONE = re.compile(r"(?:8|\+7)?[ (]*\d{2,5}[ )\d-]{4,}")
_PHONE_INSIDE = re.compile(r"(?<!\d)\d{1,3}[- ]\d{2}[- ]\d{2}(?!\d)|\d{5,}")
_SURNAME_PHONE = re.compile(r"[А-ЯЁ][а-яё]{3,20},? (?:т(?:ел)?\.? ?)?[+(]?\d[\d ()-]{4,}$")
# «Исп. Жигалина Светлана Николаевна, 2-31-08» under a protocol: who typed it, not who is to do its last item
_MADE_BY = re.compile(r"исп(?:олнитель|олн)?\.? ?:? ?[а-яё][а-яё .-]{4,60},? (?:тел\.? ?)?[+(\d][\d ()-]{4,}$")
_MADE_BY_ALONE = re.compile(r"исп(?:олнитель|олн)?\.? ?:? ?[а-яё][а-яё .-]{4,60}$")
_PROSE = re.compile(r"[а-я]{3,} [а-я]{3,} [а-я]{3,}")
LONGEST = 300  # characters of a line in which names are looked for
LONG = 60  # characters of a line that is no post
_DASHES = ("–", "-", "—")
_LISTS = (S.PRESENT, S.ABSENT, S.INVITED)
_SIGNS = (S.SIGNATURE, S.SIGNED)
_MAKERS = (S.EXECUTOR, S.CONTACT)


def weigh_signatures(sight: Sight, e: Evidence) -> None:
    """A name alone, a post and a name, a post above a name."""
    text, row = sight.text[:LONGEST], sight.row
    name_only = bool(NAME_ONLY.match(text))
    posted = text[:1].isupper() and bool(_POST_HEAD.match(text))
    blank = bool(_BLANK_LINE.search(text))
    if blank or posted or name_only:
        e.belong(2, S.APPROVAL)
    if (side := _SIDE.match(text)) and any(name.start == 0 for name in find_persons(text[side.end() :])):
        e.open(6, "a side with its people", S.PRESENT)  # «От Заказчика:     Вершков Е.Б. – ведущий инженер»
        e.belong(2, S.PRESENT, S.INVITED, S.ABSENT)
    if name_only:
        _weigh_name(sight, e)
    elif _FROM.match(text):
        e.belong(2.5, S.PRESENT, S.INVITED)
    elif len(row.pieces) > 1 and (posted or blank or row.index > 8) and NAME_ONLY.match(row.pieces[-1].text):
        e.open(6 if posted else 4, "post and name", *_SIGNS)
        e.belong(4, *_SIGNS)
        e.belong(-2, S.BODY, S.DECISIONS)
    elif blank and _NAME_END.search(text.split("«")[0].rstrip(' "0123456789.')):
        signs = _SIGNS if posted else (S.SIGNED,)
        e.open(5, "name after a line for the signature", *signs)
        e.belong(3, *signs)
    elif posted:
        _weigh_post(sight, e)


def _weigh_name(sight: Sight, e: Evidence) -> None:
    text = sight.text
    initials_first = bool(_INITIALS_FIRST.match(text))
    if e.glued and len(sight.above) > LONG and not sight.above.endswith((".", ";", ":", "!")):
        return  # «… возложить на заместителя главы администрации» / «Кочкина А.Л.»: the end of a sentence
    e.open(4.0 if initials_first else 1.5, "a name alone", *_SIGNS)
    e.belong(1.5, *_SIGNS)
    e.belong(0.7, S.ADDRESSEES, *_MAKERS)
    if not initials_first:
        full = len(text.split()) == 3 and "." not in text
        e.open(6 if full else 3, "a name alone, surname first", S.EXECUTOR)
        e.open(4 if full else 2, "a name alone, surname first", S.CONTACT)
    if _ABOVE_PHONE.match(sight.below):
        e.open(6, "a name above a phone", *_MAKERS)


def _weigh_post(sight: Sight, e: Evidence) -> None:
    text = sight.text
    if len(text) < 120 and not text.endswith(".") and (found := _NAME_END.search(text)):
        e.open(4.0 if _INITIALS.match(found[1]) else 2.5, "post and name", *_SIGNS)
        e.belong(2, *_SIGNS)
    elif sight.mark is None and len(text) < 200 and NAME_ONLY.match(sight.below_text):
        e.open(4, "a post above a name", *_SIGNS)
        e.belong(1.5, *_SIGNS)
    elif sight.mark is None and len(text) < 80 and not text.endswith((".", ":", ";")):
        e.open(2.5, "a post alone", *_SIGNS)
        e.belong(0.5, *_SIGNS)


def weigh_executor(sight: Sight, e: Evidence) -> None:
    """The executor's mark: a name or a line above a phone, a name with a phone, an address of mail."""
    text, folded, row = sight.text, sight.folded, sight.row
    ends = text.endswith((".", ":", ";"))
    if row.index > 8 and len(text) < 70 and text[:1].isupper() and not ends and _PHONE_LINE.match(sight.below):
        e.open(3, "a line above a phone", S.EXECUTOR)
    made_by = text[:1].isupper() and not ends and len(text) < 70 and _FULL_NAME.match(sight.below_text)
    if row.index > 5 and row.row.blank_before and made_by and not sight.below_apart and _PHONE_LINE.match(sight.further):
        e.open(8, "a post above a full name and a phone", S.EXECUTOR)
        e.belong(2, S.EXECUTOR)
    if row.index > 4 and row.row.blank_before and _FULL_NAME_LINE.match(text) and _post_and_phone_below(sight):
        e.open(9, "a full name above a post and a phone", S.EXECUTOR)
        e.belong(2, S.EXECUTOR)
    posted = _POST_FULL_NAME.match(text[:LONGEST])
    if row.index > 4 and row.row.blank_before and posted is not None and _phone_follows(posted["rest"], sight):
        e.open(9, "a post and a full name with a phone", S.EXECUTOR)
        e.belong(3, S.EXECUTOR)
    surname_first = _POST_SURNAME.match(text[:LONGEST])
    if row.index > 8 and surname_first and not sight.below_apart and _PHONE_LINE.match(sight.below):
        e.open(6, "a post and a surname above a phone", S.EXECUTOR)
        e.belong(2, S.EXECUTOR)
    if row.index > 8 and len(text) < 110 and not text.endswith((";", ":")) and _FULL_NAME_HEAD.match(text):
        e.open(5, "a full name with a post", S.EXECUTOR)
        e.open(2, "a full name with a post", S.CONTACT)
    if len(folded) < 50 and _PHONE.match(folded):
        e.open(1, "a phone", S.EXECUTOR)
        e.belong(3, *_MAKERS)
        e.belong(1, S.LETTERHEAD)
    elif len(folded) < 110 and _PHONE_INSIDE.search(folded) and _NAME_AT_HEAD.match(text):
        e.open(6, "a name and a phone", S.EXECUTOR)
        e.open(4, "a name and a phone", S.CONTACT)
        e.belong(3, *_MAKERS)
    if row.row.blank_before and len(folded) < 110 and (
        _MADE_BY.match(folded) or (_MADE_BY_ALONE.match(folded) and _PHONE_LINE.match(sight.below))
    ):
        e.open(7, "an executor's mark with a phone", S.CONTACT)
        e.belong(-3, S.DECISIONS)
    if row.index > 8 and _SURNAME_PHONE.match(text):
        e.open(5, "a surname and a phone", S.EXECUTOR)
        e.belong(3, S.EXECUTOR)
    if "@" in folded and len(folded) < 70 and not _PROSE.search(folded):
        e.belong(3, *_MAKERS)


def _post_and_phone_below(sight: Sight) -> bool:
    """«Горбань Ирина Леонидовна,» / «консультант отдела,» / «(8446) 55-02-37»."""
    posted = sight.below_text[:1].islower() or _POST_HEAD.match(sight.below_text) or "-" in sight.below_text
    return bool(posted) and not sight.below_apart and bool(_PHONE_LINE.match(sight.further))


def _phone_follows(rest: str, sight: Sight) -> bool:
    """Whether a phone stands in the rest of the line, or alone in the line below."""
    inside = _PHONE_LINE.match(rest.lstrip(" ,–—-")) if rest.strip() else None
    return inside is not None or (not rest.strip(" ,") and not sight.below_apart and bool(_PHONE_LINE.match(sight.below)))


def _presides(e: Evidence) -> bool:
    return max(e.weight(S.CHAIR), e.weight(S.SECRETARY), e.weight(S.KEPT)) >= 7


_LABEL_ALONE = (
    (S.CHAIR, re.compile(r"[^:]{0,40}\bпредседатель(?:ствующ\w+|ствовал\w?)? ?:$")),
    (S.SECRETARY, re.compile(r"[^:]{0,30}\bсекретарь(?: \w+)? ?:$")),
)


def weigh_lists(sight: Sight, e: Evidence) -> None:
    """Names and groups of a list of participants; who kept the protocol, under the label."""
    text = sight.text[:LONGEST]
    if len(sight.row.pieces) > 1 and NAME_ONLY.match(sight.row.pieces[-1].text.lstrip("-–— ")) and not _presides(e):
        e.belong(8, *_LISTS, S.CHAIR, S.SECRETARY)  # «директор департамента      И.И. Иванов»: in a list it is no signature
    elif _NAMES.match(text):
        e.belong(4, *_LISTS)
        e.belong(1.5, S.SPOKE, S.HEARD)
    elif _NAME_HEAD.match(text) or (any(d in text for d in _DASHES) and _NAME_END.search(text)):
        e.belong(1.2, S.PRESENT, S.ABSENT, S.INVITED)
    if _PARTICIPANT_GROUP.match(sight.folded):
        e.belong(2, S.PRESENT, S.INVITED)
    if sight.above.endswith(":") and (_NAME_HEAD.match(text) or _NAME_END.search(text)):
        for section, label in _LABEL_ALONE:
            if label.match(sight.above):
                e.belong(5, section)
    if sight.above.startswith(("протокол", "за протокол")) and _LABEL_OPEN.search(sight.above):
        e.belong(6, S.KEPT)
        for maker in _MAKERS:
            e.opens.pop(maker, None)  # the name under «Протокол вела» is no executor's, though a phone follows
