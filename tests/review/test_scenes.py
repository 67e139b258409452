"""Scenes: what a cause tells of, and which notices that may explain."""

import pytest

from amends import catalog
from amends.review.explanation.scenes import SCENES, foreign


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
    assert found[1].name == scene


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
    known = set(catalog.load().playbooks)
    assert not {name for scene in SCENES for name in scene.explains.split()} - known
