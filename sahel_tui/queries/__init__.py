"""Pure functions over briefs: immutable values that both front ends show."""
