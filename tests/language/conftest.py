"""The reader with the shipped model, loaded once for all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

import allegiance.language
from allegiance.language import Reader

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def reader() -> Reader:
    return allegiance.language.reader()
