from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlook_file import Tree, binaries, compound, packed_rtf, properties, texts

from amends.errors import Unreadable
from amends.formats.rtf import read, unpacked
from amends.model.notice import Link
from amends.notice.message import open_message

SUBJECT, BODY, RTF, HTML, SMTP, NAME, HEADERS = 0x0037, 0x1000, 0x1009, 0x1013, 0x5D01, 0x0C1A, 0x007D
MORNING = datetime(2025, 3, 3, 7, 30, tzinfo=UTC)


def outlook(*trees: Tree, numbers: dict[int, int] | None = None) -> bytes:
    base: Tree = {"__properties_version1.0": properties(32, numbers, {0x0E06: MORNING}), "__nameid_version1.0": {}}
    for tree in trees:
        base.update(tree)
    return compound(base)


def test_a_plain_message_is_read_with_its_head() -> None:
    message = open_message(
        outlook(
            texts({SUBJECT: "Your account", BODY: "Hello,\r\nyour account is closed.\r\n", SMTP: "notice@amazon.com"})
        ),
        "mail.msg",
    )

    assert (message.format, message.subject, message.sender) == ("msg", "Your account", "notice@amazon.com")
    assert message.text == "Hello,\nyour account is closed."
    assert message.received == date(2025, 3, 3)


def test_a_long_message_lies_in_sectors_of_its_own() -> None:
    body = "".join(f"Order 113-{n:07d}-7654321 is late.\n" for n in range(400))

    assert open_message(outlook(texts({BODY: body})), "a.msg").text == body.rstrip("\n")


def test_the_html_is_preferred_to_the_words_made_from_it() -> None:
    html = '<p>Grüße</p><ul><li>eins<li>zwei</ul><a href="https://amazon.example">weiter</a>'
    data = outlook(
        texts({BODY: "Grüße <https://amazon.example>"}), binaries({HTML: html.encode("cp1252")}), numbers={0x3FDE: 1252}
    )

    message = open_message(data, "a.msg")

    assert message.text == "Grüße\n\n- eins\n- zwei\n\nweiter"
    assert message.links == (Link("weiter", "https://amazon.example"),)


def test_the_date_of_the_internet_head_holds_in_its_own_zone() -> None:
    head = (
        "Received: from x\r\nDate: Sun, 2 Mar 2025 23:30:00 -0800\r\nFrom: Amazon <a@amazon.com>\r\nSubject: x\r\n\r\n"
    )

    message = open_message(outlook(texts({BODY: "Hello", HEADERS: head, NAME: "Amazon"})), "a.msg")

    assert (message.received, message.sender, message.doubts) == (date(2025, 3, 2), "a@amazon.com", ())


def test_an_rtf_body_that_carries_html_gives_its_html() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}{\*\generator X;}"
        rb"{\*\htmltag64 <html><body>}{\*\htmltag84 <p>}\htmlrtf {\htmlrtf0 Hello M\'fcller, \u8364?20 A"
        rb"{\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0 B{\*\htmltag92 </p>}\htmlrtf }\par\htmlrtf0 "
        rb"{\*\htmltag64 <ul><li>}one\{1\}{\*\htmltag64 </li></ul></body></html>}}"
    )

    assert open_message(outlook(binaries({RTF: packed_rtf(rtf)})), "a.msg").text == "Hello Müller, €20 A&B\n\n- one{1}"


def test_an_rtf_body_of_its_own_gives_its_words() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset134 SimSun;}}"
        rb"{\stylesheet{\s0 Normal;}}"
        rb"\pard\f0 Hello \'e4, {\f1\'c4\'fa\'ba\'c3} \u20320?\par{\pntext\f3\'b7\tab}one\par {\listtext 2.\tab}two\par"
        rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt Seller Central}}{\v hidden} \u-10179?\u-8704?\par}"
    )

    assert open_message(outlook(binaries({RTF: packed_rtf(rtf)})), "a.msg").text == (
        "Hello ä, 您好 你\n- one\n2.  two\nSeller Central 😀"
    )


def test_a_forwarded_message_tells_the_head_of_the_notice() -> None:
    notice: Tree = {
        "__properties_version1.0": properties(24),
        **texts(
            {
                SUBJECT: "Policy warning",
                BODY: "Your listing is removed.",
                HEADERS: "Date: Sat, 1 Mar 2025 10:00:00 +0100\r\nFrom: a@amazon.de\r\n\r\n",
            }
        ),
    }
    data = outlook(
        texts({SUBJECT: "FW: Policy warning", BODY: "Can you look at this?", SMTP: "pat@shop.example"}),
        {
            "__attach_version1.0_#00000000": {
                "__properties_version1.0": properties(8),
                **texts({0x3707: "invoice 7.pdf"}),
            },
            "__attach_version1.0_#00000001": {"__properties_version1.0": properties(8), "__substg1.0_3701000D": notice},
        },
    )

    message = open_message(data, "fw.msg")

    assert message.text == "Can you look at this?\n\nYour listing is removed."
    assert (message.subject, message.sender, message.received) == ("Policy warning", "a@amazon.de", date(2025, 3, 1))
    assert message.attachments == ("invoice 7.pdf", "Policy warning.msg")
    assert message.doubts == (
        "The message was forwarded by pat@shop.example; subject, sender and day are those of the message inside.",
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (compound({"WordDocument": b"x" * 100}), "is an old Office document, not an Outlook message"),
        (outlook(texts({BODY: "Hello"}))[:700], "is a broken Outlook message"),
        (outlook(), "holds no words"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a broken Outlook message"),
    ],
)
def test_what_is_no_message_says_so(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        open_message(data, "a.msg")


def test_the_example_of_the_specification_unpacks() -> None:
    # MS-OXRTFCP, 3.1.1
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )

    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@settings(deadline=None)
@given(st.lists(st.sampled_from([b"\\par ", b"abc", b"{\\b x}", b"\x00", b"zz"]) | st.binary(max_size=9), max_size=60))
def test_what_was_packed_unpacks(pieces: list[bytes]) -> None:
    rtf = b"".join(pieces)

    assert unpacked(packed_rtf(rtf)) == rtf


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_unpack_and_read_as_rtf(data: bytes) -> None:
    unpacked(b"\xff\xff\x00\x00\x00\x00\x00\x00LZFu\x00\x00\x00\x00" + data)
    read(b"{\\rtf1 " + data)
    read(b"{\\rtf1\\fromhtml1 " + data)


WHOLE = outlook(
    texts({SUBJECT: "S", BODY: "Hello there", SMTP: "a@amazon.com"}), binaries({HTML: b"<p>Hello there</p>"})
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_damage_never_raises_anything_but_unreadable(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    try:
        assert open_message(bytes(data), "a.msg").text
    except Unreadable as refusal:
        assert str(refusal).count(". ") == 0
