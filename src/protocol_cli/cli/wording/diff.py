"""The help and the table of `protocol diff`."""

WORDS = {
    "help": (
        (
            "Сравнивает два документа – проект и подписанный протокол или протоколы двух заседаний: какие решения "
            "добавлены, исключены, изменены, какие сроки перенесены и какие ответственные заменены. Решения узнаются по "
            "словам, а не по номерам.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol diff проект.docx протокол.pdf\n"
            "  protocol diff проект.docx протокол.pdf --json | jq '.changes[] | select(.days > 0)'"
        ),
        (
            "Compares two documents, a draft and the signed protocol or protocols of two meetings: decisions added, dropped "
            "and reworded, deadlines moved, responsibles changed. Decisions are known by their words, not by their numbers.\n\n"
            "Examples:\n\n\b\n"
            "  protocol diff draft.docx protocol.pdf\n"
            "  protocol diff draft.docx protocol.pdf --json | jq '.changes[] | select(.days > 0)'"
        ),
    ),
    "first": ("Прежний документ.", "The document before."),
    "second": ("Новый документ.", "The document after."),
    "first_mark": ("БЫЛО", "BEFORE"),
    "second_mark": ("СТАЛО", "AFTER"),
    "all": ("Показать и то, что не изменилось.", "Show what did not change, too."),
    "format": ("table – таблица, json – JSON.", "table or json."),
    # the table
    "number": ("Пункт", "Item"),
    "what": ("Что изменилось", "What changed"),
    "was": ("Было", "Before"),
    "now": ("Стало", "After"),
    "added": ("добавлено", "added"),
    "dropped": ("исключено", "dropped"),
    "same": ("без изменений", "unchanged"),
    "field_text": ("формулировка", "wording"),
    "field_responsible": ("ответственные", "responsible"),
    "field_deadline": ("срок", "deadline"),
    "field_control": ("контроль", "control"),
    "field_number": ("номер", "number"),
    "later": ("срок позже на {days}", "{days} later"),
    "earlier": ("срок раньше на {days}", "{days} earlier"),
    "days": ("день|дня|дней", "day|days"),
    "count_added": ("добавлено|добавлено|добавлено", "added|added"),
    "count_dropped": ("исключено|исключено|исключено", "dropped|dropped"),
    "count_changed": ("изменено|изменено|изменено", "changed|changed"),
    "count_same": ("без изменений|без изменений|без изменений", "unchanged|unchanged"),
    "nothing": ("Решений нет", "There are no decisions"),
}
