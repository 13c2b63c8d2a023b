"""What the archive refuses: claims whose quote or mentions are not in the text, and values that no claim can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.dates import is_date
from allegiance.errors import ClaimError
from allegiance.model import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import polars as pl

    from allegiance.model import Claim, Document

    Report = Callable[[ClaimError], None]

_SIDES = ("source", "target")
_NEEDED = ("id", "relation", "rule", "source", "source_name", "target", "target_name")
_WORDS = (("source_kind", [*Kind]), ("target_kind", [*Kind]), ("status", [*Status]))
_RANGES = (("sign", (-1, 1)), ("weight", (-10, 10)), ("confidence", (0, 1)))


def refusal(document: Document, claim: Claim) -> str | None:
    """Why a claim cannot stand beside its document, in one clause, or ``None`` if it can."""
    if claim.document != document.id:
        return f"names another document, {claim.document}"
    source, target = claim.source.mention, claim.target.mention
    for name, text, start, end in (
        ("quote", claim.quote, claim.start, claim.end),
        ("mention of the source", source.text, source.start, source.end),
        ("mention of the target", target.text, target.start, target.end),
    ):
        if not 0 <= start < end or document.text[start:end] != text:
            return f"its {name} is not what the text has from {start} to {end}"
    return None


def sound(documents: pl.DataFrame, claims: pl.DataFrame, report: Report) -> pl.DataFrame:
    """The claims of a frame that can go in; each of the others is reported with its reason."""
    import polars as pl

    lengths = documents.select(pl.col("id").alias("document"), pl.col("text").str.len_chars().alias("length"))
    rows = claims.join(lengths.unique("document", keep="first"), on="document", how="left", maintain_order="left")
    rows = rows.with_columns(_reason(_dates(claims["since"], claims["until"])).alias("reason"))
    for id_, document, reason in rows.filter(pl.col("reason").is_not_null()).select("id", "document", "reason").rows():
        report(ClaimError(id_, document, reason))
    return rows.filter(pl.col("reason").is_null()).drop("length", "reason")


def _reason(dates: list[str]) -> pl.Expr:
    """The first thing that is wrong with a row, or null."""
    import polars as pl

    def unless(sound: pl.Expr, *reason: str) -> pl.Expr:
        said = pl.format(*reason) if len(reason) > 1 else pl.lit(reason[0])
        return pl.when(~sound.fill_null(value=False)).then(said)

    def inside(start: str, end: str) -> pl.Expr:
        return (pl.col(start) < pl.col(end)) & (pl.col(end) <= pl.col("length"))

    return pl.coalesce(
        unless(pl.col("length").is_not_null(), "its document is not in the batch"),
        unless(inside("start", "end"), "its quote is not in the text"),
        *(
            unless(inside(f"{side}_start", f"{side}_end"), f"its mention of the {side} is not in the text")
            for side in _SIDES
        ),
        *(unless(pl.col(column).is_not_null(), f"has no {column}") for column in _NEEDED),
        *(
            unless(pl.col(column).is_in(words), f"has no {column} that is known: {{}}", column)
            for column, words in _WORDS
        ),
        *(
            unless(pl.col(column).is_between(*ends), f"has a {column} outside {ends[0]} to {ends[1]}")
            for column, ends in _RANGES
        ),
        *(
            unless(
                pl.col(column).is_null() | pl.col(column).is_in(dates), f"has a {column} that is no date: {{}}", column
            )
            for column in ("since", "until")
        ),
    )


def _dates(*columns: pl.Series) -> list[str]:
    """Those texts of the columns that are dates, once each."""
    import polars as pl

    texts: Iterable[str] = pl.concat([column.rename("date") for column in columns]).drop_nulls().unique().to_list()
    return [text for text in texts if is_date(text)]
