"""An archive made by hand for the exports: a tie with and without an end, acts, voices, and names that need care."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from allegiance.archive import Archive, Filter, open_archive
from allegiance.exchange.exports import EXPORTS
from allegiance.exchange.formats import FORMATS
from allegiance.exchange.importing import import_files, read_files

TABLE = """\
id,source,source_kind,relation,target,target_kind,since,until,status,according_to,confidence,quote,publisher,published,title,url
1,Iran,state,sponsor,Badr,armed group,1982,2003,stated,,0.9,Iran armed Badr.,Kalmar Courier,2014-06-11,Old friends,https://k.example/1
2,Iran,state,sponsor,Badr,armed group,2002,,reported,officials,0.8,,Dawn,,,
3,Iran,state,sponsor,Badr,armed group,2019-10,,denied,Tehran,0.8,,,,,
4,Badr,armed group,ally,"Élan & ""Sons"" <Ltd>",party,2014-06,2014-07,alleged,,0.7,,Kalmar Courier,,,
5,"Élan & ""Sons"" <Ltd>",party,ally,Badr,armed group,2014-08-01,2015,stated,,0.7,,Dawn,,,
6,Nadim Barzak,person,leads,Badr,armed group,,,stated,,0.95,,,2014,,
7,Nadim Barzak,person,kin,Salim Barzak,person,,,stated,,0.95,,,,,
8,Badr,armed group,ASSAULT,Iraq,state,2014-06-10,,stated,,0.95,,,,,
9,Iraq,state,AID,Badr,armed group,2015-01,,planned,,0.95,,,,,
"""
CLAIMS = 9


def made(folder: Path, table: str = TABLE) -> Archive:
    path = folder / "claims.csv"
    path.write_text(table, encoding="utf-8")
    archive = open_archive(":memory:", write=True)
    done = import_files(archive, read_files([path], FORMATS["csv"], report=_fail))
    assert done.added.claims == table.count("\n") - 1
    return archive


def _fail(error: Exception) -> None:
    raise AssertionError(str(error))


def exported(archive: Archive, name: str) -> tuple[bytes, int]:
    """What an export of all claims writes, and how many it leaves out."""
    out = io.BytesIO()
    left = EXPORTS[name](archive, archive.search(Filter()), out)
    return out.getvalue(), left


def archives(folder: Path) -> Iterator[Archive]:
    with made(folder) as archive:
        yield archive
