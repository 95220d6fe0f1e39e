"""The help of `protocol report`."""

WORDS = {
    "help": (
        (
            "Пишет отчёт – одну HTML-страницу: сводка, сроки по месяцам, таблица с отбором. Странице не нужна сеть, её "
            "можно послать и напечатать. Без файлов – всё из реестра, и поручения без даты тоже.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol report -o отчёт.html\n"
            "  protocol report письмо.pdf протокол.docx -o отчёт.html --today 2021-06-01\n"
            "  protocol report -o отчёт.html --responsible МОУО --before 'через месяц'"
        ),
        (
            "Writes a report, one HTML page: summary, terms by months, a table with filters. The page needs no network and "
            "can be sent and printed. Without files: all of the registry, those without a day too.\n\n"
            "Examples:\n\n\b\n"
            "  protocol report -o report.html\n"
            "  protocol report letter.pdf minutes.docx -o report.html --today 2021-06-01\n"
            "  protocol report -o report.html --responsible МОУО --before 4w"
        ),
    ),
    "dated": ("Только поручения с датой.", "Only assignments that have a day."),
}
