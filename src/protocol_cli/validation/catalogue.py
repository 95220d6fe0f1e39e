"""All rules there are: found by importing the modules of `rules`, ordered by code."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from protocol_cli.validation import rules
from protocol_cli.validation.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Raises ValueError when a module's name does not agree with its rule, or a code is taken."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(rules.__path__):
        rule: Rule = import_module(f"{rules.__name__}.{module.name}").RULE
        if module.name != f"{rule.code.lower()}_{rule.name.replace('-', '_')}" or rule.code in found:
            raise ValueError(module.name, rule.code)
        found[rule.code] = rule
    return tuple(found[code] for code in sorted(found))


def find_rule(text: str) -> Rule | None:
    """The rule with this code or name; case does not count."""
    wanted = text.strip().casefold()
    return next((rule for rule in all_rules() if wanted in (rule.code.casefold(), rule.name)), None)


def is_code(text: str) -> bool:
    """Whether the text is a code, or the beginning of one: «DUE», «DUE005»."""
    return bool(text) and any(rule.code.startswith(text.upper()) for rule in all_rules())
