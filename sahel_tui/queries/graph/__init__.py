"""Relations as a graph: actors, and what is said to hold between them."""
