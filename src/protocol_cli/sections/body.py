"""The text of a letter: its paragraphs, and what it asks somebody to do."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Sequence

from protocol_cli.grammar.deadlines import find_terms
from protocol_cli.grammar.lexicon.bodies import ASKING
from protocol_cli.grammar.organisations import dative_executors
from protocol_cli.grammar.verbs import starts_with_infinitive
from protocol_cli.layout.numbering import MarkKind, read_mark
from protocol_cli.layout.paragraphs import Paragraph, paragraphs
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.sentences import split_sentences
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Assignment
from protocol_cli.sections.assignments import ANNOUNCES, Given, assignments_of
from protocol_cli.sections.items import Item, read_items
from protocol_cli.sections.labels import Tail, opens_label, split_labels
from protocol_cli.sections.paper import Paper

_ASKS = re.compile(
    r"(?<![А-Яа-яЁё])(?:прос(?:им|ит|ят|ил[аи]? бы)|прошу|просьба|предлага(?:ем|ю)|поручаю|"
    r"необходимо (?:\w+ ){0,4}?(?:представ|направ|обеспеч|провес|принять|сообщ|организ|довести|заполн|устран|"
    r"подготов)\w*|"
    r"ходатайству(?:ем|ет|ю)|обраща(?:юсь|емся)(?: к [А-ЯЁа-яё]+)? с просьбой|"
    r"настоятельно (?:просим|рекомендуем)|рекоменду(?:ем|ю)|убедительно просим|обязыва(?:ем|ю)|"
    r"требу(?:ем|ю|ет)|предписыва\w+|предлагается (?:явиться|прибыть|представить|предоставить|устранить|погасить|направить|обеспечить)|"
    r"(?:необходимо|надлежит|следует)(?=:$))(?![А-Яа-яЁё])",
    re.IGNORECASE,
)
_OFFERS = re.compile(r"(?<![А-Яа-яЁё])предлага(?:ем|ю)(?![А-Яа-яЁё])", re.IGNORECASE)
_YOU = re.compile(r"\b[Вв]ам\b")
_NEAR = 120  # characters
_REQUIRED = re.compile(
    r"\b(?:необходимо|надлежит) (?:\w+[ ,]+){0,8}?(?:представ|предостав|направ|сообщ|обеспеч|провес|организ|"
    r"устран|погас|информир|уведом|заполн|прислать|перечисл|довес|назнач|подгот|явиться|прибыть|принять меры)\w*\b|"
    r"\b(?:сведения|информаци\w+|отч[её]т\w*|заявк\w+) необходимо (?:представ|направ)\w+",
    re.IGNORECASE,
)
_OUGHT = re.compile(r"\b(?:необходимо|надлежит|следует)(?= )", re.IGNORECASE)
_THEY_OFFER = re.compile(r"(?<=[а-яё»)] )предлагает(?= )")
_POLITELY = re.compile(
    r"(?:Б|б)уд(?:ем|у) (?:[а-яё]+ )?(?:призна|благодар)[а-яё]+(?:,? (?:если|за)\b)|"
    r"(?:Н|н)апомина(?:ем|ю) (?:[а-яё]+ )?о необходимости [а-яё]+(?:ть|ти|чь|ться)\b"
)
# «Отчёт о проделанной работе направить в министерство до 8 ноября»: an infinitive with its object before it, and a term
_ORDER = re.compile(
    r"(?:Отч[её]т|Информаци[юя]|Сведения|Материалы|Документы|Заявк[иу]|Предложения|Списки?|Сведений|План|Копи[июя]|Ответ|Акты?|Фотоотч[её]т)"
    r"\b[^.;:]{0,160}? (?:представить|предоставить|направить|направлять|представлять|сообщить|передать|сдать|выслать|прислать)\b"
)
_SHOULD = re.compile(
    r"\bдолж(?:ен|на|но|ны) (?:быть (?:[а-яё]+ )?(?:представлен|направлен|передан|сдан|внесен|внесён|подан|предоставлен|возвращен|"
    r"оплачен|перечислен|размещен|заключен)\w*|(?:представля|передава|направля|поступа|сдава|предоставля)\w+)"
)
_TOLD = re.compile(r"[ ,]*[а-яё]+(?:л[аои]?|ает|яет|ует|ают|яют|уют)(?= )(?<!следует)")
_CASE = re.compile(r"(?:В случае|Если|При отказе)\b")
_CONDITION = re.compile(r"(?:В случае|Если|При отказе|При невозможности)\b")
_IMPERATIVE = re.compile(
    r"^(?:[А-ЯЁ][а-яё]+(?:йте|ьте|ите)(?:сь)?)\b|\b(?:примите|направьте|направляйте|сообщите|сообщайте|"
    r"представьте|представляйте|обеспечьте|организуйте|информируйте|проинформируйте|рассмотрите|подготовьте|"
    r"проведите|устраните)\b",
    re.IGNORECASE,
)
# «О принятых мерах доложить до 12.00»: as telegrams and instructions have it
_REPORT = re.compile(
    r"О(?:бо?)? (?:принят|результат|выполнен|исполнен|ход)[а-яё]*(?: [а-яё]+){0,6} (?:доложить|сообщить|(?:про)?информировать|"
    r"уведомить)(?![а-яё])",
    re.IGNORECASE,
)
_NO_REQUEST = re.compile(
    r"(?:обращаем(?!ся)|обращаю(?!сь)|доводим|прошу принять(?! (?:\w+ )?(?:участие|меры|решение))|примите (?:уверения|наши)|просим принять (?:уверения|наши|"
    r"извинения)|просим (?:считать|учесть|не рассматривать)|прошу считать)",
    re.IGNORECASE,
)


def read_body(paper: Paper, rows: Sequence[TextRow], anchor: dt.date | None) -> tuple[list[str], list[Assignment]]:
    """The paragraphs, one string each, and the requests among them."""
    blocks = paragraphs(rows, paper.wrap)
    texts = [p.text for p in blocks]
    requests: list[Assignment] = []
    i = 0
    while i < len(blocks):
        taken, found = _requests(paper, blocks, i, anchor)
        requests.extend(found)
        i += taken
    return texts, requests


def _requests(
    paper: Paper, blocks: Sequence[Paragraph], at: int, anchor: dt.date | None
) -> tuple[int, list[Assignment]]:
    """The requests of the paragraph at `at`, with the list under it: how many paragraphs that took, and what they ask."""
    passage = blocks[at].passage
    out: list[Assignment] = []
    sentences = split_sentences(passage)
    for k, sentence in enumerate(sentences):
        mark = read_mark(sentence.text) if k == 0 else None
        text = sentence.text[mark.length if mark else 0 :]
        if k == 0 and mark is not None and _leads(text) and at + 1 < len(blocks) and read_mark(blocks[at + 1].text):
            end = _list_end(blocks, at + 1)
            return end - at, _numbered(paper, blocks[at:end], anchor)
        last = k == len(sentences) - 1
        listed = last and _tells(text) and at + 1 < len(blocks) and read_mark(blocks[at + 1].text) is not None
        if not asks(text) and not listed:
            continue
        if last and (sentence.text.rstrip().endswith(":") or ANNOUNCES.search(sentence.text)):
            end = _list_end(blocks, at + 1)
            if end > at + 1:
                out.extend(_listed(paper, sentence, blocks[at + 1 : end], anchor))
                return end - at, out
        told: list[Tail] = []
        following = sentences[k + 1 : k + 1 + _MOST_LABELS]
        for after in itertools.takewhile(lambda one: opens_label(one.text), following):
            told.extend(split_labels(after)[1])  # «… направить её копию. Срок представления – до 12 ноября 2021 г.»
        out.extend(_single(paper, sentence, mark is not None, anchor, told))
    return 1, out


_MOST_LABELS = 4


def _list_end(blocks: Sequence[Paragraph], at: int) -> int:
    """Where the list under an introductory line ends."""
    first = at
    while at < len(blocks) and (
        read_mark(blocks[at].text) is not None or (at > first and opens_label(blocks[at].text))
    ):
        at += 1
    if at < len(blocks) and at > 0 and blocks[at - 1].text.rstrip().endswith((";", ",", ":")) and (
        blocks[at - 1].text.rstrip()[-1] != ":" or blocks[at].text[:1].islower()
    ):
        at += 1
        while at < len(blocks) and blocks[at - 1].text.rstrip().endswith((";", ",")):
            at += 1
    return at


def _leads(text: str) -> bool:
    """«Руководителям школ:»: a line that only names those who are asked."""
    executors, end = dative_executors(text)
    rest = text[end:].strip(" .:,;").lower()
    return text.rstrip().endswith(":") and bool(executors) and (not rest or rest in ASKING)


def _tells(text: str) -> bool:
    """«В связи с изложенным руководителям управлений:» over a list of what they are to do."""
    return text.rstrip().endswith(":") and bool(dative_executors(text)[0])


def _numbered(paper: Paper, blocks: Sequence[Paragraph], anchor: dt.date | None) -> list[Assignment]:
    """«1. Руководителям школ:» / «1.1. Направить …» / «2. Директору … подготовить …»: numbered as in minutes."""
    items = read_items([r for b in blocks for r in b.rows], paper.wrap)
    return _without_executors(assignments_of(paper, items, anchor, None, Given()))


def _listed(paper: Paper, lead: Passage, blocks: Sequence[Paragraph], anchor: dt.date | None) -> list[Assignment]:
    rows = [r for b in blocks for r in b.rows]
    if read_mark(blocks[0].text) is None:
        children = [Item(None, [b.passage], whole=[b.passage]) for b in blocks]  # «прошу:» over lines without marks
    else:
        children = read_items(rows, paper.wrap)
    parent = Item(None, [lead], whole=[lead])
    for child in children:
        child.parent = parent
        parent.children.append(child)
    return _without_executors(assignments_of(paper, [parent], anchor, None, Given()))


def _single(
    paper: Paper, sentence: Passage, marked: bool, anchor: dt.date | None, told: Sequence[Tail] = ()
) -> list[Assignment]:
    item = Item(None, [sentence], whole=[sentence])
    if marked:
        mark = read_mark(sentence.text)
        assert mark is not None
        item = Item(mark if mark.kind is not MarkKind.BULLET else None, [sentence[mark.length :]], whole=[sentence])
    item.tails = list(told)
    return _without_executors(assignments_of(paper, [item], anchor, None, Given()))


def _without_executors(found: list[Assignment]) -> list[Assignment]:
    """«Просим Вас …», «Прошу в недельный срок …» name nobody: «Вас» is no executor."""
    return [
        a.model_copy(
            update={"responsible": tuple(r for r in a.responsible if r.name.casefold() not in ("вы", "вас", "вам"))}
        )
        for a in found
    ]


def asks(text: str) -> bool:
    """Whether a sentence asks somebody to do something."""
    if _NO_REQUEST.search(text):
        return False
    offer = _OFFERS.search(text)
    if offer is not None and _YOU.sub("", text[offer.end() :]).strip(" :") and not _verb_near(text[offer.end() : offer.end() + _NEAR]):
        text = text[: offer.start()] + text[offer.end() :]  # «предлагаем поставку»: an offer
    if _ASKS.search(text) or _IMPERATIVE.search(text) or _REPORT.match(text):
        return True
    if _REQUIRED.search(text) and not _CONDITION.match(text):
        return True
    offered = _THEY_OFFER.search(text)
    if offered is not None and _verb_near(text[offered.end() : offered.end() + _NEAR]):
        return True  # «Территориальный орган предлагает провести проверку»
    if _POLITELY.search(text) and not _CASE.match(text):
        return True
    if _is_order(text):
        return True
    if _SHOULD.search(text) and not _CONDITION.match(text) and find_terms(text):
        return True  # «Показания приборов должны передаваться в отдел ежемесячно до 25 числа»
    ought = _OUGHT.search(text)
    if ought is not None and _verb_near(text[ought.end() : ought.end() + _NEAR]) and find_terms(text):
        return True  # «Для участия необходимо до 15 сентября 2025 года зарегистрироваться …»
    executors, end = dative_executors(text)
    if executors and text[end:].lstrip(" ,").lower().startswith(_ASKING):
        return True
    if any("котор" in executor.text for executor in executors) or _TOLD.match(text, end):
        return False  # a clause, no list of those who are asked; «ООО «Восток» рассмотрело …» tells
    return bool(executors) and end < len(text) - 10 and len(text) < 600 and _verb_near(text[end:])


_ASKING = tuple(f"{word} " for word in sorted(ASKING))


def _is_order(text: str) -> bool:
    return _ORDER.match(text) is not None and bool(find_terms(text))


def _verb_near(text: str) -> bool:
    """Whether an infinitive stands among the next words: «руководителям школ до 1 мая представить»."""
    words = itertools.islice(re.finditer(r"[А-Яа-яЁё]+", text[:300]), 15)
    return any(starts_with_infinitive(word[0]) for word in words)
