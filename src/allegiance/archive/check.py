"""What the archive refuses: claims whose quote or mentions are not in the text, and values that no claim can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.dates import is_date
from allegiance.errors import ClaimError, DocumentError, UsageError
from allegiance.model import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import polars as pl

    from allegiance.errors import SkippableError
    from allegiance.model import Claim, Document

    Report = Callable[[SkippableError], None]

_SIDES = ("source", "target")
_NEEDED = ("id", "relation", "rule", "source", "source_name", "target", "target_name")
_WORDS = (("source_kind", [*Kind]), ("target_kind", [*Kind]), ("status", [*Status]))
_RANGES = (("sign", -1, 1), ("weight", -10, 10), ("confidence", 0, 1))
_DATES = ("since", "until")


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


def columns(name: str, rows: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """The columns of a schema out of a frame, `UsageError` if one is missing; a value of another type becomes null."""
    missing = [column for column in schema if column not in rows.columns]
    if missing:
        raise UsageError(f"the frame of {name} has no column {', '.join(missing)}")
    return rows.select(list(schema)).cast(schema, strict=False)


def sound_documents(documents: pl.DataFrame, report: Report) -> pl.DataFrame:
    """The documents of a frame that can go in; each of the others is reported with its reason."""
    import polars as pl

    dates = _dates(documents["date"])
    reasons = pl.coalesce(
        _unless(pl.col("id").is_not_null(), "has no id"),
        _unless(pl.col("text").is_not_null(), "has no text"),
        _unless(_none_or_in("date", dates), "has a date that is no date: {}", "date"),
    )
    rows = documents.with_columns(reason=reasons)
    for id_, reason in rows.filter(pl.col("reason").is_not_null()).select("id", "reason").iter_rows():
        report(DocumentError(id_ or "a document", reason))
    return rows.filter(pl.col("reason").is_null()).drop("reason")


def sound(documents: pl.DataFrame, claims: pl.DataFrame, report: Report) -> pl.DataFrame:
    """The claims of a frame that can go in, each once; each of the others is reported with its reason."""
    import polars as pl

    if claims["id"].is_duplicated().any():
        claims = claims.unique(["document", "id"], keep="first", maintain_order=True)
    lengths = documents.select(pl.col("id").alias("document"), pl.col("text").str.len_chars().alias("length"))
    rows = claims.join(lengths.unique("document", keep="first"), on="document", how="left", maintain_order="left")
    rows = rows.with_columns(_reason(_dates(claims["since"], claims["until"])).alias("reason"))
    for id_, document, reason in rows.filter(pl.col("reason").is_not_null()).select("id", "document", "reason").rows():
        report(ClaimError(id_ or "without an id", document, reason))
    return rows.filter(pl.col("reason").is_null()).drop("length", "reason")


def _reason(dates: list[str]) -> pl.Expr:
    """The first thing that is wrong with a row, or null."""
    import polars as pl

    def inside(start: str, end: str) -> pl.Expr:
        return (pl.col(start) < pl.col(end)) & (pl.col(end) <= pl.col("length"))

    return pl.coalesce(
        _unless(pl.col("length").is_not_null(), "its document is not in the batch"),
        _unless(pl.col("id").is_first_distinct(), "its id is that of a claim of another document"),
        _unless(inside("start", "end"), "its quote is not in the text"),
        *(_unless(inside(f"{side}_start", f"{side}_end"), f"its {side} is not in the text") for side in _SIDES),
        *(_unless(pl.col(column).is_not_null(), f"has no {column}") for column in _NEEDED),
        *(
            _unless(pl.col(column).is_in(words), f"has no {column} that is known: {{}}", column)
            for column, words in _WORDS
        ),
        *(
            _unless(pl.col(column).is_between(low, high), f"has no {column} from {low} to {high}")
            for column, low, high in _RANGES
        ),
        *(_unless(_none_or_in(column, dates), f"has a {column} that is no date: {{}}", column) for column in _DATES),
    )


def _unless(sound: pl.Expr, reason: str, *columns: str) -> pl.Expr:
    import polars as pl

    said = pl.format(reason, *(pl.col(column).fill_null("none") for column in columns)) if columns else pl.lit(reason)
    return pl.when(~sound.fill_null(value=False)).then(said)


def _none_or_in(column: str, values: list[str]) -> pl.Expr:
    import polars as pl

    return pl.col(column).is_null() | pl.col(column).is_in(values)


def _dates(*columns: pl.Series) -> list[str]:
    """Those texts of the columns that are dates, once each."""
    import polars as pl

    texts: Iterable[str] = pl.concat([column.rename("date") for column in columns]).drop_nulls().unique().to_list()
    return [text for text in texts if is_date(text)]
