"""The journal of execution: done, reopened, extended."""

WORDS = {
    "help_done": (
        (
            "Отмечает, что поручение исполнено. Поручение названо как «документ:место» или «номер:пункт».\n\n"
            "Примеры:\n\n\b\n"
            "  protocol done 3fa9c1d2:P1.2\n"
            "  protocol done 57-2751:2.1 --on 08.06.2021 --note 'исх. 12-34'"
        ),
        (
            "Records that an assignment is done. It is named as «document:place» or «number:item».\n\n"
            "Examples:\n\n\b\n"
            "  protocol done 3fa9c1d2:P1.2\n"
            "  protocol done 57-2751:2.1 --on 08.06.2021 --note 'исх. 12-34'"
        ),
    ),
    "help_reopen": (
        "Возвращает исполненное поручение на контроль; запись об исполнении остаётся в журнале.",
        "Takes a done assignment under control again; what was recorded stays in the journal.",
    ),
    "help_extend": (
        "Продлевает срок поручения; прежний срок остаётся в журнале.",
        "Extends the term of an assignment; the old term stays in the journal.",
    ),
    "help_status": (
        "Показывает журнал исполнения, новое сверху; с поручением – его состояние и историю.",
        "Shows the journal of execution, the latest first; with an assignment, its state and history.",
    ),
    "id_mark": ("ПОРУЧЕНИЕ", "ASSIGNMENT"),
    "id": (
        "«Документ:место» (3fa9c1d2:P1.2) или «номер документа:пункт» (57-2751:2.1).",
        "«Document:place» (3fa9c1d2:P1.2) or «number of the document:item» (57-2751:2.1).",
    ),
    "note": ("Примечание.", "A note."),
    "on": ("Когда (по умолчанию – сегодня).", "When (today by default)."),
    "to": ("Новый срок.", "The new term."),
    "reason": ("Почему срок продлён.", "Why the term is extended."),
    "action": ("Только такие записи.", "Only such entries."),
    "extend_needs": ("нужны новый срок и причина: --to ДАТА --reason ТЕКСТ", "needed: --to DATE --reason TEXT"),
    "no_assignment": (
        "нет поручения «{id}»; поручения документа покажет: protocol decisions --document ДОКУМЕНТ",
        "there is no assignment {id!r}; see those of a document: protocol decisions --document DOCUMENT",
    ),
    "several": ("«{id}» – несколько поручений, укажите одно:", "{id!r} names several assignments, choose one:"),
    "was_done": ("{id}: исполнено {day} – {what}", "{id}: done on {day} – {what}"),
    "was_reopened": ("{id}: снова на контроле – {what}", "{id}: under control again – {what}"),
    "was_extended": ("{id}: срок продлён до {day} – {what}", "{id}: extended to {day} – {what}"),
    # the table
    "done": ("исполнено", "done"),
    "reopen": ("снова на контроле", "reopened"),
    "extend": ("продлено: {before} → {until}", "extended: {before} → {until}"),
    "done_through": ("исполнено за срок {until}", "done for the term {until}"),
    "open": ("на исполнении", "open"),
}
