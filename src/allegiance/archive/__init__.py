"""Documents and the claims they make in one DuckDB file; the only package with SQL."""

from allegiance.archive.actors import ActorRow
from allegiance.archive.archive import Archive, open_archive
from allegiance.archive.documents import Summary
from allegiance.archive.forget import Forgotten
from allegiance.archive.search import Filter
from allegiance.archive.write import Added

__all__ = ["ActorRow", "Added", "Archive", "Filter", "Forgotten", "Summary", "open_archive"]
