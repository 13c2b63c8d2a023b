"""States and places: by every name that texts and other languages give them."""

from allegiance.geography.atlas import Atlas, How, Place, atlas
from allegiance.geography.states import States, states

__all__ = ["Atlas", "How", "Place", "States", "atlas", "states"]
