"""When: the dates that a text gives, and which of them a claim has."""

from allegiance.extract.times.choice import choose
from allegiance.extract.times.forms import Time, find
from allegiance.extract.times.thread import carried, in_frame

__all__ = ["Time", "carried", "choose", "find", "in_frame"]
