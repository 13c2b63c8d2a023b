"""Allegiance reads political text and keeps a sourced, dated record of who stands with whom.

`open` opens an archive that `allegiance read` has made; its methods are the questions of the command line.

From Python:

    from allegiance import extract_claims, read_documents

    for document, claims in extract_claims(read_documents(["reports/"])):
        for claim in claims:
            print(claim.source.actor, claim.relation, claim.target.actor, claim.quote)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.errors import AllegianceError, DocumentError
from allegiance.model import Claim, Document, Kind, Mention, Party, Status

if TYPE_CHECKING:
    from allegiance.alliances.record import open_record as open  # noqa: A004 - allegiance.open is what it is called
    from allegiance.alliances.rules import Rules
    from allegiance.documents import read as read_documents
    from allegiance.extract import extract as extract_claims
    from allegiance.jsonlines import claim_to_dict

__version__ = "0.1.0"

__all__ = [
    "AllegianceError",
    "Claim",
    "Document",
    "DocumentError",
    "Kind",
    "Mention",
    "Party",
    "Rules",
    "Status",
    "__version__",
    "claim_to_dict",
    "extract_claims",
    "open",
    "read_documents",
]


def __getattr__(name: str) -> object:
    """Import what loads heavy libraries only when it is first asked for (PEP 562)."""
    if name == "read_documents":
        from allegiance.documents import read

        return read
    if name == "extract_claims":
        from allegiance.extract import extract

        return extract
    if name == "claim_to_dict":
        from allegiance.jsonlines import claim_to_dict

        return claim_to_dict
    if name == "open":
        from allegiance.alliances.record import open_record

        return open_record
    if name == "Rules":
        from allegiance.alliances.rules import Rules

        return Rules
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
