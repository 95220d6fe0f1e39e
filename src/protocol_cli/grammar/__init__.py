"""Grammar: dates, deadlines, persons, organisations, references, contacts: phrases, not documents."""
