"""Check digits of state identifiers and of bank accounts.

Sources: приказ ФНС России of 29.06.2012 № ММВ-7-6/435@ (ИНН, КПП), приказ Минфина России of 30.10.2017 № 165н (ОГРН,
ОГРНИП), ПР 50.1.024-2005 (ОКПО), приказ ПФР of 2016 and its forerunners (СНИЛС), порядок расчёта контрольного ключа of
the Bank of Russia of 08.09.1997 № 515 (accounts).
"""

from __future__ import annotations

import re

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12_FIRST = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12_SECOND = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_OLD_SNILS = 1_001_998  # numbers up to this one were given without a check


def _digit(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11 % 10


def _plain(value: str, *lengths: int) -> bool:
    return value.isascii() and value.isdigit() and len(value) in lengths and set(value) != {"0"}


def is_valid_inn(value: str) -> bool:
    """Tell whether the check digits of an ИНН agree: ten digits of an organisation, twelve of a person."""
    if not _plain(value, 10, 12) or value.startswith("00"):
        return False
    if len(value) == 10:
        return _digit(value, _INN_10) == int(value[9])
    return _digit(value, _INN_12_FIRST) == int(value[10]) and _digit(value, _INN_12_SECOND) == int(value[11])


def is_valid_kpp(value: str) -> bool:
    """Tell whether a КПП has its form: tax office, two signs of the reason, three digits; there is no checksum."""
    return re.fullmatch(r"\d{4}[\dA-Z]{2}\d{3}", value, re.ASCII) is not None and not value.startswith("00")


def is_valid_ogrn(value: str) -> bool:
    """Tell whether the last of thirteen digits is the rest of the first twelve by 11; ОГРН begins with 1, 2 or 5."""
    return _plain(value, 13) and value[0] in "125" and int(value[:12]) % 11 % 10 == int(value[12])


def is_valid_ogrnip(value: str) -> bool:
    """Tell whether the last of fifteen digits is the rest of the first fourteen by 13; ОГРНИП begins with 3 or 4."""
    return _plain(value, 15) and value[0] in "34" and int(value[:14]) % 13 % 10 == int(value[14])


def is_valid_okpo(value: str) -> bool:
    """Tell whether the last of eight or ten digits checks the others (weights 1, 2, … or 3, 4, …)."""
    if not _plain(value, 8, 10):
        return False
    digits = [int(d) for d in value[:-1]]
    for shift in (0, 2):
        rest = sum(d * ((i + shift) % 10 + 1) for i, d in enumerate(digits)) % 11
        if rest < 10:
            return rest == int(value[-1])
    return int(value[-1]) == 0


def is_valid_snils(value: str) -> bool:
    """Tell whether the last two of eleven digits check the first nine (weights 9 … 1, by 101; 100 counts as 0)."""
    if not _plain(value, 11):
        return False
    if int(value[:9]) <= _OLD_SNILS:
        return True
    rest = sum(int(d) * (9 - i) for i, d in enumerate(value[:9])) % 101 % 100
    return rest == int(value[9:])


def is_valid_account(account: str, bik: str) -> bool:
    """Tell whether the key of a bank account of twenty digits agrees with the БИК of its bank (weights 7, 1, 3).

    A correspondent account (301…), and an account kept in a settlement centre of the Bank of Russia (the БИК ends with
    000–002), are checked with digits 5 and 6 of the БИК, others with its last three.
    """
    if not (_plain(account, 20) and _plain(bik, 9)):
        return False
    head = f"0{bik[4:6]}" if account.startswith("301") or bik[6:] in ("000", "001", "002") else bik[6:]
    return sum(int(d) * (7, 1, 3)[i % 3] for i, d in enumerate(head + account)) % 10 == 0
