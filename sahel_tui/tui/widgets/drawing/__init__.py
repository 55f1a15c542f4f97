"""Drawings of the relationships that one moves in."""
