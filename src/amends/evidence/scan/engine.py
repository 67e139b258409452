"""The recogniser: RapidOCR with the models of its own wheel, on processor cores, never over a network.

Its three networks are called one by one, since a page needs less than RapidOCR's own round: direction is asked for a
few lines instead of all, and letters are read from the picture in full, not from the one made small to find lines in.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from amends.errors import Unreadable
from amends.typed import Any, NamedTuple

_LEVEL = "critical"


class Letter(NamedTuple):
    """A character that was recognised: its confidence, and how far along the strip its middle is, from 0 to 1."""

    text: str
    confidence: float
    at: float


def installed() -> bool:
    """Whether scans can be read here: the extra is there."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


class Engine:
    """The networks, loaded. Calls are independent of each other, so that several threads may share one engine."""

    def __init__(self) -> None:
        try:
            import rapidocr
        except ImportError:
            raise Unreadable(
                "Reading a scan needs the text recognition, which is not installed; have it with: "
                "pip install 'amends[ocr]'"
            ) from None
        models = Path(rapidocr.__file__).parent / "models"
        # A path of its own for each model: without one RapidOCR looks whether its file is the newest and may fetch it.
        params: dict[str, Any] = {"Global.log_level": _LEVEL, "EngineConfig.onnxruntime.intra_op_num_threads": 1}
        for part, mark in (("Det", "_det_"), ("Cls", "_cls_"), ("Rec", "_rec_")):
            found = sorted(models.glob(f"*{mark}*.onnx"))
            if not found:
                raise Unreadable(
                    f"The installed rapidocr came without its {mark.strip('_')} model, so that scans cannot be read; "
                    "install it anew: pip install --force-reinstall 'amends[ocr]'"
                )
            params[f"{part}.model_path"] = str(found[-1])
        recogniser: Any = rapidocr.RapidOCR(params=params)
        # Newer versions load a network when it is first called for: that must not happen in two threads at once.
        for part in ("det", "cls", "rec"):
            getattr(recogniser, f"_load_{part}_model", lambda: None)()
        self._finder, self._director, self._reader = recogniser.text_det, recogniser.text_cls, recogniser.text_rec

    def lines(self, picture: Any) -> Any:
        """The corners of every line of text in a picture (BGR): an array of lines x 4 x 2, in pixels."""
        found = self._finder(picture).boxes
        return () if found is None else found

    def upside_down(self, strips: list[Any]) -> float:
        """How surely strips of text stand on their heads: from -1 (upright) to 1."""
        if not strips:
            return 0.0
        said = self._director(strips).cls_res
        votes = [float(score if "180" in label else -score) for label, score in said]
        return sum(votes) / len(votes)

    def read(self, strips: list[Any]) -> list[list[Letter]]:
        """The letters of each strip, blanks among them."""
        from rapidocr.ch_ppocr_rec import TextRecInput

        if not strips:
            return []
        made = self._reader(TextRecInput(img=strips, return_word_box=True))
        return [_letters(text, known) for text, known in zip(made.txts, made.word_results, strict=True)]


def _letters(text: str, known: Any) -> list[Letter]:
    """The letters with their places. Blanks have none of their own: they stand between their neighbours."""
    places = [place for word in known.word_cols or () for place in word]
    length = known.line_txt_len or 1
    letters: list[Letter] = []
    taken = 0
    for mark, confidence in zip(text, known.confs, strict=False):
        if mark.isspace():
            letters.append(Letter(" ", confidence, letters[-1].at if letters else 0.0))
        elif taken < len(places):
            letters.append(Letter(mark, confidence, min((places[taken] + 0.5) / length, 1.0)))
            taken += 1
    return letters


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The engine of this process: loading it takes about a second and 150 MB."""
    return Engine()
