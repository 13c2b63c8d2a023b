"""Names: taken apart, heard, and compared."""
