"""The explorer: the Textual front end."""
