"""Searching briefs: one grammar, one meaning, and the plain scan that every engine must equal."""
