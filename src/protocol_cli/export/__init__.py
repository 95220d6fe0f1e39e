"""Documents and assignments as files that an office uses: one format a file, knowing only the models and the calendar."""
