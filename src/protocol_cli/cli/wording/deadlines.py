"""The help, the table and the empty answers of `protocol deadlines`."""

WORDS = {
    "help": (
        (
            "Показывает поручения со сроками: из реестра, из файлов или из JSON от protocol parse («-»). Ответ один и "
            "тот же. Крайние дни входят: --before 2021-06-10 – по 10 июня включительно.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol deadlines --before 2021-06-10\n"
            "  protocol deadlines --within 2w --responsible МОУО\n"
            "  protocol deadlines --overdue --by responsible\n"
            "  protocol deadlines письмо.pdf --all\n"
            "  protocol parse *.txt | protocol deadlines --json -"
        ),
        (
            "Shows assignments with deadlines: from the registry, from files, or from JSON of protocol parse («-»); "
            "the answer is the same. The days named are included: --before 2021-06-10 has the 10th of June in it.\n\n"
            "Examples:\n\n\b\n"
            "  protocol deadlines --before 2021-06-10\n"
            "  protocol deadlines --within 2w --responsible МОУО\n"
            "  protocol deadlines --overdue --by responsible\n"
            "  protocol deadlines letter.pdf --all\n"
            "  protocol parse *.txt | protocol deadlines --json -"
        ),
    ),
    "before": ("Срок не позже этого дня (включительно).", "Due on this day or earlier."),
    "after": ("Срок не раньше этого дня (включительно).", "Due on this day or later."),
    "on": ("Срок в этот день.", "Due on this day."),
    "length_mark": ("СРОК", "LENGTH"),
    "within": (
        "Срок в ближайшее время: 2w, «10 дней», месяц.",
        "Due in the time to come: 2w, 10d, month.",
    ),
    "overdue": ("Просроченные.", "Overdue ones."),
    "today": (
        "Считать сегодняшним этот день.",
        "Take this day for today.",
    ),
    "kind": (
        "Вид срока: день, период, повторяющийся, постоянно, от другого дня, событие, сразу.",
        "Kind of the term.",
    ),
    "status": (
        "open – на исполнении (так по умолчанию), done – исполненные, all – все.",
        "open (the default), done, or all.",
    ),
    "profile": (
        "Перенести срок с выходного: gov – на предшествующий рабочий день, civil – на следующий (ГК РФ), none – нет.",
        "Move a term off a day off: gov to the working day before, civil (Civil Code) to the next, none.",
    ),
    "by": (
        "Собрать по дням, ответственным или документам.",
        "Group by day, responsible, or document.",
    ),
    "bad_length": (
        "«{text}» – не срок. Примеры: 2w, 10d, «10 дней», месяц",
        "{text!r} is no length. Examples: 2w, 10d, «10 дней», month",
    ),
    "days_left": ("ещё {days}", "{days} left"),
    "days_over": ("просрочено: {days}", "overdue: {days}"),
    "due_today": ("сегодня", "today"),
    "days": ("день|дня|дней", "day|days"),
    "done": ("исполнено {day}", "done {day}"),
    "extended": ("было {day}", "was {day}"),
    "effective": ("раб. день {day}", "working day {day}"),
    "nobody": ("Без ответственного", "Nobody named"),
    "span_on": (" на {day}", " on {day}"),
    "responsible": (
        "Часть имени ответственного или должности.",
        "Part of the name or the post of who is responsible.",
    ),
    "all": (
        "И поручения без даты: «постоянно», «по плану».",
        "Also those without a day: «постоянно», «по плану».",
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
