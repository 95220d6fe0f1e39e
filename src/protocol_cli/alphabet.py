"""Cyrillic letters for character classes of patterns: the Russian ones and those that names in Russia are written with.

Names keep the letters of their language in Russian texts («Г.Ф. Шәйхетдинова», «Мӧдз»); letterheads of republics bear
the name of the body in both languages of the state.
"""

from __future__ import annotations

# Tatar, Bashkir, Chuvash, Komi, Udmurt, Mari, Yakut, Buryat, Tuvan, Kalmyk, Khakas, Altai, Ossetian.
NATIONAL_CAPITALS = "ӘҖҢӨҮҺҒҘҠҪӐӖӲІӦӜӞӤӴҤӰӒӸҔҶӔ"
NATIONAL_SMALL = NATIONAL_CAPITALS.lower()
CAPITALS = "А-ЯЁЇЄ" + NATIONAL_CAPITALS
SMALL = "а-яёїє" + NATIONAL_SMALL
