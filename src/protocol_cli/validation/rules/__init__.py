"""The rules, one a file: `<code>_<name>.py` with `RULE` in it."""
