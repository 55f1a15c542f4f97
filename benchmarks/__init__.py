"""Measurements of what an analyst waits for, each beside its bound: `make bench`."""
