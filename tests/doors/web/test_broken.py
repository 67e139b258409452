"""A case that was handed over and is broken inside: it says what is wrong and where, is saved as one file, put away."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.app.test_moving import archive
from tests.doors.web import desk
from tests.doors.web.conftest import axe

BROKEN = b"amends: 1\nenforcement: inauthentc\ncauses: [<script>alert(1)</script>]\nfacts:\n  a.b: {type: colour}\n"
FILES = {"case.yaml": BROKEN, "notice/notice.txt": b"Dear seller", "evidence/a.txt": b"Words."}
STEPS = ("", "questions/", "answers/", "evidence/", "evidence/A/", "draft/", "pictures/", "submit/")


@pytest.fixture(scope="module")
def client() -> Any:
    desk.ready()
    return desk.client()


@pytest.fixture
def id(client: Any) -> str:
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("from my agent.zip", archive(FILES).getvalue())
    answer = client.post("/cases/taken/", {"file": file})
    return str(answer["Location"].rstrip("/").rpartition("/")[2])


def test_the_board_says_that_it_cannot_be_opened_and_why(client: Any, id: str) -> None:
    html = client.get("/cases/?state=broken").content.decode()

    assert "from my agent" in html
    assert "cannot be opened" in html
    assert "case.yaml:5: facts.a.b" in html
    assert f'href="/cases/{id}/"' in html


def test_each_of_its_pages_says_what_is_wrong_and_where_and_what_can_be_done(client: Any, id: str) -> None:
    for step in STEPS:
        answer = client.get(f"/cases/{id}/{step}")
        html = answer.content.decode()
        assert (422, True) == (answer.status_code, "This case cannot be opened" in html), step
        assert "case.yaml, line 5, facts.a.b" in html
        assert f'href="/cases/{id}/file/"' in html
        assert "<script>alert" not in html
    told = client.get(f"/cases/{id}/evidence/files/", headers={"accept": "text/plain"})
    assert (422, "text/plain; charset=utf-8") == (told.status_code, told["Content-Type"])


def test_it_goes_on_as_one_file_just_as_it_came_and_is_put_away(client: Any, id: str) -> None:
    with zipfile.ZipFile(io.BytesIO(client.get(f"/cases/{id}/file/").getvalue())) as made:
        assert {f"case/{name}": data for name, data in FILES.items()} == {
            name: made.read(name) for name in made.namelist() if name.startswith("case/")
        }

    assert 302 == client.post(f"/cases/{id}/archive/", {"away": "1"}).status_code

    assert id not in client.get("/cases/").content.decode()
    assert id in client.get("/cases/?archived=1").content.decode()


def test_in_a_browser_it_is_taken_in_told_and_put_away(page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "from my agent.zip"
    file.write_bytes(archive(FILES).getvalue())
    page.goto("/cases/")
    page.locator("details", has_text="Take in a case").locator("summary").first.click()
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Take it in").click()
    page.get_by_role("heading", name="This case cannot be opened").wait_for()
    assert [] == axe(page)
    at = page.url

    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as one file").click()
    assert BROKEN in zipfile.ZipFile(saved.value.path()).read("case/case.yaml")
    page.get_by_role("link", name="To your cases").click()
    assert "cannot be opened" in page.locator("#rows").inner_text()
    page.goto(at)
    page.get_by_role("button", name="Put it away").click()
    page.get_by_text("The case is put away.").wait_for()
    # The answer to a broken case is a 422, which the browser tells its console.
    page.wrong[:] = [words for words in page.wrong if "422" not in words]
