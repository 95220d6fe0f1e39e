"""The help and the messages of `protocol export` and of the other commands that write files."""

WORDS = {
    "help": (
        (
            "Записывает поручения в файл: Excel, календарь, Word, Markdown, CSV, JSON. Без файлов берёт их из реестра; "
            "отбор – как у protocol deadlines. Формат – по --to или по расширению файла.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol export -o поручения.xlsx --all\n"
            "  protocol export письмо.pdf -o поручения.ics --as-events\n"
            "  protocol export -o перечень.docx --before 2021-06-30\n"
            "  protocol export -o напоминания.docx --form reminders --responsible МОУО\n"
            "  protocol export протокол.docx -o выписка.docx --form extract --items 2,5-7\n"
            "  protocol parse *.txt | protocol export - --to csv > поручения.csv"
        ),
        (
            "Writes assignments to a file: Excel, calendar, Word, Markdown, CSV, JSON. Without files they come from the "
            "registry; filters are those of protocol deadlines. The format is named by --to or by the file's suffix.\n\n"
            "Examples:\n\n\b\n"
            "  protocol export -o assignments.xlsx --all\n"
            "  protocol export letter.pdf -o assignments.ics --as-events\n"
            "  protocol export -o list.docx --before 2021-06-30\n"
            "  protocol export -o reminders.docx --form reminders --responsible МОУО\n"
            "  protocol export minutes.docx -o extract.docx --form extract --items 2,5-7\n"
            "  protocol parse *.txt | protocol export - --to csv > assignments.csv"
        ),
    ),
    "to": (
        "Формат; иначе – по расширению файла. akn – Akoma Ntoso, один документ.",
        "The format; else by the file's suffix. akn is Akoma Ntoso, for one document.",
    ),
    "output": ("Записать в файл.", "Write to a file."),
    "force": ("Заменить файл, если он уже есть.", "Replace the file if it exists."),
    "status": (
        "all – все (так по умолчанию), open – на исполнении, done – исполненные.",
        "all (the default), open, or done.",
    ),
    "dialect": (
        "csv: excel-ru – для русского Excel, rfc4180 – запятые и даты ISO.",
        "csv: excel-ru for Russian Excel, rfc4180 for commas and ISO dates.",
    ),
    "form": (
        "docx: list – перечень, reminders – напоминания, extract – выписка.",
        "docx: list of assignments, reminders, or extract from one protocol.",
    ),
    "items": ("Пункты выписки: 2,5-7.", "Items of the extract: 2,5-7."),
    "items_mark": ("НОМЕРА", "NUMBERS"),
    "template": (
        "docx: бланк с метками {{поручения}}, {{заголовок}}, {{дата}}.",
        "docx: your own form with marks {{поручения}}, {{заголовок}}, {{дата}}.",
    ),
    "as_events": ("ics: события вместо задач.", "ics: events instead of tasks."),
    "expand": (
        "ics: повторяющиеся сроки – по дням, а не правилом.",
        "ics: recurring terms day by day and not by a rule.",
    ),
    "until": (
        "ics: до какого дня считать повторения (по умолчанию – год).",
        "ics: up to which day recurring terms are counted (by default a year).",
    ),
    "alarms": (
        "ics: за сколько дней напоминать; 0 – не напоминать. По умолчанию 5,1.",
        "ics: how many days before to remind; 0 for never. By default 5,1.",
    ),
    "alarms_mark": ("ДНИ", "DAYS"),
    "number": ("поручение|поручения|поручений", "assignment|assignments"),
    # what is wrong
    "no_format": (
        "не ясно, в каком формате писать; укажите --to или файл с расширением: {choices}",
        "no format is named; give --to or a file with a suffix: {choices}",
    ),
    "not_to_terminal": (
        "этот формат – не для экрана; укажите файл: -o ФАЙЛ",
        "this format is not for the screen; name a file: -o FILE",
    ),
    "bad_template": (
        "{name} – не документ Word (.docx), или его нет; проверьте файл бланка",
        "{name} is no Word document (.docx), or is not there; check the form",
    ),
    "bad_alarms": (
        "«{text}» – не дни. Примеры: 5,1 или 0",
        "{text!r} are no days. Examples: 5,1 or 0",
    ),
    "name_a_file": (
        "для {format} укажите один файл или --document",
        "name one file, or --document, for {format}",
    ),
    "one_document": (
        "для {format} нужен ровно один документ",
        "exactly one document is needed for {format}",
    ),
    "no_protocol": ("{name}: в документе нет протокола", "{name}: there is no protocol in the document"),
    "no_such_item": ("нет пунктов «{items}»; есть: {known}", "no items {items!r}; there are: {known}"),
}
