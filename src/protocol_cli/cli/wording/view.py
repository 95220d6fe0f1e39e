"""The help and the messages of `protocol view`."""

WORDS = {
    "help": (
        (
            "Показывает, что и где прочитано: HTML-страница с листами документа и карточкой рядом. Щелчок по значению "
            "показывает его место, щелчок по месту – значение. Странице не нужна сеть.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol view письмо.pdf -o письмо.html\n"
            "  protocol parse письмо.txt --with-text | protocol view - > письмо.html"
        ),
        (
            "Shows what was read and where: an HTML page with the document's sheets and the card beside them. A click on a "
            "value shows its place, a click on a place its value. The page needs no network.\n\n"
            "Examples:\n\n\b\n"
            "  protocol view letter.pdf -o letter.html\n"
            "  protocol parse letter.txt --with-text | protocol view - > letter.html"
        ),
    ),
    "file": (
        "Файл; «-» – JSON от protocol parse --with-text.",
        "The file; «-» is JSON from protocol parse --with-text.",
    ),
    "as_text": ("Показать PDF как текст.", "Show a PDF as text."),
    "no_text": (
        "{name}: в JSON нет текста документа – сделайте так: protocol parse --with-text ФАЙЛ | protocol view -",
        "{name}: the JSON has no text of the document – do it so: protocol parse --with-text FILE | protocol view -",
    ),
    "number": ("значение|значения|значений", "value|values"),
}
