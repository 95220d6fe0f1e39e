"""The command line: parses options, calls, renders."""
