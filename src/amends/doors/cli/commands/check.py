"""Review a draft the way a strict reader at Amazon would.

Takes any drafts, the folder of a case, or a folder of letters. Settings stand in amends.toml,
or in pyproject.toml under tool.amends; the command line wins over them.
Exit status 1 when a finding at error level counts: one that nobody accepted
and no baseline holds.

Example:
  amends check my-case
  amends check letters --jobs 4 --output findings.jsonl
  amends check letter.txt --type inauthentic --format json
  amends check letter.txt --allow TO04:12 --because "Exhibit C shows it."
"""

from __future__ import annotations

import os
import sys

from amends.doors.cli import screen
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from amends.app.review.checking import Checked, Checking


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    from amends.render.findings import formats

    parser.add_argument(
        "what", metavar="FILE|DIR", type=screen.named, nargs="+", help="drafts, case folders, or - for standard input"
    )
    parser.add_argument("--format", metavar="FORMAT", help=f"{', '.join(formats())} (text when left out)")
    parser.add_argument("--type", metavar="ENFORCEMENT", help="what the letter answers, such as inauthentic")
    parser.add_argument("--stdin-filename", metavar="NAME", default="", help="the name of what comes as -")
    which = parser.add_argument_group("which findings count")
    which.add_argument("--select", metavar="RULES", action="append", help="only these codes, names or families (TO)")
    which.add_argument("--ignore", metavar="RULES", action="append", help="not these")
    which.add_argument("--level", choices=("error", "warning", "note"), help="the least level to show and count")
    which.add_argument("--baseline", metavar="FILE", type=screen.named, help="what is recorded there does not count")
    which.add_argument("--write-baseline", metavar="FILE", type=screen.named, help="record the present findings there")
    which.add_argument(
        "--pack", metavar="DIR", type=screen.named, action="append", help="word lists and rules of yours"
    )
    accept = parser.add_argument_group("accept a finding")
    accept.add_argument("--allow", metavar="RULE:LINE", action="append", help="accept it; written into amends.toml")
    accept.add_argument("--because", metavar="WHY", default="", help="the reason, which stays with it")
    accept.add_argument("--by", metavar="NAME", default="", help="who accepts it")
    mend = parser.add_argument_group("mend")
    mend.add_argument("--fix", action="store_true", help="apply the safe fixes, which only delete or reword")
    mend.add_argument("--diff", action="store_true", help="show what --fix would do, and do nothing")
    many = parser.add_argument_group("a folder of letters")
    many.add_argument("--jobs", metavar="N", type=screen.positive, help="workers, one a core when left out")
    many.add_argument(
        "--output", metavar="FILE", type=screen.named, help="where the results go, a line of JSON a letter"
    )
    many.add_argument("--again", action="store_true", help="begin anew instead of going on where a run was stopped")
    parser.add_argument(
        "--earlier", metavar="DIR", type=screen.named, action="append", help="plans of yours that it may repeat"
    )
    screen.day_option(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings."""
    from amends.app.review.checking import Checking
    from amends.errors import AmendsError, Unknown

    if options.what.count("-") > 1:
        raise Unknown("Standard input can be read once; name - once.")
    _known_format(options.format)
    if len(options.what) == 1 and _is_folder(options.what[0]) and not _is_case(options.what[0]):
        return _letters(options)
    checking = Checking(_asked(options))
    if options.allow:
        return _allow(options, checking)
    seen: list[Checked] = []
    refused: dict[str, None] = {}
    fixed = 0
    for what in options.what:
        try:
            fixed += _fix(what, checking, options) if options.fix and not options.diff else 0
            seen.append(_check(what, checking, options))
        except AmendsError as error:
            if len(options.what) == 1:
                raise
            refused[str(error)] = None
    if options.fix and not options.diff:
        print(f"{screen.several(fixed, 'place')} fixed.", file=sys.stderr)
    if seen:
        _show(seen, checking, options)
    _tell(seen, checking, options)
    for words in refused:
        screen.complain(f"amends: {words}")
    return 2 if refused else int(any(checked.counts for checked in seen))


def _asked(options: argparse.Namespace):  # type: ignore[no-untyped-def]  # what it gives is imported late
    from amends.app.review.settings import Asked

    return Asked(
        type=options.type,
        select=_words(options.select),
        ignore=_words(options.ignore),
        level=options.level,
        baseline=options.baseline,
        take_baseline=options.write_baseline,
        packs=tuple(options.pack or ()),
        stdin_name=options.stdin_filename,
        today=screen.today(options.today),
        earlier=tuple(options.earlier or ()),
    )


def _words(given: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for words in given or () for word in words.split(",") if word.strip())


def _known_format(format: str | None) -> None:
    from amends.errors import Unknown
    from amends.render.findings import formats

    if format is not None and format not in formats():
        raise Unknown(f"There is no format “{format}”. There are: {', '.join(formats())}.")


def _is_folder(what: str) -> bool:
    return what != "-" and os.path.isdir(what)


def _is_case(what: str) -> bool:
    return os.path.isfile(os.path.join(what, "case.yaml"))


def _letters(options: argparse.Namespace) -> int:
    """Review every letter under a folder that is no case."""
    from amends.doors.cli import letters
    from amends.errors import Unknown

    single = {"--fix": options.fix, "--diff": options.diff, "--allow": options.allow}
    single["--write-baseline"] = options.write_baseline
    for name, given in single.items():
        if given:
            raise Unknown(f"{name} is for letters that you name, not for a folder of them.")
    return letters.check(
        options.what[0],
        format=options.format or "text",
        enforcement=options.type,
        today=screen.today(options.today),
        jobs=options.jobs,
        resume=not options.again,
        output=options.output,
        select=_words(options.select),
        ignore=_words(options.ignore),
        level=options.level,
        baseline=options.baseline and os.path.abspath(options.baseline),
        packs=[os.path.abspath(pack) for pack in options.pack or ()],
        earlier=[os.path.abspath(folder) for folder in options.earlier or ()],
    )


def _check(what: str, checking: Checking, options: argparse.Namespace) -> Checked:
    if not _is_folder(what):
        return checking.file(what, sys.stdin.buffer if what == "-" else None)
    from pathlib import Path

    from amends.app import cases
    from amends.app.plan import plans
    from amends.errors import Unknown

    opened = cases.open_case(Path(what))
    if options.type not in (None, opened.case.enforcement):
        raise Unknown(f"The case says what it answers: {opened.case.enforcement}. --type is for single files.")
    return plans.check_case(opened, screen.today(options.today), checking)


def _fix(what: str, checking: Checking, options: argparse.Namespace) -> int:
    if _is_folder(what):
        from pathlib import Path

        from amends.app import cases
        from amends.app.plan import plans

        return plans.fix_plan(cases.open_case(Path(what)), screen.now(options.today), checking)
    from amends.app.review.mending import fix_file

    return fix_file(what, checking)


def _show(seen: list[Checked], checking: Checking, options: argparse.Namespace) -> None:
    if options.diff:
        from amends.app.review.mending import difference
        from amends.text import shown

        whole = "".join(map(difference, seen))
        print(shown(whole) if screen.person_looks(sys.stdout) else whole, end="")
        return
    from amends.render.findings import Report, render

    first = os.path.dirname(seen[0].file)
    format = options.format or checking.format(first) or "text"
    paint = screen.colour() and format == "text"
    judged = format in ("text", "json", "html")
    reports = [Report(c.findings, c.text, c.file, c.verdict if judged else None) for c in seen]
    print(render(reports, format, paint, rules=checking.applied()), end="")


def _tell(seen: list[Checked], checking: Checking, options: argparse.Namespace) -> None:
    """Say on standard error what is no finding: allowances without use, rules left out, the baseline."""
    if options.write_baseline and seen:
        number = checking.write_baseline()
        screen.complain(f"{screen.several(number, 'finding')} recorded in {options.write_baseline}.")
    problems = [problem for checked in seen for problem in checked.problems]
    for words in (*problems, *checking.remarks(), *checking.notes()):
        screen.complain(f"amends: note: {words}")


def _allow(options: argparse.Namespace, checking: Checking) -> int:
    from amends.app.review.allowing import accept
    from amends.errors import Unknown

    if len(options.what) > 1 or options.what[0] == "-":
        raise Unknown("Name the one file whose finding you accept.")
    checked = _check(options.what[0], checking, options)
    file, number = accept(checked, options.allow, options.because, options.by, screen.today(options.today))
    print(f"{screen.several(number, 'finding')} accepted in {file}.")
    return 0
