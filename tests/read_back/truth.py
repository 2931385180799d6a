"""The records of the JSON, one for each task with what stands around it, and the differences from them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

TEXTS = ["number", "task", "lead_unit", "coordinating_unit", "not_performed_note", "product", "timeframe", "note"]

# The columns of the CSV in their order, but for those of the extra labels, which stand before `page`.
BEFORE = """id appendix section_number section_title number task lead_unit coordinating_unit not_performed
not_performed_note product timeframe note area lead_units coordinating_units products schedule schedule_kind
schedule_start schedule_end schedule_due schedule_bound schedule_rrule schedule_event citations""".split()
AFTER = ["page", "line"]


@dataclass
class Truth:
    document: dict
    tasks: list[dict] = field(default_factory=list)

    @classmethod
    def of(cls, path: Path) -> Truth:
        truth = cls(json.loads(path.read_text("utf-8")))
        for position, appendix in enumerate(truth.document["appendices"], 1):
            around = {
                "source": truth.document["source"]["name"],
                "appendix": appendix["label"] or str(position),
                "appendix_title": appendix["title"],
                **{key: appendix[key] for key in ["issuer", "unit", "year", "issued_with"]},
            }
            for section in appendix["sections"]:
                inside = {
                    "section_number": section["number"],
                    "section_title": section["title"],
                    "area": section["area"],
                }
                truth.tasks += [around | inside | task for task in section["tasks"]]
        return truth

    def label(self, role: str, otherwise: str) -> str:
        columns = [column for a in self.document["appendices"] for column in a["columns"]]
        return next((column["label"] for column in columns if column["role"] == role), otherwise)

    def has(self, role: str) -> bool:
        columns = [column for a in self.document["appendices"] for column in a["columns"]]
        return any(column["role"] == role for column in columns) or any(task[role] for task in self.tasks)

    def extras(self, taken: list[str]) -> list[str]:
        """The names of the columns without a role: a label that is a field's name has another number."""
        names: list[str] = []
        for task in self.tasks:
            names += [name for name in extras(task, taken) if name not in names]
        return names


def extras(task: dict, taken: list[str]) -> dict[str, str | None]:
    return {key if key not in taken else f"{key} (2)": value for key, value in task["extra"].items()}


def times(task: dict) -> list[dict]:
    """The times of a task one by one."""
    schedule = task["schedule"]
    if schedule is None:
        return []
    return schedule["items"] or [schedule]


def csv_row(task: dict, names: list[str]) -> dict[str, str]:
    """What the CSV says of a task; the notation of `schedule` is in the CSV alone."""
    found = [time for time in times(task)]
    listed = lambda key: "; ".join(time[key] for time in found if time[key])
    row = {name: task[name] or "" for name in ["id", "appendix", "section_number", "section_title", "area", *TEXTS]}
    row |= {name: "; ".join(task[name]) for name in ["lead_units", "coordinating_units", "products"]}
    row |= {f"schedule_{key}": listed(key) for key in ["start", "end", "due", "bound", "rrule", "event"]}
    row["schedule_kind"] = task["schedule"]["kind"] if task["schedule"] else ""
    row["not_performed"] = "true" if task["not_performed"] else "false"
    row["citations"] = "; ".join(citation["canonical"] for citation in task["citations"])
    row |= {name: "" for name in names}
    row |= {name: value or "" for name, value in extras(task, BEFORE + AFTER).items()}
    return row | {key: str(task["place"][key]) for key in AFTER}


@dataclass
class Differences:
    """What differs, by the check that found it, and how many values were compared."""

    told: list[str] = field(default_factory=list)
    compared: dict[str, int] = field(default_factory=dict)
    name: str = ""

    def begin(self, name: str) -> None:
        self.name = name
        self.compared[name] = 0

    def same(self, what: str, found, expected) -> None:
        self.compared[self.name] += 1
        if found != expected:
            self.told.append(f"{self.name}: {what}: {found!r} is not {expected!r}")

    def report(self, source: str, tasks: int) -> None:
        for line in self.told:
            print(f"{source}: {line}")
        counts = ", ".join(f"{name} {count}" for name, count in self.compared.items())
        print(f"{source}: {tasks} tasks, {len(self.told)} differences; values compared: {counts}")
