"""The help and the messages of `protocol validate` and `protocol rules`; what the rules say is in their own files."""

WORDS = {
    "help": (
        (
            "Проверяет письма и протоколы так, как их читают делопроизводитель и контролёр: реквизиты по ГОСТ, "
            "контрольные числа ИНН и ОГРН, письмо против приложенного протокола, ответственные и сроки поручений, кворум "
            "и голоса. Для каждого замечания – строка документа, в чём дело и как исправить.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol validate письмо.pdf\n"
            "  protocol validate папка --statistics\n"
            "  protocol validate протокол.docx --select DUE,ASG --strict\n"
            "  protocol parse письмо.txt --json --with-text | protocol validate -\n"
            "  protocol validate письмо.docx --annotate письмо.html\n\n"
            "Настройки – в protocol.toml рядом с документом, в папке выше или в папке настроек пользователя. Правила: "
            "protocol rules.\n\n"
            "Код завершения: 0 – ошибок нет, 1 – есть ошибки (с --strict и предупреждения), 2 – ошибка в команде, 3 – "
            "что-то не прочитано или не распознано, 4 – не работает реестр."
        ),
        (
            "Checks letters and protocols as a clerk and a controller read them: requisites by ГОСТ, check digits of ИНН "
            "and ОГРН, the letter against the protocol it carries, who answers and by when, quorum and votes. Each finding "
            "comes with its line, what is wrong and how to mend it.\n\n"
            "Examples:\n\n\b\n"
            "  protocol validate letter.pdf\n"
            "  protocol validate folder --statistics\n"
            "  protocol validate protocol.docx --select DUE,ASG --strict\n"
            "  protocol parse letter.txt --json --with-text | protocol validate -\n"
            "  protocol validate letter.docx --annotate letter.html\n\n"
            "Settings are in protocol.toml beside the paper, in a folder above, or in the user's configuration folder. "
            "Rules: protocol rules.\n\n"
            "Exit code: 0 no errors, 1 errors (with --strict warnings too), 2 wrong usage, 3 something could not be read "
            "or was not recognised, 4 the registry failed."
        ),
    ),
    "help_rules": (
        (
            "Показывает правила проверки; с кодом – одно правило: что, почему, пример и как исправить; с началом кода – "
            "группу: DOC – реквизиты, LTR – письмо, PRT – протокол, IDN – идентификаторы, CNS – согласованность, ASG – "
            "ответственные, DUE – сроки, STM – собрания, VOT – голоса."
        ),
        (
            "Shows the rules; with a code one of them: what, why, an example and how to mend it; with the beginning of a "
            "code a group: DOC requisites, LTR letters, PRT protocols, IDN identifiers, CNS consistency, ASG who answers, "
            "DUE terms, STM statutory meetings, VOT votes."
        ),
    ),
    "files": (
        "Файлы, папки, ID документов реестра; «-» – JSON от protocol parse --with-text.",
        "Files, folders, IDs of documents in the registry; «-» is JSON from protocol parse --with-text.",
    ),
    "format": (
        "text – со строкой документа, json, jsonl, sarif – для редакторов и проверок, csv.",
        "text with the document's line, json, jsonl, sarif for editors and checks, csv.",
    ),
    "code_mark": ("КОД", "CODE"),
    "select": (
        "Только эти правила: коды или их начала через запятую (так включают и выключенные).",
        "These rules alone: codes or their beginnings, with commas (this turns on what is off, too).",
    ),
    "ignore": ("Без этих правил.", "Without these rules."),
    "severity_mark": ("СТРОГОСТЬ", "SEVERITY"),
    "severity": (
        "Показать не мягче: ошибка, предупреждение или заметка.",
        "Show no milder than: error, warning or info.",
    ),
    "strict": ("Считать провалом и предупреждения.", "Let warnings fail, too."),
    "statistics": ("Вместо замечаний – сколько их по каждому правилу.", "Instead of findings, how many by each rule."),
    "profile": (
        "Порядок госорганов (gov) или ГК и ТК (civil); auto – по виду собрания.",
        "By the rule of state bodies (gov) or the Civil and Labour Codes (civil); auto: by the kind of meeting.",
    ),
    "gost": ("Редакция стандарта; auto – по дате документа.", "Edition of the standard; auto: by the document's date."),
    "config": (
        "Файл настроек вместо найденного protocol.toml.",
        "The configuration file, instead of the protocol.toml that is found.",
    ),
    "annotate": (
        "Записать страницу HTML: документ по листам, рядом замечания.",
        "Write an HTML page: the document sheet by sheet with the findings beside it.",
    ),
    "rule_code": ("Код правила, его имя или начало кода.", "A rule's code, its name, or the beginning of a code."),
    # findings
    "error": ("ошибка", "error"),
    "warning": ("предупреждение", "warning"),
    "info": ("заметка", "info"),
    "off": ("выключено", "off"),
    "errors": ("ошибка|ошибки|ошибок", "error|errors"),
    "warnings": ("предупреждение|предупреждения|предупреждений", "warning|warnings"),
    "infos": ("заметка|заметки|заметок", "info|infos"),
    "documents": ("документ|документа|документов", "document|documents"),
    "nothing": ("замечаний нет", "nothing found"),
    "mend": ("как исправить", "to mend"),
    "page": ("стр. {page}", "page {page}"),
    "page_and_line": ("стр. {page}, строка {line}", "page {page}, line {line}"),
    # tables and cards
    "column_code": ("Код", "Code"),
    "column_severity": ("Строгость", "Severity"),
    "column_findings": ("Случаев", "Findings"),
    "column_documents": ("Документов", "Documents"),
    "column_checks": ("Что не так", "What is wrong"),
    "label_severity": ("Строгость", "Severity"),
    "label_why": ("Почему", "Why"),
    "label_mend": ("Как исправить", "To mend"),
    "label_source": ("Источник", "Source"),
    "label_wrong": ("Плохо", "Wrong"),
    "label_right": ("Хорошо", "Right"),
    # the page of remarks
    "page_title": ("Замечания", "Findings"),
    "sheet": ("Лист {page}", "Page {page}"),
    # what may go wrong
    "no_text": (
        "{name}: в JSON нет текста документа: строк не будет, и отсутствие реквизитов не проверить (parse --with-text)",
        "{name}: the JSON has no text of the document: no lines are shown, nothing can be called missing (parse --with-text)",
    ),
    "empty_folder": (
        "{name}: в папке нет документов (.txt, .docx, .pdf …)",
        "{name}: the folder holds no documents (.txt, .docx, .pdf …)",
    ),
    "not_registered": (
        "{name}: нет ни такого файла, ни такого документа в реестре – посмотрите: protocol documents",
        "{name}: neither a file nor a document of the registry – see: protocol documents",
    ),
    "no_such_rule": (
        "нет правила {code}; все правила: protocol rules",
        "no such rule: {code}; all rules: protocol rules",
    ),
    "bad_config": ("файл настроек {name}: {reason}", "configuration file {name}: {reason}"),
    "unknown_key": ("лишний ключ «{entry}»; можно: {entries}", "unknown key {entry!r}; possible: {entries}"),
    "list_expected": ("{entry}: нужен список строк в скобках []", "{entry}: a list of strings in [] is needed"),
    "day_expected": ("{entry}: нужен день вида «09-01»", "{entry}: a day like «09-01» is needed"),
}
