"""How a scanned page lies: turned by quarters, a little askew, seen from aside; and the way to an upright page.

The rows of a page that lies straight in the scanner all have one slope. On a photograph the slope changes down the page
and across it, so it is taken for linear in both: enough to bring every row of a page to one height.
"""

from __future__ import annotations

from amends.model.reading import Box, Place
from amends.typed import NamedTuple

_STEPS = 4


class Upright(NamedTuple):
    """The way from a page as the file shows it to the same page upright and straight.

    `width` and `height` are of the page as the file shows it, in points; `turn` says by how many degrees clockwise it
    is turned to stand upright (0, 90, 180, 270). The slope of a row there is `slope + down * y + across * x`, where x
    and y are measured from the middle of the page.
    """

    width: float
    height: float
    turn: int = 0
    slope: float = 0.0
    down: float = 0.0
    across: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        return (self.height, self.width) if self.turn in (90, 270) else (self.width, self.height)

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as filed after the quarter turns alone."""
        if self.turn == 90:
            return self.height - y, x
        if self.turn == 180:
            return self.width - x, self.height - y
        if self.turn == 270:
            return y, self.width - x
        return x, y

    def there(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as filed on the upright page."""
        x, y = self.turned(x, y)
        wide, high = self.size
        from_x, from_y = x - wide / 2, y - high / 2
        lift = (self.slope + self.down * from_y) * from_x + self.across * from_x * from_x / 2
        return x + self.slope * from_y, y - lift

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point of the upright page on the page as filed."""
        wide, high = self.size
        at_x, at_y = x, y
        # The bend is slight, so that stepping towards the point lands within a hundredth of a point after four steps.
        for _ in range(_STEPS):
            from_x, from_y = at_x - wide / 2, at_y - high / 2
            lift = (self.slope + self.down * from_y) * from_x + self.across * from_x * from_x / 2
            at_x, at_y = x - self.slope * from_y, y + lift
        if self.turn == 90:
            return at_y, self.height - at_x
        if self.turn == 180:
            return self.width - at_x, self.height - at_y
        if self.turn == 270:
            return self.width - at_y, at_x
        return at_x, at_y

    def filed(self, place: Place) -> Place:
        """A place of the upright page on the page as the file shows it: the box around the four corners."""
        box = place.box
        corners = [self.back(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        return Place(place.page, Box(min(across), min(down), max(across), max(down)))
