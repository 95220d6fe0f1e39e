"""The help, the table and the empty answers of `protocol deadlines`."""

WORDS = {
    "help": (
        (
            "Показывает поручения со сроками: из реестра, из файлов или из JSON от protocol parse («-»). Ответ один и "
            "тот же. Крайние дни входят: --before 2021-06-10 – по 10 июня включительно.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol deadlines --before 2021-06-10\n"
            "  protocol deadlines --after завтра --before 'через неделю' --responsible МОУО\n"
            "  protocol deadlines письмо.pdf --all\n"
            "  protocol parse *.txt | protocol deadlines --json -"
        ),
        (
            "Shows assignments with deadlines: from the registry, from files, or from JSON of protocol parse («-»); "
            "the answer is the same. The days named are included: --before 2021-06-10 has the 10th of June in it.\n\n"
            "Examples:\n\n\b\n"
            "  protocol deadlines --before 2021-06-10\n"
            "  protocol deadlines --after tomorrow --before 2w --responsible МОУО\n"
            "  protocol deadlines letter.pdf --all\n"
            "  protocol parse *.txt | protocol deadlines --json -"
        ),
    ),
    "files": (
        "Файлы вместо реестра; «-» – JSON от protocol parse.",
        "Files instead of the registry; «-» is JSON from protocol parse.",
    ),
    "before": ("Срок не позже этого дня (включительно).", "Due on this day or earlier."),
    "after": ("Срок не раньше этого дня (включительно).", "Due on this day or later."),
    "responsible": (
        "Часть имени ответственного или должности.",
        "Part of the name or the post of who is responsible.",
    ),
    "all": (
        "И поручения без даты: «постоянно», «по плану».",
        "Also those without a day: «постоянно», «по плану».",
    ),
    "format": (
        "table – таблица, json – JSON, jsonl – JSON по строке на поручение.",
        "table, json, or jsonl: one line of JSON for each assignment.",
    ),
    # the header, put together from parts
    "title": ("Поручения со сроком{span}", "Assignments due{span}"),
    "none": ("Поручений со сроком{span} не найдено", "No assignments due{span}"),
    "span_after": (" с {day}", " from {day}"),
    "span_before": (" по {day} включительно", " up to and including {day}"),
    "span_responsible": (" (ответственный: {name})", " (responsible: {name})"),
    "number": ("поручение|поручения|поручений", "assignment|assignments"),
    "undated_title": ("Без даты", "Without a day"),
    "due": ("Срок", "Due"),
    "what": ("Что сделать", "What"),
    "who": ("Ответственные", "Responsible"),
    "where": ("Документ", "Document"),
}
