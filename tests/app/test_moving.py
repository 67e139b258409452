"""A case moves between stores without loss, and a file from outside leads nowhere and overwrites nothing."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.app.board import moving
from amends.app.cases import new_case, open_case
from amends.app.demo import EXAMPLES
from amends.doors import cli
from amends.errors import Conflict, Invalid, NotSaved, Unknown, Unreadable
from amends.store.files import CASE, LOG, Files, stamp
from amends.store.folder import Folder
from amends.store.folders import Folders
from amends.store.shelf import Asked, Shelf

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
NOTICE = EXAMPLES / "restricted-products"


def content(files: Files) -> dict[str, bytes | None]:
    return {name: files.read_bytes(name) for name in files.names()}


def packed(files: Files) -> bytes:
    out = io.BytesIO()
    moving.export(files, out)
    return out.getvalue()


@pytest.fixture
def case(tmp_path: Path) -> Folder:
    """A real case with an original, a plan and something that a person put beside them."""
    root = tmp_path / "case"
    new_case(root, str(sorted(NOTICE.glob("notice.*"))[0]), NOW)
    folder = Folder(root)
    folder.take_in("evidence/invoice.pdf", io.BytesIO(b"%PDF-1.7\n" + bytes(range(256)) * 40), "in", NOW)
    folder.save_text("plan.md", "# Plan\r\n\ufeffwith signs of all kinds “ü”\n", None, "plan drafted", NOW)
    folder.put("my notes.txt", b"call Dana\n")
    return folder


def test_a_case_moves_from_a_folder_to_a_shelf_and_back_without_loss(
    case: Folder, shelf: Shelf, tmp_path: Path
) -> None:
    before = content(case)
    id, moved = moving.import_file(shelf, io.BytesIO(packed(case)), "case.zip", NOW)
    there = shelf.files(id)

    assert (len(before), ()) == moved
    assert before == content(there)
    assert open_case(case.root).case == open_case(there).case
    assert packed(case) == packed(there)
    with moving.new_folder(tmp_path / "back") as into:
        moving.copy(there, into, NOW)
    assert before == content(Folder(tmp_path / "back"))
    assert [id] == [row.id for row in shelf.board(Asked()).rows]


def test_work_goes_on_where_the_case_was_moved_to(case: Folder, shelf: Shelf) -> None:
    id, _ = moving.import_file(shelf, io.BytesIO(packed(case)), "case.zip", NOW)
    there = shelf.files(id)
    was = there.read_text("plan.md")
    assert was is not None
    there.save_text("plan.md", "better\n", was.stamp, "changed", NOW)
    with pytest.raises(Conflict):
        there.take_in("evidence/invoice.pdf", io.BytesIO(b"another"), "in", NOW)

    lines = (there.read_bytes(LOG) or b"").splitlines()
    assert stamp(lines[-2]) == json.loads(lines[-1])["previous"]
    assert (case.read_bytes(LOG) or b"").splitlines() == lines[:-1]


PARTS = st.text(
    st.characters(codec="utf-8", exclude_characters="/\\\0", exclude_categories=("Cs",)), min_size=1, max_size=12
)
NAMES = st.one_of(
    st.sampled_from(("evidence/a.pdf", "evidence/B.PDF", "readings/pages/x-1.json", "plan.md", "bundle.zip", LOG)),
    st.lists(PARTS.filter(lambda part: not part.startswith(".")), min_size=1, max_size=3).map("/".join),
)
FILES = st.dictionaries(
    NAMES, st.one_of(st.binary(max_size=300), st.binary(min_size=1, max_size=3).map(lambda b: b * 500_000)), max_size=6
)


@settings(max_examples=25)
@given(files=FILES)
def test_whatever_a_folder_holds_comes_back(pair: tuple[Shelf, Callable[[], Path]], files: dict[str, bytes]) -> None:
    shelf, place = pair
    folder = Folder(place())
    for name, data in {**files, CASE: b"enforcement: inauthentic\n"}.items():
        try:
            folder.put(name, data)
        except NotSaved:
            continue  # a file stands where this one wants a folder, or the disk takes no such name
    before = content(folder)

    id, _ = moving.import_file(shelf, io.BytesIO(packed(folder)), "case.zip", NOW)
    with moving.new_folder(place()) as into:
        moving.take_over(io.BytesIO(packed(shelf.files(id))), "case.zip", into, NOW)
        assert before == content(into) == content(shelf.files(id))


@pytest.fixture(scope="module")
def pair(bases, tmp_path_factory: pytest.TempPathFactory) -> tuple[Shelf, Callable[[], Path]]:
    alias = bases("sqlite")
    from amends.store.sql.shelf import SqlShelf

    number = iter(range(10_000))
    root = tmp_path_factory.mktemp("moving")
    return SqlShelf(root / "data", alias), lambda: root / f"case{next(number)}"


def archive(entries: dict[str, bytes], listed: dict[str, bytes] | None = None, **head: object) -> io.BytesIO:
    """A file as `export` makes it, but for what a test wants wrong."""
    out = io.BytesIO()
    files = [
        {"name": name, "size": len(data), "sha256": stamp(data)}
        for name, data in (listed if listed is not None else entries).items()
    ]
    with zipfile.ZipFile(out, "w") as made:
        for name, data in entries.items():
            made.writestr(f"case/{name}", data)
        made.writestr(moving.LIST, json.dumps({"format": moving.FORMAT, "version": 1, "files": files, **head}))
    out.seek(0)
    return out


GOOD = {CASE: b"enforcement: inauthentic\n", "evidence/a.pdf": b"a"}


@pytest.mark.parametrize(
    "name",
    [
        "../up",
        "/etc/passwd",
        "a/../../b",
        "evidence\\..\\..\\x",
        ".git/hooks/pre-commit",
        "evidence/.hidden",
        "a//b",
        "a/",
        "x\0y",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(shelf: Shelf, name: str) -> None:
    _, files = shelf.start(NOW)
    with pytest.raises((Invalid, Unreadable)):
        moving.take_over(archive({**GOOD, name: b"x"}), "case.zip", files, NOW)

    assert () == files.names()


@pytest.mark.parametrize(
    ("entries", "listed", "said"),
    [
        (GOOD, {**GOOD, "evidence/a.pdf": b"b"}, "changed or damaged"),
        (GOOD, {**GOOD, "evidence/gone.pdf": b"b"}, "is missing"),
        ({**GOOD, "more": b"x"}, GOOD, "not in its list"),
        ({"plan.md": b"x"}, None, "this is no case"),
        ({**GOOD, "evidence": b"x"}, None, "a file and a folder"),
    ],
)
def test_a_file_that_is_not_what_was_written_is_refused(
    shelf: Shelf, entries: dict[str, bytes], listed: dict[str, bytes] | None, said: str
) -> None:
    _, files = shelf.start(NOW)
    with pytest.raises(Invalid, match=said):
        moving.take_over(archive(entries, listed), "case.zip", files, NOW)

    assert () == files.names()


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    wrong = archive({"../a": b"x", ".b": b"y", "evidence/a.pdf": b"z"})
    with pytest.raises(Invalid) as refused:
        moving.take_over(wrong, "case.zip", Folder(tmp_path / "into"), NOW)

    assert 3 == len(refused.value.problems)


def test_links_and_other_things_that_are_no_files_are_refused(tmp_path: Path) -> None:
    out = archive(GOOD)
    with zipfile.ZipFile(out, "a") as made:
        link = zipfile.ZipInfo("case/plan.md")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    out.seek(0)

    with pytest.raises(Invalid, match="a link or no file"):
        moving.take_over(out, "case.zip", Folder(tmp_path / "into"), NOW)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        with made.open("case/evidence/a.pdf", "w") as target:
            for _ in range(150):
                target.write(bytes(1_000_000))
        made.writestr(moving.LIST, json.dumps({"format": moving.FORMAT, "version": 1, "files": []}))
    out.seek(0)

    with pytest.raises(Invalid, match="far more than a case holds"):
        moving.take_over(out, "case.zip", Folder(tmp_path / "into"), NOW)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"not a zip" * 100, b"PK\x05\x06" + b"\xff" * 18, b"PK\x05\x06" + bytes(18)]
)
def test_what_is_no_case_is_said(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"case\.zip"):
        moving.take_over(io.BytesIO(data), "case.zip", Folder(tmp_path / "into"), NOW)


@pytest.mark.parametrize(
    "head", [{"format": "other"}, {"version": 2}, {"files": 3}, {"files": [{"name": 1}]}, {"version": "x"}]
)
def test_a_list_that_is_none_is_said(tmp_path: Path, head: dict[str, object]) -> None:
    with pytest.raises(Unreadable, match="amends"):
        moving.take_over(archive(GOOD, **head), "case.zip", Folder(tmp_path / "into"), NOW)


@settings(max_examples=60)
@given(data=st.data())
def test_a_file_that_was_cut_or_changed_is_refused_or_whole(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    good = archive(GOOD).getvalue()
    at = data.draw(st.integers(0, len(good) - 1))
    if data.draw(st.booleans()):
        bad = good[:at]
    else:
        bad = good[:at] + bytes([good[at] ^ data.draw(st.integers(1, 255))]) + good[at + 1 :]
    folder = Folder(tmp_path_factory.mktemp("into"))
    try:
        moving.take_over(io.BytesIO(bad), "case.zip", folder, NOW)
    except (Invalid, Unreadable):
        assert () == folder.names()
    else:
        assert GOOD == content(folder)


def test_nothing_is_overwritten(case: Folder, tmp_path: Path) -> None:
    other = tmp_path / "other"
    new_case(other, str(sorted(NOTICE.glob("notice.*"))[0]), NOW)
    before = content(Folder(other))

    with pytest.raises(NotSaved, match="already"):
        moving.take_over(io.BytesIO(packed(case)), "case.zip", Folder(other), NOW)
    with pytest.raises(NotSaved, match="already"), moving.new_folder(other):
        pass

    assert before == content(Folder(other))


def test_a_folder_that_could_not_be_filled_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Invalid), moving.new_folder(tmp_path / "new") as into:
        moving.take_over(archive({"plan.md": b"x"}), "case.zip", into, NOW)

    assert [] == list(tmp_path.iterdir())


def test_a_log_that_was_changed_by_hand_is_told(case: Folder, tmp_path: Path) -> None:
    log = (case.read_bytes(LOG) or b"").replace(b"notice received", b"notice invented")
    (case.root / LOG).write_bytes(log)

    with moving.new_folder(tmp_path / "new") as into:
        moved = moving.copy(case, into, NOW)

    assert "does not hold together at line 2" in moved.doubts[0]
    assert log == (tmp_path / "new" / LOG).read_bytes()


def test_a_case_with_mistakes_comes_over_and_stands_on_the_board(shelf: Shelf) -> None:
    id, moved = moving.import_file(shelf, archive({CASE: b"enforcement: nonsense\n"}), "larkspur.zip", NOW)

    assert "does not open yet" in moved.doubts[0]
    (row,) = shelf.board(Asked()).rows
    assert ("larkspur", "broken") == (row.title, row.state)
    assert "amends: must be 1, the format of the file" in row.next
    assert shelf.files(id).holds_case


def test_a_case_that_is_no_text_comes_over_and_goes_on_as_it_is(shelf: Shelf) -> None:
    data = b"\xff\xfe not a text"
    id, _ = moving.import_file(shelf, archive({CASE: data}), "larkspur.zip", NOW)
    (row,) = shelf.board(Asked()).rows
    assert ("broken", True) == (row.state, "is not UTF-8 text" in row.next)

    out = io.BytesIO()
    moving.export(shelf.files(id), out)

    with zipfile.ZipFile(out) as made:
        assert data == made.read(f"case/{CASE}")


def test_a_place_without_a_case_is_not_exported(tmp_path: Path) -> None:
    with pytest.raises(Unknown):
        moving.export(Folder(tmp_path), io.BytesIO())


def test_a_case_that_others_keep_changing_is_not_exported_half(tmp_path: Path) -> None:
    class Busy(Folder):
        number = 0

        def open(self, name: str):
            self.number += 1
            self.put(LOG, b"{}\n" * self.number)
            return super().open(name)

    busy = Busy(tmp_path)
    busy.put(CASE, b"x")

    with pytest.raises(Conflict, match="being changed"):
        moving.export(busy, io.BytesIO())


def test_the_command_line_moves_a_case(case: Folder, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, back = tmp_path / "larkspur.amends.zip", tmp_path / "back"

    assert 0 == cli.run(["export", str(case.root), "-o", str(file)])
    assert 0 == cli.run(["export", str(case.root), "-o", str(file)]), "a case as one file may be written anew"
    assert 0 == cli.run(["import", str(file), "-o", str(back)])
    assert content(case) == content(Folder(back))

    assert 2 == cli.run(["import", str(file), "-o", str(back)])
    (tmp_path / "mine.zip").write_bytes(b"mine")
    assert 2 == cli.run(["export", str(case.root), "-o", str(tmp_path / "mine.zip")])
    assert b"mine" == (tmp_path / "mine.zip").read_bytes()
    assert 2 == cli.run(["export", str(tmp_path / "nothing/here")])
    assert 2 == cli.run(["import", str(tmp_path / "mine.zip"), "-o", str(tmp_path / "new")])
    assert not (tmp_path / "new").exists()
    assert "nothing was overwritten" in capsys.readouterr().err


def test_the_command_line_moves_a_case_into_the_app_and_out_again(
    case: Folder, tmp_path: Path, amends_process: Callable[..., str]
) -> None:
    said = amends_process("import", str(case.root))
    id = said.split("id ")[1].split(":")[0].strip()
    amends_process("export", id, "-o", str(tmp_path / "out.zip"))
    with moving.new_folder(tmp_path / "back") as into:
        moving.import_from(tmp_path / "out.zip", into, NOW)

    assert content(case) == content(Folder(tmp_path / "back"))


@pytest.fixture
def amends_process(tmp_path: Path) -> Callable[..., str]:
    """Runs the command line as a process with a data folder of its own."""
    import os
    import subprocess
    import sys

    def run(*words: str) -> str:
        environment = {**os.environ, "AMENDS_DATA": str(tmp_path / "data"), "COLUMNS": "200"}
        done = subprocess.run(
            [sys.executable, "-m", "amends", *words], env=environment, capture_output=True, text=True, check=False
        )
        assert (0, "") == (done.returncode, done.stderr)
        return done.stdout

    return run


def test_a_shelf_of_folders_takes_a_case_too(case: Folder, tmp_path: Path) -> None:
    on = Folders(tmp_path / "shelf")
    id, _ = moving.import_file(on, io.BytesIO(packed(case)), "case.zip", NOW)

    assert content(case) == content(on.files(id))
