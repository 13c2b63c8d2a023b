"""Allegiance reads political text and keeps a sourced, dated record of who stands with whom.

`open` opens an archive that `allegiance read` has made; its methods are the questions of the command line.

From Python:

    from allegiance import extract_claims, read_documents

    for document, claims in extract_claims(read_documents(["reports/"])):
        for claim in claims:
            print(claim.source.actor, claim.relation, claim.target.actor, claim.quote)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from allegiance.errors import AllegianceError, DocumentError
from allegiance.model import Claim, Document, Kind, Mention, Party, Status

if TYPE_CHECKING:
    from allegiance.alliances.record import open_record as open  # noqa: A004 - allegiance.open is what it is called
    from allegiance.alliances.rules import Rules
    from allegiance.documents import read as read_documents
    from allegiance.extract import extract as extract_claims
    from allegiance.extract.coding import code
    from allegiance.extract.marked import Marked
    from allegiance.jsonlines import claim_to_dict

__version__ = "0.1.0"

__all__ = [
    "AllegianceError",
    "Claim",
    "Document",
    "DocumentError",
    "Kind",
    "Marked",
    "Mention",
    "Party",
    "Rules",
    "Status",
    "__version__",
    "claim_to_dict",
    "code",
    "extract_claims",
    "open",
    "read_documents",
]


_LATE = {
    "Marked": ("allegiance.extract.marked", "Marked"),
    "Rules": ("allegiance.alliances.rules", "Rules"),
    "claim_to_dict": ("allegiance.jsonlines", "claim_to_dict"),
    "code": ("allegiance.extract.coding", "code"),
    "extract_claims": ("allegiance.extract", "extract"),
    "open": ("allegiance.alliances.record", "open_record"),
    "read_documents": ("allegiance.documents", "read"),
}


def __getattr__(name: str) -> object:
    """Import what loads heavy libraries only when it is first asked for (PEP 562)."""
    if name not in _LATE:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, attribute = _LATE[name]
    return getattr(import_module(module), attribute)
