"""What each row says of the section it may belong to: markers, and the look of the line.

An `Evidence` holds, for one row, how much speaks for *opening* a section here (`opens`: weight and the name of the
rule) and for *belonging* to one (`belongs`: weight). The best path through all rows decides (`path.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protocol_cli.grammar.organisations import dative_executors
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.numbering import Mark, MarkKind, read_mark
from protocol_cli.layout.paragraphs import TextRow, Wrap, continues, wrapping
from protocol_cli.outline.markers import FUZZY, compiled
from protocol_cli.outline.section import Section as S
from protocol_cli.outline.tables import assignment_tables


@dataclass(slots=True)
class Evidence:
    """What one row says: see the module's docstring."""

    opens: dict[S, tuple[float, str]] = field(default_factory=dict)
    belongs: dict[S, float] = field(default_factory=dict)
    mark: Mark | None = None
    glued: bool = False  # no empty line above

    def open(self, section: S, weight: float, rule: str) -> None:
        """The row may open `section`; the heaviest rule is kept."""
        if weight > self.opens.get(section, (0.0, ""))[0]:
            self.opens[section] = (weight, rule)

    def belong(self, weight: float, *sections: S) -> None:
        """The row looks like one of `sections` (or, with a negative weight, unlike)."""
        for section in sections:
            self.belongs[section] = self.belongs.get(section, 0.0) + weight


INITIALS = r"[А-ЯЁA-Z]\. ?(?:[А-ЯЁA-Z]\. ?)?"
SURNAME = r"[А-ЯЁ][А-Яа-яё]+(?:-[А-ЯЁ][А-Яа-яё]+)?"
NAME = rf"(?:{INITIALS}{SURNAME}|{SURNAME} {INITIALS}|{SURNAME} [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|ична|инична|оглы|кызы)\w{{0,2}}|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|ична) {SURNAME})"
_NAME_ONLY = re.compile(rf"[_/ .]*({NAME})[_/ .]*$")
_INITIALS_FIRST = re.compile(rf"[_/ .]*{INITIALS}{SURNAME}[_/ .]*$")
_NAMES = re.compile(rf"\(?{NAME}(?: ?[,;] ?{NAME})*[.;,)]?$")
_NAME_END = re.compile(rf"(?<![а-яё]) ?[_/]*({NAME})[/ ]*$")
_NAME_HEAD = re.compile(rf"{NAME} ?[-–—,(]")
_FULL_NAME_HEAD = re.compile(rf"{SURNAME} [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вич|вна|ична|инична|оглы|кызы), ")
_BLANK_LINE = re.compile(r"_{4,}")
POST = (
    r"(?:(?:первый |временно |главный |генеральный |исполнительный |и\. ?о\. ?|врио |вице-?|зам\.? ?|старший |ведущий |ответственный |научный |статс-)*"
    r"(?:министр|заместител|начальник|директор|председател|президент|глава|губернатор|мэр|руководител|ректор|проректор|декан|"
    r"заведующ|зав\.|секретар|бухгалтер|инженер|врач|прокурор|управляющ|исполняющ|советник|специалист|член|депутат|атаман|"
    r"полковник|подполковник|генерал|капитан|майор|командир|председательствующ|ведущ|модератор|учредител|уполномоченн|"
    r"представител|собственник|методист|консультант|референт|эксперт|судь|нотариус|юрист|помощник|инспектор|аудитор|координатор|профессор|доцент|завуч|вице)\w*)"
)
_POST_HEAD = re.compile(rf"{POST}|ответственн\w+ за (?:ведение )?протокола? ", re.IGNORECASE)
_CONTACT = re.compile(r"(?:\bтел(?:ефон\w*)?[.:/ ]|\bфакс|e-?mail|эл\.? ?почта|электронн\w+ почт|@[\w-]+\.|\bинн\b|\bкпп\b|\bогрн|\bокпо\b|\bоквэд|\bбик\b|р/с|к/с|расч[её]тн\w+ сч|www\.|https?://|\bсайт\b)")
_ADDRESS = re.compile(r"(?:\b\d{6}\b|\bул\.|\bпр\.|просп|\bпер\.|\bпл\.|шоссе|набережн|\bд\. ?\d|\bдом \d|\bоф\. ?\d|бульвар|\bкаб\.|проезд|переулок|площадь)")
_BODY_KIND = re.compile(
    r"(?:министерств|департамент|администраци|управлени|комитет|служб|агентств|инспекци|общество с огранич|\w* ?акционерн|публичн|учреждени|"
    r"\w+ ?государственн\w+ (?:\w+ )*(?:учрежд|предпр|универс|инст|казен|автоном|бюдж)|муниципальн\w+ (?:\w+ )*(?:учрежд|предпр|образов|округ|район)|"
    r"университет|институт|школ|лицей|гимнази|больниц|центр|правительств|дума\b|совет|собрани|прокуратур|палат|ассоциаци|союз|фонд|товариществ|"
    r"кооператив|комисси|федеральн|\"?ооо\b|\"?оао\b|\"?зао\b|\"?пао\b|\"?ао\b|мбоу|моу|маоу|мкоу|фгбу|фгуп|гбу|гку|муп|мку|тсж|снт|банк|республик|российск)"
)
DATIVE = re.compile(
    r"(?:(?:первому|временно|главному|главным|генеральному|генеральным|исполнительному|исполняющему|и\. ?о\. ?|врио|вице-?|старшему|всем|заинтересованным|уважаемому) ?)*"
    r"(?:руководител[юя]\w?м?|руководителям|начальник[уа]\w*|директор[уа]\w*|глав[еа]м?|председател[юя]\w*|президент[уа]\w*|министр[уа]\w*|"
    r"губернатор[уа]\w*|мэр[уа]\w*|прокурор[уа]\w*|заместител[юя]\w*|член[уа]\w*|исполняющ\w+му|управляющ\w+му|ректор[уа]\w*|декан[уа]\w*|"
    r"заведующ(?:ему|ей|им)|собственник[уа]\w*|участник[уа]\w*|депутат[уа]\w*|судье|командир[уа]\w*|уполномоченн\w+му|представител[юя]\w*|"
    r"господину|госпоже|г-ну|г-же|организациям|предприятиям|учреждениям|администраци(?:и|ям)|министерств[уа]м?|департамент[уа]\w*|управлени(?:ю|ям)|"
    r"правительству|комитет[уа]\w*|федеральн(?:ой|ому|ым) \w+|агентству|службе|инспекции|прокуратуре|палате|думе|совету|органам|специалист[уа]\w*|"
    r"главврач[уа]\w*|врач[уа]\w*|бухгалтер[уа]\w*|инженер[уа]\w*|секретар[юя]\w*|советник[уа]\w*|помощник[уа]\w*|жителям|гражданам|абонентам|поставщикам|"
    r"учредител[юя]\w*|операторам?|координатор[уа]\w*|исполнителям)(?=[ ,.]|$)"
)
_INTO_BODY = re.compile(r"в (?:министерство|департамент|управление|администрацию|комитет|прокуратуру|суд|арбитражный|федеральн\w+ (?:службу|агентство)|инспекцию|правительство|совет|фонд|отдел|ооо|ао)\b")
_DATE = re.compile(r"(?<![\d.])(?:\d{1,2}[./]\d{1,2}[./](?:19|20)?\d{2}(?!\d)|[\"«“]?_*\d{1,2}_*[\"»”]? ?_*(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|окт\b|янв\b|фев\b|апр\b|авг\b|сен\b|ноя\b|дек\b)\w*_* ?_*(?:(?:19|20)\d{2})?|\"? ?_{2,} ?\"? ?_{2,} ?(?:19|20)_*\d*)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:№|\bn)\s?[_\w]")
_REGISTRATION = re.compile(r"(?:исх\.? ?)?(?:от )?[\"_]?\d{1,2}.{0,30}(?:№|\bn) ?\S+|(?:исх\.? ?)?(?:№|n) ?\S{1,25} от ")
_NUMBER_DATE = re.compile(r"\d[\w/-]{0,14}/?[\w-]* от \d{1,2}\.\d{1,2}\.\d{2,4}")
_CITY = re.compile(r"(?:г|гор|пос|с|пгт|р\.п|п|д|ст-ца|станица|село|город|поселок)\. ?[А-ЯЁ][А-Яа-яё-]+[.,]?(?: |$)")
_CITY_ONLY = re.compile(r"(?:(?:г|с|пос|пгт|п)\. ?)?[А-ЯЁ][а-яё]+(?:[- ](?:на-)?[А-ЯЁ][а-яё]+)?$")
_TIME = re.compile(r"(?:в |с )?\d{1,2}[.:-]\d{2}(?: ?(?:ч|час)\w*\.?)?(?: ?- ?\d{1,2}[.:-]\d{2})?$|\d{1,2} ?ч(?:ас\w*)?\.? ?\d{2} ?мин")
_SUBJECT = re.compile(r"(?:О|Об|Обо) [а-яё«\"]|О[БB]? [А-ЯЁ]{3,}|(?:Касательно|По вопросу|По поводу|Относительно|На обращение|В ответ на)\b")
_INFINITIVE = re.compile(r"[а-яё-]{2,}(?:ать|ять|ить|еть|уть|оть|ыть|сть|зть|йти|ести|сти|чь|ться|тись)\b")
_NOT_INFINITIVE = re.compile(r"(?:часть|область|сеть|печать|власть|мощность|деятельность|\w+ность|\w+ость|путь|есть|пять|шесть|девять|десять|тетрадь|помощь|речь|очередь|площадь|запись)\b")
_LABEL = re.compile(r"(?:(?:ответственн\w+|отв|исполнител[ьи]\w*|соисполнител\w+|срок\w*|доклад(?= ?[-:])|контроль|дата исполнения|исп)\b\.?)(?: ?(?:исполнени\w+|исполнител\w+|выполнения|реализации|за исполнение|лиц\w+|исп\.?|представлени\w+))* ?(?:[:\-]|до |$|[а-я\d(])")
_VOTE = re.compile(r"\"?(?:за|против|воздержал\w+)\"? ?[-:]|единогласн|воздержал|против ?[-:]")
_LETTER_VERB = re.compile(r"\b(?:прошу|просим|сообща\w+|направля\w+|в соответствии|во исполнение|на основании|в связи с|в целях|доводим|информиру\w+|обраща\w+|рассмотре\w+|предлага\w+|напомина\w+|уведомля\w+|на ваш|в ответ|настоящим)\b")
_SHEETS = re.compile(r"\bна \d+ ?(?:-?х? ?)?л(?:\.|ист)|\bв \d+ ?(?:-?\w+ )?экз|\bна \d+ ?стр")
_SPEAKER = re.compile(r"(?:со)?докл(?:адчик|адывает|ад)?\w*\.? ?[:\-]|докладчик|\(?информаци[яю]|выступающ|содоклад|\(?докл\.|спикер")
_STAMP = re.compile(r"документ подписан|электронной? подпис|электронно-цифров|сертификат|владелец|действителен|серийный номер|удостоверяющ")
_LABEL_OPEN = re.compile(r"^протокол (?:вел|составил|оформил)[аи]?\b[^а-я]*$|^за протокол[^а-я]*$")
_FROM = re.compile(r"(?:от|со стороны) [А-ЯЁа-яё«]")
_PARTICIPANT_GROUP = re.compile(r"(?:от|со стороны) .{3,120}:$|(?:члены|представители|приглашенные|участники)[^.]{0,80}:$")


def weigh(rows: Sequence[TextRow]) -> list[Evidence]:
    """The evidence of each row, in order. A row that goes on with the paragraph above says little."""
    folded = [fold(r.text) for r in rows]
    wrap = wrapping(rows)
    seen: set[str] = set()
    out: list[Evidence] = []
    registered = False
    for i, row in enumerate(rows):
        evidence = Evidence(mark=read_mark(row.text), glued=not row.row.blank_before)
        following = folded[i + 1] if i + 1 < len(rows) else ""
        _markers(row, folded[i], evidence)
        _head(row, folded[i], evidence)
        _people(row, folded[i], folded[i - 1] if i else "", following, rows[i + 1].text if i + 1 < len(rows) else "", evidence)
        _protocol(row, folded[i], seen, evidence)
        _letter_text(row, folded[i], evidence)
        if evidence.mark and evidence.mark.depth == 2 and evidence.mark.values[1] == 1 and out and out[-1].mark and out[-1].mark.values == evidence.mark.values[:1]:
            evidence.open(S.DECISIONS, 5, "the first item under a section")
        if evidence.mark and evidence.mark.values == (1,) and evidence.mark.kind is MarkKind.ARABIC and _under_section(rows, out):
            evidence.open(S.DECISIONS, 5, "the first item under a section")
        if evidence.opens.get(S.REGISTRATION, (0.0, ""))[0] >= 5:
            registered = True
        elif registered and i < 30 and _COMPANY.match(row.text):
            evidence.open(S.ADDRESSEES, 3, "a company under the registration")
            evidence.belong(1, S.ADDRESSEES)
        if i and len(row.pieces) == 1 and _goes_on(rows[i - 1], out[-1], row, wrap):
            evidence.opens = {k: (w * 0.3, rule) for k, (w, rule) in evidence.opens.items()} if not row.text[:1].islower() else {}
            evidence.belongs = {k: w * 0.3 for k, w in evidence.belongs.items()}
        out.append(evidence)
    _arabic_sections(rows, out)
    _tables(rows, out)
    return out


_COMPANY = re.compile(r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ФГБУ|ФГУП|ГБУК?|ГКУ|ГАУ|ГУП|КГБУЗ|ГБУЗ|МКУ|МУП|МБУ|МБОУ|МАОУ|ТСЖ|ТСН|СНТ|АНО|НКО|Общество с ограниченной|Акционерное общество)(?: [А-ЯЁ]{2,4})? ?[«\"А-ЯЁо]")


def _arabic_sections(rows: Sequence[TextRow], evidence: Sequence[Evidence]) -> None:
    """«2. Энергетическое хозяйство» over «2.1. Заменить …» is a heading: a numbered line with no verb, its own numbers below."""
    following: Mark | None = None
    for row, said in zip(reversed(rows), reversed(evidence), strict=True):
        mark = said.mark
        if mark is None or mark.kind is not MarkKind.ARABIC:
            continue
        below = following is not None and following.depth == mark.depth + 1 and following.values[: mark.depth] == mark.values
        if mark.depth == 1 and below and len(row.text) < 160 and not row.text.endswith((":", ";", ",")) and not any(
            rule == "a numbered instruction" for _, rule in said.opens.values()
        ):
            said.open(S.HEADING, 7, "a numbered section")
            said.belong(1, S.HEADING)
        following = mark


def _under_section(rows: Sequence[TextRow], evidence: Sequence[Evidence]) -> bool:
    """Whether the row to come stands under the heading of a Roman section, its speakers in brackets between or not."""
    for back in range(1, 5):
        if back > len(evidence):
            return False
        mark = evidence[-back].mark
        if mark is not None:
            return mark.kind is MarkKind.ROMAN
    return False


def _tables(rows: Sequence[TextRow], evidence: Sequence[Evidence]) -> None:
    """A table of assignments is decisions as a whole, whatever its cells look like."""
    for table in assignment_tables(rows):
        for place, lines in table.cells.items():
            for line in lines:
                said = Evidence()
                said.open(S.DECISIONS, 4, "a table of assignments")
                said.belong(6, S.DECISIONS)
                said.glued = place[0] > table.heading
                evidence[line.index].opens = said.opens
                evidence[line.index].belongs = said.belongs


def _goes_on(previous: TextRow, said: Evidence, row: TextRow, wrap: Wrap) -> bool:
    if continues(previous, row, wrap):
        return True
    dangling = previous.text.endswith(",") or (previous.text.endswith(":") and not said.opens)
    return dangling and not row.row.blank_before and read_mark(row.text) is None and len(previous.pieces) == 1


def _markers(row: TextRow, folded: str, e: Evidence) -> None:
    bare = folded[e.mark.length :] if e.mark else folded
    bare = bare.lstrip("\"'( ")
    shouting = bool(re.match(r"[\d. IVX)]*[\"«(]*[А-ЯЁ]{4,}", row.text))
    capital = bool(re.match(r"[\"«(_ ]*[А-ЯЁA-Z№]", row.text[e.mark.length :] if e.mark else row.text))
    for marker, pattern in compiled():
        text = bare if marker.numbered or e.mark is None else folded
        match = pattern.match(text)
        if match is None:
            continue
        # «3. Обсуждение текущих вопросов» is an item; «1. СЛУШАЛИ:», «2. Выступил Иванов» open a section
        if marker.numbered and e.mark is not None and not re.match(r"\s*(?:[:.–—-]|$|[А-ЯЁ«])", row.text[len(row.text) - len(text) + match.end() :] if text is bare else row.text[match.end() :]) and not text[match.end() - 1 : match.end()] in ":.":
            continue
        weight = marker.weight
        if marker.section in (S.TITLE, S.SALUTATION) and not capital:
            weight -= 6
        elif not capital and marker.section in (S.INVITED, S.PRESENT, S.ABSENT, S.SECRETARY, S.CHAIR):
            weight -= 0 if row.text.rstrip().endswith(":") or row.row.blank_before or re.match(r"[^:–—-]{3,60} ?[:–—-] ", row.text) else 6
        elif not capital and marker.section not in (S.REGISTRATION, S.MARK, S.VOTES, S.EXECUTOR):
            weight -= 4
        if marker.section is S.TITLE:
            weight += (2 if shouting else -1) - (3 if row.text.endswith((".", ";", ",")) or len(row.text) > 150 else 0)
        elif shouting:
            weight += 2
        if text[match.end() - 1 : match.end() + 1].rstrip().endswith(":"):
            weight += 1
        if weight > 0:
            e.open(marker.section, weight, marker.name)
            if marker.name == "kept-by":
                e.belong(4, S.KEPT)
            if marker.section in (S.VOTES, S.REGISTRATION, S.STAMP, S.PARTICULARS, S.MARK):
                e.belong(weight / 2, marker.section)
    if not any(w >= 5 for w, _ in e.opens.values()):
        _fuzzy(bare, len(row.text), e)


_FIRST_WORDS = re.compile(r"([а-яa-z0-9]{6,22})(?: ([а-яa-z0-9]{6,22}))?(?= ?[:.–-]|$| [А-ЯЁа-яё])")


def _fuzzy(bare: str, length: int, e: Evidence) -> None:
    """«РЕШИДИ:», «Комиссия постановипа»: a section's word with one letter wrong, alone or before a colon or a dash."""
    found = _FIRST_WORDS.match(bare)
    if not found:
        return
    labelled = re.match(r"[^:.–-]{0,40}[:–-]", bare) is not None
    for word in found.groups():
        if word is None or not (labelled or length < 40):
            continue
        for target, section in FUZZY.items():
            if word != target and abs(len(word) - len(target)) <= 1 and one_edit(word, target):
                e.open(section, 6.0, f"nearly «{target}»")


def one_edit(a: str, b: str) -> bool:
    """Whether one letter changed, lost or added makes `b` of `a`."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] if len(a) == len(b) else a[i:] == b[i + 1 :]


def _head(row: TextRow, folded: str, e: Evidence) -> None:
    """Letterhead, registration, addressees, subject; the protocol's date and place."""
    text = row.text
    letters = [c for c in text if c.isalpha()]
    upper = sum(c.isupper() for c in letters) / len(letters) if letters else 0.0
    early = row.index < 25
    if _CONTACT.search(folded):
        e.belong(4, S.LETTERHEAD)
        e.belong(2, S.ORGAN)
        e.belong(-4, S.ADDRESSEES, S.SUBJECT)
    if _ADDRESS.search(folded):
        e.belong(2, S.LETTERHEAD)
        e.belong(1, S.ORGAN, S.PARTICULARS)
    if _BODY_KIND.match(folded.lstrip("\"( ")):
        e.belong(2.5, S.LETTERHEAD, S.ORGAN)
        e.belong(0.5, S.ADDRESSEES)
    if upper > 0.8 and len(letters) > 6 and early:
        e.belong(2, S.LETTERHEAD, S.ORGAN)
        e.belong(0.5, S.TITLE)
        e.belong(-2, S.ADDRESSEES, S.PARTICULARS)
    if not early:
        e.belong(-2, S.LETTERHEAD, S.ORGAN, S.SUBJECT, S.ADDRESSEES)
    if row.index > 45:
        e.belong(-4, S.LETTERHEAD, S.ORGAN, S.SUBJECT, S.ADDRESSEES, S.REGISTRATION)
    bare = folded.lstrip("\"( ")
    if DATIVE.match(bare) and text[:1].isupper():
        e.open(S.ADDRESSEES, 4, "post or body in the dative")
        e.belong(2.5, S.ADDRESSEES)
        e.belong(-1.5, S.LETTERHEAD)
    elif _INTO_BODY.match(bare) and text[:1].isupper() and len(text) < 90:
        e.open(S.ADDRESSEES, 3, "«В …» a body")
        e.belong(1.5, S.ADDRESSEES)
    if len(row.pieces) > 1 and DATIVE.match(fold(row.pieces[-1].text)):
        e.belong(1, S.ADDRESSEES)
    if row.row.column == 2 or row.indent > 30:
        e.belong(0.8, S.ADDRESSEES)
        e.belong(-0.5, S.LETTERHEAD)
    if row.row.column == 1:
        e.belong(-1.5, S.ADDRESSEES)
    if _SUBJECT.match(text) and e.mark is None:
        e.open(S.SUBJECT, 5, "heading «О …»")
        e.belong(1, S.SUBJECT)
    dates = _DATE.search(folded)
    stripped = _DATE.sub("", folded).strip(" .,-\"года№n_/от")
    if dates:
        bare_date = len(stripped) < 3
        if re.search(r"(?:№|n) ?[\w.]*\d[-/]\w", folded):
            e.belong(1, S.REGISTRATION)
        if _REGISTRATION.match(folded) or bare_date or _NUMBER_DATE.match(folded):
            e.open(S.REGISTRATION, 5 if not bare_date else 3, "date and number")
            e.belong(3, S.REGISTRATION)
        elif _NUMBER.search(folded) and len(folded) < 60:
            e.open(S.REGISTRATION, 3, "date and number")
            e.belong(1.5, S.REGISTRATION)
        if len(folded) < 100 and (dates.start() < 12 or bare_date):
            e.open(S.PARTICULARS, 5, "date")
            e.belong(3, S.PARTICULARS)
            e.belong(7, S.APPROVAL)
    elif re.match(r"(?:№|n) ?[\w_]", folded) and len(folded) < 40:
        e.open(S.REGISTRATION, 2, "number")
        e.open(S.PARTICULARS, 3, "number")
        e.belong(1.5, S.REGISTRATION, S.PARTICULARS)
    if _CITY.match(text) and len(text) < 100:
        e.open(S.PARTICULARS, 4, "place")
        e.belong(2, S.PARTICULARS)
        e.belong(1, S.LETTERHEAD)
    elif _CITY_ONLY.match(text) and len(text) < 30 and not e.opens:
        e.open(S.PARTICULARS, 1.5, "place")
        e.belong(1, S.PARTICULARS)
    if _TIME.match(folded):
        e.open(S.PARTICULARS, 4, "time")
        e.belong(2, S.PARTICULARS)


def _people(row: TextRow, folded: str, before: str, following: str, next_row: str, e: Evidence) -> None:
    """Names: signatures, executors, lists of participants."""
    text = row.text
    name_only = _NAME_ONLY.match(text)
    initials_first = bool(_INITIALS_FIRST.match(text))
    last = row.pieces[-1].text
    posted = _POST_HEAD.match(text) and text[:1].isupper()
    blank = bool(_BLANK_LINE.search(row.text))
    if blank or posted or name_only:
        e.belong(2, S.APPROVAL)
    if name_only:
        weight = 4.0 if initials_first else 1.5
        e.open(S.SIGNATURE, weight, "a name alone")
        e.open(S.SIGNED, weight, "a name alone")
        e.belong(1.5, S.SIGNATURE, S.SIGNED)
        e.belong(0.7, S.ADDRESSEES, S.EXECUTOR, S.CONTACT)
        if not initials_first:
            full = len(text.split()) == 3 and "." not in text
            e.open(S.EXECUTOR, 6 if full else 3, "a name alone, surname first")
            e.open(S.CONTACT, 4 if full else 2, "a name alone, surname first")
        if re.match(r"[+(\d]|тел|8 ?\(", following):
            e.open(S.EXECUTOR, 6, "a name above a phone")
            e.open(S.CONTACT, 6, "a name above a phone")
    elif _FROM.match(text):
        e.belong(2.5, S.PRESENT, S.INVITED)
    elif len(row.pieces) > 1 and _NAME_ONLY.match(last) and (posted or blank or row.index > 8):
        e.open(S.SIGNATURE, 6 if posted else 4, "post and name")
        e.open(S.SIGNED, 6 if posted else 4, "post and name")
        e.belong(4, S.SIGNATURE, S.SIGNED)
        e.belong(-2, S.BODY, S.DECISIONS)
    elif blank and _NAME_END.search(text.split("«")[0].rstrip(" \"0123456789.")):
        e.open(S.SIGNED, 5, "name after a line for the signature")
        e.belong(3, S.SIGNED)
    elif posted and (found := _NAME_END.search(text)) and len(text) < 120 and not text.endswith("."):
        weight = 4.0 if re.match(INITIALS, found[1]) else 2.5
        e.open(S.SIGNATURE, weight, "post and name")
        e.open(S.SIGNED, weight, "post and name")
        e.belong(2, S.SIGNATURE, S.SIGNED)
    elif posted and e.mark is None and _NAME_ONLY.match(next_row) and len(text) < 200:
        e.open(S.SIGNATURE, 4, "a post above a name")
        e.open(S.SIGNED, 4, "a post above a name")
        e.belong(1.5, S.SIGNATURE, S.SIGNED)
    elif posted and len(text) < 80 and not text.endswith((".", ":", ";")) and e.mark is None:
        e.open(S.SIGNATURE, 2.5, "a post alone")
        e.open(S.SIGNED, 2.5, "a post alone")
        e.belong(0.5, S.SIGNATURE, S.SIGNED)
    if not name_only and row.index > 8 and len(text) < 70 and text[:1].isupper() and not text.endswith((".", ":", ";")) and re.match(r"[+(]?\d[\d ()+-]{6,}$|тел\.?:? ?[\d+(]", following):
        e.open(S.EXECUTOR, 3, "a line above a phone")
    if row.index > 8 and _FULL_NAME_HEAD.match(text) and len(text) < 110 and not text.endswith((";", ":")):
        e.open(S.EXECUTOR, 5, "a full name with a post")
        e.open(S.CONTACT, 2, "a full name with a post")
    if _NAMES.match(text):
        e.belong(1.5, S.PRESENT, S.ABSENT, S.INVITED, S.SPOKE, S.HEARD)
    elif _NAME_HEAD.match(text) or (_NAME_END.search(text) and ("–" in text or "-" in text or "—" in text)):
        e.belong(1.2, S.PRESENT, S.ABSENT, S.INVITED)
    if _PARTICIPANT_GROUP.match(folded):
        e.belong(2, S.PRESENT, S.INVITED)
    if previous_label := _LABEL_OPEN.search(before):
        del previous_label
        e.belong(6, S.KEPT)
    if re.match(r"(?:8|\+7)?[ (]*\d{2,5}[ )\d-]{4,}", folded) and len(folded) < 50:
        e.open(S.EXECUTOR, 1, "a phone")
        e.belong(3, S.EXECUTOR, S.CONTACT)
        e.belong(1, S.LETTERHEAD)
    elif re.search(r"(?<!\d)\d{1,3}[- ]\d{2}[- ]\d{2}(?!\d)|\d{5,}", folded) and (name_only or re.match(NAME, text)) and len(folded) < 110:
        e.open(S.EXECUTOR, 6, "a name and a phone")
        e.open(S.CONTACT, 4, "a name and a phone")
        e.belong(3, S.EXECUTOR, S.CONTACT)
    if "@" in folded and len(folded) < 70 and not re.search(r"[а-я]{3,} [а-я]{3,} [а-я]{3,}", folded):
        e.belong(3, S.EXECUTOR, S.CONTACT)
    if _STAMP.search(folded):
        e.belong(4, S.STAMP)


def _protocol(row: TextRow, folded: str, seen: set[str], e: Evidence) -> None:
    """Items, headings, labels and votes of a protocol's main part."""
    text = row.text
    bare = folded[e.mark.length :] if e.mark else folded
    first = re.match(r"\S+", bare)
    infinitive = bool(first and _INFINITIVE.match(bare) and not _NOT_INFINITIVE.match(bare))
    dative = bool(DATIVE.match(bare)) or bool(e.mark and e.mark.kind is not MarkKind.BULLET and not infinitive and dative_executors(text[e.mark.length :])[0])
    about = bool(re.match(r"об? [а-я«\"]", bare))
    if e.mark and e.mark.kind is not MarkKind.BULLET:
        e.belong(0.6, S.AGENDA, S.DECISIONS, S.ENCLOSURES, S.ATTACHMENTS, S.BODY)
        e.belong(-1, S.PARTICULARS, S.CHAIR, S.SECRETARY, S.TITLE, S.SIGNED, S.SIGNATURE)
        if infinitive or dative:
            e.open(S.DECISIONS, 4 if infinitive else 3, "a numbered instruction")
            e.belong(1.5, S.DECISIONS, S.BODY)
            e.belong(-1, S.AGENDA, S.PRESENT)
        key = bare[:40].rstrip(" .:")
        if e.mark.kind is MarkKind.ROMAN and len(key) > 4:
            e.open(S.HEADING, 7 if about else 4, "a Roman section")
        elif about and e.mark.depth == 1:
            e.open(S.HEADING, 8 if key in seen else 2, "an agenda title again" if key in seen else "a numbered «О …»")
            e.belong(2, S.AGENDA)
        elif key in seen and len(key) > 12:
            e.open(S.HEADING, 7, "an agenda title again")
        if len(key) > 12 and not infinitive and not dative:
            seen.add(key)
    elif infinitive or (dative and not row.row.column):
        e.belong(0.5, S.DECISIONS)
    if re.match(r"\((?:[А-ЯЁ][а-яё-]+(?: [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?)?(?:, |\)))+$", text):
        e.belong(3, S.HEADING, S.AGENDA)
    if _LABEL.match(bare.lstrip("(")):
        e.belong(3, S.DECISIONS)
        e.belong(-2, S.AGENDA, S.HEARD, S.SPOKE, S.SIGNED, S.VOTES)
    if _SPEAKER.match(folded):
        e.belong(3, S.AGENDA)
        e.belong(1, S.HEADING)
    if _VOTE.search(folded):
        e.belong(2, S.VOTES)
    if _SHEETS.search(folded):
        e.belong(2.5, S.ATTACHMENTS, S.ENCLOSURES)


def _letter_text(row: TextRow, folded: str, e: Evidence) -> None:
    text = row.text
    if len(text) > 70 or (text.endswith(".") and len(text) > 35):
        e.belong(1, S.BODY, S.NOTED, S.HEARD)
        e.belong(-1, S.SIGNATURE, S.SIGNED, S.EXECUTOR, S.CONTACT, S.ADDRESSEES, S.LETTERHEAD, S.MARK, S.REGISTRATION)
    if _LETTER_VERB.search(folded):
        e.belong(2, S.BODY)
        e.belong(-1, S.LETTERHEAD, S.ADDRESSEES, S.SIGNATURE)
    if text[:1].islower():
        e.belong(0.5, S.BODY)
        e.belong(-0.5, S.SIGNATURE, S.EXECUTOR)
        e.belong(-2, S.LETTERHEAD, S.ORGAN)
    if row.row.blank_before:
        e.belong(-1, S.SUBJECT, S.SALUTATION, S.TITLE, S.CHAIR, S.SECRETARY, S.VOTES, S.HEADING, S.CONTROL)
