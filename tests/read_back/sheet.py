"""The review sheet."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import html5lib

from truth import TEXTS, Differences, Truth

# What the sheet adds to a cell: what it means, that it is empty, what is doubted in it.
ADDED = {"means", "none", "doubt"}


def review_sheet(stem: Path, truth: Truth, differences: Differences) -> None:
    page = html5lib.parse(Path(f"{stem}.html").read_bytes(), namespaceHTMLElements=False)
    rows = [row for row in page.iter("article") if "task" in classes(row)]
    differences.same("rows", len(rows), len(truth.tasks))
    for row, task in zip(rows, truth.tasks):
        ids = [own_text(span) for span in row.iter("span") if "id" in classes(span)]
        differences.same(f"name of {task['id']}", ids, [task["id"]])
        found = Counter(
            (cell.get("data-f"), own_text(cell)) for cell in row.iter("td") if cell.get("data-f") and own_text(cell)
        )
        differences.same(f"cells of {task['id']}", found, cells(task))


def cells(task: dict) -> Counter:
    """The cells that are filled; the phrase of not performing stands under the coordinating unit."""
    fields = [("coordinating_unit" if name == "not_performed_note" else name, task[name]) for name in TEXTS]
    fields += [(f"extra-{position}", value) for position, value in enumerate(task["extra"].values())]
    return Counter((name, value) for name, value in fields if value)


def classes(element) -> set[str]:
    return set((element.get("class") or "").split())


def own_text(element) -> str:
    """The text of an element without what the sheet adds."""
    parts = [element.text or ""]
    for child in element:
        if not classes(child) & ADDED:
            parts.append("\n" if child.tag == "br" else own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
