"""The calendar."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

from dateutil.rrule import rrulestr
from icalendar import Calendar

from truth import Differences, Truth, times

ONE = datetime.timedelta(days=1)


def calendar(stem: Path, truth: Truth, differences: Differences) -> None:
    data = Path(f"{stem}.ics").read_bytes()
    lines = data.split(b"\r\n")
    differences.same("longest line", max(map(len, lines)) <= 75, True)
    differences.same("bare line ends", b"".join(lines).count(b"\n") + b"".join(lines).count(b"\r"), 0)
    found = Calendar.from_ical(data.decode("utf-8"))
    components = [part for part in found.walk() if part.name in ("VTODO", "VEVENT")]
    differences.same("errors of the reader", [part.errors for part in found.walk() if part.errors], [])
    uids = [str(part["UID"]) for part in components]
    differences.same("names that return", [uid for uid, count in Counter(uids).items() if count > 1], [])
    dated = [(task, position, time) for task in truth.tasks for position, time in enumerate(times(task), 1)]
    dated = [(task, position, time) for task, position, time in dated if has_day(task, time)]
    differences.same("components", len(components), len(dated))
    for part, (task, position, time) in zip(components, dated):
        compare(part, task, position, time, differences)
    compare_left_out(data.decode("utf-8"), truth, len(components), differences)


def has_day(task: dict, time: dict) -> bool:
    if time["kind"] == "recurring":
        return bool(time["rrule"]) and begins(task) is not None
    return time["kind"] in ("window", "date", "deadline")


def begins(task: dict) -> datetime.date | None:
    issued = (task["issued_with"] or {}).get("date")
    days = [datetime.date.fromisoformat(issued)] if issued else []
    days += [datetime.date(task["year"], 1, 1)] if task["year"] else []
    return max(days, default=None)


def compare(part, task: dict, position: int, time: dict, differences: Differences) -> None:
    name = f"{task['id']} ({position})"
    uid = task["id"] + (f"/{position}" if task["schedule"]["items"] else "")
    differences.same(f"UID of {name}", str(part["UID"]).rsplit("@", 1)[0], uid)
    differences.same(f"SUMMARY of {name}", str(part["SUMMARY"]), task["task"] or task["id"])
    described = str(part["DESCRIPTION"])
    for key in ["lead_unit", "coordinating_unit", "product", "timeframe", "note", "not_performed_note"]:
        differences.same(f"{key} of {name} in {described!r}", (task[key] or "") in described, True)
    issued = (task["issued_with"] or {}).get("date") or "1970-01-01"
    differences.same(f"DTSTAMP of {name}", f"{part['DTSTAMP'].dt:%Y-%m-%dT%H:%M:%S%z}", f"{issued}T00:00:00+0000")
    alarms = [inner for inner in part.subcomponents if inner.name == "VALARM"]
    differences.same(f"reminders of {name}", len(alarms), 0 if task["not_performed"] else 1)
    {"window": window, "deadline": deadline, "date": date, "recurring": recurring}[time["kind"]](
        part, task, time, name, differences
    )


def window(part, task: dict, time: dict, name: str, differences: Differences) -> None:
    differences.same(f"kind of {name}", part.name, "VTODO")
    differences.same(f"DUE of {name}", part["DUE"].dt.isoformat(), time["end"])
    start = part["DTSTART"].dt.isoformat() if "DTSTART" in part else None
    expected = time["start"] if time["start"] and time["start"] < time["end"] else None
    differences.same(f"DTSTART of {name}", start, expected)


def deadline(part, task: dict, time: dict, name: str, differences: Differences) -> None:
    differences.same(f"kind of {name}", part.name, "VTODO")
    due = datetime.date.fromisoformat(time["due"]) - (ONE if time["bound"] == "before" else 0 * ONE)
    differences.same(f"DUE of {name}", part["DUE"].dt, due)


def date(part, task: dict, time: dict, name: str, differences: Differences) -> None:
    differences.same(f"kind of {name}", part.name, "VEVENT")
    differences.same(f"DTSTART of {name}", part["DTSTART"].dt.isoformat(), time["due"])


def recurring(part, task: dict, time: dict, name: str, differences: Differences) -> None:
    """The days of the calendar are those of the JSON's rule, each a day before where it says `before`."""
    differences.same(f"kind of {name}", part.name, "VEVENT")
    midnight = datetime.time()
    start = datetime.datetime.combine(part["DTSTART"].dt, midnight)
    rule = part["RRULE"].to_ical().decode()
    own = rrulestr(rule, dtstart=start)
    differences.same(f"DTSTART of {name} is in its rule", own[0], start)
    shift = ONE if time["bound"] == "before" else 0 * ONE
    first = datetime.datetime.combine(begins(task), midnight)
    end = datetime.datetime(task["year"], 12, 31) if task["year"] else first + 400 * ONE
    # Without an interval the days do not hang on where counting begins.
    if "INTERVAL" not in time["rrule"] and first <= end:
        expected = [day - shift for day in rrulestr(time["rrule"], dtstart=first).between(first + shift, end + shift, True)]
        differences.same(f"days of {name}", own.between(first, end, True), expected)


def compare_left_out(data: str, truth: Truth, components: int, differences: Differences) -> None:
    told = Counter()
    for line in data.replace("\r\n ", "").split("\r\n"):
        if line.startswith("X-PHULUC-LEFT-OUT"):
            name, count = line.rsplit(":", 1)
            told[name.rsplit("X-KIND=", 1)[1]] += int(count)
    expected = Counter()
    for task in truth.tasks:
        expected.update(time["kind"] for time in times(task) if not has_day(task, time))
        expected.update([] if times(task) else ["unspecified"])
    differences.same("left out", dict(told), dict(expected))
    every = sum(max(len(times(task)), 1) for task in truth.tasks)
    differences.same("times", components + sum(told.values()), every)
