"""Places on scanned pages, from the page set upright for reading back to the page as the file shows it."""

from __future__ import annotations

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from amends.evidence.formats import Picture
    from amends.evidence.upright import Upright
    from amends.model.reading import Check, Field, Reading


def as_filed(reading: Reading, pictures: Iterable[Picture]) -> Reading:
    """The reading with every place where a person who opens the file finds it."""
    turned = {picture.page: picture.upright for picture in pictures if picture.upright is not None}
    if not turned:
        return reading
    return reading._replace(
        fields=tuple(_field(field, turned) for field in reading.fields),
        lines=tuple(
            line._replace(place=turned[line.place.page].filed(line.place)) if line.place.page in turned else line
            for line in reading.lines
        ),
        signs=tuple(_check(sign, turned) for sign in reading.signs),
    )


def _field(field: Field, turned: dict[int, Upright]) -> Field:
    upright = turned.get(field.place.page)
    return field if upright is None else field._replace(place=upright.filed(field.place))


def _check(check: Check, turned: dict[int, Upright]) -> Check:
    return check._replace(fields=tuple(_field(field, turned) for field in check.fields))
