"""How well and how fast invoices are read: 200 made-up ones of twenty layouts, as text and as scans, clean and poor.

`python bench/evidence.py [EACH] [--only text,clean,poor] [--timing] [--beside PYTHON] [--misses FILE]`

EACH files of every layout (default 10). Prints recall and precision per field beside the goals, values that are wrong
though sure (confidence of 0.5 or more; the goal is none), pages a second with fields on one core. Words recognised in
scans are kept under build/ and read again only when the recogniser changed. `--timing` measures it on twelve pages
beside RapidOCR alone (goal: 1.2 of its time). `--misses` writes what went wrong, by layout. `--beside` is the Python of
an environment with invoice2data, which reads the same text PDFs in the same run (it also wants Debian's poppler-utils):

    python3 -m venv /tmp/invoice2data && /tmp/invoice2data/bin/pip install invoice2data==1.0.1
    python bench/evidence.py --only text --beside /tmp/invoice2data/bin/python
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from invoices import make
from invoices.comparing import Score, Tally, score_lines
from invoices.matter import CELLS, FIELDS
from invoices.scans import KINDS

import amends
from amends.evidence import formats, scan
from amends.evidence.formats import Contents
from amends.evidence.readers import Read, read
from amends.evidence.sniff import sniff
from amends.model.reading import SURE, Goods

BUILD = Path(__file__).parent.parent / "build" / "invoices"
GOALS = {"text": 0.99, "clean": 0.97, "poor": 0.90}
_KIND = "supplier-invoice"
_RATE = 300
_ROUNDS = 3


def main() -> None:
    asked = _asked()
    classes = asked.only.split(",")
    files = _files(asked.each, classes)
    scores: dict[str, Score] = {}
    for kind in classes:
        scores[kind] = _score(kind, files[kind])
        _table(kind, scores[kind])
    if "text" in classes:
        _speed(files["text"])
        if asked.beside:
            _beside(asked.beside, files["text"], scores["text"])
    if asked.timing:
        _timing(files["clean"] + files["poor"])
    if asked.misses:
        _misses(Path(asked.misses), scores)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well and how fast invoices are read.")
    parser.add_argument("each", nargs="?", type=int, default=make.EACH)
    parser.add_argument("--only", default=",".join(GOALS))
    parser.add_argument("--timing", action="store_true")
    parser.add_argument("--beside", default="")
    parser.add_argument("--misses", default="")
    return parser.parse_args()


def _files(each: int, classes: list[str]) -> dict[str, list[Path]]:
    """The files of each class; scans are made again only when the generator changed."""
    folder = Path(__file__).parent / "invoices"
    apart = ("comparing", "rival")
    sources = sorted(f for f in (*folder.glob("*.py"), *folder.glob("layouts/*.py")) if f.stem not in apart)
    mark = hashlib.sha256(b"".join(file.read_bytes() for file in sources)).hexdigest()[:16] + f" {each}"
    files = {"text": make.make(BUILD / "text", each)}
    for kind in (kind for kind in KINDS if kind in classes):
        stamp = BUILD / f"{kind}.stamp"
        if not stamp.is_file() or stamp.read_text(encoding="utf-8") != mark:
            for old in (BUILD / kind).glob("*"):
                old.unlink()
            make.scans(files["text"], BUILD / kind, kind)
            stamp.write_text(mark, encoding="utf-8")
        files[kind] = sorted((BUILD / kind).iterdir())
    return files


def _contents(path: Path) -> tuple[bytes, str, Contents]:
    data = path.read_bytes()
    type_ = sniff(data, path.name)
    return data, type_, formats.contents(data, type_, path.name)


def _words(path: Path) -> Contents:
    """The contents of a scan with its words, kept from an earlier run when nothing changed since."""
    data = path.read_bytes()
    # What keeps pages, hands them on or measures pictures changes no word.
    apart = ("__init__", "kept", "quality", "paper")
    named = (file for file in Path(scan.__file__).parent.glob("*.py") if file.stem not in apart)
    sources = sorted(named)
    key = hashlib.sha256(b"".join(file.read_bytes() for file in sources) + data).hexdigest()[:24]
    kept = BUILD / "words" / key
    if kept.is_file():
        made: Contents = pickle.loads(kept.read_bytes())
        return made
    made = scan.recognised(*_contents(path))
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(pickle.dumps(made))
    return made


def _score(kind: str, files: list[Path]) -> Score:
    score = Score()
    for path in files:
        truth = json.loads((BUILD / "text" / f"{path.stem}.json").read_text(encoding="utf-8"))
        contents = _contents(path)[2] if kind == "text" else _words(path)
        layout = path.stem.rpartition("-")[0]
        try:
            found = read(_KIND, contents.pages)
        except Exception as problem:  # noqa: BLE001 - a reader that breaks has read nothing; the others are still asked
            score.misses[layout, "(broken)", repr(problem)] += 1
            found = Read()
        for name in FIELDS:
            best = max((f for f in found.fields if f.name == name), key=lambda f: f.confidence, default=None)
            value, confidence = (best.value, best.confidence) if best else (None, 0.0)
            score.note(layout, name, truth["fields"].get(name), value, confidence)
        score_lines(score, layout, truth["lines"], [_cells(line) for line in found.lines])
    return score


def _cells(line: Goods) -> tuple[dict[str, str | None], dict[str, float]]:
    """The cells of a line and the confidence of each: of one that is unsure no more than may not decide."""
    names = ("description", *CELLS)
    sure = {name: line.confidence if line.is_sure(name) else min(line.confidence, SURE / 2) for name in names}
    return {name: getattr(line, name) for name in names}, sure


def _table(kind: str, score: Score) -> None:
    goal = GOALS[kind]
    print(f"\n{kind}: goal {goal:.0%}")
    print(f"  {'field':<20}{'there':>7}{'recall':>9}{'precision':>11}{'sure, wrong':>13}")
    for name, tally in sorted(score.fields.items(), key=lambda pair: (pair[0].startswith("line"), pair[0])):
        low = " <" if tally.there and tally.recall < goal else ""
        numbers = f"{tally.there:>7}{tally.recall:>9.1%}{tally.precision:>11.1%}{tally.sure_wrong:>13}"
        print(f"  {name:<20}{numbers}{low}")
    for title, names in (
        ("fields", [n for n in score.fields if not n.startswith("line")]),
        ("cells of lines", [n for n in score.fields if n.startswith("line")]),
    ):
        tallies = [score.fields[name] for name in names]
        there, right = sum(t.there for t in tallies), sum(t.right for t in tallies)
        given, wrong = sum(t.given for t in tallies), sum(t.sure_wrong for t in tallies)
        print(f"  {title:<20}{there:>7}{right / max(there, 1):>9.1%}{right / max(given, 1):>11.1%}{wrong:>13}")


def _speed(files: list[Path]) -> None:
    """Pages a second from bytes to fields, one core, the median of five rounds."""
    held = [(path.read_bytes(), path.name) for path in files]
    rates = []
    for _ in range(5):
        start = time.process_time()
        pages = 0
        for data, name in held:
            contents = formats.contents(data, "pdf", name)
            read(_KIND, contents.pages)
            pages += contents.count
        rates.append(pages / (time.process_time() - start))
    print(f"\n{statistics.median(rates):.0f} pages a second of one core, fields included (goal {_RATE})")


def _beside(python: str, files: list[Path], score: Score) -> None:
    """invoice2data with one template a language, in the same run: in turn, since others may keep the machine busy."""
    here = Path(__file__).parent / "invoices"
    templates = BUILD / "templates"
    templates.mkdir(exist_ok=True)
    generic = (here / "generic.yml").read_text(encoding="utf-8")
    words = ("Rechnung", "RECHNUNG", "TTC", "FACTURA", "DOCUMENTO", "Faktura", "FAKTURA")
    for at, word in enumerate(("", *words)):
        others = "" if word else ", ".join(words)
        made_for = generic.replace("WORD", f"'{word}'").replace("OTHERS", others).replace("MARK", "," if word else ".")
        (templates / f"generic-{at}.yml").write_text(made_for, encoding="utf-8")
    command = [python, str(here / "rival.py"), str(templates), *map(str, files)]
    made: dict[str, Any] = {}
    ratios = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        for path in files:
            read(_KIND, _contents(path)[2].pages)
        own = time.perf_counter() - start
        made = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        ratios.append(own / made["seconds"])
    theirs = Score()
    names = {"date": "invoice_date", "amount": "total"}
    for path in files:
        truth = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["fields"]
        said = {names.get(name, name): value for name, value in made["read"][path.stem].items()}
        for name in FIELDS:
            theirs.note(path.stem.rpartition("-")[0], name, truth.get(name), said.get(name), 1.0)
    print("\nbeside invoice2data, one template a language")
    print(f"  {'field':<20}{'amends':>9}{'invoice2data':>14}")
    for name in FIELDS:
        if theirs.fields[name].given:
            print(f"  {name:<20}{score.fields[name].recall:>9.1%}{theirs.fields[name].recall:>14.1%}")
    ours = [score.fields[name] for name in FIELDS]
    right = sum(tally.right for tally in ours) / max(sum(tally.right for tally in theirs.fields.values()), 1)
    print(f"  right values: {right:.1f} times as many; time: {statistics.median(ratios):.2f} of its time")


def _timing(files: list[Path]) -> None:
    """Our reading of scans beside RapidOCR alone on the same pictures, page by page in turn."""
    from rapidocr import RapidOCR

    from amends.evidence.scan.picture import pictures

    chosen = files[:: max(len(files) // 12, 1)][:12]
    alone = RapidOCR(params={"Global.log_level": "critical"})
    rounds = []
    for at, path in enumerate([chosen[0], *chosen]):
        data, type_, contents = _contents(path)
        images = [image for _, image in pictures(data, type_, contents, contents.pages)]
        start = time.perf_counter()
        for image in images:
            alone(image)
        theirs = time.perf_counter() - start
        start = time.perf_counter()
        scan.recognised(data, type_, contents)
        ours = time.perf_counter() - start
        # The first round loads the networks.
        if at:
            rounds.append((ours / len(images), theirs / len(images)))
    ratio = statistics.median(ours / theirs for ours, theirs in rounds)
    ours, theirs = (sum(times) / len(times) for times in zip(*rounds, strict=True))
    print(f"\nscans: {ours:.2f} s a page, RapidOCR alone {theirs:.2f} s: {ratio:.2f} of its time (goal 1.2)")


def _misses(path: Path, scores: dict[str, Score]) -> None:
    lines = [f"amends {amends.__version__}: what went wrong, by class, field and layout"]
    for kind, score in scores.items():
        lines += ["", f"== {kind}"]
        by_field: dict[str, list[str]] = {}
        for (layout, name, what), count in sorted(score.misses.items(), key=lambda pair: -pair[1]):
            by_field.setdefault(name, []).append(f"    {count:>4}  {layout:<15} {what}")
        for name, said in sorted(by_field.items()):
            tally = score.fields.get(name, Tally())
            lines += [f"  {name}: recall {tally.recall:.1%}, sure though wrong {tally.sure_wrong}", *said]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
