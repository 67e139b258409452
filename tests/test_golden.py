"""The main job on every built-in example, end to end, against what it gave before.

`pytest tests/test_golden.py --golden-update` writes the expected files anew; read the difference before you commit it.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest

from amends import particulars
from amends.app import cases, demo, files, knowledge
from amends.app.plan import plans
from amends.notice import as_json
from amends.render import verify
from amends.render.findings import Report, render
from tests.examples import Worked

GOLDEN = Path(__file__).parent / "golden"
ALL = demo.examples()
SENDS_NOTHING = ("phishing",)
ANSWERED = [id for id in ALL if id not in SENDS_NOTHING]
SEEDS = [
    "inauthentic",
    "ip-trademark",
    "ip-copyright",
    "ip-counterfeit",
    "order-defect-rate",
    "related-accounts",
    "restricted-products",
]


def same(id: str, name: str, text: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / id / name
    if request.config.getoption("--golden-update"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text


def test_there_is_an_example_for_every_kind_of_the_guides() -> None:
    assert set() == {*SEEDS, "unspecified", "phishing"} - set(ALL)


@pytest.mark.parametrize("id", ALL)
def test_the_notice_reads_as_before(id: str, request: pytest.FixtureRequest) -> None:
    notice = files.read_notice(str(next((demo.EXAMPLES / id).glob("notice.*"))))

    assert id == notice.enforcement
    same(id, "notice.json", json.dumps(as_json(notice), ensure_ascii=False, indent=1) + "\n", request)


@pytest.mark.parametrize("id", ANSWERED)
def test_case_plan_and_findings_are_as_before(id: str, worked: Worked, request: pytest.FixtureRequest) -> None:
    root = worked(id).opened.files.root
    plan = (root / "plan.md").read_text(encoding="utf-8")

    same(id, "case.yaml", (root / "case.yaml").read_text(encoding="utf-8"), request)
    same(id, "plan.md", plan, request)
    findings = render([Report(worked(id).findings, plan, "plan.md")], "json").replace(f"{root}/", "")
    same(id, "findings.json", findings, request)


@pytest.mark.parametrize("id", ANSWERED)
def test_the_bundle_is_clean_whole_and_the_same_each_time(
    id: str, worked: Worked, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    bundle = worked(id).bundle
    assert bundle is not None
    again = demo.demo(id, tmp_path / "again").bundle
    assert again is not None

    assert bundle.read_bytes() == again.read_bytes()
    with bundle.open("rb") as packed:
        assert () == verify.verify(packed)
    # An example shows how it is done: not even a warning stands.
    assert [] == [finding for finding in worked(id).findings if finding.level != "note"]
    with zipfile.ZipFile(bundle) as archive:
        names = "".join(f"{hashlib.sha256(archive.read(n)).hexdigest()[:16]} {n}\n" for n in archive.namelist())
    same(id, "bundle.txt", re.sub(r"^\S+ (.*\.pdf)$", r"(pdf) \1", names, flags=re.M), request)


@pytest.mark.parametrize("id", ANSWERED)
def test_every_date_number_name_and_identifier_of_the_bundle_is_in_the_case(id: str, worked: Worked) -> None:
    bundle, case = worked(id).bundle, worked(id).opened.case
    assert bundle is not None
    with zipfile.ZipFile(bundle) as archive:
        lines = archive.read("plan.md").decode().splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    held = particulars.known(case)
    trade = plans.trade_names()

    strange = [
        p.span.quote
        for p in particulars.find(text)
        if not held.keys(p) and not (p.kind == "name" and p.value in trade) and not _points(text, p)
    ]

    assert [] == strange


def _points(text: str, particular: particulars.Particular) -> bool:
    """Whether a number is the mark of a list point or speaks of the letter itself."""
    before = text[: particular.span.start]
    return particular.kind == "number" and (before.endswith("\n") or not before) and text[particular.span.end] == "."


@pytest.mark.parametrize("id", ANSWERED)
def test_every_sentence_is_proven_and_every_exhibit_is_named_where_it_supports_one(id: str, worked: Worked) -> None:
    opened = cases.open_case(worked(id).opened.files.root)
    grounded = plans.trace(opened)

    assert [] == [g.text for g in grounded if g.unproven]
    body = [g for g in grounded if g.section != "Documentation"]
    assert {e.label for e in opened.case.exhibits} == {label for g in body for label in g.exhibits}


@pytest.mark.parametrize("id", SENDS_NOTHING)
def test_where_nothing_should_be_sent_nothing_is_packed(id: str, worked: Worked) -> None:
    assert worked(id).bundle is None
    assert "none" == worked(id).plan.route


def test_the_examples_differ_as_cases_differ(worked: Worked) -> None:
    found = [worked(id).opened.case for id in ANSWERED]

    assert any(fact.value is None for case in found for fact in case.facts.values()), "one lacks a document"
    assert any(len(case.causes) == 2 for case in found), "one has two causes"
    assert len({len(case.exhibits) for case in found}) > 2
    assert len({worked(id).plan.route for id in ANSWERED}) > 2


@pytest.mark.parametrize("id", ANSWERED)
def test_no_two_examples_share_a_sentence(id: str, worked: Worked) -> None:
    def told(id: str) -> set[str]:
        return {s.text for s in worked(id).plan.sentences if not s.fixed and len(s.text.split()) > 6}

    assert set() == told(id) & {text for other in ANSWERED if other != id for text in told(other)}


def test_every_playbook_that_is_full_has_an_example() -> None:
    full = {playbook.id for playbook in knowledge().playbooks.values() if playbook.status == "full"}

    assert set() == full - set(ALL)
