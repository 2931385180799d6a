"""JSON Lines, CSV and the Data Package."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
from pathlib import Path

import pandas
from frictionless import Package

from truth import AFTER, BEFORE, Differences, Truth, csv_row


def json_lines(stem: Path, truth: Truth, differences: Differences) -> None:
    lines = Path(f"{stem}.jsonl").read_text("utf-8").split("\n")
    differences.same("the last line", lines.pop(), "")
    differences.same("lines", len(lines), len(truth.tasks))
    for line, task in zip(lines, truth.tasks):
        found = json.loads(line)
        differences.same(f"keys of {task['id']}", set(found), set(task))
        for key, value in task.items():
            differences.same(f"{key} of {task['id']}", found.get(key), value)


def rows(text: str, separator: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def csv_file(stem: Path, truth: Truth, differences: Differences) -> None:
    text = Path(f"{stem}.csv").read_bytes().decode("utf-8")
    compare(rows(text), truth, differences)


def csv_for_excel(stem: Path, truth: Truth, differences: Differences) -> None:
    for_spreadsheets(Path(f"{stem}.excel.csv"), ",", truth, differences)


def csv_with_semicolons(stem: Path, truth: Truth, differences: Differences) -> None:
    for_spreadsheets(Path(f"{stem}.semicolon.csv"), ";", truth, differences)


def for_spreadsheets(path: Path, separator: str, truth: Truth, differences: Differences) -> None:
    data = path.read_bytes()
    differences.same("byte order mark", data[:3], b"\xef\xbb\xbf")
    found = rows(data.decode("utf-8-sig"), separator)
    compare([{unguarded(k): unguarded(v) for k, v in row.items()} for row in found], truth, differences)


def unguarded(cell: str) -> str:
    guarded = cell.startswith("'") and cell[1:2] in list("=+-@\t\r") and cell[1:] != ""
    return cell[1:] if guarded else cell


def pandas_csv(stem: Path, truth: Truth, differences: Differences) -> None:
    frame = pandas.read_csv(f"{stem}.csv", dtype=str, keep_default_na=False)
    compare(frame.to_dict("records"), truth, differences)


def compare(found: list[dict[str, str]], truth: Truth, differences: Differences) -> None:
    names = truth.extras(BEFORE + AFTER)
    differences.same("rows", len(found), len(truth.tasks))
    for row, task in zip(found, truth.tasks):
        differences.same(f"columns of {task['id']}", list(row), BEFORE + names + AFTER)
        for name, value in csv_row(task, names).items():
            differences.same(f"{name} of {task['id']}", row.get(name), value)


def data_package(stem: Path, truth: Truth, differences: Differences) -> None:
    package = Package(f"{stem}.datapackage.json")
    report = package.validate()
    differences.same("validity", report.flatten(["type", "fieldName", "note"]), [])
    resource = package.resources[0]
    data = Path(f"{stem}.csv").read_bytes()
    differences.same("path", resource.path, f"{stem.name}.csv")
    differences.same("bytes", resource.bytes, len(data))
    differences.same("hash", resource.hash, f"sha256:{hashlib.sha256(data).hexdigest()}")
    found = [row.to_dict() for row in resource.read_rows()]
    differences.same("rows", len(found), len(truth.tasks))
    for row, task in zip(found, truth.tasks):
        compare_types(row, task, differences)


def compare_types(row: dict, task: dict, differences: Differences) -> None:
    """Each value with its type: flags, numbers and days are no text there, and nothing is an empty text."""
    text = csv_row(task, [])
    for name, value in text.items():
        expected = value or None
        if name == "not_performed":
            expected = task[name]
        elif name in AFTER:
            expected = task["place"][name]
        elif name in ["schedule_start", "schedule_end", "schedule_due"] and value:
            expected = [datetime.date.fromisoformat(day) for day in value.split("; ")]
        differences.same(f"{name} of {task['id']}", row.get(name), expected)
