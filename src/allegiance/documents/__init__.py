"""From files to documents: main text only, without menus, cookie bars and advertisements."""

from allegiance.documents.count import count
from allegiance.documents.reader import read

__all__ = ["count", "read"]
