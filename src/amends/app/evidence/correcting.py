"""Verbs on misread values: what a person says that a document says, kept beside what was read in it.

The document and its reading stay as they are; what a person says lies in the case, with the name and the day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from amends.app.answers import answered_by
from amends.app.cases import Opened, save_case
from amends.app.evidence.intake import day_on
from amends.errors import Unknown
from amends.evidence import corrected
from amends.evidence.corrected import Spot
from amends.model import Box, Case, Correction, Exhibit, Place
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any
from amends.values import Fault

if TYPE_CHECKING:
    from amends.model import Reading

_GONE = "What was read there is another value now. Look again, and say it once more."


def spots(opened: Opened, label: str) -> tuple[Spot, ...]:
    """The values of a document that can be confirmed or corrected. Raises `Unknown` for a label that there is not."""
    return corrected.spots(_exhibit(opened.case, label))


def correct(opened: Opened, label: str, said: Mapping[str, str], by: str, now: datetime) -> Opened:
    """Write down what the paper says in place of what was read, by the keys of spots.

    Raises `Unknown` with all that is wrong, and for a spot that is not there any more.
    """
    exhibit = _exhibit(opened.case, label)
    there = {spot.key: spot for spot in corrected.spots(exhibit)}
    wrong: list[str] = []
    made: list[tuple[Spot, str]] = []
    for key, words in said.items():
        spot = there.get(key)
        if spot is None:
            raise Unknown(_GONE)
        value = corrected.value_of(spot.name, words)
        if isinstance(value, Fault):
            wrong.append(f"{named(spot)}: {value.message}.")
            continue
        same = value == corrected.value_of(spot.name, spot.read)
        made.append((spot, spot.read if same else one_line(words.strip(), corrected.LONGEST)))
    if wrong:
        raise Unknown(" ".join(wrong))
    return _saved(opened, exhibit, made, by, now, "corrected")


def confirm(opened: Opened, label: str, keys: Sequence[str], by: str, now: datetime) -> Opened:
    """Write down that the paper says what was read, by the keys of spots. Raises `Unknown` as `correct` does."""
    exhibit = _exhibit(opened.case, label)
    there = {spot.key: spot for spot in corrected.spots(exhibit)}
    if any(key not in there or not there[key].read for key in keys):
        raise Unknown(_GONE)
    return _saved(opened, exhibit, [(there[key], there[key].read) for key in keys], by, now, "confirmed")


def withdraw(opened: Opened, label: str, keys: Sequence[str], now: datetime) -> Opened:
    """Take back what was said of values: what was read counts again. Raises `Unknown` where nothing was said."""
    exhibit = _exhibit(opened.case, label)
    there = {spot.key: spot.correction for spot in corrected.spots(exhibit) if spot.correction is not None}
    if not keys or any(key not in there for key in keys):
        raise Unknown(_GONE)
    gone = [there[key] for key in keys]
    left = tuple(each for each in exhibit.corrections if each not in gone)
    names = ", ".join(dict.fromkeys(named_field(each.field).lower() for each in gone))
    return _with(opened, exhibit, left, f"taken back on exhibit {exhibit.label}: {names}", now)


def named(spot: Spot) -> str:
    """A value in words: "Invoice number", "Quantity of line 2"."""
    words = named_field(spot.name)
    return f"{words} of line {spot.line}" if spot.line is not None else words


def named_field(name: str) -> str:
    """The name of a field or of a cell in words."""
    from amends.render.exhibits.citations import title_of

    return title_of(name.removeprefix(corrected.LINE))


def as_json(spot: Spot) -> dict[str, Any]:
    """A value for programs: what counts, what was read, and who says so where it was corrected or confirmed."""
    said = spot.correction
    return {
        "number": spot.number,
        "name": spot.name,
        "line": spot.line,
        "value": spot.value,
        "read": spot.read,
        "sure": spot.sure,
        "page": spot.place.page,
        "box": [round(side, 1) for side in spot.place.box],
        "said": None if said is None else {"says": said.says, "by": said.by, "on": said.on.isoformat()},
    }


def _saved(
    opened: Opened, exhibit: Exhibit, made: Sequence[tuple[Spot, str]], by: str, now: datetime, what: str
) -> Opened:
    who = one_line(by.strip(), 120) or answered_by(opened)
    before = {spot.correction for spot, _ in made}
    new = tuple(Correction(spot.name, _rounded(spot.place), spot.read, says, who, now.date()) for spot, says in made)
    all_ = (*(each for each in exhibit.corrections if each not in before), *new)
    if len(all_) > corrected.MOST:
        raise Unknown(f"{corrected.MOST} values of this document were corrected already. Get a clearer copy of it.")
    names = ", ".join(dict.fromkeys(named(spot).lower() for spot, _ in made))
    return _with(opened, exhibit, all_, f"{what} on exhibit {exhibit.label}: {names}", now)


def _with(opened: Opened, exhibit: Exhibit, corrections: tuple[Correction, ...], what: str, now: datetime) -> Opened:
    reading = _as_read(opened, exhibit)
    after = corrected.joined(replace(exhibit, corrections=corrections), reading)
    # The day of a document follows the day that was read on it, unless a person stated another.
    if exhibit.dated is not None and exhibit.dated == day_on(exhibit.reading) and (day := day_on(after.reading)):
        after = replace(after, dated=day)

    def changed(listed: tuple[Exhibit, ...]) -> tuple[Exhibit, ...]:
        return tuple(after if each.sha256 == exhibit.sha256 else each for each in listed)

    case = replace(opened.case, exhibits=changed(opened.case.exhibits), held=changed(opened.case.held))
    return save_case(opened, case, one_line(what, 200), now)


def _as_read(opened: Opened, exhibit: Exhibit) -> Reading | None:
    """The reading of a document as the reader left it."""
    from amends.app.reading.kept import reading_of
    from amends.store.readings import Readings

    return reading_of(Readings(opened.files), exhibit.sha256) if exhibit.corrections else exhibit.reading


def _exhibit(case: Case, label: str) -> Exhibit:
    found = next((each for each in (*case.exhibits, *case.held) if each.label == label.upper()), None)
    if found is None:
        raise Unknown(f"No document of this case is called {one_line(label, 20)}.")
    return found


def _rounded(place: Place) -> Place:
    return Place(place.page, Box(*(round(float(side), 2) for side in place.box)))
