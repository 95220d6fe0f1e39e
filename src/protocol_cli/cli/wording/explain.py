"""The help of `protocol explain`."""

WORDS = {
    "help": (
        (
            "Показывает, как прочитан документ: у каждой строки – раздел и правило, по которому он открыт, а под ней "
            "(«+») – что взяли отсюда другие правила. Строки: страница:строка раздел правило | текст.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol explain письмо.pdf\n"
            "  protocol explain письмо.pdf --section decisions\n"
            "  protocol explain письмо.pdf --json | jq -r 'select(.section == \"votes\").text'\n\n"
            "Код завершения: 0 – прочитано, 2 – ошибка в команде, 3 – не прочитано или не распознано."
        ),
        (
            "Shows how a document was read: the section of each line with the rule that opened it, and below it («+») "
            "what other rules took from there. Lines: page:line section rule | text.\n\n"
            "Examples:\n\n\b\n"
            "  protocol explain letter.pdf\n"
            "  protocol explain letter.pdf --section decisions\n"
            "  protocol explain letter.pdf --json | jq -r 'select(.section == \"votes\").text'\n\n"
            "Exit code: 0 it was read, 2 wrong usage, 3 it could not be read or was not recognised."
        ),
    ),
    "file": ("Файл; «-» – стандартный ввод.", "A file; «-» is standard input."),
    "section": ("Только строки этого раздела.", "Only the lines of this section."),
    "section_mark": ("РАЗДЕЛ", "SECTION"),
    "json": (
        "Вывести JSON, по объекту на строку документа, и на экран тоже.",
        "Print JSON, one object for each line of the document, on a terminal too.",
    ),
}
