"""The headless front end."""

COMMANDS = (
    *("check", "show", "points", "actors", "relations", "timeline", "path"),
    *("search", "dossier", "contradictions", "briefs", "index", "config", "doctor"),
)
"""A first argument that is one of these is a command; anything else is a path to explore."""
