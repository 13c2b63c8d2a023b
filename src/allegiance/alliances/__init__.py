"""Questions to the record: who stood with whom, when that turned, and which blocs there are."""
