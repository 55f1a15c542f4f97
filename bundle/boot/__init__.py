"""What runs within the bundle, before the program does."""
