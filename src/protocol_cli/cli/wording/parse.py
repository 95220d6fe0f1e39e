"""The help of `protocol parse`."""

WORDS = {
    "help": (
        (
            "Читает письма и протоколы (текст, .docx, .pdf): реквизиты, участники, повестка, решения с "
            "ответственными и сроками. На экран – карточка, в файл или канал – JSON (несколько файлов – по строке на "
            "каждый). Прочитанное записывается в реестр, одно и то же – один раз.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol parse письмо.pdf\n"
            "  protocol parse *.docx --no-save > ответ.jsonl\n"
            "  protocol parse письмо.pdf | jq -r '.protocols[0].decisions[].text'\n\n"
            "Код завершения: 0 – всё прочитано, 2 – ошибка в команде, 3 – что-то не прочитано или не распознано."
        ),
        (
            "Reads letters and protocols (text, .docx, .pdf): requisites, participants, agenda, decisions with "
            "responsible and deadline. A card on the screen, JSON into a file or a pipe (a line for each of several "
            "files). What was read is recorded in the registry, the same content once.\n\n"
            "Examples:\n\n\b\n"
            "  protocol parse letter.pdf\n"
            "  protocol parse *.docx --no-save > answer.jsonl\n"
            "  protocol parse letter.pdf | jq -r '.protocols[0].decisions[].text'\n\n"
            "Exit code: 0 all was read, 2 wrong usage, 3 something could not be read or was not recognised."
        ),
    ),
    "files": ("Файлы; «-» – стандартный ввод.", "Files; «-» is standard input."),
    "format": (
        "card – карточка, json – JSON, jsonl – JSON по строке на документ.",
        "card, json, or jsonl: one line of JSON for each document.",
    ),
    "output": ("Записать ответ в файл.", "Write the answer to a file."),
    "force": ("Заменить файл, если он уже есть.", "Replace the file if it exists."),
    "with_text": ("Добавить в JSON текст документа.", "Add the document's text to the JSON."),
    "no_save": ("Не записывать в реестр.", "Do not record in the registry."),
}
