"""Sections: one extractor for each, which knows all the ways in which offices write that section."""
