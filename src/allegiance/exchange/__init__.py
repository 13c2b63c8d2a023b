"""Other people's data in and out: event data sets and dictionaries to claims and lexicons, archives to files."""
