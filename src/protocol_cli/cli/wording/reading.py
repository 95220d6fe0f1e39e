"""Why an input gives no document; the keys are the reasons of `readers.errors.Unreadable`, and a few of the CLI's."""

WORDS = {
    "missing": ("{name}: файла нет – проверьте имя", "{name}: no such file – check the name"),
    "directory": (
        "{name}: это папка – укажите файлы: protocol parse {name}/*",
        "{name}: this is a folder – name files: protocol parse {name}/*",
    ),
    "denied": (
        "{name}: файл не открыть{detail} – проверьте права доступа",
        "{name}: cannot be opened{detail} – check the permissions",
    ),
    "empty": (
        "{name}: файл пуст – проверьте, что он сохранён полностью",
        "{name}: the file is empty – check that it was saved whole",
    ),
    "too_large": (
        "{name}: файл слишком велик{detail} – разделите его",
        "{name}: the file is too large{detail} – split it",
    ),
    "encrypted": (
        "{name}: файл зашифрован – снимите пароль и повторите",
        "{name}: the file is encrypted – remove the password and try again",
    ),
    "damaged": (
        "{name}: файл повреждён{detail} – получите его заново",
        "{name}: the file is damaged{detail} – get it anew",
    ),
    "no_pages": (
        "{name}: в файле нет ни одной страницы – получите его заново",
        "{name}: the file has no pages – get it anew",
    ),
    "needs_ocr": (
        "{name}: это скан без текста{detail} – нужно распознавание",
        "{name}: a scan without text{detail} – it needs recognition",
    ),
    "unsupported": (
        "{name}: такой файл не прочитать{detail} – нужен текст, .docx или .pdf",
        "{name}: this sort of file cannot be read{detail} – text, .docx or .pdf is needed",
    ),
    "failed": (
        "{name}: не удалось прочитать (внутренняя ошибка: {error}) – повторите с PROTOCOL_DEBUG=1 и сообщите о ней",
        "{name}: could not be read (internal error: {error}) – repeat with PROTOCOL_DEBUG=1 and report it",
    ),
    "not_recognised": (
        "{name}: это не письмо, не протокол и не перечень поручений{hint}",
        "{name}: neither a letter, nor a protocol, nor a list of assignments{hint}",
    ),
    "begins": (" – начинается словами «{text}»", " – it begins with «{text}»"),
    "not_json": (
        (
            "{name}: здесь ждали JSON от protocol parse, строка {line}: {reason} – сделайте так: "
            "protocol parse ФАЙЛ | protocol deadlines -"
        ),
        (
            "{name}: JSON from protocol parse was expected, line {line}: {reason} – do it so: "
            "protocol parse FILE | protocol deadlines -"
        ),
    ),
    "not_a_document": (
        "{name}: JSON не от protocol parse, строка {line}: {reason}",
        "{name}: this JSON is not from protocol parse, line {line}: {reason}",
    ),
    "typing": (
        "жду текст с клавиатуры (конец ввода – Ctrl+D, в Windows – Ctrl+Z)",
        "waiting for text from the keyboard (end it with Ctrl+D, on Windows with Ctrl+Z)",
    ),
}
