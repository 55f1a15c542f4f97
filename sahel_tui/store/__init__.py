"""Reading briefs and libraries from disk."""
