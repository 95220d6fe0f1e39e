"""The lists that are asked of the registry: help, headings, empty answers."""

WORDS = {
    "help_documents": (
        "Показывает документы реестра (или файлов), новые сверху.",
        "Lists the documents of the registry (or of files), the latest first.",
    ),
    "help_show": (
        (
            "Показывает карточку документа: по ID (можно начало) или регистрационному номеру.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol show 57-2751\n"
            "  protocol show e0e03588 --json"
        ),
        (
            "Shows the card of a document: by its ID (or its beginning) or registration number.\n\n"
            "Examples:\n\n\b\n"
            "  protocol show 57-2751\n"
            "  protocol show e0e03588 --json"
        ),
    ),
    "help_decisions": (
        "Показывает решения протоколов и просьбы писем, со сроком и без срока.",
        "Lists the decisions of protocols and the requests of letters, dated or not.",
    ),
    "help_agenda": (
        "Показывает вопросы повесток и докладчиков.",
        "Lists the items of agendas and their speakers.",
    ),
    "help_speakers": (
        "Показывает, кто о чём докладывал и выступал.",
        "Lists who reported and spoke on what.",
    ),
    "help_people": (
        (
            "Показывает людей, каждого один раз: формы имени соединены по фамилии и инициалам. С именем – всё, где "
            "человек назван: председатель, докладчик, ответственный, подписавший, исполнитель.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol people\n"
            "  protocol people Вторина\n"
            "  protocol people 'Е.В. Вторина' --role responsible"
        ),
        (
            "Lists people, each once: forms of a name are joined by family name and initials. With a name, everything "
            "that the person is in: chair, speaker, responsible, signatory, executor.\n\n"
            "Examples:\n\n\b\n"
            "  protocol people\n"
            "  protocol people Вторина\n"
            "  protocol people 'Е.В. Вторина' --role responsible"
        ),
    ),
    "help_organizations": (
        "Показывает организации: кто пишет, кому пишут, кто издал документы, на которые ссылаются.",
        "Lists organisations: who writes, who is written to, who issued what is referred to.",
    ),
    "help_references": (
        "Показывает, на какие документы ссылаются («приказ от … № …», «на № … от …»), и есть ли они в реестре.",
        "Lists the documents that are referred to («приказ от … № …», «на № … от …»), and whether they are here.",
    ),
    "help_search": (
        (
            "Ищет слова в любой форме: «проверка» находит «проверками». Слова в кавычках должны стоять подряд.\n\n"
            "Примеры:\n\n\b\n"
            "  protocol search 'план мероприятий'\n"
            "  protocol search '«план мероприятий»' --part decision"
        ),
        (
            "Finds words in any form: «проверка» finds «проверками». Words in quotes must stand one after another.\n\n"
            "Examples:\n\n\b\n"
            "  protocol search 'план мероприятий'\n"
            "  protocol search '«план мероприятий»' --part decision"
        ),
    ),
    "help_thread": (
        "Показывает переписку вокруг письма: что на что отвечает, что на что ссылается, на что нет ответа.",
        "Shows the correspondence around a letter: what answers what, what names what, what has no answer.",
    ),
    "help_stats": (
        "Показывает реестр в числах: документы по видам и месяцам, поручения, доля просроченных, кому поручено больше.",
        "Shows the registry in numbers: documents by kind and month, assignments, overdue share, who has the most.",
    ),
    # options
    "document_kind": ("Вид документа.", "Kind of the document."),
    "author": ("Часть названия организации-автора.", "Part of the name of the author."),
    "decision_kind": (
        "decision – решения, request – просьбы писем; иначе вид срока.",
        "decision, request (of a letter); else the kind of the term.",
    ),
    "person_name": ("Часть имени, в любой форме.", "Part of the name, in any form."),
    "speaker_role": (
        "speaker – докладчик повестки, heard – слушали, spoke – выступили.",
        "speaker of the agenda, heard (СЛУШАЛИ), spoke (ВЫСТУПИЛИ).",
    ),
    "person_role": ("Только в этой роли.", "Only in this role."),
    "organization_name": ("Часть названия.", "Part of the name."),
    "organization_role": ("Только в этой роли.", "Only in this role of it."),
    "reference_kind": ("Вид документа: приказ, письмо …", "Kind of the document: приказ, письмо …"),
    "reference_text": ("Слова ссылки: кто издал, название.", "Words of the reference: issuer, title."),
    "relation": (
        "reply – «на № … от …», reference – прочие ссылки.",
        "reply («на № … от …») or reference.",
    ),
    "words": ("Что искать.", "What to find."),
    "part": ("Только в этой части документа.", "Only in this part of the documents."),
    "letter_number": ("Номер письма или ID документа.", "Number of a letter, or ID of a document."),
    "document_id": ("ID документа (можно начало) или номер.", "ID of a document (or its beginning), or number."),
    "name_and_files": (
        "Имя (любая форма) и файлы вместо реестра; можно без имени.",
        "A name (any form), and files instead of the registry; the name may be left out.",
    ),
    # empty answers
    "no_documents": ("Документов не найдено", "No documents found"),
    "no_decisions": ("Решений не найдено", "No decisions found"),
    "no_agenda": ("Вопросов повестки не найдено", "No agenda items found"),
    "no_speakers": ("Докладчиков не найдено", "No speakers found"),
    "no_people": ("Людей не найдено", "No people found"),
    "no_appearances": ("Такого человека нет в документах", "There is no such person in the documents"),
    "no_organizations": ("Организаций не найдено", "No organisations found"),
    "no_references": ("Ссылок не найдено", "No references found"),
    "no_search": ("Ничего не найдено", "Nothing found"),
    "no_thread": ("Такого письма нет, и на него не ссылаются", "There is no such letter, and nothing refers to it"),
    "no_show": ("Нет документа «{id}»", "There is no document {id!r}"),
    "no_control": ("Такого поручения нет", "There is no such assignment"),
    "no_journal": ("В журнале исполнения пусто", "The journal is empty"),
    # headings
    "id": ("Код", "ID"),
    "date": ("Дата", "Date"),
    "number": ("Номер", "Number"),
    "kind": ("Вид", "Kind"),
    "about": ("О чём", "Subject"),
    "from": ("От кого", "From"),
    "assignments": ("Поручений", "Assignments"),
    "documents": ("Документов", "Documents"),
    "name": ("Имя", "Name"),
    "post": ("Должность", "Post"),
    "who": ("Ответственные", "Responsible"),
    "who_reports": ("Докладчик", "Speaker"),
    "due": ("Срок", "Due"),
    "when": ("Когда", "When"),
    "what": ("Что сделано", "What"),
    "history": ("Состояние и журнал", "State and journal"),
    "role": ("Роль", "Role"),
    "where": ("Документ", "Document"),
    "document": ("Где", "Where"),
    "title": ("Вопрос", "Item"),
    "mention": ("На что ссылаются", "What is referred to"),
    "found": ("В реестре", "Here"),
    "text": ("Текст", "Text"),
    "ties": ("Связи", "Ties"),
    "lines": ("строка|строки|строк", "line|lines"),
    # kinds and roles
    "letter": ("письмо", "letter"),
    "protocol": ("протокол", "protocol"),
    "assignments_kind": ("перечень поручений", "list of assignments"),
    "other": ("другое", "other"),
    "chair": ("председатель", "chair"),
    "secretary": ("секретарь", "secretary"),
    "participant": ("участник", "participant"),
    "absent": ("отсутствует", "absent"),
    "invited": ("приглашён", "invited"),
    "speaker": ("докладчик", "speaker"),
    "heard": ("слушали", "heard"),
    "spoke": ("выступление", "spoke"),
    "responsible": ("ответственный", "responsible"),
    "control": ("контроль", "control"),
    "signatory": ("подпись", "signatory"),
    "executor": ("исполнитель", "executor"),
    "approver": ("утвердил", "approver"),
    "author_role": ("автор", "author"),
    "parent": ("вышестоящая", "superior"),
    "addressee": ("адресат", "addressee"),
    "copy": ("копия", "copy"),
    "issuer": ("издала документ", "issuer"),
    "employer": ("место работы", "employer"),
    "answers": ("отвечает на: {what}", "answers: {what}"),
    "answered_by": ("ответ: {what}", "answered by: {what}"),
    "names": ("ссылается на: {what}", "names: {what}"),
    "named_by": ("ссылаются: {what}", "named by: {what}"),
    "unanswered": ("ответа нет", "no answer"),
    "reply_to": ("на № {number}", "in reply to № {number}"),
    "also": ("также: {names}", "also: {names}"),
    # parts of documents
    "decision": ("решение", "decision"),
    "request": ("просьба", "request"),
    "subject": ("заголовок", "subject"),
    "body": ("текст письма", "body"),
    "agenda": ("повестка", "agenda"),
    "discussion": ("обсуждение", "discussion"),
    "organization": ("бланк", "letterhead"),
    "attachment": ("приложение", "attachment"),
    "part_title": ("название", "title"),
    "part_participant": ("участники", "participants"),
    # numbers
    "stats_title": ("Реестр на {day}", "The registry on {day}"),
    "stats_documents": ("Документы", "Documents"),
    "stats_assignments": ("Поручения", "Assignments"),
    "stats_dated": ("со сроком", "dated"),
    "stats_done": ("исполнено", "done"),
    "stats_done_late": ("с опозданием", "late"),
    "stats_overdue": ("просрочено", "overdue"),
    "stats_by_month": ("По месяцам", "By month"),
    "stats_by_responsible": ("Кому поручено больше", "Who has the most"),
    "today": ("Считать сегодняшним этот день.", "Take this day for today."),
}
