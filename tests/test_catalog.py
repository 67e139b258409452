"""Knowledge files: every one holds to the schema, links lead somewhere, mistakes come with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from amends import catalog

KNOWN = catalog.load()
FULL = [playbook.id for playbook in KNOWN.playbooks.values() if playbook.status == "full"]
ANSWERED = [id for id in FULL if id not in ("unspecified", "phishing")]


def test_no_knowledge_file_has_a_mistake() -> None:
    assert [] == [str(problem) for problem in catalog.read()[1]]


@pytest.mark.parametrize("id", ANSWERED)
def test_each_kind_has_at_least_four_causes(id: str) -> None:
    assert len(KNOWN.causes_of(id)) >= 4


@pytest.mark.parametrize("id", sorted(KNOWN.causes))
def test_each_cause_is_answered_by_two_actions_and_two_measures_of_its_own(id: str) -> None:
    actions = [action.id for action in KNOWN.actions.values() if KNOWN.answers(action, id)]
    measures = [measure.id for measure in KNOWN.measures.values() if KNOWN.answers(measure, id)]

    assert len(actions) >= 2, actions
    assert len(measures) >= 2, measures


@pytest.mark.parametrize("id", sorted(KNOWN.causes))
def test_each_cause_offers_ends_that_a_seller_controls(id: str) -> None:
    assert len(KNOWN.causes[id].why_ends) >= 2


@pytest.mark.parametrize("id", sorted(KNOWN.measures))
def test_each_measure_says_who_since_when_how_often_and_what_remains(id: str) -> None:
    measure = KNOWN.measures[id]
    slots = {slot.key.split(".")[1] for slot in measure.slots}

    assert {"owner", "start"} <= slots
    assert measure.cadence or "cadence" in slots
    said = " ".join(variant for say in measure.says for variant in say.variants)
    assert "{owner" in said
    assert "{start" in said


@pytest.mark.parametrize("id", sorted(KNOWN.actions))
def test_each_action_is_dated(id: str) -> None:
    action = KNOWN.actions[id]
    day = next((slot for slot in action.slots if slot.key == f"{id}.date"), None)

    assert day is not None
    assert day.past
    assert not day.optional
    assert any(all("{date" in variant for variant in say.variants) for say in action.says[:2])


def test_the_actions_of_the_guide_are_there() -> None:
    wanted = {
        "listings-removed",
        "supplier-replaced",
        "inspection-introduced",
        "compliance-officer-appointed",
        "customers-refunded",
        "brand-authorization-obtained",
        "access-secured",
        "transparency-enrolled",
    }

    assert set() == wanted - set(KNOWN.actions)


def test_the_prevention_systems_of_the_guides_are_there() -> None:
    wanted = {
        "pre-listing-review",
        "supplier-verification",
        "quality-control",
        "account-security",
        "performance-monitoring",
        "staff-training",
        "daily-account-health-check",
        "policy-reading",
    }

    assert set() == wanted - set(KNOWN.measures)


def test_the_twenty_documents_of_the_guide_are_there() -> None:
    wanted = set(
        "brand-authorization distributor-invoice retraction-confirmation listing-screenshot "
        "supplier-invoice letter-of-authorization test-report chain-of-custody "
        "inspection-report refund-confirmation quality-procedure carrier-data "
        "business-registration utility-bill network-configuration organization-chart "
        "compliance-certificate safety-data-sheet lab-report updated-label".split()
    )

    assert 20 == len(wanted)
    assert set() == wanted - set(KNOWN.documents)


def test_a_playbook_with_mistakes_names_all_of_them_with_their_lines(tmp_path: Path) -> None:
    shutil.copytree(catalog.DATA, tmp_path / "data", ignore=shutil.ignore_patterns("examples"))
    file = tmp_path / "data/playbooks/inauthentic.yaml"
    text = file.read_text(encoding="utf-8")
    broken = text.replace("title:", "titel:", 1).replace("severity: high", "severity: huge", 1)
    file.write_text(broken, encoding="utf-8")

    problems = catalog.read(tmp_path / "data")[1]

    messages = [str(problem) for problem in problems]
    assert any("inauthentic.yaml:1: titel: is not a key here; did you mean “title”?" in m for m in messages)
    assert any("severity: “huge” is not one of high, medium, low" in m for m in messages)
    assert any("“title” is missing" in m for m in messages)


def test_what_an_action_gives_up_is_a_slot_of_asins(tmp_path: Path) -> None:
    shutil.copytree(catalog.DATA, tmp_path / "data", ignore=shutil.ignore_patterns("examples"))
    file = tmp_path / "data/actions/listing-given-up.yaml"
    text = file.read_text(encoding="utf-8")
    for named in ("reason", "units", "[asins]"):
        file.write_text(text.replace("gives-up: asins", f"gives-up: {named}"), encoding="utf-8")

        messages = [str(problem) for problem in catalog.read(tmp_path / "data")[1]]

        assert any("gives-up: must name a slot of this file of the type asins" in m for m in messages), messages


def test_a_new_cause_is_one_new_file(tmp_path: Path) -> None:
    shutil.copytree(catalog.DATA, tmp_path / "data", ignore=shutil.ignore_patterns("examples"))
    source = tmp_path / "data/causes/invoice-gap.yaml"
    shutil.copy(source, source.with_name("something-new.yaml"))

    raw, problems = catalog.read(tmp_path / "data")

    assert [] == problems
    assert "something-new" in {cause.id for cause in catalog.shelved(raw).causes_of("inauthentic")}


def test_dead_links_are_mistakes(tmp_path: Path) -> None:
    shutil.copytree(catalog.DATA, tmp_path / "data", ignore=shutil.ignore_patterns("examples"))
    (tmp_path / "data/documents/supplier-invoice.yaml").unlink()

    messages = [str(problem) for problem in catalog.read(tmp_path / "data")[1]]

    assert any("there is no documents/supplier-invoice.yaml" in message for message in messages)


def test_compiled_knowledge_is_the_same_knowledge() -> None:
    kept = catalog.Kept(catalog.compiled())
    again = catalog.shelved({folder: kept.folder(folder) for folder in catalog.FOLDERS})

    assert dict(KNOWN.causes) == dict(again.causes)
    assert dict(KNOWN.playbooks) == dict(again.playbooks)


@pytest.mark.parametrize("shelf", ["playbooks", "asks", "causes", "actions", "measures", "documents"])
def test_every_file_names_a_source_that_is_not_ours(shelf: str) -> None:
    for entry in getattr(KNOWN, shelf).values():
        assert entry.sources, entry.id
        assert all("domain" not in source.of.lower() for source in entry.sources), entry.id


def test_kept_knowledge_is_read_anew_when_what_checks_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = shutil.copytree(Path(catalog.__file__).parent / "schema", tmp_path / "schema")
    monkeypatch.setattr(catalog, "_SCHEMA", str(schema))
    before = catalog._stamp(catalog._places("causes"))

    (schema / "forms.py").write_text("# another form\n", encoding="utf-8")

    assert catalog._stamp(catalog._places("causes")) != before
