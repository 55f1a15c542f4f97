"""What a brief is: frozen models of the format, dates and markings."""
