#!/usr/bin/env python3
"""Converts inputs into every format and reads each of them back with programs that are not this project's.

    pip install -r tests/read_back/requirements.txt
    python3 tests/read_back/read_back.py fixtures/text/ben-thanh-2024.txt fixtures/text/two-appendices.txt

The JSON is what the others are held to. Read with: Python's `csv` and `json`, pandas, openpyxl, frictionless,
icalendar with dateutil, html5lib, and LibreOffice (`soffice`), which turns each workbook into CSV. Ends with 1 and
names each value that differs. `--phuluc FILE` takes a command that is built already.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import agenda
import sheet
import spreadsheet
import text
from truth import Differences, Truth

FORMATS = "json,jsonl,csv,csv-excel,csv-excel-semicolon,datapackage,xlsx,ics,html"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--phuluc", type=Path, help="the command; default: cargo run")
    args = parser.parse_args()
    if not shutil.which("soffice"):
        print("LibreOffice (soffice) is not installed", file=sys.stderr)
        return 2
    failed = [path for path in args.inputs if not agrees(path, args.phuluc)]
    return 1 if failed else 0


def agrees(path: Path, command: Path | None) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        stem = convert(path, command, Path(folder))
        truth, differences = Truth.of(Path(f"{stem}.json")), Differences()
        for check in [
            text.json_lines,
            text.csv_file,
            text.csv_for_excel,
            text.csv_with_semicolons,
            text.pandas_csv,
            text.data_package,
            spreadsheet.with_openpyxl,
            spreadsheet.with_pandas,
            spreadsheet.with_libreoffice,
            agenda.calendar,
            sheet.review_sheet,
        ]:
            differences.begin(f"{check.__module__}.{check.__name__}")
            try:
                check(stem, truth, differences)
            except Exception as error:  # A reader that gives up is a difference like any other.
                differences.told.append(f"{differences.name}: {type(error).__name__}: {error}")
        differences.report(path.name, len(truth.tasks))
        return not differences.told


def convert(path: Path, command: Path | None, folder: Path) -> Path:
    call = [command] if command else ["cargo", "run", "--quiet", "--"]
    line = [*call, "convert", "--quiet", path, "--out-dir", folder, "--format", FORMATS]
    code = subprocess.run(line, check=False).returncode
    # One is a conversion with losses; its records are still to be the same in every format.
    if code not in (0, 1):
        raise SystemExit(f"{path} was not converted: exit code {code}")
    return folder / path.stem


if __name__ == "__main__":
    sys.exit(main())
