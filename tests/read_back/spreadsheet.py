"""The workbook."""

from __future__ import annotations

import csv
import datetime
import subprocess
import tempfile
from pathlib import Path

import openpyxl
import pandas

from truth import Differences, Truth, extras, times

TASKS, DOUBTS, COUNTS = "Nhiệm vụ", "Cần xem lại", "Tổng hợp"
BOUNDS = {"before": "trước ngày", "by": "đến hết ngày", "on": "đúng ngày"}


def columns(truth: Truth) -> list[tuple[str, str]]:
    """The columns of the sheet of tasks: a key and the label above it."""
    usual = {
        "number": "TT",
        "task": "Nội dung công việc",
        "lead_unit": "Đơn vị chủ trì",
        "coordinating_unit": "Đơn vị phối hợp",
        "product": "Sản phẩm",
        "timeframe": "Thời gian",
        "note": "Ghi chú",
    }
    role = lambda name: (name, truth.label(name, usual[name]))
    appendix = [("appendix", "Phụ lục")]
    several = len(truth.document["appendices"]) > 1
    keys = appendix if several else []
    keys = keys + [("section_number", "Mục"), ("section_title", "Tên mục")]
    keys += [role(name) for name in ["number", "task", "lead_unit", "coordinating_unit"]]
    keys += [("not_performed", "Không thực hiện")]
    keys += [role("product")] if truth.has("product") else []
    if truth.has("timeframe"):
        keys += [role("timeframe"), ("start", "Bắt đầu"), ("end", "Kết thúc"), ("due", "Hạn")]
    keys += [(f"extra {name}", name) for name in truth.extras(FIELDS)]
    keys += [role("note")] if truth.has("note") else []
    keys += [("not_performed_note", "Lời ghi không thực hiện"), ("bound", "Cách tính hạn"), ("schedule", "Lịch")]
    keys += [] if several else appendix
    keys += [("id", "Mã nhiệm vụ"), ("page", "Trang"), ("line", "Dòng")]
    return distinct(keys)


# Names that a column without a role cannot have.
FIELDS = ["note", "product", "task", "number", "timeframe", "id", "page", "line", "area", "schedule"]


def distinct(keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, label in keys:
        names = [label] + [f"{label} ({count})" for count in range(2, len(keys) + 2)]
        found.append((key, next(name for name in names if name not in [taken for _, taken in found])))
    return found


def value(task: dict, key: str, notation: str):
    """What a cell is to hold; nothing is `None`."""
    days = [datetime.date.fromisoformat(time[key]) for time in times(task) if time.get(key)] if key in DAYS else []
    if key in DAYS:
        return {"start": min, "end": max, "due": min}[key](days) if days else None
    if key == "bound":
        words = dict.fromkeys(BOUNDS[time["bound"]] for time in times(task) if time["bound"])
        return "; ".join(words) or None
    if key == "schedule":
        return notation or None
    if key in ["page", "line"]:
        return task["place"][key]
    if key.startswith("extra "):
        return extras(task, FIELDS).get(key.removeprefix("extra "))
    return task[key]


DAYS = ["start", "end", "due"]


def notations(stem: Path) -> list[str]:
    with open(f"{stem}.csv", encoding="utf-8", newline="") as file:
        return [row["schedule"] for row in csv.DictReader(file)]


def with_openpyxl(stem: Path, truth: Truth, differences: Differences) -> None:
    book = openpyxl.load_workbook(f"{stem}.xlsx")
    differences.same("sheets", book.sheetnames, [TASKS, DOUBTS, COUNTS])
    for sheet in book:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        differences.same(f"formulas in {sheet.title}", "f" in kinds, False)
    sheet, keys = book[TASKS], columns(truth)
    differences.same("labels", [cell.value for cell in sheet[1]], [label for _, label in keys])
    differences.same("rows", sheet.max_row, len(truth.tasks) + 1)
    for row, task, notation in zip(sheet.iter_rows(min_row=2), truth.tasks, notations(stem)):
        for cell, (key, label) in zip(row, keys):
            compare_cell(cell, value(task, key, notation), f"{label} of {task['id']}", differences)
    last = f"{openpyxl.utils.get_column_letter(len(keys))}{len(truth.tasks) + 1}"
    differences.same("filter", sheet.auto_filter.ref, f"A1:{last}")
    differences.same("repeated rows", sheet.print_title_rows, "$1:$1")
    differences.same("paper", (sheet.page_setup.paperSize, sheet.page_setup.orientation), (9, "landscape"))
    # One page wide is the default and is not written.
    pages = (sheet.page_setup.fitToWidth or 1, int(sheet.page_setup.fitToHeight))
    differences.same("pages", (sheet.sheet_properties.pageSetUpPr.fitToPage, *pages), (True, 1, 0))
    differences.same("merged cells among tasks", len(sheet.merged_cells.ranges), 0)
    doubts(book, truth, differences)
    counts(book, truth, differences)


def compare_cell(cell, expected, what: str, differences: Differences) -> None:
    found = cell.value
    if isinstance(expected, datetime.date):
        differences.same(f"day of {what}", cell.is_date, True)
        found = found.date() if isinstance(found, datetime.datetime) else found
    elif isinstance(expected, bool):
        differences.same(f"type of {what}", cell.data_type, "b")
    elif isinstance(expected, str):
        differences.same(f"type of {what}", cell.data_type, "s")
    differences.same(what, found, expected)


def doubts(book, truth: Truth, differences: Differences) -> None:
    """Each diagnostic in its order; its link goes to the cell of the task that it names."""
    sheet, tasks = book[DOUBTS], book[TASKS]
    labels = [cell.value for cell in sheet[1]]
    place = {cell.value: cell.column_letter for cell in tasks[1]}
    told = truth.document["diagnostics"]
    differences.same("diagnostics", sheet.max_row - 1, len(told))
    for row, diagnostic in zip(sheet.iter_rows(min_row=2), told):
        cells = dict(zip(labels, row))
        for label, key in [("Mã", "code"), ("Từ ngữ", "found"), ("Gợi ý", "suggestion")]:
            differences.same(f"{label} of a diagnostic", cells[label].value, diagnostic[key])
        # The JSON says it in English.
        differences.same("a sentence for a diagnostic", bool(cells["Chi tiết"].value), True)
        where = diagnostic["place"] or {"page": None, "line": None}
        differences.same("page of a diagnostic", cells["Trang"].value, where["page"])
        differences.same("line of a diagnostic", cells["Dòng"].value, where["line"])
        link = cells["Ô"]
        if link.value is None:
            continue
        target = link.hyperlink.location
        differences.same("link", target, f"'{TASKS}'!{link.value}")
        row_of_task = int("".join(filter(str.isdigit, link.value)))
        named = tasks[f"{place['Mã nhiệm vụ']}{row_of_task}"].value
        differences.same("task of a link", named, cells["Mã nhiệm vụ"].value)
        label = tasks[f"{link.value.rstrip('0123456789')}1"].value
        differences.same("column of a link", label, cells["Cột"].value)
        if diagnostic["found"] and diagnostic["field"]:
            words = str(tasks[link.value].value)
            differences.same(f"words of {link.value}", diagnostic["found"] in words, True)


def counts(book, truth: Truth, differences: Differences) -> None:
    """The counts by section and those of the whole."""
    found = {}
    for row in book[COUNTS].iter_rows(values_only=True):
        if isinstance(row[2], int):
            found.setdefault((row[0], row[1]), []).append(tuple(row[2:5]))
    flagged = sum(task["not_performed"] for task in truth.tasks)
    whole = (len(truth.tasks), len(truth.tasks) - flagged, flagged)
    differences.same("count of all", found.get((None, truth.document["source"]["name"])), [whole])
    for appendix in truth.document["appendices"]:
        for section in appendix["sections"]:
            tasks = section["tasks"]
            flagged = sum(task["not_performed"] for task in tasks)
            lines = found.get((section["number"], section["title"] or "(để trống)"), [])
            count = (len(tasks), len(tasks) - flagged, flagged)
            differences.same(f"count of section {section['number']} in {lines}", count in lines, True)


def with_pandas(stem: Path, truth: Truth, differences: Differences) -> None:
    frame = pandas.read_excel(f"{stem}.xlsx", sheet_name=TASKS, dtype=object, keep_default_na=False, na_values=[])
    keys = columns(truth)
    differences.same("rows", len(frame), len(truth.tasks))
    for (_, row), task, notation in zip(frame.iterrows(), truth.tasks, notations(stem)):
        for key, label in keys:
            expected = value(task, key, notation)
            found = row[label]
            if isinstance(expected, datetime.date):
                found = found.date()
            elif expected is None:
                found = None if found == "" or pandas.isna(found) else found
            differences.same(f"{label} of {task['id']}", found, expected)


def with_libreoffice(stem: Path, truth: Truth, differences: Differences) -> None:
    """The sheet of tasks as LibreOffice shows it: days and flags as it writes them."""
    keys = columns(truth)
    with tempfile.TemporaryDirectory() as folder:
        # Comma, quotes, UTF-8, cells as shown; all sheets, each in a file.
        filters = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1"
        call = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", filters]
        subprocess.run([*call, "--outdir", folder, f"{stem}.xlsx"], check=True, capture_output=True)
        with open(f"{folder}/{stem.name}-{TASKS}.csv", encoding="utf-8", newline="") as file:
            found = list(csv.reader(file))
    differences.same("labels", found[0], [label for _, label in keys])
    differences.same("rows", len(found) - 1, len(truth.tasks))
    for row, task, notation in zip(found[1:], truth.tasks, notations(stem)):
        for cell, (key, label) in zip(row, keys):
            differences.same(f"{label} of {task['id']}", cell, shown(value(task, key, notation)))


def shown(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    return str(value)
