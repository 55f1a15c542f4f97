"""What is remembered between two runs: places, searches made, searches saved by name."""
