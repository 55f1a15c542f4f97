"""Views across the briefs of a library."""
