"""Names of the days of the week, Monday first."""

WORDS = {
    "short": ("пн вт ср чт пт сб вс", "Mon Tue Wed Thu Fri Sat Sun"),
}
