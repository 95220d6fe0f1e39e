"""protocol: reads Russian official letters and meeting protocols."""

__version__ = "0.1.0"
