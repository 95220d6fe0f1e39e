"""What the reading says of itself: the notices' messages, in Russian (the documents' language)."""

from __future__ import annotations

_NOTICES: dict[str, str] = {
    "not-recognised": "документ не похож ни на письмо, ни на протокол",
    "seems-to-be": "документ не похож ни на письмо, ни на протокол: похоже, это {kind}",
    "page-without-text": "страница без текстового слоя: нужно распознавание",
    "deadline-impossible-date": "срок: такой даты нет в календаре",
    "deadline-ambiguous": "срок можно понять и иначе: показано принятое здесь прочтение",
    "deadline-before-document": "срок раньше даты документа",
    "deadline-vague": "срок: число дней не названо",
    "deadline-period-reversed": "срок: конец периода раньше начала",
    "deadline-unknown-calendar": "срок: переносы выходных этого года ещё не утверждены",
}


def notice_message(code: str, **values: object) -> str:
    """The message of a notice by its code; an unknown code is its own message."""
    return _NOTICES.get(code, code).format(**values)
