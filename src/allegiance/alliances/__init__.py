"""Questions to the record: who stood with whom, when that turned, which blocs there are, and what does not fit."""
