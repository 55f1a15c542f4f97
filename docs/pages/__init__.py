"""Makes the manual page and the shells' completions from the command line itself."""
