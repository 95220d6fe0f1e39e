"""The registry: what was done, and why it cannot be used (keys are the values of `registry.errors.Trouble`)."""

WORDS = {
    "saved": ("{name}: записан в реестр ({id})", "{name}: recorded in the registry ({id})"),
    "known": ("{name}: уже есть в реестре ({id})", "{name}: already in the registry ({id})"),
    "updated": (
        "{name}: прочитан иначе, чем раньше; запись в реестре обновлена ({id})",
        "{name}: reads differently than before; its record in the registry is renewed ({id})",
    ),
    "not_saved": (
        "{name}: в реестр не записан – {reason}",
        "{name}: not recorded – {reason}",
    ),
    "empty": (
        "реестр пуст ({place}). Добавьте документы: protocol parse ФАЙЛ",
        "the registry is empty ({place}). Add documents: protocol parse FILE",
    ),
    "newer": (
        "реестр {place} создан более новой версией программы – обновите её: pip install -U protocol-cli",
        "the registry {place} was made by a newer version of the program – upgrade: pip install -U protocol-cli",
    ),
    "foreign": (
        "{place} – база данных другой программы; укажите другой файл: --db ФАЙЛ",
        "{place} is a database of another program; name another file: --db FILE",
    ),
    "damaged": (
        "{place} – не реестр, или файл повреждён ({detail}); восстановите его из копии или укажите другой: --db ФАЙЛ",
        "{place} is no registry, or the file is damaged ({detail}); restore it from a copy or name another: --db FILE",
    ),
    "read_only": (
        "реестр {place} открыт только для чтения – разрешите запись или укажите другой файл: --db ФАЙЛ",
        "the registry {place} is read-only – allow writing or name another file: --db FILE",
    ),
    "denied": (
        "реестр {place} не открыть ({detail}) – проверьте путь и права или укажите другой файл: --db ФАЙЛ",
        "the registry {place} cannot be opened ({detail}) – check path and rights or name another file: --db FILE",
    ),
    "folder": (
        "{place} – папка, а реестр – файл; укажите его: --db ФАЙЛ",
        "{place} is a folder, the registry is a file; name it: --db FILE",
    ),
    "locked": (
        "реестр {place} занят другой программой – повторите позже",
        "the registry {place} is in use by another program – try again later",
    ),
    "full": (
        "на диске нет места для реестра {place} – освободите его и повторите",
        "no space left on the disk for the registry {place} – make some and try again",
    ),
    "unsupported": (
        "реестр {place} этой версией не поддерживается – укажите файл SQLite: --db ФАЙЛ",
        "this version does not support the registry {place} – name an SQLite file: --db FILE",
    ),
    "server": (
        "сервер реестра {place} не отвечает ({detail}) – проверьте адрес, сеть и сам сервер",
        "the registry's server {place} does not answer ({detail}) – check the address, the network and the server",
    ),
    "no_driver": (
        "для реестра {place} нужна библиотека psycopg – установите её: pip install 'protocol-cli[postgres]'",
        "the registry {place} needs the library psycopg – install it: pip install 'protocol-cli[postgres]'",
    ),
    "failed": (
        "реестр {place} не работает ({detail}) – проверьте диск и файл",
        "the registry {place} fails ({detail}) – check the disk and the file",
    ),
}
