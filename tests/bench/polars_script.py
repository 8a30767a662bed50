"""What somebody writes with polars to know the availability of each month: no check, no evidence, floating point."""

FLOATING = """
import sys
import polars as pl
ZONE, LADDER = "Europe/London", ((99.9, 5.0), (99.5, 15.0), (98.0, 40.0))
day = pl.datetime(2027, 4, 1, time_zone=ZONE)
rows = pl.read_csv(sys.argv[1]).with_columns(
    pl.col("start", "end").str.to_datetime(time_zone="UTC").dt.convert_time_zone(ZONE)
).sort("start")
begins = pl.col("start") > pl.col("end").cum_max().shift(1)
runs = rows.with_columns(begins.fill_null(True).cum_sum().alias("run")).group_by("run").agg(
    pl.col("start").min(), pl.col("end").max()
)
months = pl.DataFrame({"month": range(12)}).select(
    day.dt.offset_by(pl.format("{}mo", "month")).alias("first"),
    day.dt.offset_by(pl.format("{}mo", pl.col("month") + 1)).alias("next"),
)
down = runs.join_where(months, pl.col("start") < pl.col("next"), pl.col("end") > pl.col("first")).select(
    "first",
    (pl.col("next") - pl.col("first")).dt.total_microseconds().alias("time"),
    (pl.min_horizontal("end", "next") - pl.max_horizontal("start", "first")).dt.total_microseconds().alias("down"),
)
for first, time, lost in down.group_by("first", "time").agg(pl.col("down").sum()).sort("first").iter_rows():
    share = 100 - 100 * lost / time
    print(first, share, max((credit for border, credit in LADDER if share < border), default=0.0) / 100 * 9500.0)
"""
"""Takes the file; prints each month, its availability in per cent and its credit."""
