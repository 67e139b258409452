import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.errors import Unreadable
from amends.model.notice import Link
from amends.notice.message import open_message


def text(body: str, head: str = "") -> str:
    return open_message(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "n.html").text


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("<p>Hello,</p><p>your   account\n is closed.</p>", "Hello,\n\nyour account is closed."),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("one<br>two<br><br>three<br/>", "one\ntwo\n\nthree"),
        ("Send:<ul><li>invoices</li><li>a <b>letter</b></li></ul>Thanks", "Send:\n\n- invoices\n- a letter\n\nThanks"),
        ("<ul><li><p>one</p><li><div>two</div></ul>", "- one\n- two"),
        ("<ul><li>one<ul><li>inner</ul><li>two</ul>", "- one\n- inner\n- two"),
        ("<ul><li> </li><li></li></ul>end", "end"),
        ("<ol><li>first<li>second</ol>", "1. first\n2. second"),
        (
            "<table><tr><td>ASIN:</td><td>B0QQ12AB34</td></tr><tr><td>Title:<td>Cup</table>",
            "ASIN:\tB0QQ12AB34\nTitle:\tCup",
        ),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ('<div style="white-space: pre-wrap">a\nb</div>', "a\nb"),
        ("caf&eacute; &amp; &lt;tea&gt; &#8364; &#x20AC;&nbsp;5", "café & <tea> € € 5"),
        ("a&#99999999999999999999;b &#0;", "a\ufffdb \ufffd"),
        ("5 < 6 and x<y>z", "5 < 6 and xz"),
        ("no<!-- not <b> seen -->thing", "nothing"),
        ("<p>never closed<div>next", "never closed\nnext"),
        ("in<b>si</b>de", "inside"),
        ("zero\u200bwidth soft\u00adhyphen", "zerowidth softhyphen"),
    ],
)
def test_a_person_sees(body: str, seen: str) -> None:
    assert text(body) == seen


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>document.write('<p>pay</p>')</script>",
        "<style>p{color:red}</style>",
        "<noscript>pay</noscript>",
        "<template><p>pay</p></template>",
        "<p hidden>pay</p>",
        "<div style='DISPLAY : none'>pay <div>more</div> pay</div>",
        '<span style="visibility:hidden">pay</span>',
        '<div style="max-height:0;overflow:hidden">pay</div>',
        '<p style="opacity:0;">pay</p>',
        '<div style="mso-hide:all">pay</div>',
        '<div class="big preheader">pay</div>',
        '<div id="ghost">pay</div>',
        "<!--[if mso]><p>pay</p><![endif]-->",
        "<svg><text>pay</text></svg>",
        "<input type=hidden value=pay>",
    ],
)
def test_a_person_does_not_see(unseen: str) -> None:
    head = "<style>.preheader, #ghost { display: none } @media print { .shown { display: none } }</style>"

    assert text(f"<p>Hello</p>{unseen}<p class='shown'>Bye</p>", head) == "Hello\n\nBye"


def test_wrappers_that_mail_builders_size_to_nothing_are_seen() -> None:
    assert text('<td style="font-size:0px;opacity:0.9"><div style="font-size:14px">Hello</div></td>') == "Hello"


def test_links_are_read_as_their_words_and_kept_with_their_target() -> None:
    message = open_message(
        b'<html><p>Go to <a href="https://sellercentral.amazon.example.ru/x">sellercentral.amazon.com</a>.</p></html>',
        "n",
    )

    assert message.text == "Go to sellercentral.amazon.com."
    assert message.links == (Link("sellercentral.amazon.com", "https://sellercentral.amazon.example.ru/x"),)


def test_title_and_language_of_the_page_are_told() -> None:
    message = open_message(b"<html lang=de-DE><title>Ihr  Konto</title><p>Gesperrt</p></html>", "n.html")

    assert (message.subject, message.language_hint, message.text) == ("Ihr Konto", "de", "Gesperrt")


@pytest.mark.parametrize("codec", ["utf-8", "windows-1252", "utf-16"])
def test_the_encoding_that_the_page_names_is_followed(codec: str) -> None:
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={codec}"><p>Größe – 5 €</p></html>'

    assert open_message(page.encode(codec), "n.html").text == "Größe – 5 €"


@pytest.mark.parametrize(
    "page",
    [
        "<div>Hello<br></div><p>x</p>",
        "  <table><tr><td>a</td></tr></table>",
        "<!-- saved --><html>a</html>",
        "<BODY>a</BODY>",
    ],
)
def test_fragments_are_known_as_html(page: str) -> None:
    assert open_message(page.encode(), "pasted").format == "html"


@pytest.mark.parametrize(
    "words", ["<my name>, hello", "<p> is a tag", "Hello <b>you</b><br>", "<http://x.example> see"]
)
def test_text_with_angle_brackets_stays_text(words: str) -> None:
    assert open_message(words.encode(), "n.html").text == words


@pytest.mark.parametrize("page", ["<html><img src=a.png></html>", "<html><script>x</script></html>", "<html><!-- x"])
def test_a_page_without_words_says_what_to_do(page: str) -> None:
    with pytest.raises(
        Unreadable, match=r"^n\.html shows no words .* copy the words of the message into a \.txt file\.$"
    ):
        open_message(page.encode(), "n.html")


def test_deep_nesting_is_read_flat() -> None:
    assert text("<div><b>" * 30_000 + "deep" + "</b></div>" * 10) == "deep"


@pytest.mark.parametrize(
    "unit", ["<!--", "<", "<a ", "<b>", "<a '\">", "</script ", "<title>", "&a", "<a x=", "</x>", "<style>{", "\u200c"]
)
def test_endless_markup_ends(unit: str) -> None:
    try:
        open_message(("<html>" + unit * (4_000_000 // len(unit))).encode(), "n.html")
    except Unreadable as refusal:
        assert str(refusal).count("n.html") == 1


WORDS = st.text(st.sampled_from("abcXYZ&<>\"'é漢 "), min_size=1, max_size=12).map(lambda w: " ".join(w.split()) or "a")


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6))
def test_escaped_words_in_blocks_come_back_as_lines(words: list[str]) -> None:
    from html import escape

    page = "<html><body>" + "".join(f"<div>{escape(word)}</div>" for word in words) + "</body></html>"

    assert open_message(page.encode(), "n.html").text == "\n".join(words)


FRAGMENTS = (
    "<div|<p>|</p>|<li>|<ul>|</ul>|<ol>|<a href=|'|\"|>|<!--|-->|&#x|&#9|;|<td>|<pre>|</pre>|<style>|</style>|{|}"
    "|display:none| hidden|<br>|x|\n|<html lang=|<script>|</script|<title>"
).split("|")


@settings(deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40))
def test_any_markup_is_read_or_refused(pieces: list[str]) -> None:
    try:
        assert open_message(("<html>" + "".join(pieces)).encode(), "n.html").text.strip()
    except Unreadable as refusal:
        assert str(refusal).endswith(".")
