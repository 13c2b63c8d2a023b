"""Which actors the rows of a data set name, and where in the text of a row: every pair of source and target."""

from __future__ import annotations

import polars as pl

BETWEEN = ";"
"""What stands between several actors of one side, or several relations."""
TO = " to "
"""What stands between source and target in the line that says what a row says."""


def singly(rows: pl.DataFrame) -> pl.DataFrame:
    """A claim a row: the source's words stand at the beginning of the text, the target's after them."""
    words = pl.col("source").str.len_chars()
    return rows.with_columns(
        pl.lit(0, pl.UInt32).alias("source_at"), (words + len(TO)).alias("target_at"), pl.col("id").alias("document")
    )


def in_pairs(rows: pl.DataFrame) -> pl.DataFrame:
    """A claim for every source and target of a row; where it has no target, for every two of its sources.

    PLOVER has no target where all do the same to each other (manual 0.7b1, section 3.3).
    """
    sources = _pieces(rows, "source", pl.lit(0))
    targets = _pieces(rows, "target", pl.col("source").str.len_chars() + len(TO))
    lonely = sources.join(rows.filter(pl.col("target").is_null()), on="id", how="semi")
    lonely = lonely.rename(lambda name: name.replace("source", "target"))
    facing = sources.join(pl.concat([targets, lonely]), on="id", maintain_order="left_right")
    alone = pl.col("id").is_in(lonely["id"].implode())
    pairs = facing.filter(~alone | (pl.col("source_place") < pl.col("target_place")))
    one_each = [name for name in rows.columns if name not in pairs.columns or name == "id"]
    claims = pairs.join(rows.select(one_each), on="id", maintain_order="left")
    lists = [pl.col(name).str.split(BETWEEN) for name in ("relation", "code")]
    return (
        claims.with_columns(lists)
        .explode("relation", "code", empty_as_null=False)
        .with_columns(pl.col("id").alias("document"))
    )


def _pieces(rows: pl.DataFrame, side: str, at: pl.Expr) -> pl.DataFrame:
    """Each actor of a side with the place of its words, the first of which begin at ``at``.

    Names and kinds are split too if there are as many of them; a name for all is none for each.
    """
    words = pl.col(side).str.split(BETWEEN)
    lists = [_alongside(pl.col(f"{side}{part}"), words) for part in ("_name", "_kind")]
    parts = rows.filter(pl.col(side).is_not_null()).select("id", at.alias("begin"), words, *lists, f"{side}_of")
    parts = parts.explode(side, f"{side}_name", f"{side}_kind", empty_as_null=False)
    raw, bare = pl.col(side).str.len_chars(), pl.col(side).str.strip_chars_start().str.len_chars()
    before = (raw + 1).cum_sum().over("id") - raw - 1
    return parts.select(
        "id",
        pl.col(side).str.strip_chars(),
        *(f"{side}{part}" for part in ("_name", "_kind", "_of")),
        (pl.col("begin") + before + raw - bare).cast(pl.Int64).alias(f"{side}_at"),
        pl.int_range(pl.len()).over("id").alias(f"{side}_place"),
    ).filter(pl.col(side) != "")


def _alongside(column: pl.Expr, words: pl.Expr) -> pl.Expr:
    """A list as long as ``words``: the column split, or its one value again and again."""
    split = column.str.split(BETWEEN).list.eval(pl.element().str.strip_chars())
    return pl.when(split.list.len() == words.list.len()).then(split).otherwise(column.repeat_by(words.list.len()))


def placed(claims: pl.DataFrame) -> pl.DataFrame:
    """Where the actors are mentioned: in the row's own words if these name them, else in the line before.

    Adds ``source_start``, ``source_end``, ``target_start`` and ``target_end``, in characters of the text.
    """
    columns = []
    for side in ("source", "target"):
        start = claims[f"{side}_at"].cast(pl.Int64).to_numpy().copy()
        found = _quoted(claims, side)
        start[found["row"].to_numpy()] = found["at"].to_numpy()
        begin = pl.Series(f"{side}_start", start)
        columns += [begin, (begin + claims[side].str.len_chars()).alias(f"{side}_end")]
    return claims.with_columns(columns)


def _quoted(claims: pl.DataFrame, side: str) -> pl.DataFrame:
    """The ``row`` of each claim whose quote names the actor with whole words, and the place of that in the text."""
    rows = claims.with_row_index("row").select("row", "start", "quote", pl.col(side).alias("words")).drop_nulls("quote")
    found = rows.filter(pl.col("quote").str.contains(pl.col("words"), literal=True))
    before = pl.col("quote").str.split(by=pl.col("words")).list.first()
    found = found.with_columns(before.str.len_chars().alias("at"))
    after = pl.col("quote").str.slice(pl.col("at") + pl.col("words").str.len_chars(), 1)
    return found.filter(~after.str.contains(r"\p{L}")).select("row", (pl.col("start") + pl.col("at")).alias("at"))
