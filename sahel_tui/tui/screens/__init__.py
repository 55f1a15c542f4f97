"""Screens: one immutable value each."""
