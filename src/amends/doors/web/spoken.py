"""Sentences of the stages as the pages say them: what a sentence tells to type, a page has as a button or a form."""

from __future__ import annotations

import re

from django import template

register = template.Library()

_SAID: tuple[tuple[str, str], ...] = (
    ("; `amends letters` writes the request.", ". The letter that asks for it is ready under “Letters to send”."),
    ("; `amends mark` writes one.", "; it comes with the bundle."),
    ("make the copy with `amends mark --redact`, which", "let amends make the copy (“Copy without prices”), which"),
    (
        "say with --asin which exhibit concerns this ASIN alone",
        "open the document that concerns this ASIN alone and say so there",
    ),
    (
        "Add the orders report of the last 365 days, or say it: --sold ASIN=UNITS.",
        "Add the orders report of the last 365 days (it can be dropped here), or say the number under “Units sold”.",
    ),
    ("Look at it, and say what it is with --kind.", "Look at it, and choose what it is."),
    ("Say with --asin which listing it concerns,", "Say here which listing (ASIN) it concerns,"),
    ("Look at the document and say its day with --dated.", "Look at the document and write its day below."),
    ("If it stands there, say it with --dated;", "If it stands there, write it below;"),
    (" (amends reports FILE --case DIR)", ""),
    ("Name the reports of the other days too.", "Add the reports of the other days too."),
    ("See the products above.", "See “Units sold”."),
    ("say it: amends evidence DIR --sold ASIN=UNITS.", "say so under “Units sold”."),
    (
        "Give the days: --from 2025-03-03 --to 2026-03-03.",
        "Say on which day it came, under “Questions”, then add the report again.",
    ),
    ("; give the first day with --from and the last with --to", ""),
    ("; add incoming/ as evidence.", ". They are on the list under “Evidence”."),
    (" --why WORDS", ""),
    (" --said-by NAME", ""),
    ("; make one with `amends export`.", ". Save one under “Your cases”, “More”, “Save as one file”."),
    ("; pack it again with `amends bundle`", "; pack it again"),
    ("; say it with `amends add DIR FILE --kind KIND`", "; choose it under “What it is”"),
    ("; `amends playbooks documents` lists them", ". Choose one of the list"),
    ("; `amends playbooks` lists the documents that a case calls for", ""),
    (
        "`pip install 'amends[ocr]'` makes amends read them.",
        "Who installed amends can add the part that reads pictures: amends[ocr].",
    ),
)
_UNPACKED = re.compile(r"^There is no bundle in .+\. Run `amends bundle .+` first\.$")
_UNDRAFTED = re.compile(r"^There is no plan in .+ yet\. Run `amends draft .+`\.$")
_HAVE = re.compile(r" To have it all the same: amends mark DIR \w+$")


@register.filter
def spoken(text: object) -> str:
    """A sentence as a page says it."""
    found = _HAVE.sub("", str(text))
    found = _UNPACKED.sub("Nothing is packed yet. Pack everything first.", found)
    found = _UNDRAFTED.sub("There is no plan yet. Write it under “Plan” first.", found)
    for written, said in _SAID:
        found = found.replace(written, said)
    return found
