"""The formats of other people's data that can be imported."""

from __future__ import annotations

from allegiance.exchange.formats.acled import ACLED
from allegiance.exchange.formats.base import Format
from allegiance.exchange.formats.gdelt import GDELT
from allegiance.exchange.formats.icews import ICEWS
from allegiance.exchange.formats.own import CSV
from allegiance.exchange.formats.plover import PLOVER
from allegiance.exchange.formats.polecat import POLECAT
from allegiance.exchange.formats.ucdp import UCDP

__all__ = ["FORMATS", "Format"]

FORMATS = {format_.name: format_ for format_ in (ICEWS, POLECAT, GDELT, ACLED, UCDP, PLOVER, CSV)}
"""The formats by name. A file is looked at in this order to say what it is instead."""
