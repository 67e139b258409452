"""Show what each sentence of the plan stands on.

Exit status 1 while a sentence is unproven. A sentence that you wrote yourself and answer for can be attested.

Example:
  amends trace my-case
  amends trace my-case --attest "Dana Ruiz"
"""

from __future__ import annotations

from pathlib import Path

from amends import values
from amends.app import cases
from amends.app.plan import citing, plans
from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from amends.model import Fact
    from amends.plan.ground import Grounded
    from amends.render.exhibits.citations import Citation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    screen.folder_argument(parser)
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.add_argument(
        "--attest", metavar="NAME", type=screen.named, help="record the unproven sentences as statements by NAME"
    )
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print every sentence and its ground."""
    opened = cases.open_case(Path(options.dir))
    if options.attest:
        before = [grounded.text for grounded in plans.trace(opened) if grounded.unproven]
        opened, number = plans.attest(opened, options.attest, screen.now(options.today))
    found = plans.trace(opened)
    if options.attest and not options.json:
        painter = screen.painter()
        still = {grounded.text for grounded in found if grounded.unproven}
        noun = "sentence" if number == 1 else "sentences"
        print(painter.wrap(f"{options.attest} answers for {number} {noun}{':' if number else '.'}", "bold"))
        for text in before:
            if text not in still:
                print(painter.wrap(text, first="  ✓ "))
        print(f"\n{len(found)} sentences, {len(still)} unproven.")
        return 1 if still else 0
    if options.json:
        cited = citing.places(opened)
        screen.print_json([_as_json(grounded, opened, cited.get(grounded.text, ())) for grounded in found])
    else:
        _print(found, opened, citing.places(opened))
    return 1 if any(grounded.unproven for grounded in found) else 0


def _print(found: tuple[Grounded, ...], opened: cases.Opened, cited: Mapping[str, tuple[Citation, ...]]) -> None:
    painter = screen.painter()
    section = ""
    for grounded in found:
        if grounded.section != section:
            section = grounded.section
            print(f"\n{painter.paint(section, 'bold')}")
        mark = "✗" if grounded.unproven else "·" if grounded.fixed else "✓"
        print(painter.wrap(grounded.text, *(("red",) if grounded.unproven else ()), first=f"{mark} "))
        if grounded.unproven:
            print(painter.wrap(f"unproven: {grounded.unproven}", "red", first="    "))
        for fact in grounded.facts:
            print(painter.wrap(f"{fact.key} = {_said(fact)}: {_source(fact)}", "dim", first="    "))
        for exhibit in opened.case.exhibits:
            if exhibit.label in grounded.exhibits:
                words = f"Exhibit {exhibit.label}: evidence/{exhibit.name} (sha256 {exhibit.sha256[:12]}…)"
                print(painter.wrap(words, "dim", first="    "))
        for place in cited.get(grounded.text, ()):
            words = f"Exhibit {place.label}, {_page(place)}: {place.title} “{place.words}”{_said_there(place)}"
            print(painter.wrap(words, "dim", first="      "))
    bad = sum(1 for grounded in found if grounded.unproven)
    print(f"\n{len(found)} sentences, {bad} unproven.")


def _page(place: Citation) -> str:
    return f"page {place.page}" + (f", line {place.line}" if place.line is not None else "")


def _said_there(place: Citation) -> str:
    read = f"; amends read “{place.read}”" if place.read else ""
    return f" ({place.said}{read})" if place.said else ""


def _said(fact: Fact) -> str:
    if fact.value is None:
        return "not to be had"
    return values.say(fact.value, "full")


def _source(fact: Fact) -> str:
    source = fact.source
    if source.kind == "statement":
        return f"said by {source.ref} on {source.on}"
    if source.span is not None and source.span.start == source.span.end:
        return f"{source.ref}: {source.span.quote}"
    if source.span is not None:
        return f"{source.ref}, characters {source.span.start}-{source.span.end}: “{source.span.quote}”"
    return f"{source.ref}, the head of the message" if source.kind == "notice" else source.ref


def _as_json(grounded: Grounded, opened: cases.Opened, cited: Sequence[Citation]) -> dict[str, object]:
    return {
        "sentence": grounded.text,
        "section": grounded.section,
        "proven": not grounded.unproven,
        "why": grounded.unproven or None,
        "fixed": grounded.fixed,
        "drafted": grounded.drafted,
        "facts": [_fact(fact) for fact in grounded.facts],
        "exhibits": [
            {"label": e.label, "file": f"evidence/{e.name}", "sha256": e.sha256}
            for e in opened.case.exhibits
            if e.label in grounded.exhibits
        ],
        "places": [
            {
                "label": place.label,
                "file": f"evidence/{place.name}",
                "page": place.page,
                "line": place.line,
                "box": [round(side, 1) for side in place.box],
                "what": place.title,
                "quote": place.words,
                **({"said": place.said, "read": place.read or place.words} if place.said else {}),
            }
            for place in cited
        ],
    }


def _fact(fact: Fact) -> dict[str, object]:
    source = fact.source
    span = source.span
    return {
        "key": fact.key,
        "type": fact.type,
        "value": None if fact.value is None else values.dump(fact.value),
        "source": {
            "kind": source.kind,
            "ref": source.ref,
            "on": source.on.isoformat() if source.on else None,
            "page": source.page,
            "start": span.start if span else None,
            "end": span.end if span else None,
            "quote": span.quote if span else None,
        },
    }
