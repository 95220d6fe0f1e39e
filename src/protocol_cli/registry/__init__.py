"""Registry: documents kept and asked."""
