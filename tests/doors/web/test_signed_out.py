"""Accounts in a real browser: a session that ends while somebody works loses nothing; one's password and sessions."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from tests.doors.web.conftest import SHOTS, Served, axe, start, stop
from tests.doors.web.fronted import Front
from tests.doors.web.seeding import Beside

PASSWORD = "tangerine-lamp-47"
KEPT = "Object.keys(sessionStorage).filter(key => key.startsWith('amends'))"
EXPECTED = ("401", "403", "net::ERR_ABORTED")


class Company(NamedTuple):
    """A shared app: its address, the server behind it, and whoever works beside it."""

    url: str
    served: Served
    beside: Beside


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Company]:
    front = Front(tmp_path_factory.mktemp("front"))
    data = tmp_path_factory.mktemp("company")
    shared = {"AMENDS_URL": front.url, "AMENDS_SECRET_KEY": "made-up-for-this-test-" * 3}
    for name in ("ana", "ben"):
        subprocess.run(
            [sys.executable, "-m", "amends", "serve", "--new-account", name],
            input=f"{PASSWORD}\n",
            env={**os.environ, "AMENDS_DATA": str(data), **shared},
            text=True,
            check=True,
            timeout=120,
        )
    served = start(data, **shared)
    front.behind = served.url
    beside = Beside(served)
    yield Company(front.url, served, beside)
    beside.close()
    stop(served)
    front.shutdown()
    front.server_close()


@pytest.fixture(scope="module")
def case(company: Company) -> str:
    return company.beside.started("inauthentic", "drafted")


@pytest.fixture
def tab(browser: Any, company: Company) -> Iterator[Any]:
    """A tab in which Ana is signed in."""
    made = signed_in(browser, company)
    yield made
    wrong = [each for each in made.wrong if not any(words in each for words in EXPECTED)]
    made.context.close()
    assert [] == wrong


def signed_in(browser: Any, company: Company, name: str = "ana", password: str = PASSWORD) -> Any:
    context = browser.new_context(base_url=company.url, ignore_https_errors=True)
    tab = context.new_page()
    tab.set_default_timeout(20_000)
    tab.wrong = []
    tab.on("console", lambda message: tab.wrong.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: tab.wrong.append(str(error)))
    tab.goto("/sign-in/")
    sign_in(tab, name, password)
    return tab


def sign_in(tab: Any, name: str = "ana", password: str = PASSWORD) -> None:
    tab.get_by_label("Name").fill(name)
    tab.get_by_label("Password").fill(password)
    with tab.expect_navigation():
        tab.get_by_role("button", name="Sign in").click()


def expire(tab: Any) -> None:
    """The session ends, as when its time is over."""
    tab.context.clear_cookies(name="sessionid")


def back(tab: Any) -> None:
    """Sign in by the link of the page, in the tab that it opens, and come back."""
    with tab.context.expect_page() as opening:
        tab.get_by_role("link", name="Sign in in a new tab").click()
    other = opening.value
    other.wait_for_load_state()
    sign_in(other)
    assert "You are signed in again" in other.inner_text("main")
    other.close()
    tab.bring_to_front()
    tab.evaluate("dispatchEvent(new Event('focus'))")


def picture(tab: Any, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    for size, width, height in (("desktop", 1280, 860), ("telephone", 390, 844)):
        tab.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            tab.screenshot(path=SHOTS / f"{name}-{size}-{scheme}.png")
        assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), size
    tab.set_viewport_size({"width": 1280, "height": 860})
    tab.emulate_media(color_scheme="light")


def written(tab: Any) -> str:
    return str(tab.evaluate("document.querySelector('form[data-draft]').editor.state.doc.toString()"))


def write(tab: Any, words: str) -> None:
    tab.evaluate(
        "() => { const view = document.querySelector('form[data-draft]').editor; "
        "view.dispatch({selection: {anchor: view.state.doc.length}}); view.focus(); }"
    )
    tab.keyboard.insert_text(words)


def test_what_is_typed_into_the_plan_after_the_session_ended_is_saved_when_the_person_is_back(tab, case: str) -> None:
    tab.goto(f"/cases/{case}/draft/")
    tab.wait_for_selector("form[data-reviewed]", state="attached")
    expire(tab)
    write(tab, "\nWritten while nobody was signed in.\n")
    tab.wait_for_selector("[data-draft-saved][data-state=out]")
    write(tab, "And some more.\n")
    assert "Nothing is lost" in tab.inner_text(".signed-out")
    assert [] == axe(tab)
    assert "true" == tab.get_attribute(".cm-content", "contenteditable")
    assert tab.evaluate("document.activeElement.closest('.cm-editor') !== null"), "who types goes on typing"
    assert 1 == len(tab.evaluate(KEPT))
    picture(tab, "signed-out-draft")

    back(tab)
    tab.wait_for_selector("[data-draft-saved][data-state=saved]")
    assert 0 == tab.locator(".signed-out").count()
    tab.reload()
    tab.wait_for_selector("form[data-ready]", state="attached")
    assert written(tab).endswith("Written while nobody was signed in.\nAnd some more.\n")


def test_a_tab_that_was_closed_while_signed_out_is_the_persons_own_until_they_sign_out(tab, case: str) -> None:
    tab.goto(f"/cases/{case}/draft/")
    tab.wait_for_selector("form[data-reviewed]", state="attached")
    tab.on("dialog", lambda dialog: dialog.accept())
    expire(tab)
    write(tab, "Left behind.\n")
    tab.wait_for_selector("[data-draft-saved][data-state=out]")
    tab.goto(f"/cases/{case}/draft/")
    sign_in(tab)
    tab.wait_for_selector("[data-draft-saved][data-state=saved]")
    assert written(tab).endswith("Left behind.\n")

    tab.evaluate("sessionStorage.setItem('amends.typed.x', 'secret')")
    write(tab, "Saved on the way out.\n")
    tab.get_by_role("button", name="Sign out").click()
    tab.wait_for_url("**/sign-in/")
    assert [] == tab.evaluate(KEPT)
    sign_in(tab)
    tab.goto(f"/cases/{case}/draft/")
    tab.wait_for_selector("form[data-ready]", state="attached")
    assert written(tab).endswith("Saved on the way out.\n")


def test_who_signs_in_again_in_another_tab_can_save_though_nobody_told_this_one(tab, case: str) -> None:
    tab.goto(f"/cases/{case}/draft/")
    tab.wait_for_selector("form[data-reviewed]", state="attached")
    expire(tab)
    other = tab.context.new_page()
    other.goto("/sign-in/")
    sign_in(other)
    other.close()
    write(tab, "By another word.\n")
    tab.wait_for_selector("[data-draft-saved][data-state=saved]")


def test_an_answer_that_is_sent_after_the_session_ended_stays_in_its_form(tab, case: str) -> None:
    at = f"/cases/{case}/questions/seller.store/?to=answers"
    tab.goto(at)
    expire(tab)
    tab.fill("[name=answer]", "Thistledown Loft")
    tab.get_by_role("button", name="Save and go on").click()
    tab.wait_for_selector(".signed-out")
    assert "Thistledown Loft" == tab.input_value("[name=answer]")
    assert [] == axe(tab)
    picture(tab, "signed-out-question")

    back(tab)
    tab.get_by_text("You are signed in again").wait_for()
    tab.get_by_role("button", name="Save and go on").click()
    tab.wait_for_url("**/answers/**")
    tab.goto(at)
    assert "Thistledown Loft" == tab.input_value("[name=answer]")


def test_files_wait_until_the_person_is_back(tab, case: str) -> None:
    tab.goto(f"/cases/{case}/evidence/")
    expire(tab)
    files = [{"name": f"note-{n}.txt", "mimeType": "text/plain", "buffer": b"Made up %d" % n} for n in (1, 2)]
    tab.set_input_files("#files-field", files)
    tab.wait_for_selector(".signed-out")
    back(tab)
    tab.get_by_text("You are signed in again").wait_for()
    tab.get_by_role("button", name="Add them").click()
    for name in ("note-1.txt", "note-2.txt"):
        tab.locator("#files").get_by_text(name).first.wait_for()


def test_files_in_the_line_wait_too(tab, case: str) -> None:
    tab.goto(f"/cases/{case}/evidence/")
    tab.wait_for_load_state("networkidle")
    # The forms ask before they send; here the session ends between that and the file.
    tab.route(
        "**/evidence/",
        lambda route: (
            route.fulfill(status=401, content_type="application/json", body='{"signed_out": true}')
            if route.request.method == "POST"
            else route.continue_()
        ),
        times=1,
    )
    files = [{"name": f"late-{n}.txt", "mimeType": "text/plain", "buffer": b"Made up late %d" % n} for n in (1, 2)]
    tab.set_input_files("#files-field", files)
    tab.get_by_text("Your files wait here").wait_for()
    tab.evaluate("dispatchEvent(new Event('focus'))")
    for name in ("late-1.txt", "late-2.txt"):
        tab.locator("#files").get_by_text(name).first.wait_for()


def test_without_scripts_the_form_comes_back_with_all_that_was_in_it(browser, company: Company, case: str) -> None:
    context = browser.new_context(base_url=company.url, ignore_https_errors=True, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/sign-in/")
    sign_in(tab)
    tab.goto(f"/cases/{case}/questions/seller.store/?to=answers")
    expire(tab)
    tab.fill("[name=answer]", "Thistledown <b>Cellar</b>")
    tab.get_by_role("button", name="Save and go on").click()
    assert "Nothing that you typed is lost" in tab.inner_text("main")
    assert "Thistledown <b>Cellar</b>" in tab.inner_text("main")
    with context.expect_page() as opening:
        tab.get_by_role("link", name="Sign in in a new tab").click()
    sign_in(opening.value)
    tab.get_by_role("button", name="Send it again").click()
    assert "Send it once more" in tab.inner_text("h1")
    tab.get_by_role("button", name="Send it again").click()
    tab.goto(f"/cases/{case}/questions/seller.store/?to=answers")
    assert "Thistledown <b>Cellar</b>" == tab.input_value("[name=answer]")
    context.close()


def test_one_ends_ones_other_sessions_and_nobody_elses(browser, company: Company) -> None:
    here, there, elsewhere = (signed_in(browser, company) for _ in range(3))
    ben = signed_in(browser, company, "ben")
    here.goto("/account/")
    found = re.search(r"at (\d+) other place", here.inner_text("main"))
    assert found and int(found[1]) >= 2
    here.get_by_role("button", name="Sign out everywhere else").click()
    here.get_by_text("You are signed in here alone.", exact=True).wait_for()
    assert "Here alone." in here.inner_text("main")
    for other in (there, elsewhere):
        other.goto("/cases/")
        assert "/sign-in/" in other.url
        other.context.close()
    for other in (here, ben):
        other.goto("/cases/")
        assert other.url.endswith("/cases/")
        other.context.close()


def test_one_changes_the_password_and_everybody_else_by_that_name_is_out(browser, company: Company) -> None:
    here, there = signed_in(browser, company, "ben"), signed_in(browser, company, "ben")
    here.get_by_role("link", name="Account").click()
    assert re.search(r"at \d+ other place", here.inner_text("main"))
    assert [] == axe(here)
    picture(here, "account")
    here.get_by_role("link", name="Change the password").click()
    assert [] == axe(here)
    picture(here, "password")
    for old, new, again in (("wrong", "meadow-clock-91", "meadow-clock-91"), (PASSWORD, "12345678", "12345678")):
        here.get_by_label("Your password now").fill(old)
        here.get_by_label("The new password", exact=True).fill(new)
        here.get_by_label("The new password once more").fill(again)
        with here.expect_navigation():
            here.get_by_role("button", name="Change it").click()
        assert here.locator(".fault").count() == 1
    here.get_by_label("Your password now").fill(PASSWORD)
    here.get_by_label("The new password", exact=True).fill("meadow-clock-91")
    here.get_by_label("The new password once more").fill("meadow-clock-91")
    here.get_by_role("button", name="Change it").click()
    here.get_by_text("Your password is changed").wait_for()

    there.goto("/cases/")
    assert "/sign-in/" in there.url
    sign_in(there, "ben")
    assert "do not belong together" in there.inner_text("main")
    there.context.close()
    here.context.close()


def test_pages_of_the_account_belong_to_their_person(company: Company) -> None:
    from tests.doors.web.test_guard import ask

    for path in ("/account/", "/account/password/", "/sign-in/token/", "/sign-in/done/"):
        status, headers, _ = ask(company.served, path, **_over(company))
        assert 302 == status and headers["location"].startswith("/sign-in/"), path
    status, _, text = ask(
        company.served,
        "/sign-in/token/",
        Accept="application/json",
        **_over(company),
    )
    assert (401, True) == (status, "signed_out" in text)


def _over(company: Company) -> dict[str, str]:
    return {"Host": company.url.partition("//")[2], "X_Forwarded_Proto": "https"}
