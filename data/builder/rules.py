"""Regions, provisions and reporting categories: the files of ``facts/`` with the mapping by hand of ``curated/``."""

from __future__ import annotations

from rdflib import Literal

from data.builder.names import DEMO, KG
from data.builder.tables import Story, rows

REGIONS = {
    "US": "United States",
    "EU": "European Union",
    "JP": "Japan",
    "UK": "United Kingdom",
    "CN": "China",
    "ICH": "ICH (international)",
    "WHO": "World Health Organization",
    "PIC/S": "PIC/S (international)",
    "ISO": "ISO (international)",
}


def region(name: str) -> str:
    """The name of a region in the demo: ``PIC/S`` is ``PICS`` there."""
    return name.replace("/", "")


def add_rules(story: Story) -> None:
    """Regions, provisions with what they bear on, announcements, reporting categories."""
    for name, label in REGIONS.items():
        story.thing(region(name), "Region", label, name)
    mapped = {row["id"]: row for row in rows("curated", "provisions.csv")}
    for row in rows("facts", "provisions.csv"):
        reading = mapped[row["id"]]
        announced = reading["status"] == "announcement"
        subject = story.thing(row["id"], "Announcement" if announced else "Provision", row["citation"], row["id"])
        story.add(subject, KG.citation, Literal(f"{row['citation']}: {row['title']}"))
        story.add(subject, KG.inRegion, DEMO[region(row["region"])])
        story.add(subject, KG.statusText, Literal(row["status"]))
        story.add(subject, KG.evidenceWord, Literal(row["evidence"]))
        story.say(
            subject,
            reading,
            *(() if announced else ("status",)),
            "bearsOn",
            "bearsOnTopic",
            "bearsOnClass",
            "eventDate",
        )
    for number, row in enumerate(rows("facts", "reporting_categories.csv"), start=1):
        subject = story.thing(f"RC{number:02}", "ReportingCategory", f"{row['region']}: {row['category']}")
        story.add(subject, KG.inRegion, DEMO[region(row["region"])])
        story.add(subject, KG.rank, *story.values("rank", row["severity_order"]))
        story.add(subject, KG.citesProvision, DEMO[row["provision"]])
