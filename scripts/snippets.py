"""Runs a snippet of docs/format/export.md and checks what it leaves behind.

    snippets.py FILE EVENTS RELATION

EVENTS is the number of events that the archive lists, RELATION what `relations
Russia China --json` prints.
"""
import json
import sys

path, count, relation = sys.argv[1:]
seen = {}
with open(path, encoding="utf-8") as f:
    exec(compile(f.read(), path, "exec"), seen)

events = seen["events"]
assert len(events) == int(count), f"{len(events)} events, want {count}"
assert events.id.str.fullmatch("[0-9a-f]{16}").all(), "ids are not text of 16 hex digits"
assert events.cameo.dropna().map(lambda c: isinstance(c, str)).all(), "CAMEO codes are not text"
assert events.same_as.dropna().isin(events.id).all() or events.same_as.isna().all(), "same_as names no event"
if "dyads" in seen:
    points = [json.loads(line) for line in relation.splitlines()]
    dyads = seen["dyads"]
    pair = dyads[dyads.series & dyads.actor.isin(["RUS", "CHN"]) & dyads.recipient.isin(["RUS", "CHN"])]
    weight, number = sum(p["weight"] or 0 for p in points), sum(p["events"] or 0 for p in points)
    assert number > 0, "the sample has no events between the two"
    assert abs(pair.weight.sum() - weight) < 1e-3, f"weight {pair.weight.sum()}, want {weight}"
    assert pair.id.nunique() == number, f"{pair.id.nunique()} happenings, want {number}"
