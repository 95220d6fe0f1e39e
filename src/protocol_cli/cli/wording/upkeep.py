"""Import and housekeeping: add, remove, reparse, db."""

WORDS = {
    "help_add": (
        (
            "Добавляет в реестр файлы и папки со всем, что в них: только новое и изменённое. Можно прервать и повторить: "
            "готовое не читается заново.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol add письма/ --jobs 4\n"
            "  protocol add протокол.docx"
        ),
        (
            "Adds files and folders with all that is in them to the registry: only what is new or changed. May be "
            "interrupted and repeated: what is done is not read again.\n\n"
            "Examples:\n\n\b\n"
            "  protocol add letters/ --jobs 4\n"
            "  protocol add protocol.docx"
        ),
    ),
    "help_remove": (
        "Убирает документы из реестра; сами файлы и журнал исполнения остаются.",
        "Removes documents from the registry; the files and the journal stay.",
    ),
    "help_reparse": (
        "Читает файлы реестра заново, как после обновления программы, и показывает, что изменилось.",
        "Reads the registry's files again, as after an upgrade, and shows what changed.",
    ),
    "help_db": (
        (
            "path – где реестр; info – сколько в нём; check – цел ли он; backup ФАЙЛ – копия; vacuum – уборка.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol db info\n"
            "  protocol db backup копия.sqlite"
        ),
        (
            "path: where the registry is; info: how much is in it; check: whether it is whole; backup FILE: a copy; "
            "vacuum: tidying.\n\n"
            "Examples:\n\n\b\n"
            "  protocol db info\n"
            "  protocol db backup copy.sqlite"
        ),
    ),
    "files": ("Файлы и папки.", "Files and folders."),
    "jobs": (
        "Сколько процессов читает файлы (по умолчанию – по числу процессоров).",
        "How many processes read the files (by default one for each processor).",
    ),
    "ids": (
        "Документы: ID (можно начало), номер или имя файла.",
        "Documents: ID (or its beginning), number or file name.",
    ),
    "ids_or_all": ("Документы; без них – все.", "Documents; all of them without."),
    "action_mark": ("ДЕЙСТВИЕ", "ACTION"),
    "action": ("Одно из: path, info, check, backup, vacuum.", "One of path, info, check, backup, vacuum."),
    "backup_file": ("Файл для копии (backup).", "File for the copy (backup)."),
    "added": (
        "новых – {new}, изменённых – {changed}, без изменений – {same}, не прочитано – {failed}",
        "new {new}, changed {changed}, the same {same}, not read {failed}",
    ),
    "removed": ("{id}: убран из реестра ({source})", "{id}: removed from the registry ({source})"),
    "several": ("«{id}» – несколько документов: {ids}", "{id!r} names several documents: {ids}"),
    "gone": (
        "{id}: файла {source} на месте нет – добавьте его заново: protocol add ФАЙЛ",
        "{id}: the file {source} is not there – add it anew: protocol add FILE",
    ),
    "other_content": (
        "{id}: файл {source} изменился – добавьте его: protocol add ФАЙЛ",
        "{id}: the file {source} has changed – add it: protocol add FILE",
    ),
    "reads_differently": ("{id}: читается иначе ({source})", "{id}: reads differently ({source})"),
    "more_differences": ("  … и ещё {number}", "  … and {number} more"),
    "reparsed": ("читается иначе – {changed}, без изменений – {same}", "read differently {changed}, the same {same}"),
    # db
    "whole": ("реестр цел: {place}", "the registry is whole: {place}"),
    "broken": (
        "реестр повреждён: {fault} – восстановите его из копии или прочитайте документы заново",
        "the registry is damaged: {fault} – restore it from a copy or read the documents anew",
    ),
    "copied": ("копия записана: {name}", "copy written: {name}"),
    "tidied": ("прибрано: {place}", "tidied: {place}"),
    "no_backup_of_server": (
        "копию реестра на сервере делает сам сервер: pg_dump --schema protocol",
        "a registry on a server is copied by the server's own means: pg_dump --schema protocol",
    ),
    "backup_needs": ("укажите файл для копии: protocol db backup ФАЙЛ", "name a file: protocol db backup FILE"),
    "place": ("Где", "Where"),
    "kind": ("Хранилище", "Storage"),
    "schema": ("Схема", "Schema"),
    "size": ("Размер", "Size"),
    "documents": ("Документов", "Documents"),
    "assignments": ("Поручений", "Assignments"),
    "people": ("Форм имён", "Forms of names"),
    "journal": ("Записей журнала", "Entries of the journal"),
    "megabytes": ("{number} МБ", "{number} MB"),
}
