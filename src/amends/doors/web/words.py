"""How values are written on the pages: filters for the templates. They write text; Django escapes it."""

from __future__ import annotations

import re
from datetime import date, datetime

from django import template

from amends.dates import written
from amends.text import one_line

register = template.Library()

_MARKED = re.compile(r"(?:(?<=[“\"])|^)(?:>|#{1,6})[ \t]+", re.M)


@register.filter
def day(value: date | None) -> str:
    """A day in words, nothing for none."""
    return written(value) if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """The time of day, on the clock of this machine."""
    return value.astimezone().strftime("%H:%M") if value else ""


@register.filter
def short(text: object, length: int = 120) -> str:
    """Text in one line of at most so many characters."""
    return one_line(str(text), length)


@register.filter
def unmarked(text: object) -> str:
    """A sentence that quotes the plan, without the marks of Markdown in what it quotes."""
    return _MARKED.sub("", str(text).replace("**", ""))


@register.filter
def in_words(markdown: object) -> str:
    """The text of a plan, or a piece of it, as a person reads it: without the marks of Markdown."""
    from amends.render import markdown as form
    from amends.render.text import to_text

    return to_text(form.parse(str(markdown))).strip()
