"""Likeness: what was changed in a copied sentence hides nothing, and honest sentences are nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.model import Finding
from amends.review import fingerprints, likeness, review
from amends.review.language.words import tokens
from amends.review.likeness import Earlier, alike, codes, pairs, sketch, stem
from amends.text import folded

PLAIN = (
    "Our warehouse lead counts every arriving carton of scented candles, compares the colour of each label with the "
    "sample from the brand and records the result on a numbered sheet."
)
OTHER = "Dana Ruiz refunded nine buyers on 4 May 2026 and wrote to each of them about the missing safety leaflet."


def of(text: str) -> list[int]:
    return codes(tokens(folded(text), 0, len(text))[0])


@pytest.fixture
def published(tmp_path: Path) -> fingerprints.Templates:
    """A made-up template, kept as its fingerprint."""
    file = tmp_path / f"example.org{fingerprints.ENDING}"
    file.write_text(fingerprints.line(set(pairs(of(PLAIN)))) + "\n")
    return fingerprints.templates(str(tmp_path))


def source(published: fingerprints.Templates, text: str) -> str | None:
    return published.source_of(tokens(folded(text), 0, len(text))[0])


@pytest.mark.parametrize(
    "change",
    [
        ("scented candles", "oak trays"),
        ("cartons", "12 cartons of 4 March 2026"),
        ("colour", "color"),
        ("counts every", "counted each"),
        ("compares the", "is comparing the"),
        ("lead counts", "lead Joon Park carefully counts"),
        ("and records the result on a numbered sheet", "and writes it down on a sheet"),
        ("arriving ", ""),
        ("sample from the brand", "B0EXAMPL01 sample from the brand owner"),
        (".", ", and this has been so for as long as anybody in the shop can remember it."),
    ],
    ids=lambda change: change[1],
)
def test_a_copied_sentence_is_known_again(published: fingerprints.Templates, change: tuple[str, str]) -> None:
    copied = PLAIN.replace("carton ", "cartons ").replace(*change)

    assert "example.org" == source(published, copied)
    assert copied != PLAIN


@pytest.mark.parametrize("text", [OTHER, "Our warehouse lead counts the cartons.", "", "the the the the"])
def test_another_sentence_is_not(published: fingerprints.Templates, text: str) -> None:
    assert None is source(published, text)


def test_published_templates_are_found_in_the_folder_each_under_its_source() -> None:
    known = fingerprints.templates()

    files = {file.stem for file in Path(fingerprints.FOLDER).iterdir()}
    assert files == {sentence.source for sentence in known.sentences}
    assert all(len(sentence.pairs) >= likeness.FEWEST for sentence in known.sentences)


def test_the_finding_says_where_it_was_published_and_how_much_of_the_letter_is_alike() -> None:
    text = (
        "We are committed to maintaining the highest standards of compliance and customer satisfaction on the Amazon "
        "marketplace. On 4 May 2026 Dana Ruiz closed the listing."
    )

    (finding,) = (f for f in review(text, "plan.txt") if f.rule == "SU05")

    assert "tiptopglobalventures.com; 1 of 2 sentences" in finding.related[0].note


@pytest.mark.parametrize(
    "forms",
    [
        "remove removed removing removes",
        "organise organized organisation organization",
        "colour color colours",
        "cancelled canceled cancelling",
        "licence license licences licensed",
        "analyse analyze analysed",
        "policy policies",
        "ship shipped shipping",
        "verify verified verifies",
        "invoice invoices invoiced",
        "comply complied complies",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert 1 == len({stem(form) for form in forms.split()})


@pytest.mark.parametrize("words", ["hour our four", "order brand", "seller sale", "policy police"])
def test_other_words_keep_apart(words: str) -> None:
    first, *others = words.split()
    assert stem(first) not in {stem(other) for other in others}


def test_numbers_dates_and_small_words_count_for_nothing() -> None:
    assert of("We removed 120 units on 4 May 2026") == of("I have removed the 7 units in June")


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, two: str) -> None:
    share = alike(of(one), of(two))

    assert 0.0 <= share <= 1.0
    assert share == alike(of(two), of(one))


def test_a_plan_is_read_as_the_reviewer_reads_its_statements() -> None:
    text = "We didn't compare the brand's label, can't say why, and let 3-step checks lapse in Tomás' shop (a_b.pdf)."

    ((_, found),) = likeness.sentences(text)

    assert of("We did not compare the brand label, can not say why, and let checks lapse in Tomás shop (") == found[:-2]


def test_a_sentence_is_wholly_like_itself_and_not_like_another() -> None:
    assert 1.0 == alike(of(PLAIN), of(PLAIN))
    assert 0.0 == alike(of(PLAIN), of(OTHER))


def test_alike_sentences_have_numbers_of_their_sketches_in_common() -> None:
    copied = PLAIN.replace("colour", "color").replace("scented candles", "oak trays")

    assert len(set(sketch(of(PLAIN))) & likeness.loose(of(copied))) >= 2
    assert not set(sketch(of(OTHER))) & likeness.loose(of(copied))


def repeated(text: str, *plans: Earlier) -> list[Finding]:
    return [finding for finding in review(text, "plan.txt", earlier=plans) if finding.rule == "SU09"]


def test_a_sentence_of_another_plan_shows_the_plan_and_its_sentence() -> None:
    (finding,) = repeated(f"Preventive measures\n{PLAIN}", Earlier("old/a.txt", f"Measures\n{OTHER}\n{PLAIN}"))

    assert ("old/a.txt", "warning") == (finding.related[0].file, finding.level)
    assert finding.related[0].quote[:40] == PLAIN[:40]
    assert finding.span.quote == PLAIN


def test_a_sentence_with_facts_of_its_own_is_only_noted() -> None:
    text = "Corrective actions\nOn {} our warehouse lead moved {} cartons of candles to the locked cage of the brand."

    (finding,) = repeated(text.format("4 May 2026", 120), Earlier("old.txt", text.format("9 March 2025", 77)))

    assert "note" == finding.level


def test_openings_and_closings_may_be_alike() -> None:
    frame = "Dear team of the marketplace, please find below what our small shop in Leeds found out.\n\nRoot cause\n{}"

    assert [] == repeated(frame.format(OTHER), Earlier("old.txt", frame.format(PLAIN)))


def test_of_a_second_try_only_the_whole_is_judged() -> None:
    seen = ("forty jars", "nine lamps", "two broken trays", "no fault", "eleven torn labels", "a spill")
    told = [
        f"On {n} May 2026 Dana Ruiz checked shelf {n} and wrote {what} into the book." for n, what in enumerate(seen, 1)
    ]
    sent = Earlier("submissions/001/plan.md", "Corrective actions\n" + "\n".join(f"- {one}" for one in told), 1)
    new = "The reply of 9 May asks who bought the jars: Harbor Lane did, as its letter of 11 May says (letter.pdf)."

    whole = repeated(sent.text, sent)
    some = repeated(f"Corrective actions\n- {told[0]}\n- {told[1]}\n- {new}\n- {OTHER}\n- {PLAIN}", sent)

    assert ["6 of 6 sentences stand in submission 1 already."] == [f.message[:47] for f in whole]
    assert [] == some


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_held_against_any_other(text: str, other: str) -> None:
    for finding in review(f"{text}\n{PLAIN}", "plan.txt", earlier=[Earlier("a", other), Earlier("b", text + PLAIN, 1)]):
        assert finding.span.quote in f"{text}\n{PLAIN}"


def test_any_number_of_different_words_is_bounded_in_memory() -> None:
    codes(
        f"word{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}{n // 17576 * 'x'}"
        for n in range(90_000)
    )

    assert len(likeness._CODES) <= 50_000
