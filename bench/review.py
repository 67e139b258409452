"""What a review costs, beside other linters of prose on the same letters in one run: ratios, since machines differ.

`python bench/review.py [LETTERS] [RUNS]` (1000 and 5). The letters are made up (`letters.py`). Others take part where
they are found: proselint in this interpreter (`pip install -r bench/requirements.txt`), textlint with the write-good
rule (`npm --prefix bench install`), Vale on the PATH with a style of 300 phrases of our own. Each looks for other
things, so a ratio says what a letter costs, not who finds more. A speed is that of one process on one core, by its
own processor time; where a tool only comes as a command, the time for one letter is taken off.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from letters import letters
from run import AMENDS, beside

HERE = Path(__file__).parent
TEXTLINT = shutil.which("textlint", path=f"{HERE / 'node_modules' / '.bin'}{os.pathsep}{os.environ.get('PATH', '')}")
VALE = shutil.which("vale")
SLOW = 100
SHARES = (30, 300, 3_000)


def main() -> None:
    if sys.argv[1:2] == ["--work"]:
        print(json.dumps(WORK[sys.argv[2]](int(sys.argv[3]))))
        return
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    scratch = Path(tempfile.mkdtemp(prefix="amends-bench-"))
    try:
        _start(scratch, runs * 2 + 1)
        _speed(scratch, number, runs)
        _memory(number)
        _phrases(min(number, 200), runs)
    finally:
        shutil.rmtree(scratch)


def _start(scratch: Path, runs: int) -> None:
    letter = scratch / "letter.txt"
    letter.write_text(next(letters(1)), encoding="utf-8")
    print(f"one letter, whole process; the unit is `python -c pass`, medians of {runs} pairs")
    print(f"{'':26}{'x unit':>8}{'ms':>9}{'MB':>7}   goal")
    commands = [("amends check", [*AMENDS, "check", str(letter)], "6")]
    if _has("proselint"):
        commands.append(("proselint", [sys.executable, "-m", "proselint", "check", str(letter)], ""))
    if TEXTLINT:
        commands.append(("textlint, write-good", _textlint(letter), ""))
    if VALE:
        commands.append(("Vale, 300 phrases", _vale(scratch, letter), ""))
    for name, command, goal in commands:
        ratio, wall, peak = beside(command, runs if name == "amends check" else max(3, runs // 3))
        print(f"{name:26}{ratio:8.1f}{wall:9.0f}{peak:7.0f}   {goal}")


def _speed(scratch: Path, number: int, runs: int) -> None:
    folder = scratch / "letters"
    folder.mkdir()
    for at, text in enumerate(letters(SLOW)):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8")
    size = sum(len(text.encode()) for text in letters(SLOW))
    others: list[tuple[str, Callable[[], float]]] = []
    if _has("proselint"):
        others.append(("proselint", lambda: _worked("proselint", SLOW)["speed"]))
    if TEXTLINT:
        others.append(("textlint, write-good", lambda: _net(_textlint(folder), _textlint(folder / "0.txt"), size)))
    if VALE:
        others.append(
            ("Vale, 300 phrases", lambda: _net(_vale(scratch, folder), _vale(scratch, folder / "0.txt"), size))
        )
    print(
        f"\n{number:,} letters, one process, one core, medians of {runs} runs in turn ({SLOW} letters for the others)"
    )
    print(f"{'':26}{'MB/s':>8}{'ms/letter':>11}{'amends is':>12}   goal")
    ours: list[float] = []
    theirs: dict[str, list[float]] = {name: [] for name, _ in others}
    for _ in range(runs):
        ours.append(_worked("amends", number)["speed"])
        for name, measure in others:
            theirs[name].append(measure())
    each = size / SLOW / 1e3
    print(f"{'amends, all rules':26}{statistics.median(ours):8.2f}{each / statistics.median(ours):11.2f}")
    for name, speeds in theirs.items():
        ratio = statistics.median(a / b for a, b in zip(ours, speeds, strict=True))
        goal = "10 x" if name == "proselint" else ""
        print(
            f"{name:26}{statistics.median(speeds):8.2f}{each / statistics.median(speeds):11.2f}{ratio:10.1f} x   {goal}"
        )


def _memory(number: int) -> None:
    few, many = (_worked("amends", count)["peak"] for count in (number // 10, number))
    print(
        f"\npeak memory: {few:.0f} MB after {number // 10:,} letters, {many:.0f} MB after {number:,}   goal: the same"
    )


def _phrases(number: int, runs: int) -> None:
    print(f"\nphrases of a list of one's own, beside all rules ({number} letters, least of {runs} runs)")
    print(f"{'':26}{'ms/letter':>10}{'first letter, ms':>18}")
    costs = []
    for share in SHARES:
        done = [_worked(f"phrases-{share}", number) for _ in range(runs)]
        costs.append(min(one["each"] for one in done))
        print(f"{share:<26,}{costs[-1]:10.2f}{min(one['first'] for one in done):18.1f}")
    print(f"{'3,000 cost':26}{costs[2] / costs[1]:8.2f} x what 300 cost   goal: 2 x")


def _has(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


def _worked(what: str, number: int) -> dict[str, float]:
    """The figures of a process of its own."""
    command = [sys.executable, __file__, "--work", what, str(number)]
    figures: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


def _amends(number: int) -> dict[str, float]:
    from amends.review import review, rules

    rules()
    # As a worker of a bulk review does: what is loaded stays, and garbage is looked for in what comes after.
    gc.freeze()
    gc.set_threshold(10_000, 10, 10)
    return _timed(lambda text: review(text, "letter.txt"), number)


def _with_phrases(share: int) -> Callable[[int], dict[str, float]]:
    def work(number: int) -> dict[str, float]:
        from amends.review import review, rules
        from amends.review.phrases import phrase_rules

        applied = (*rules(), *phrase_rules([_list(share)]))
        return _timed(lambda text: review(text, "letter.txt", applied=applied), number)

    return work


def _list(share: int) -> dict[str, object]:
    return {
        "code": "XX01",
        "name": "own-list",
        "level": "note",
        "source": "made up",
        "title": "A list of one's own",
        "help": "",
        "message": "{quote}",
        "find": _made_up(share),
        "bad": [],
        "good": [],
    }


def _made_up(share: int) -> list[str]:
    """Phrases from the words of the letters, so that they begin to match everywhere and some do match."""
    words = sorted({word.lower() for text in letters(60) for word in text.split() if word.isalpha() and len(word) > 2})
    size = len(words)
    return [
        f"{words[at * 7 % size]} {words[at * 13 % size]}|{words[at * 29 % size]} {words[at * 31 % size]}"
        for at in range(share)
    ]


def _proselint(number: int) -> dict[str, float]:
    from proselint.checks import __register__
    from proselint.config import DEFAULT
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    return _timed(lambda text: LintFile(source=Path("letter.txt"), content=text).lint(DEFAULT), number)


def _timed(look: Callable[[str], Sequence[object]], number: int) -> dict[str, float]:
    """Speeds of looking at so many letters, after a few that are not counted."""
    begun = time.process_time()
    look(next(letters(1, seed=1)))
    first = time.process_time() - begun
    for text in letters(10, seed=2):
        look(text)
    spent, size, found = 0.0, 0, 0
    for text in letters(number):
        size += len(text.encode())
        begun = time.process_time()
        found += len(look(text))
        spent += time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    return {
        "speed": size / spent / 1e6,
        "each": spent / number * 1e3,
        "first": first * 1e3,
        "found": found,
        "peak": peak,
    }


def _net(all_of_them: list[str], one: list[str], size: int) -> float:
    """MB/s of a command on a folder, without what it takes for one letter."""
    whole, start = (min(_processor_time(command) for _ in range(2)) for command in (all_of_them, one))
    return size / max(whole - start, 1e-3) / 1e6


def _processor_time(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _textlint(what: Path) -> list[str]:
    assert TEXTLINT is not None
    return [TEXTLINT, "--no-textlintrc", "--rule", "write-good", "--format", "json", str(what)]


def _vale(scratch: Path, what: Path) -> list[str]:
    assert VALE is not None
    style = scratch / "styles" / "Own"
    style.mkdir(parents=True, exist_ok=True)
    phrases = [phrase.replace("|", " ") for phrase in _made_up(300)]
    rule = {"extends": "existence", "message": "%s", "level": "warning", "ignorecase": True, "tokens": phrases}
    (style / "Own.yml").write_text(json.dumps(rule))
    config = scratch / "vale.ini"
    config.write_text(f"StylesPath = {scratch / 'styles'}\n[*]\nBasedOnStyles = Own\n")
    return [VALE, "--config", str(config), "--output", "JSON", "--no-exit", str(what)]


WORK: dict[str, Callable[[int], dict[str, float]]] = {
    "amends": _amends,
    "proselint": _proselint,
    **{f"phrases-{share}": _with_phrases(share) for share in SHARES},
}

if __name__ == "__main__":
    main()
