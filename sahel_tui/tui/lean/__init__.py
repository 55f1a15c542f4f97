"""Lean output: a layer between Textual and the terminal that sends only what changed.

Textual writes every line of a widget that has changed. Here the last screen is kept as cells, and
the cells that differ are sent, with the fewest changes of style, scrolling where that is less, one
frame at a time. It knows nothing of this program: rich and Textual are all that it needs.
"""
