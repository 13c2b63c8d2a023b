"""Actors: one identity across spellings, scripts, names and years."""

from allegiance.actors.gazetteer import Entity, Gazetteer, shipped
from allegiance.actors.judgements import Judgement, Verb
from allegiance.actors.record import Actor, Doubt, Joined, Name, Resolution, Said
from allegiance.actors.resolution import resolve

__all__ = [
    "Actor",
    "Doubt",
    "Entity",
    "Gazetteer",
    "Joined",
    "Judgement",
    "Name",
    "Resolution",
    "Said",
    "Verb",
    "resolve",
    "shipped",
]
