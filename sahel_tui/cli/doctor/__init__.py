"""`doctor`: what the program finds around it, and what to do about it."""
