"""Every page that a link leads to, in a case that is packed and sent: four pictures of each, and no serious fault."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from tests.doors.web.conftest import SHOTS, Served, axe
from tests.doors.web.seeding import Beside

from amends.doors.web.pages import modules, steps
from amends.errors import AmendsError

SIZES = (("desktop", 1280, 860), ("telephone", 390, 844))
NOT_BY_LINK = {"account", "versions"}
"""Modules whose pages are reached otherwise: only on a shared server, or once a plan has a second version."""


def named(path: str) -> str:
    """The name of the address; a file that is kept or shown as such is not a page."""
    from django.urls import Resolver404, resolve

    try:
        return str(resolve(path).view_name)
    except Resolver404:
        return ""


def shown(address: Any) -> bool:
    """Whether an address has a page to show, and does not only take what is sent to it."""
    from django.test import RequestFactory

    try:
        answer = address.callback(
            RequestFactory(SERVER_NAME="localhost").get("/"), **dict.fromkeys(address.pattern.converters, "1")
        )
    except (AmendsError, AttributeError, LookupError, ValueError):
        # It looked for what is not there, so it shows something.
        return True
    return bool(answer.status_code != 405)


def links(tab: Any, served: Served) -> list[str]:
    """The addresses of the app that a page leads to, in the order of the page."""
    found = tab.evaluate(
        "[...document.querySelectorAll('a[href]:not([download])')]"
        ".map(link => new URL(link.getAttribute('href'), location).href)"
    )
    return [urlsplit(each).path for each in found if each.startswith(served.url)]


def walked(page: Any, served: Served, begin: str) -> dict[str, str]:
    """One address for each name that can be reached by links, by name."""
    reached: dict[str, str] = {}
    waiting = ["/", "/cases/", begin]
    while waiting:
        path = waiting.pop(0)
        name = named(path)
        if not name or name in reached:
            continue
        answer = page.request.get(path)
        assert answer.ok, (path, answer.status)
        if not answer.headers["content-type"].startswith("text/html") or "sandbox" in answer.headers.get(
            "content-security-policy", ""
        ):
            continue
        reached[name] = path
        page.goto(path)
        waiting += links(page, served)
    return reached


def test_every_page_is_calm_in_four_ways(page, browser, served: Served, beside: Beside) -> None:
    from tests.doors.web import desk

    desk.ready()
    id = beside.started("inauthentic", "drafted")
    page.goto(f"/cases/{id}/submit/")
    page.get_by_role("button", name="Pack", exact=False).first.click()
    page.wait_for_load_state()

    reached = walked(page, served, f"/cases/{id}/")

    ours = {address.name for module in modules() for address in module.ADDRESSES}
    assert {step.address for step in steps()} <= set(reached) <= ours
    stranded = {
        module.__name__.rpartition(".")[2]
        for module in modules()
        if not {address.name for address in module.ADDRESSES} & set(reached) and any(map(shown, module.ADDRESSES))
    }
    assert stranded <= NOT_BY_LINK
    faults: list[str] = []
    SHOTS.mkdir(parents=True, exist_ok=True)
    for size, width, height in SIZES:
        for scheme in ("light", "dark"):
            context = browser.new_context(
                base_url=served.url, viewport={"width": width, "height": height}, color_scheme=scheme
            )
            tab = context.new_page()
            for name, path in reached.items():
                tab.goto(path)
                tab.wait_for_load_state("networkidle")
                tab.screenshot(path=SHOTS / f"every-{name}-{size}-{scheme}.png", full_page=True)
                wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if wide > 0:
                    faults.append(f"{name} is {wide} px too wide on a {size}")
                faults += [f"{name}, {size}, {scheme}: {fault}" for fault in axe(tab)]
            context.close()
    assert faults == []
