"""Writes docs/rules.md: the page of all rules of `protocol validate`, from the rules themselves.

    python docs/make_rules.py [--check]

With --check nothing is written; ends with 1 when the page is not what the rules say.
"""

# ruff: noqa: INP001, T201
# A script, not a package.

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from protocol_cli.validation import Edition, Rule, Severity, all_rules

PAGE = Path(__file__).with_name("rules.md")
GROUPS = {
    "DOC": "Реквизиты и текст",
    "LTR": "Письмо",
    "PRT": "Протокол",
    "CNS": "Согласованность",
    "IDN": "Идентификаторы",
    "ASG": "Ответственные",
    "DUE": "Сроки",
    "STM": "Собрания, протокол которых предписан законом",
    "VOT": "Голоса",
}
LEVELS = {Severity.ERROR: "ошибка", Severity.WARNING: "предупреждение", Severity.INFO: "заметка"}
HEAD = """# Правила проверки

Эта страница сделана из самих правил: `python docs/make_rules.py`. То же показывает `protocol rules`, по-русски и
по-английски (`PROTOCOL_LANG=en`).

Стандарт добровольный, поэтому **ошибка** – только то, что мешает опознать документ или исполнить его. Отсутствие чего-либо –
ошибка, лишь когда в тексте нет ничего похожего; в тексте, полученном распознаванием, ошибок нет вовсе, в PDF дата и номер
могут быть рисунком. Замечания – о документе; в чём не уверено чтение, говорят `notices` в ответе `protocol parse`.

## Настройки

`protocol.toml` ищется рядом с документом, в папках выше и в папке настроек пользователя; параметры команды сильнее.

```toml
[validate]
profile = "gov"            # порядок госорганов; "civil" – ГК РФ и ТК РФ, "auto" – по виду собрания
gost = "auto"              # редакция по дате документа, или "2003", "2016", "2025"
strict = false             # провал и при предупреждениях
severity = "info"          # показать не мягче
select = ["DUE", "ASG"]    # только эти правила: коды или их начала
ignore = ["DOC018"]
abbreviations = ["СИРО"]   # свои сокращения, которых не нужно раскрывать

[validate.rules]
DUE005 = "warning"         # "error", "info", "off"; "on" – включить выключенное

[school_year]
first = "09-01"
last = "05-31"
```
"""


def sources(rule: Rule) -> str:
    """The law, the practice, or the clauses of the standard."""
    if rule.source:
        return rule.source.russian
    clauses = [rule.requisite.clause(edition) for edition in Edition] if rule.requisite else []
    return "; ".join(clause.russian for clause in clauses if clause)


def entry(rule: Rule) -> str:
    """One rule."""
    off = "" if rule.on else ", выключено"
    return (
        f"### {rule.code} `{rule.name}`\n\n**{rule.checks.russian}** ({LEVELS[rule.severity]}{off}). "
        f"{rule.why.russian[:1].upper()}{rule.why.russian[1:]}.\n\n"
        f"- Плохо: {rule.wrong}\n- Хорошо: {rule.right}\n- Исправить: {rule.mend.general('ru')}\n"
        f"- Источник: {sources(rule)}\n"
    )


def page() -> str:
    """The whole page."""
    rules = all_rules()
    parts = [HEAD]
    for code, title in GROUPS.items():
        group = [rule for rule in rules if rule.code.startswith(code)]
        rows = "\n".join(
            f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.checks.russian} | {LEVELS[rule.severity]}"
            f"{'' if rule.on else ' (выкл.)'} |"
            for rule in group
        )
        parts.append(f"## {title}\n\n| Код | Что не так | Строгость |\n|---|---|---|\n{rows}\n")
        parts.extend(entry(rule) for rule in group)
    return "\n".join(parts)


def main() -> int:
    """Write the page, or check it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
        print("docs/rules.md is up to date" if same else "docs/rules.md is not what the rules say: run docs/make_rules.py")
        return int(not same)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
