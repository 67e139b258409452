"""Scenes: what a cause tells of, and which notices that may explain."""

from pathlib import Path

import pytest

from amends import catalog, scenes
from amends.review.explanation.scenes import foreign


@pytest.mark.parametrize(
    ("told", "enforcement", "scene"),
    [
        ("a repricer with a floor and without any ceiling lifted the stove", "late-shipment", "the price"),
        ("one label printer was down and 51 parcels left late", "ip-patent", "late parcels"),
        ("four of seven users had no second factor", "product-safety", "strangers in the account"),
    ],
)
def test_a_scene_that_cannot_explain_the_notice_is_foreign(told: str, enforcement: str, scene: str) -> None:
    found = foreign([tuple(told.split())], enforcement)
    assert found is not None
    assert found[1] == scene


@pytest.mark.parametrize(
    ("told", "enforcement"),
    [
        ("we cancelled 18 orders since the units had been found expired at picking", "cancellation-rate"),
        ("each carton is compared with its invoice and so 44 orders became late", "late-shipment"),
        ("the paper was blue", "late-shipment"),
        ("a repricer lifted the stove", "unspecified"),
    ],
)
def test_what_comes_back_to_the_notice_is_not(told: str, enforcement: str) -> None:
    assert foreign([tuple(told.split())], enforcement) is None


def test_a_scene_spread_over_a_long_story_is_not_foreign() -> None:
    told = [("the", "parcels"), ("we", "moved"), ("it", "was", "late")]
    assert foreign(told, "ip-patent") is None


def test_scenes_explain_enforcements_that_there_are() -> None:
    known, told = set(catalog.load().playbooks), catalog.scenes()
    assert not {name for explains, _ in told["scenes"].values() for name in explains} - known
    assert not set(told["own"]) - known


def test_a_scene_is_read_with_the_groups_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# shared\n@parcel: parcel* van\n")
    (tmp_path / "notices.txt").write_text("late-shipment: late too_late\n")
    (tmp_path / "slow-parcels.txt").write_text("# A scene.\nexplains: late-shipment\n\nslow slower\n& @parcel\n")
    told = scenes.read(str(tmp_path))
    explains, (sign,) = told["scenes"]["slow parcels"]
    assert explains == ["late-shipment"]
    assert told["words"]["slower"] == [sign[0]]
    assert told["stems"]["parcel"] == told["words"]["van"] == [sign[1]]
    assert told["words"]["too late"] == [told["own"]["late-shipment"]]
