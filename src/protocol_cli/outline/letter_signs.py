"""Evidence of a letter: letterhead, addressees, registration, subject, the sentences of its text."""

from __future__ import annotations

import re

from protocol_cli.grammar.nominative import find_head
from protocol_cli.layout.normalise import fold
from protocol_cli.outline.evidence import Evidence, Sight
from protocol_cli.outline.patterns import DATE, DATIVE, INITIALS, NAME_ONLY
from protocol_cli.outline.section import Section as S

_CONTACT = re.compile(
    r"(?:\bтел(?:ефон\w*)?[.:/ ]|\bфакс|e-?mail|эл\.? ?почта|электронн\w+ почт|@[\w-]+\.|\bинн\b|\bкпп\b|"
    r"\bогрн|\bокпо\b|\bоквэд|\bбик\b|р/с|к/с|расч[её]тн\w+ сч|www\.|https?://|\bсайт\b)"
)
_ADDRESS = re.compile(
    r"(?:\b\d{6}\b|\bул\.|\bпр\.|просп|\bпер\.|\bпл\.|шоссе|набережн|\bд\. ?\d|\bдом \d|\bоф\. ?\d|бульвар|"
    r"\bкаб\.|проезд|переулок|площадь)"
)
_HOME = re.compile(
    r"(?:\d{6}, ?)?(?:(?:ул|пр|просп|пер|пл|наб|б-р|мкр|г|пос|пгт|с|дер|д)\. |улица |проспект |переулок )"
)
_TO_NAME = re.compile(rf"(?:\S+(?:[уюе]|ой|ей|[иы]х|ко)|{INITIALS}\S+(?:[уюе]|ой|ей|[иы]х|ко)$)(?: |$)")
_BODY_KIND = re.compile(
    r"(?:министерств|департамент|администраци|управлени|комитет|служб|агентств|инспекци|общество с огранич|"
    r"\w* ?акционерн|публичн|учреждени|"
    r"\w+ ?государственн\w+ (?:\w+ )*(?:учрежд|предпр|универс|инст|казен|автоном|бюдж)|"
    r"муниципальн\w+ (?:\w+ )*(?:учрежд|предпр|образов|округ|район)|"
    r"университет|институт|школ|лицей|гимнази|больниц|центр|правительств|дума\b|совет|собрани|прокуратур|палат|"
    r"ассоциаци|союз|фонд|товариществ|"
    r"кооператив|комисси|федеральн|\"?ооо\b|\"?оао\b|\"?зао\b|\"?пао\b|\"?ао\b|мбоу|моу|маоу|мкоу|фгбу|фгуп|"
    r"гбу|гку|муп|мку|тсж|снт|банк|республик|российск)"
)
_INTO_BODY = re.compile(
    r"в (?:министерство|департамент|управление|администрацию|комитет|прокуратуру|суд|арбитражный|"
    r"федеральн\w+ (?:службу|агентство)|инспекцию|правительство|совет|фонд|отдел|ооо|ао|филиал|палату|отделение|"
    r"службу|агентство|дирекцию|банк|центр|ассоциацию|фгбу|фгуп|фку|гку|гбу|мку|мбу|мвд|росреестр|ппк)\b"
)
_NUMBER = re.compile(r"(?:№|\bn)\s?[_\w]")
_REGISTRATION = re.compile(
    r"(?:исх\.? ?)?(?:от )?[\"_]?\d{1,2}.{0,30}(?:№|\bn) ?\S+|(?:исх\.? ?)?(?:№|n) ?\S{1,25} от "
)
_NUMBER_DATE = re.compile(r"\d[\w/-]{0,14}/?[\w-]* от \d{1,2}\.\d{1,2}\.\d{2,4}")
_SUBJECT = re.compile(
    r"(?:О|Об|Обо) [а-яё«\"]|О[БB]? [А-ЯЁ]{3,}|[«\"]?(?:Касательно|По вопросу|По поводу|Относительно|На обращение|"
    r"В ответ на|Ответ на|(?:Депутатский |Адвокатский |Повторный )?(?:[Зз]апрос|Требование|Ходатайство|Предложение|Уведомление|Информация|"
    r"Приглашение) об?)\b"
)
_REPORTS = re.compile(r"\b(?:доложить|сообщить|(?:про)?информировать|уведомить)\b")  # «О принятых мерах доложить …»
_LETTER_VERB = re.compile(
    r"\b(?:прошу|просим|сообща\w+|направля\w+|в соответствии|во исполнение|на основании|в связи с|в целях|"
    r"доводим|информиру\w+|обраща\w+|рассмотре\w+|предлага\w+|напомина\w+|уведомля\w+|на ваш|в ответ|в дополнение к|"
    r"настоящим)\b"
)
_SHEETS = re.compile(r"\bна \d+ ?(?:-?х? ?)?л(?:\.|ист)|\bв \d+ ?(?:-?\w+ )?экз|\bна \d+ ?стр")
_STAMP = re.compile(
    r"документ подписан|электронной? подпис|электронно-цифров|сертификат|владелец|действителен|серийный номер|"
    r"удостоверяющ"
)
_INDEXED = re.compile(r"(?:№|n) ?[\w.]*\d[-/]\w")
_BELOW = re.compile(r"(?:№|n) ?[\w/.-]{1,25} (?:от )?\d{1,2}\.\d{2}\.\d{4}(?: ?г\.?)?$")
_NO_MATTER = re.compile(r"года|г\.|от|[ .,\"№n_/г-]")
_INTO_SENTENCE = re.compile(r" ?(?:г\.|года)? (?:и|а также) [а-я]+ [а-я]+")  # «11.10.2023 и на встрече с жителями …»
_TITLE_ABOVE = re.compile(r"(?:закона|приказа|договора|контракта|письма|запроса|обращения|постановления|решения|акта|школы?|дома)$")
_BARE_NUMBER = re.compile(r"(?:№|n) ?[\w_]")
_LONG = 60  # characters
EARLY, LATE = 25, 45  # rows within which a letterhead is usual, and after which it is not to be expected
# «Органам исполнительной власти в срок до 20 марта …»: somebody is told what to do, no addressee
_TERM_INSIDE = re.compile(r"\b(?:в срок|до \d|не позднее|в течение)\b|\b(?:необходимо|надлежит|следует) [а-я]+ть\b|"
    r"\b(?:прошу|просим|предлагаю|поручаю) [а-я]+")
_HEAD = (S.LETTERHEAD, S.ORGAN, S.SUBJECT, S.ADDRESSEES)


def weigh_letterhead(sight: Sight, e: Evidence) -> None:
    """Names of bodies, reference data, capitals; the further down, the less likely."""
    row, folded = sight.row, sight.folded
    early = row.index < EARLY
    if not early:
        e.belong(-2, *_HEAD)
    if row.index > LATE:
        e.belong(-4, *_HEAD, S.REGISTRATION)
    if _CONTACT.search(folded):
        e.belong(4, S.LETTERHEAD)
        e.belong(2, S.ORGAN)
        e.belong(-4, S.ADDRESSEES, S.SUBJECT)
    if row.index <= LATE and _ADDRESS.search(folded):
        e.belong(2, S.LETTERHEAD)
        e.belong(1, S.ORGAN, S.PARTICULARS)
    if _BODY_KIND.match(folded.lstrip('"( ')):
        e.belong(2.5, S.LETTERHEAD, S.ORGAN)
        e.belong(0.5, S.ADDRESSEES)
    if early and not sight.loud and _in_capitals(sight.text):
        e.belong(2, S.LETTERHEAD, S.ORGAN)
        e.belong(0.5, S.TITLE)
        e.belong(-2, S.ADDRESSEES, S.PARTICULARS)
    if row.row.column == 1:
        e.belong(-1.5, S.ADDRESSEES)


def _in_capitals(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 6 and sum(map(str.isupper, text)) > 0.8 * letters


def weigh_addressees(sight: Sight, e: Evidence) -> None:
    """Posts and bodies in the dative, «В …» a body, the place at the right; the subject's «О …»."""
    row, text = sight.row, sight.text
    bare = sight.folded.lstrip('"( ')
    if _goes_on_in_capitals(sight) or (_BODY_ALONE.fullmatch(sight.above) and not row.row.blank_before):
        pass  # «МЕЖРАЙОННАЯ ИНСПЕКЦИЯ» / «ФЕДЕРАЛЬНОЙ НАЛОГОВОЙ СЛУЖБЫ»: a genitive
    elif row.index < LATE and _TO_NAME.match(text) and NAME_ONLY.match(text) and _HOME.match(sight.below):
        e.open(4, "a name above an address", S.ADDRESSEES)
        e.belong(2, S.ADDRESSEES)
    elif text[:1].isupper() and DATIVE.match(bare) and not text.endswith(":") and not _TERM_INSIDE.search(sight.folded):
        e.open(4, "post or body in the dative", S.ADDRESSEES)
        e.belong(2.5, S.ADDRESSEES)
        e.belong(-1.5, S.LETTERHEAD)
    elif row.index < EARLY and not text.endswith((":", ".")) and _is_group(text):
        e.open(4, "a group in the dative", S.ADDRESSEES)
        e.belong(2.5, S.ADDRESSEES)
        e.belong(-1.5, S.LETTERHEAD)
    elif text[:1].isupper() and len(text) < 90 and _INTO_BODY.match(bare):
        e.open(3, "«В …» a body", S.ADDRESSEES)
        e.belong(1.5, S.ADDRESSEES)
    if len(row.pieces) > 1 and DATIVE.match(fold(row.pieces[-1].text)):
        e.belong(1, S.ADDRESSEES)
    if row.row.column == 2 or row.indent > 30:
        e.belong(0.8, S.ADDRESSEES)
        e.belong(-0.5, S.LETTERHEAD)
    if sight.mark is None and _SUBJECT.match(text) and not _REPORTS.search(sight.folded):
        e.open(5, "heading «О …»", S.SUBJECT)
        e.belong(1, S.SUBJECT)


_GROUP = re.compile(r"[А-ЯЁ][а-яё-]+(?:ам|ям)(?= |$)")


def _is_group(text: str) -> bool:
    """«Нотариусам Ветлужской области»: people in the dative, whatever they are."""
    if len(text) > _LONG or not _GROUP.match(text):
        return False
    head = find_head(text, "dative")
    return head is not None and head.plural and head.sure and not head.ambiguous


# «УПРАВЛЕНИЕ» / «Федеральной антимонопольной службы»: a genitive under the noun
_BODY_ALONE = re.compile(
    r"(?:(?:главное|территориальное|межрегиональное|региональное|окружное) )?(?:управление|отделение|министерство|департамент|комитет|"
    r"инспекция|служба|агентство|администрация|прокуратура|филиал|представительство)(?: №? ?\d+)?"
)


def _goes_on_in_capitals(sight: Sight) -> bool:
    """Whether a line in capitals stands right under another that opens with no post or body in the dative."""
    return (
        not sight.loud
        and not sight.row.row.blank_before
        and sight.text[-1:].upper() == sight.text[-1:]
        and _in_capitals(sight.text)
        and _in_capitals(sight.above_text)
        and not DATIVE.match(sight.above.lstrip('"( '))
    )


def weigh_registration(sight: Sight, e: Evidence) -> None:
    """Date and number in one line; a protocol's date too."""
    folded = sight.folded
    date = DATE.search(folded)
    if date is None:
        # «О проекте федерального закона» / «№ 527102-8»
        ends_title = not sight.row.row.blank_before and _TITLE_ABOVE.search(sight.above) is not None
        if len(folded) < 40 and _BARE_NUMBER.match(folded) and not ends_title:
            e.open(2, "number", S.REGISTRATION)
            e.open(3, "number", S.PARTICULARS)
            e.belong(1.5, S.REGISTRATION, S.PARTICULARS)
        return
    if sight.row.row.blank_before and sight.row.index > 4 and _BELOW.match(folded) and sight.below_apart:
        e.open(10, "date and number by themselves", S.REGISTRATION)
    alone = len(_NO_MATTER.sub("", DATE.sub("", folded))) < 3
    if _INDEXED.search(folded):
        e.belong(1, S.REGISTRATION)
    if alone or _REGISTRATION.match(folded) or _NUMBER_DATE.match(folded):
        e.open(3 if alone else 5, "date and number", S.REGISTRATION)
        e.belong(3, S.REGISTRATION)
    elif len(folded) < 60 and _NUMBER.search(folded):
        e.open(3, "date and number", S.REGISTRATION)
        e.belong(1.5, S.REGISTRATION)
    goes_on = date.start() < 3 and _INTO_SENTENCE.match(folded, date.end())
    if len(folded) < 100 and (date.start() < 12 or alone) and not goes_on:
        e.open(5, "date", S.PARTICULARS)
        e.belong(3, S.PARTICULARS)
        e.belong(10 if sight.row.row.column == 2 else 7, S.APPROVAL)


def weigh_sentences(sight: Sight, e: Evidence) -> None:
    """Long lines, sentences, verbs of letters, sheets and copies, stamps; empty lines part short sections."""
    text, folded = sight.text, sight.folded
    if len(text) > 70 or (text.endswith(".") and len(text) > 35):
        e.belong(1, S.BODY, S.NOTED, S.HEARD, S.SPOKE, S.DECISIONS)
        e.belong(-1, S.SIGNATURE, S.SIGNED, S.EXECUTOR, S.CONTACT, S.ADDRESSEES, S.LETTERHEAD, S.MARK, S.REGISTRATION)
    if _LETTER_VERB.search(folded):
        e.belong(-2 if len(text) > _LONG else 0, S.SUBJECT)
        e.belong(2, S.BODY)
        e.belong(-1, S.LETTERHEAD, S.ADDRESSEES, S.SIGNATURE)
    if sight.loud and sight.row.row.blank_before and _LETTER_VERB.match(folded):
        e.open(3, "a verb of letters", S.BODY)
    if text[:1].islower():
        e.belong(0.5, S.BODY)
        e.belong(-0.5, S.SIGNATURE, S.EXECUTOR)
        e.belong(-2, S.LETTERHEAD, S.ORGAN)
    if sight.row.row.blank_before:
        e.belong(-1, S.SUBJECT, S.SALUTATION, S.TITLE, S.CHAIR, S.SECRETARY, S.VOTES, S.HEADING, S.CONTROL)
    if _SHEETS.search(folded):
        e.belong(2.5, S.ATTACHMENTS, S.ENCLOSURES)
    if _STAMP.search(folded):
        e.belong(4, S.STAMP)
