"""Drawings of relations: a map, and a matrix."""
