"""What to put into the blanks of the shipped questions so that the demo answers."""

from __future__ import annotations

from typing import Final

_USUAL: Final = {
    "step": "UO05",
    "factor": "P20",
    "attribute": "Q03",
    "model": "E05",
    "site": "LEI",
    "sending": "BOS",
    "receiving": "LEI",
    "region": "EU",
    "elsewhere": "US",
    "person": "EX1",
    "change": "CH1",
    "supplier": "S07",
    "project": "TP1",
    "batch": "B-LEI-04",
    "provision": "EU-1234",
}
"""Names of parameters that take things, and the local name of one in the demo."""

_OTHER: Final = {
    ("stepsNotPlanned", "receiving"): "KOB",
    ("trainingPlan", "person"): "EX4",
    ("qualifiedFor", "step"): "UO06",
}


def thing(question: str, parameter: str) -> str:
    """The local name of the thing of the demo that fills a blank of a question (given by its local name)."""
    return _OTHER.get((question, parameter), _USUAL[parameter])
