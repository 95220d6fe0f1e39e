"""Help, usage errors, and what any command may have to say."""

WORDS = {
    # help
    "about": (
        "Читает официальные письма и протоколы совещаний: кто, что и к какому сроку должен сделать.",
        "Reads Russian official letters and meeting protocols: who must do what by when.",
    ),
    "epilog": (
        "Справка по команде: protocol КОМАНДА --help",
        "Help on a command: protocol COMMAND --help",
    ),
    "usage": ("Использование:", "Usage:"),
    "options": ("Параметры", "Options"),
    "arguments": ("Аргументы", "Arguments"),
    "commands": ("Команды", "Commands"),
    "options_mark": ("[ПАРАМЕТРЫ]", "[OPTIONS]"),
    "command_mark": ("КОМАНДА …", "COMMAND …"),
    "file_mark": ("ФАЙЛ", "FILE"),
    "date_mark": ("ДАТА", "DATE"),
    "text_mark": ("ТЕКСТ", "TEXT"),
    "help_help": ("Показать эту справку.", "Show this help."),
    "help_version": ("Показать версию.", "Show the version."),
    "help_quiet": ("Молчать обо всём, кроме ошибок.", "Say nothing but errors."),
    "help_verbose": (
        "Говорить подробнее; при внутренней ошибке показать её место в программе.",
        "Say more; show where in the program an internal error happened.",
    ),
    "help_install_completion": (
        "Включить дополнение команд по Tab в этой оболочке.",
        "Install completion for this shell.",
    ),
    "help_show_completion": ("Показать сценарий дополнения.", "Show the completion script."),
    "help_db": (
        "Файл реестра (иначе PROTOCOL_DB или папка данных пользователя).",
        "File of the registry (else PROTOCOL_DB, else the user's data folder).",
    ),
    "help_json": ("Вывести JSON и на экран тоже.", "Print JSON, on a terminal too."),
    "help_parse": (
        "Прочитать письмо или протокол: карточка на экране, JSON в файл или канал.",
        "Read a letter or a protocol: a card on the screen, JSON into a file or a pipe.",
    ),
    "help_deadlines": ("Показать поручения и их сроки.", "Show assignments and their deadlines."),
    "help_export": (
        "Записать поручения в файл: Excel, календарь, Word, CSV, JSON …",
        "Write assignments to a file: Excel, calendar, Word, CSV, JSON …",
    ),
    "help_schema": ("Вывести JSON Schema ответа.", "Print the JSON Schema of the answer."),
    "help_when": (
        "Вычислить дату по словам: «в течение 10 рабочих дней».",
        "Work out the date from the words: «в течение 10 рабочих дней».",
    ),
    # usage errors
    "error": ("Ошибка: {message}", "Error: {message}"),
    "see_help": ("Справка: {command} --help", "Help: {command} --help"),
    "no_such_command": ("нет команды «{name}»", "no such command: {name}"),
    "no_such_option": ("нет параметра {name}", "no such option: {name}"),
    "did_you_mean": ("; может быть, {names}?", "; did you mean {names}?"),
    "missing_argument": ("не указан {name}", "{name} is missing"),
    "missing_option": ("не указан параметр {name}", "option {name} is missing"),
    "bad_value": ("{name}: {message}", "{name}: {message}"),
    "value_needed": ("параметру {name} нужно значение", "option {name} needs a value"),
    "no_value_needed": ("параметру {name} значение не нужно", "option {name} takes no value"),
    "extra_argument": ("лишнее: {message}", "unexpected: {message}"),
    "one_of": (
        "«{value}» не подходит; можно: {choices}",
        "{value!r} is not possible; choose from {choices}",
    ),
    "bad_date": (
        "«{text}» – не дата. Примеры: 2021-06-10, 10.06.2021, «10 июня 2021», завтра, «через неделю», 2w",
        "{text!r} is no date. Examples: 2021-06-10, 10.06.2021, «10 июня 2021», tomorrow, «через неделю», 2w",
    ),
    # anything may happen
    "interrupted": ("прервано", "interrupted"),
    "unexpected": (
        "внутренняя ошибка: {error}. Что сделать: повторите с PROTOCOL_DEBUG=1 и сообщите, что будет выведено",
        "internal error: {error}. What to do: repeat with PROTOCOL_DEBUG=1 and report what it prints",
    ),
    "cannot_print": ("не удалось вывести ответ: {reason}", "cannot print the answer: {reason}"),
    # files that are written
    "file_exists": (
        "файл уже есть: {name}. Чтобы заменить его, добавьте --force",
        "the file exists: {name}. Add --force to replace it",
    ),
    "file_is_input": ("{name} – один из исходных файлов", "{name} is one of the input files"),
    "file_is_folder": ("{name} – папка, а нужно имя файла", "{name} is a folder; a file name is needed"),
    "no_folder": ("нет папки {name}: создайте её", "there is no folder {name}: create it"),
    "cannot_write": ("не удалось записать {name}: {reason}", "cannot write {name}: {reason}"),
    "written": ("записано: {name}", "written: {name}"),
}
