"""The timeline of a brief or a library: rows, lanes, and how many events there are when."""
