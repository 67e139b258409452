"""Draws the pictures of docs/images: a built-in example goes through the app in a browser, on its own day.

    python tools/pictures.py                     renew docs/images
    python tools/pictures.py --look [FOLDER]     every screen of the way at desktop and telephone size, light and dark

The way is the one that the tests go, so that what is shown is what is tested. Needs Chromium on the PATH.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
EXAMPLE = "inauthentic"
DAY = "2026-03-14T12:00:00"
SIZE = (1160, 880)
LARGEST = 120_000
_SHOWN = {
    "start": "start",
    "notice": "notice",
    "invoice-gap.supplier": "question",
    "evidence-told": "evidence",
    "MR-77120 as delivered.jpg": "document",
    "plan": "plan",
    "pictures": "pictures",
    "packed": "submit",
}
_FROM = {"evidence-told": "#h-asks"}
_ABOVE = 24
_SERVE = """
import sys
from datetime import datetime
from amends.doors.web import cases
cases.now = lambda: datetime.fromisoformat(sys.argv[1]).astimezone()
from amends.doors.web.serve import serve
serve("127.0.0.1", 0, lambda address, others: print(address, flush=True), False)
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--look", nargs="?", const=ROOT / "build" / "walk", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    folder = options.look or IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    walked(_all_ways(folder) if options.look else _for_docs(folder))
    print(f"The pictures lie in {folder}.")
    return 0


def walked(look: Callable[[Any, str], None]) -> None:
    """Go the whole way of the example; `look` sees each screen by its name."""
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(ROOT))
    walking = import_module("tests.doors.web.whole_case")
    hands = import_module("tests.doors.web.hands")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as data:
        server = subprocess.Popen(
            [sys.executable, "-c", _SERVE, DAY],
            env={**os.environ, "AMENDS_DATA": data, "PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert server.stdout is not None
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
                context = browser.new_context(
                    base_url=server.stdout.readline().strip(),
                    viewport={"width": SIZE[0], "height": SIZE[1]},
                    reduced_motion="reduce",
                )
                tab = context.new_page()
                tab.set_default_timeout(120_000)
                walk = walking.Walk(hands.Mouse(tab), EXAMPLE, look)
                walk.all()
                for name, at in (("answers", "answers/"), ("versions", "versions/")):
                    tab.goto(f"/cases/{walk.id}/{at}")
                    look(tab, name)
                tab.goto("/cases/")
                look(tab, "board")
                browser.close()
        finally:
            server.terminate()
            with suppress(subprocess.TimeoutExpired):
                server.wait(20)
            server.kill()


def _for_docs(folder: Path) -> Callable[[Any, str], None]:
    def look(tab: Any, name: str) -> None:
        if name in _SHOWN:
            if name == "plan":
                tab.locator(".cm-line", has_text="supplied the 268 units").click(position={"x": 90, "y": 12})
                tab.locator("[data-draft-facts]").get_by_text("Said by").first.wait_for()
            at = _FROM.get(name)
            top = tab.locator(at).bounding_box()["y"] - _ABOVE if at else 0
            tab.evaluate("([at, by]) => scrollTo(0, at ? scrollY + by : 0)", [bool(at), top])
            tab.mouse.move(0, 0)
            data = small(tab.screenshot(animations="disabled", caret="hide"))
            (folder / f"{_SHOWN[name]}.png").write_bytes(data)

    return look


def _all_ways(folder: Path) -> Callable[[Any, str], None]:
    seen: set[str] = set()

    def look(tab: Any, name: str) -> None:
        name = re.sub(r"\W+", "-", name)
        if name in seen:
            return
        seen.add(name)
        for size, width, height in (("desktop", 1280, 860), ("telephone", 390, 844)):
            tab.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                tab.emulate_media(color_scheme=scheme)
                tab.screenshot(path=folder / f"{len(seen):02}-{name}-{size}-{scheme}.png", full_page=True)
        tab.emulate_media(color_scheme="light")
        tab.set_viewport_size({"width": SIZE[0], "height": SIZE[1]})

    return look


def small(data: bytes) -> bytes:
    """A picture of a screen with few colours, small enough for a repository. Raises ValueError when it is not."""
    out = io.BytesIO()
    image = Image.open(io.BytesIO(data)).convert("RGB")
    image.quantize(200, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    if len(out.getvalue()) > LARGEST:
        raise ValueError(f"a picture of {len(out.getvalue()):,} bytes is too large for the repository")
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
