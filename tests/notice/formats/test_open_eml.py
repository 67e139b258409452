import base64
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.errors import Unreadable
from amends.model.notice import Link
from amends.notice.message import open_message

LETTER = "Hello,\n\nWe removed your listing B0QQ12AB34.\nSend invoices from the last 365 days.\n"


def mail(text: str | None = LETTER, sender: str = "Amazon <notice@amazon.com>", **head: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "pat@shop.example"
    message["Subject"] = head.get("subject", "Your listing")
    message["Date"] = head.get("date", "Sun, 01 Jun 2014 23:29:00 -0700")
    if text is not None:
        message.set_content(text, charset=head.get("charset", "utf-8"), cte=head.get("cte"))
    return message


def test_a_plain_message_is_read_with_its_head() -> None:
    message = open_message(mail().as_bytes(policy=SMTP), "notice.eml")

    assert message.format == "eml"
    assert message.text == LETTER.strip()
    assert (message.subject, message.sender) == ("Your listing", "notice@amazon.com")
    assert message.doubts == ()


def test_the_day_is_that_of_the_head_in_its_own_zone() -> None:
    assert open_message(mail(date="Sun, 01 Jun 2014 23:29:00 -0700").as_bytes(), "n").received == date(2014, 6, 1)


def test_without_a_date_the_day_of_arrival_counts() -> None:
    message = mail()
    del message["Date"]
    message["Received"] = "from mx (mx [203.0.113.9]) by mail with ESMTP id x; Tue, 3 Jun 2014 01:00:00 +0000"

    assert open_message(message.as_bytes(), "n.eml").received == date(2014, 6, 3)


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_transfer_encodings_are_undone(cte: str) -> None:
    letter = "Größe = Prüfung €5\n" * 9

    assert open_message(mail(letter, cte=cte).as_bytes(), "n.eml").text == letter.strip()


@pytest.mark.parametrize(
    ("charset", "letter"),
    [
        ("windows-1252", "“Größe” – €5 für Müller"),
        ("iso-8859-2", "Twoje konto zostało zawieszone, żółć"),
        ("iso-8859-15", "Votre compte a été suspendu, 5 €"),
        ("gb18030", "您的卖家账户已被停用。请提供发票。"),
        ("gb2312", "您的卖家账户已被停用。"),
        ("shift_jis", "出品アカウントを停止いたしました。"),
        ("iso-2022-jp", "出品アカウントを停止いたしました。"),
        ("utf-16", "Konto gesperrt: Größe"),
        ("koi8-r", "Ваша учетная запись приостановлена"),
    ],
)
def test_the_encoding_that_the_head_names_is_followed(charset: str, letter: str) -> None:
    head = f"From: a@amazon.com\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    data = f"{head}Content-Transfer-Encoding: base64\n\n".encode() + base64.encodebytes(letter.encode(charset))

    message = open_message(data, "n.eml")

    assert (message.text, message.doubts) == (letter, ())


def test_a_wrong_encoding_label_is_seen_and_told() -> None:
    data = b"From: a@amazon.de\nContent-Type: text/plain; charset=iso-8859-1\n\n" + "Größe für 5 €".encode()

    message = open_message(data, "n.eml")

    assert message.text == "Größe für 5 €"
    assert message.doubts == ("The message calls its encoding iso-8859-1, but it is UTF-8; it was read as UTF-8.",)


@pytest.mark.parametrize("label", ["x-unknown", "utf-8", "unicode_escape", "rot13", "idna"])
def test_an_unknown_or_unfit_label_leads_to_a_guess_and_a_doubt(label: str) -> None:
    data = (
        f"From: a@amazon.de\nContent-Type: text/plain; charset={label}\n\n".encode()
        + "Konto gesperrt, Herr Müller".encode("cp1252")
    )

    message = open_message(data, "n.eml")

    assert message.text == "Konto gesperrt, Herr Müller"
    assert message.doubts == (
        (
            f"The message names the encoding {label}, which does not fit; it was read as cp1252. "
            "Check names and special characters."
        ),
    )


def test_encoded_words_in_the_head_are_decoded() -> None:
    subject = "Ihr Verkäuferkonto wurde vorübergehend gesperrt – bitte senden Sie Rechnungen für die genannten ASINs"
    data = mail(subject=subject, sender='"Amazon Verkäufer-Service" <verkaeufer@amazon.de>').as_bytes()

    message = open_message(data, "n.eml")

    assert (message.subject, message.sender) == (subject, "verkaeufer@amazon.de")


def test_a_character_cut_in_two_by_encoded_words_is_put_together() -> None:
    first, second = "账户".encode()[:4], "账户".encode()[4:]
    words = [base64.b64encode(part).decode() for part in (first, second)]
    subject = f"=?utf-8?B?{words[0]}?=\n =?utf-8?B?{words[1]}?="
    data = f"From: a@amazon.com\nSubject: {subject}\nMessage-ID: <x>\n\nHello".encode()

    assert open_message(data, "n.eml").subject == "账户"


def test_an_address_within_a_name_is_not_the_sender() -> None:
    forged = "=?utf-8?q?=3Cnotice=40amazon=2Ecom=3E?= <refund@gift-cards.example>"
    data = f"From: {forged}\nMessage-ID: <x>\n\nPay now".encode()

    assert open_message(data, "n.eml").sender == "refund@gift-cards.example"


def test_the_plain_form_of_a_letter_is_preferred_and_links_come_from_the_html() -> None:
    message = mail()
    message.add_alternative(
        '<html lang="en-US"><p>Hello, <a href="https://x.example/a">log in</a></p></html>', subtype="html"
    )

    read = open_message(message.as_bytes(), "n.eml")

    assert read.text == LETTER.strip()
    assert read.links == (Link("log in", "https://x.example/a"),)
    assert read.language_hint == "en"


def test_a_plain_form_that_only_points_to_the_html_gives_way() -> None:
    message = mail("To read this message, please use a program that shows HTML.\n")
    message.add_alternative("<p>Hello,</p><p>" + "We removed your listing. " * 12 + "</p>", subtype="html")

    assert open_message(message.as_bytes(), "n.eml").text.startswith("Hello,\n\nWe removed your listing.")


def test_a_message_with_html_only_is_read() -> None:
    message = mail(None)
    message.set_content("<div>Hello,<br>you sold <b>used</b> items.</div>", subtype="html")

    assert open_message(message.as_bytes(), "n.eml").text == "Hello,\nyou sold used items."


def test_html_sent_as_plain_text_is_read_as_html() -> None:
    assert open_message(mail("<html><body><p>Hello</p></body></html>\n").as_bytes(), "n.eml").text == "Hello"


def test_attachments_are_named_and_not_read() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Rechnung Größe 7.pdf")
    message.add_attachment("words of another letter", filename="../../etc/notes.txt")

    read = open_message(message.as_bytes(), "n.eml")

    assert read.attachments == ("Rechnung Größe 7.pdf", "notes.txt")
    assert read.text == LETTER.strip()


def test_pictures_within_the_letter_are_no_attachments() -> None:
    message = mail(None)
    message.set_content('<p>Hello</p><img src="cid:logo">', subtype="html")
    message.add_related(b"\x89PNG", "image", "png", cid="<logo>", filename="logo.png", disposition="inline")

    assert open_message(message.as_bytes(), "n.eml").attachments == ()


def test_an_attached_message_tells_the_head_of_the_notice() -> None:
    outer = mail(
        "Can you help?\n", "Pat <pat@shop.example>", subject="Fwd: Your listing", date="Mon, 02 Jun 2014 09:00:00 +0000"
    )
    outer.add_attachment(mail(date="Fri, 30 May 2014 10:00:00 -0700"))

    read = open_message(outer.as_bytes(), "fw.eml")

    assert read.text == "Can you help?\n\n" + LETTER.strip()
    assert (read.sender, read.received) == ("notice@amazon.com", date(2014, 5, 30))
    assert read.attachments == ("Your listing.eml",)
    assert read.doubts == (
        "The message was forwarded by pat@shop.example; subject, sender and day are those of the message inside.",
    )


@pytest.mark.parametrize(
    "pasted",
    [
        (
            "---------- Forwarded message ---------\nFrom: Amazon <notice@amazon.co.uk>\nDate: Sat, 31 May 2014\n"
            "Subject: Policy warning\nTo: <pat@shop.example>\n\nHello,"
        ),
        (
            "-----Original Message-----\nFrom: Amazon [mailto:notice@amazon.co.uk]\n"
            "Sent: Saturday, May 31, 2014 10:01 AM\nTo: Pat\nSubject: Policy warning\n\nHello,"
        ),
        (
            "Begin forwarded message:\n\n> From: notice@amazon.co.uk\n> Subject: Policy warning\n"
            "> Date: 31 May 2014 at 10:01:12 BST\n> To: pat@shop.example\n>\n> Hello,"
        ),
        (
            "________________________________\nVon: Amazon <notice@amazon.co.uk>\n"
            "Gesendet: Samstag, 31. Mai 2014 10:01\nAn: Pat\nBetreff: Policy warning\n\nHallo,"
        ),
    ],
)
def test_a_pasted_forward_tells_the_head_of_the_notice(pasted: str) -> None:
    outer = mail(f"see below\n\n{pasted}\n", "pat@shop.example", subject="Fwd: Policy warning")

    read = open_message(outer.as_bytes(), "fw.eml")

    assert (read.subject, read.sender, read.received) == ("Policy warning", "notice@amazon.co.uk", date(2014, 5, 31))


def test_a_reply_of_amazon_keeps_its_own_head_over_the_quoted_appeal() -> None:
    reply = mail(
        "We decided.\n\nFrom: Pat <pat@shop.example>\nSent: Monday, May 5, 2014\nSubject: My appeal\n\nPlease\n"
    )

    assert open_message(reply.as_bytes(), "r.eml").sender == "notice@amazon.com"


def test_files_of_other_mail_programs_are_known() -> None:
    data = mail().as_bytes()
    for variant in (
        b"\xef\xbb\xbf" + data,
        b"From notice@amazon.com Sun Jun  1 23:29:00 2014\n" + data,
        b"%d\n" % len(data) + data + b'<?xml version="1.0"?>\n',
        b"\r\n" + data,
    ):
        message = open_message(variant, "saved")

        assert (message.format, message.text) == ("eml", LETTER.strip())


def test_of_several_messages_in_a_file_the_first_is_read() -> None:
    data = mail().as_bytes()
    mark = b"From notice@amazon.com Sun Jun  1 23:29:00 2014\n"

    message = open_message(mark + data + b"\n" + mark + mail("Another letter").as_bytes(), "saved.mbox")

    assert message.text == LETTER.strip()
    assert message.doubts == ("The file holds several messages; only the first was read.",)


def test_what_amazon_attaches_is_no_part_of_its_letter() -> None:
    notice = mail()
    notice.add_attachment(mail("Dear Amazon, my plan.", "pat@shop.example", subject="My appeal"))

    message = open_message(notice.as_bytes(), "n.eml")

    assert (message.text, message.attachments) == (LETTER.strip(), ("My appeal.eml",))
    assert message.sender == "notice@amazon.com"


def test_head_lines_that_a_person_pasted_are_no_mail_file() -> None:
    text = "From: Amazon\nSubject: Your account\nDate: June 1, 2014\n\nHello"

    assert open_message(text.encode(), "notice.txt").format == "txt"
    assert open_message(text.encode(), "notice.eml").text == "Hello"


def broken(keep: float, **head: str) -> bytes:
    message = mail(LETTER * 4, cte="base64", **head)
    data = message.as_bytes()
    return data[: int(len(data) * keep)]


def multipart() -> bytes:
    message = mail(LETTER * 4)
    message.add_attachment(b"x" * 900, maintype="application", subtype="pdf", filename="a.pdf")
    return message.as_bytes()


@pytest.mark.parametrize("data", [broken(0.70), multipart()[: multipart().find(b"365 days") + 200]])
def test_a_letter_that_breaks_off_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^cut\.eml breaks off in the middle of the letter; save it again"):
        open_message(data, "cut.eml")


def test_a_file_that_breaks_off_after_the_letter_is_read_with_a_doubt() -> None:
    message = open_message(multipart()[:-400], "cut.eml")

    assert message.text == (LETTER * 4).strip()
    assert message.doubts == (
        "The file breaks off after the letter, so attachments may be missing; save the message again.",
    )


def test_a_message_without_words_points_to_its_attachment() -> None:
    message = mail(" \n")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="letter.pdf")

    with pytest.raises(
        Unreadable, match=r'has no words of its own; save its attachment "letter\.pdf" and give that file'
    ):
        open_message(message.as_bytes(), "n.eml")


def test_an_encrypted_message_says_what_to_do() -> None:
    data = (
        b"From: a@amazon.com\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMIAGCSqGSIb3DQ"
    )

    with pytest.raises(Unreadable, match="is encrypted; open it in your mail program and copy"):
        open_message(data, "n.eml")


def test_a_thousand_nested_containers_end_in_a_sentence() -> None:
    data = b"From: a@amazon.com\n" + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n' * 5000

    with pytest.raises(Unreadable):
        open_message(data, "n.eml")


PLAIN = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=300)


@settings(deadline=None)
@given(
    st.lists(PLAIN, min_size=1, max_size=4),
    st.sampled_from(["base64", "quoted-printable", "8bit"]),
    st.booleans(),
)
def test_what_the_standard_library_writes_is_read_as_written(lines: list[str], cte: str, attached: bool) -> None:
    letter = "It says:\n" + "\n".join(lines)
    message = mail(letter, cte=cte)
    if attached:
        message.add_attachment(b"--b\n\n--", maintype="application", subtype="octet-stream", filename="ü.bin")

    read = open_message(message.as_bytes(policy=SMTP.clone(max_line_length=None)), "n.eml")

    assert read.text.rstrip() == "".join(c for c in letter if c not in "\u200e\u200f\ufeff").rstrip()


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=80))
def test_subjects_that_the_standard_library_encodes_are_read(subject: str) -> None:
    assert open_message(mail(subject=subject).as_bytes(), "n.eml").subject == (" ".join(subject.split()) or None)


FRAGMENTS = [
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: message/rfc822\n",
    b"Content-Type: text/html\n",
    b"Content-Transfer-Encoding: base64\n",
    b"Content-Disposition: attachment; filename*0*=utf-8''%ff; filename*1=\"x\n",
    b"From: <<<@>\n",
    b"--b\n",
    b"--b--\n",
    b"\n",
    b"<div hidden>",
    b"SGVsbG8=\n",
    b"Hello =?utf-8?q?=ff?=\n",
    b" \t\r\n",
    b"\xff\x00",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=8), max_size=25))
def test_any_message_is_read_or_refused(pieces: list[bytes]) -> None:
    try:
        assert open_message(b"MIME-Version: 1.0\n" + b"".join(pieces), "n.eml").text.strip()
    except Unreadable as refusal:
        assert str(refusal).endswith(".")
