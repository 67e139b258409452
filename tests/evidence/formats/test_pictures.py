"""Pictures of pages: opened whole, measured, turned as their photographer held the camera."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from amends.errors import Unreadable
from amends.evidence.formats import Contents, contents
from amends.evidence.sniff import sniff

FORMATS = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "tiff": "TIFF", "bmp": "BMP", "heic": "HEIF"}


def saved(form: str, size: tuple[int, int] = (850, 1100), **more: Any) -> bytes:
    if form == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, form, **more)
    return out.getvalue()


def read(data: bytes, name: str = "photo") -> Contents:
    return contents(data, sniff(data, name), name)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_of_any_format_is_a_page_without_words(kind: str) -> None:
    data = saved(FORMATS[kind])

    assert sniff(data, f"x.{kind}") == kind
    found = read(data, f"x.{kind}")
    assert (found.count, found.pages[0].scanned, found.pages[0].words) == (1, True, ())
    assert (found.pictures[0].width, found.pictures[0].height) == (850, 1100)
    assert 600 <= found.pages[0].width <= 620 and 785 <= found.pages[0].height <= 800


def test_the_resolution_gives_the_size_where_it_means_something() -> None:
    assert round(read(saved("JPEG", dpi=(300, 300))).pages[0].height) == round(1100 * 72 / 300)
    assert round(read(saved("JPEG", dpi=(72, 72))).pages[0].height) == 792
    assert read(saved("PNG")).pictures[0].dpi is None


def test_a_photo_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    found = read(saved("JPEG", (1100, 850), exif=exif))

    assert (found.pictures[0].width, found.pictures[0].height) == (850, 1100)
    assert found.pages[0].height > found.pages[0].width


def test_what_a_file_says_of_itself_is_kept_but_not_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0131], exif[0x010F] = "PhotoMender 7", "Snapco"
    exif.get_ifd(0x8769)[0x9003] = "2026:03:14 10:00:00"
    exif.get_ifd(0x8825)[1] = "N"

    told = read(saved("JPEG", exif=exif)).properties

    assert told == {"producer": "PhotoMender 7", "camera": "Snapco", "creationdate": "2026:03:14 10:00:00"}


def test_each_page_of_a_fax_is_a_page() -> None:
    pages = [Image.new("1", (850, 1100), at % 2) for at in range(3)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], dpi=(200, 200), compression="group4")

    found = read(out.getvalue())

    assert (found.count, [page.number for page in found.pages]) == (3, [1, 2, 3])
    assert found.pictures[2].dpi == 200


def test_of_a_picture_that_moves_the_first_is_read_and_it_is_told() -> None:
    frames = [Image.new("RGB", (40, 40), (60 * at, 0, 0)) for at in range(4)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], disposal=2)

    found = read(out.getvalue(), "screen.gif")

    assert len(found.pages) == 1
    assert "holds 4 pictures (it moves)" in found.doubts[0]


def test_a_picture_that_was_cut_off_is_refused() -> None:
    for form in ("JPEG", "PNG", "TIFF", "WEBP"):
        data = saved(form)
        with pytest.raises(Unreadable, match="broken picture"):
            read(data[: len(data) * 2 // 3])


def bomb(side: int) -> bytes:
    """A PNG of so many pixels a side, a hundred kilobytes long."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(20_001) * 500, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [20_000, 200_000, 2**31 - 1])
def test_a_picture_larger_than_any_page_is_refused_before_it_is_unpacked(side: int) -> None:
    with pytest.raises(Unreadable, match=r"far larger than any page|broken picture"):
        read(bomb(side))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(FORMATS)), st.data())
def test_a_damaged_picture_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    whole = bytearray(saved(FORMATS[kind], (64, 48)))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    broken = bytes(whole[: data.draw(st.integers(12, len(whole)))])

    try:
        found = contents(broken, kind, f"x.{kind}")
    except Unreadable as refusal:
        assert str(refusal).startswith("x.")
    else:
        assert found.pages
