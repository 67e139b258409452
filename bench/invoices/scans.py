"""What a scanner or a phone makes of a page: two classes, clean and poor, seeded."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random
from typing import Any

KINDS = ("clean", "poor")


def scan(pdf: Path, folder: Path, kind: str, random: Random) -> Path:
    """The scan of a PDF: a PDF of pictures or, of a single page, sometimes a JPEG or a PNG."""
    import pypdfium2

    folder.mkdir(parents=True, exist_ok=True)
    dpi = random.choice((200, 200, 240, 300) if kind == "clean" else (150, 150, 175, 200))
    turn = 0 if kind == "clean" else random.choice((0, 0, 0, 0, 90, 180, 270))
    quality = random.randint(78, 93) if kind == "clean" else random.randint(38, 65)
    pictures = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            seen = page.render(scale=dpi / 72).to_numpy()
            pictures.append(_clean(seen, random) if kind == "clean" else _poor(seen, random, turn))
            page.close()
    alone = len(pictures) == 1 and random.random() < 0.5
    path = folder / f"{pdf.stem}{random.choice(('.jpg', '.jpg', '.png')) if alone else '.pdf'}"
    _save(path, pictures, dpi, quality)
    return path


def _clean(seen: Any, random: Random) -> Any:
    import cv2

    if random.random() < 0.6:
        seen = cv2.cvtColor(cv2.cvtColor(seen, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    seen = _skewed(seen, random.uniform(-1, 1))
    return _noisy(seen, random, random.uniform(1, 4))


def _poor(seen: Any, random: Random, turn: int) -> Any:
    import cv2
    import numpy as np

    flaws = random.sample(("shadow", "fold", "pale", "blur", "photo", "specks"), random.choice((2, 3)))
    if random.random() < 0.5:
        seen = cv2.cvtColor(cv2.cvtColor(seen, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    if "pale" in flaws:
        low, high = random.randint(60, 110), random.randint(200, 235)
        seen = (low + seen.astype(np.float32) * (high - low) / 255).astype(np.uint8)
    if "fold" in flaws:
        seen = _folded(seen, random)
    seen = _photographed(seen, random) if "photo" in flaws else _skewed(seen, random.uniform(-3, 3))
    if "shadow" in flaws:
        seen = _shadowed(seen, random)
    if "blur" in flaws:
        seen = cv2.GaussianBlur(seen, (0, 0), random.uniform(0.5, 0.9))
    if "specks" in flaws:
        seen = _specked(seen, random)
    seen = _noisy(seen, random, random.uniform(4, 11))
    codes = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}
    return cv2.rotate(seen, codes[turn]) if turn else seen


def _skewed(seen: Any, degrees: float) -> Any:
    import cv2

    high, wide = seen.shape[:2]
    turned = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1)
    return cv2.warpAffine(seen, turned, (wide, high), flags=cv2.INTER_LINEAR, borderValue=(250, 250, 250))


def _photographed(seen: Any, random: Random) -> Any:
    """The page lies on a table and is seen from a little aside."""
    import cv2
    import numpy as np

    high, wide = seen.shape[:2]
    margin = int(0.04 * wide)
    shift = lambda: random.uniform(-0.02, 0.02) * wide  # noqa: E731
    corners = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    moved = corners + margin + np.array([(shift(), shift()) for _ in range(4)], np.float32)
    table = tuple(random.randint(60, 150) for _ in range(3))
    size = (wide + 2 * margin, high + 2 * margin)
    return cv2.warpPerspective(seen, cv2.getPerspectiveTransform(corners, moved), size, borderValue=table)


def _shadowed(seen: Any, random: Random) -> Any:
    import numpy as np

    high, wide = seen.shape[:2]
    across, down = np.meshgrid(np.linspace(0, 1, wide, dtype=np.float32), np.linspace(0, 1, high, dtype=np.float32))
    slope = across * random.uniform(-1, 1) + down * random.uniform(-1, 1)
    edge = 1 / (1 + np.exp(-(slope - random.uniform(-0.3, 0.3)) * random.uniform(4, 15)))
    light = 1 - random.uniform(0.25, 0.5) * edge
    return (seen * light[..., None]).astype(np.uint8)


def _folded(seen: Any, random: Random) -> Any:
    import numpy as np

    high = seen.shape[0]
    light = np.ones(high, np.float32)
    for share in random.choice(((0.5,), (0.33, 0.66))):
        at = int(high * share) + random.randint(-20, 20)
        light *= 1 - 0.35 * np.exp(-(((np.arange(high) - at) / random.uniform(2, 5)) ** 2))
        light *= 1 - 0.1 * (np.arange(high) > at)
    return (seen * light[:, None, None]).astype(np.uint8)


def _specked(seen: Any, random: Random) -> Any:
    import cv2

    high, wide = seen.shape[:2]
    seen = seen.copy()
    for _ in range(random.randint(60, 200)):
        dark = random.randint(40, 160)
        place = (random.randrange(wide), random.randrange(high))
        cv2.circle(seen, place, random.choice((0, 1, 1, 2)), (dark, dark, dark), -1)
    return seen


def _noisy(seen: Any, random: Random, strength: float) -> Any:
    import numpy as np

    grain = np.random.default_rng(random.getrandbits(32)).normal(0, strength, seen.shape[:2]).astype(np.float32)
    return np.clip(seen.astype(np.float32) + grain[..., None], 0, 255).astype(np.uint8)


def _save(path: Path, pictures: list[Any], dpi: int, quality: int) -> None:
    from PIL import Image

    made = [Image.fromarray(picture[..., ::-1]) for picture in pictures]
    if path.suffix == ".jpg":
        made[0].save(path, "JPEG", quality=quality, dpi=(dpi, dpi))
    elif path.suffix == ".png":
        made[0].save(path, "PNG", dpi=(dpi, dpi))
    else:
        from reportlab.lib.utils import ImageReader
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(path), invariant=1)
        for picture in made:
            stream = io.BytesIO()
            picture.save(stream, "JPEG", quality=quality)
            size = (picture.width * 72 / dpi, picture.height * 72 / dpi)
            canvas.setPageSize(size)
            stream.seek(0)
            canvas.drawImage(ImageReader(stream), 0, 0, *size)
            canvas.showPage()
        canvas.save()
