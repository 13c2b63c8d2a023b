"""Rows in the true layouts of other people's data, every column in its place, with invented content."""

from __future__ import annotations

import csv
import io

ICEWS = (
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|"
    "Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude"
).split("|")
POLECAT = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|"
    "Recipient Country|Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|"
    "Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|"
    "Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")
ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,"
    "latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
).split(",")
UCDP = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"
    "dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,"
    "number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,"
    "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,"
    "region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,"
    "low,gwnoa,gwnob"
).split(",")
_GDELT_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
_GDELT_PLACE = {1: "Type FullName CountryCode ADM1Code Lat Long FeatureID".split()}
_GDELT_PLACE[2] = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()


def gdelt_columns(version: int) -> list[str]:
    return [
        *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
        *(f"Actor{number}{part}" for number in (1, 2) for part in _GDELT_ACTOR),
        *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources".split(),
        *"NumArticles AvgTone".split(),
        *(f"{who}Geo_{part}" for who in ("Actor1", "Actor2", "Action") for part in _GDELT_PLACE[version]),
        *"DATEADDED SOURCEURL".split(),
    ]


_ICEWS_ROW = {
    "Event ID": "35800001", "Event Date": "2014-06-10", "Source Name": "Kalmar Front",
    "Source Sectors": "Rebel,Dissident,Separatists", "Source Country": "Iraq",
    "Event Text": "Use conventional military force", "CAMEO Code": "190", "Intensity": "-10.0", "Target Name": "Iraq",
    "Target Country": "Iraq", "Story ID": "31914800", "Sentence Number": "3", "Publisher": "Kalmar Courier",
    "City": "Mosul", "District": "Al-Mawsil", "Province": "Ninawa", "Country": "Iraq", "Latitude": "36.335",
    "Longitude": "43.1189",
}  # fmt: skip
_POLECAT_ROW = {
    "Event ID": "20200103-0042-a1b2", "Event Date": "2020-01-03", "Event Type": "ASSAULT", "Event Mode": "assassinate",
    "Intensity": "-10.0", "Quad Code": "MATERIAL CONFLICT", "Contexts": "military", "Actor Name": "Kalmar Front",
    "Actor Country": "IRQ", "Actor COW": "645", "Primary Actor Sector": "REB", "Actor Sectors": "REB",
    "Actor Title": "None", "Actor Name Raw": "Kalmar's men", "Wikipedia Actor ID": "Kalmar_Front",
    "Recipient Name": "Nadim Barzak", "Recipient Country": "IRQ", "Recipient COW": "645",
    "Primary Recipient Sector": "GOV", "Recipient Sectors": "GOV", "Recipient Title": "governor",
    "Recipient Name Raw": "Governor Barzak", "Wikipedia Recipient ID": "None", "Placename": "Mosul", "City": "Mosul",
    "District": "None", "Province": "Nineveh", "Country": "IRQ", "Latitude": "36.335", "Longitude": "43.1189",
    "GeoNames ID": "99072", "Raw Placename": "Mosul", "Feature Type": "PPLA", "Source": "kalmar-courier.example",
    "Publication Date": "2020-01-04", "Story People": "Nadim Barzak", "Story Organizations": "Kalmar Front",
    "Story Locations": "Mosul", "Language": "eng", "Version": "NGEC_1.0",
}  # fmt: skip
_ACLED_ROW = {
    "event_id_cnty": "IRQ90001", "event_date": "2016-10-17", "year": "2016", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Iraq (2014-2018)", "inter1": "1", "actor2": "Kalmar Front", "inter2": "2",
    "interaction": "12", "iso": "368", "region": "Middle East", "country": "Iraq", "admin1": "Ninewa",
    "admin2": "Al Mosul", "location": "Mosul", "latitude": "36.335", "longitude": "43.1189", "geo_precision": "1",
    "source": "Kalmar Courier", "source_scale": "National",
    "notes": "On 17 October 2016, soldiers clashed with the Kalmar Front near Mosul. Two were killed.",
    "fatalities": "2", "timestamp": "1618581600",
}  # fmt: skip
_UCDP_ROW = {
    "id": "244657", "relid": "IRQ-2017-1-524-322", "year": "2017", "active_year": "1", "code_status": "Clear",
    "type_of_violence": "1", "conflict_dset_id": "259", "conflict_new_id": "259",
    "conflict_name": "Iraq: Government", "dyad_dset_id": "524", "dyad_new_id": "524",
    "dyad_name": "Government of Iraq - Kalmar Front", "side_a_dset_id": "116", "side_a_new_id": "116",
    "side_a": "Government of Iraq", "side_b_dset_id": "234", "side_b_new_id": "234", "side_b": "Kalmar Front",
    "number_of_sources": "1",
    "source_article": '"Kalmar Courier,2017-07-31,Thirteen die in the suburbs"', "source_office": "Kalmar Courier",
    "source_date": "2017-07-31", "source_headline": "Thirteen die in the suburbs", "where_prec": "1",
    "where_coordinates": "Mosul city", "where_description": "western suburbs", "adm_1": "Nineveh province",
    "latitude": "36.335", "longitude": "43.1189", "geom_wkt": "POINT (43.1189 36.335)", "priogrid_gid": "181527",
    "country": "Iraq", "country_id": "645", "region": "Middle East", "event_clarity": "1", "date_prec": "1",
    "date_start": "2017-07-31 00:00:00.000", "date_end": "2017-07-31 00:00:00.000", "deaths_a": "0", "deaths_b": "4",
    "deaths_civilians": "0", "deaths_unknown": "2", "best": "6", "high": "6", "low": "6", "gwnoa": "645",
}  # fmt: skip
_GDELT_ROW = {
    "GLOBALEVENTID": "410412347", "SQLDATE": "20140610", "MonthYear": "201406", "Year": "2014",
    "FractionDate": "2014.4356", "Actor1Code": "IRQREB", "Actor1Name": "INSURGENT", "Actor1CountryCode": "IRQ",
    "Actor1Type1Code": "REB", "Actor2Code": "IRN", "Actor2Name": "IRANIAN", "Actor2CountryCode": "IRN",
    "IsRootEvent": "1", "EventCode": "1823", "EventBaseCode": "182", "EventRootCode": "18", "QuadClass": "4",
    "GoldsteinScale": "-9.5", "NumMentions": "10", "NumSources": "1", "NumArticles": "10", "AvgTone": "-4.2",
    "ActionGeo_Type": "4", "ActionGeo_FullName": "Mosul, Ninawa, Iraq", "ActionGeo_CountryCode": "IZ",
    "ActionGeo_ADM1Code": "IZ15", "ActionGeo_Lat": "36.335", "ActionGeo_Long": "43.1189",
    "ActionGeo_FeatureID": "-3105676", "SOURCEURL": "https://www.kalmar-courier.example/2014/06/mosul.html",
}  # fmt: skip


def _line(columns: list[str], row: dict[str, str], changes: dict[str, str]) -> list[str]:
    unknown = changes.keys() - set(columns)
    assert not unknown, unknown
    return [{**row, **changes}.get(column, "") for column in columns]


def icews(*rows: dict[str, str]) -> str:
    return _tabs(ICEWS, [_line(ICEWS, _ICEWS_ROW, changes) for changes in rows])


def polecat(*rows: dict[str, str]) -> str:
    return _tabs(POLECAT, [_line(POLECAT, _POLECAT_ROW, changes) for changes in rows])


def acled(*rows: dict[str, str], delimiter: str = ",") -> str:
    return _commas(ACLED, [_line(ACLED, _ACLED_ROW, changes) for changes in rows], delimiter)


def ucdp(*rows: dict[str, str]) -> str:
    return _commas(UCDP, [_line(UCDP, _UCDP_ROW, changes) for changes in rows], ",")


def gdelt(*rows: dict[str, str], columns: int = 61) -> str:
    """Event files of GDELT: 2.0 with 61 columns, 1.0 with 58, or 57 before April 2013."""
    version = 2 if columns == 61 else 1
    added = {"DATEADDED": "20140611120000" if version == 2 else "20140611"}
    lines = [_line(gdelt_columns(version), _GDELT_ROW | added, changes)[:columns] for changes in rows]
    return "".join("\t".join(line) + "\n" for line in lines)


def _tabs(columns: list[str], lines: list[list[str]]) -> str:
    return "".join("\t".join(line) + "\n" for line in [columns, *lines])


def _commas(columns: list[str], lines: list[list[str]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([columns, *lines])
    return out.getvalue()
