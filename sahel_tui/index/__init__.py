"""The index of a library: immutable files that answer searches, lists and what has changed."""
