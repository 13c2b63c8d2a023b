"""Documents and the claims they make in one DuckDB file; the only package with SQL."""

from allegiance.archive.actors import ActorRow
from allegiance.archive.archive import Archive, open_archive
from allegiance.archive.documents import Forgotten, Summary
from allegiance.archive.write import Added

__all__ = ["ActorRow", "Added", "Archive", "Forgotten", "Summary", "open_archive"]
