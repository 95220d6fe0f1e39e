"""The sentences of the command line, by area: each key has its Russian and its English sentence."""
