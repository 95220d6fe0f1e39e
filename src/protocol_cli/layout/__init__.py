"""Layout: a Source to the document's text and its rows in reading order, cleaned, with a map of offsets."""
