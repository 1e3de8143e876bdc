"""Charts of rows and of lines."""
