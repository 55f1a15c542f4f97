"""From a quote to its span in a source, and from spans to segments."""
