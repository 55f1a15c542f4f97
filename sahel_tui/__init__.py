"""A terminal explorer of annotated briefs."""

__version__ = "0.1.0"
