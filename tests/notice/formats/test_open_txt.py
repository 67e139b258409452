from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amends.errors import Unreadable
from amends.notice.message import open_message


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\r\n\t"), max_size=400))
def test_the_text_is_the_file_character_for_character(text: str) -> None:
    letter = f"Hello {text}"
    assume("\ufeff" not in letter[:1])

    assert open_message(letter.encode(), "notice.txt").text == letter


def test_line_ends_and_spaces_stay() -> None:
    letter = "\n  Hello,\r\n\r\nyour listing\t is removed. \r\n"

    assert open_message(letter.encode(), "notice.txt").text == letter


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(codec: str) -> None:
    message = open_message("Größe: we removed your listing".encode(codec), "notice.txt")

    assert (message.text, message.doubts) == ("Größe: we removed your listing", ())


@pytest.mark.parametrize(
    ("letter", "codec"),
    [
        ("“Your listing” was removed – it is not as described, says Müller.", "cp1252"),
        ("您的卖家账户已被停用。请提供发票。", "gb18030"),
        ("お取り扱いの商品の中に、真贋について連絡を受けた疑いのあるものが見つかりました。", "cp932"),
        ("Ваша учетная запись продавца была деактивирована. Предоставьте счета.", "cp1251"),
        ("판매자 계정이 비활성화되었습니다. 송장을 제출해 주십시오.", "cp949"),
    ],
)
def test_an_encoding_that_nobody_names_is_guessed_with_a_doubt(letter: str, codec: str) -> None:
    message = open_message(letter.encode(codec), "notice.txt")

    assert message.text == letter
    assert message.doubts == (
        f"The message does not say how it is encoded; it was read as {codec}. Check names and special characters.",
    )


def test_utf_8_with_a_broken_character_stays_utf_8() -> None:
    data = "Größe, für, schön, Käse, Öl, Übung".encode() + b" \xc3 end"

    message = open_message(data, "notice.txt")

    assert message.text == "Größe, für, schön, Käse, Öl, Übung \ufffd end"
    assert message.doubts == ("Some characters are broken; compare the text with the original.",)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Sun, Jun 1, 2014 at 8:29 AM", date(2014, 6, 1)),
        ("October 25, 2018", date(2018, 10, 25)),
        ("25 October 2018 14:03 GMT", date(2018, 10, 25)),
        ("2021-02-07 10:00", date(2021, 2, 7)),
        ("7. März 2021", date(2021, 3, 7)),
        ("2021年3月7日", date(2021, 3, 7)),
        ("From: Amazon\nSent: Monday, March 3, 2025 4:12 PM\nTo: Pat\nSubject: x", date(2025, 3, 3)),
        ("Von: Amazon\nGesendet: Montag, 3. März 2025 16:12\nBetreff: x", date(2025, 3, 3)),
        ("Von: Amazon\nDatum: 03.04.2025 16:12\nBetreff: x", date(2025, 4, 3)),
        ("De : Amazon <a@amazon.fr>\nEnvoyé : lundi 3 mars 2025 16:12\nObjet : x", date(2025, 3, 3)),
        ("De: Amazon\nFecha: 3 de marzo de 2025\nAsunto: x", date(2025, 3, 3)),
        ("差出人: Amazon <a@amazon.co.jp>\n送信日時: 2025年3月3日 16:12\n件名: x", date(2025, 3, 3)),
        ("**From:** Amazon <a@amazon.com>\n**Date:** March 3, 2025 at 4:12 PM\n**Subject:** x", date(2025, 3, 3)),
        ("Amazon <notice@amazon.com>\nMon, Mar 3, 2025 at 4:12 PM\nTo: me", date(2025, 3, 3)),
        ("On Mon, Mar 3, 2025 at 4:12 PM Amazon <notice@amazon.com>\nwrote:", date(2025, 3, 3)),
        ("Hello, we wrote to you on March 3, 2025.", None),
        ("Your account was closed on October 25, 2018", None),
        ("Notice one:\n- Date: March 3, 2025\n- ASIN: B0QQ12AB34", None),
    ],
)
def test_the_day_of_a_pasted_message_is_read_from_its_head(head: str, day: date | None) -> None:
    assert open_message(f"{head}\n\nHello,\nyour listing is removed.".encode(), "n.txt").received == day


def test_a_day_that_can_be_read_in_two_ways_is_a_doubt() -> None:
    message = open_message(b"From: Amazon\nDate: 7/2/2021\nSubject: x\n\nHello", "n.txt")

    assert message.received is None
    assert message.doubts == ('"7/2/2021" can mean 2 July 2021 or 7 February 2021; say on which day the message came.',)


def test_pasted_head_lines_tell_subject_and_sender() -> None:
    message = open_message(
        b'from: "Amazon Services" notice@amazon.com\nsubject: Your selling account\n\nHello', "n.txt"
    )

    assert (message.subject, message.sender) == ("Your selling account", "notice@amazon.com")


def test_of_several_pasted_messages_the_one_from_amazon_counts() -> None:
    text = (
        "From: Pat <pat@shop.example>\nDate: June 2, 2014\nSubject: Re: help\n\nsee this\n\n"
        "> From: Amazon <notice@amazon.ca>\n> Date: June 1, 2014\n> Subject: Your listing\n>\n> Hello"
    )

    message = open_message(text.encode(), "n.txt")

    assert (message.subject, message.sender, message.received) == ("Your listing", "notice@amazon.ca", date(2014, 6, 1))


def test_text_with_a_zero_byte_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^n\.txt is not a text or an e-mail"):
        open_message(b"Hello\0there", "n.txt")
