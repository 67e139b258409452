"""Check letters as the command line and the configuration ask: which rules, what is accepted, what is in the baseline.

One `Checking` is one call on any number of files; each goes by the configuration nearest to it. All doors and verbs
review through it, so that a finding that is accepted for one is accepted for all.
"""

from __future__ import annotations

import os

from amends.app import knowledge
from amends.app.files import draft_of
from amends.app.review.settings import AllSettings, Asked, Settings
from amends.errors import Invalid, Unknown
from amends.model import Finding, Problem
from amends.review import Draft, reviewed
from amends.typed import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from amends.config import Allow
    from amends.model import Verdict
    from amends.review import Rule
    from amends.review.baseline import Recorded

_WEIGHT = {"error": 0, "warning": 1, "note": 2}
_MOST_GONE = 5


class Checked(NamedTuple):
    """A letter that was checked. Accepted findings, and those of the baseline, are among the findings, marked.

    `problems` are mistakes in the allowances of the draft itself.
    """

    text: str
    file: str
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    draft: Draft

    @property
    def counts(self) -> bool:
        """Whether a finding at error level counts."""
        return any(finding.level == "error" and finding.suppressed is None for finding in self.findings)

    @property
    def verdict(self) -> Verdict:
        """The three questions, the coverage matrix and what to do next."""
        from amends.review.verdict import verdict

        return verdict(self.draft, self.findings)


class Checking:
    """One call: what is asked, and what was read of configurations, packs and baselines so far."""

    def __init__(self, asked: Asked | None = None) -> None:
        self.asked = asked or Asked()
        self._settings = AllSettings(self.asked)
        self._baselines: dict[str, dict[str, Recorded]] = {}
        self._taken: dict[str, Recorded] = {}
        self._gone: dict[tuple[str, str], Mapping[tuple[str, str], int]] = {}
        self._used: set[Allow] = set()
        self._due: dict[Allow, None] = {}
        self._doubts: list[str] = []

    # ------------------------------------------------------------------ the verbs

    def settings(self, folder: str) -> Settings:
        """What holds for the files of a folder. Raises `Invalid` with every mistake of its configuration."""
        return self._settings.of(folder)

    def file(self, path: str, stdin: BinaryIO | None = None) -> Checked:
        """Check any text file; `-` is standard input. Raises `Unreadable` when there is no letter in it."""
        name = self.asked.stdin_name if path == "-" else path
        settings = self.settings(os.path.dirname(name))
        enforcement = self.asked.type or (settings.config.type if settings.config else None)
        if enforcement is not None and enforcement not in knowledge().playbooks:
            raise Unknown(f"There is no playbook “{enforcement}”. `amends playbooks` lists them.")
        draft = draft_of(path, enforcement, stdin, self.asked.today, name)
        if draft.written is not None:
            self._doubts += [f"{draft.file}: {doubt}" for doubt in draft.written.doubts]
        self.recall(draft, settings)
        return self.examine(draft, settings)

    def recall(self, draft: Draft, settings: Settings) -> None:
        """Give a draft the plans that it may repeat, of the folders that are named for it."""
        folders = (*self.asked.earlier, *settings.earlier)
        if folders:
            from amends.app.review.earlier import earlier_plans

            draft.earlier = (*draft.earlier, *earlier_plans(draft.text, draft.file, folders))

    def examine(self, draft: Draft, settings: Settings) -> Checked:
        """Review a draft by these settings."""
        findings = reviewed(draft, settings.applied)
        problems: tuple[Problem, ...] = ()
        allows = self._allows(settings, draft.file)
        if allows or "<!--" in draft.given:
            from amends.review.acceptance import accepted

            made = accepted(draft, findings, allows, settings.known, settings.applied)
            findings, problems = made.findings, made.problems
            self._used |= made.used
        if settings.level:
            least = _WEIGHT[settings.level]
            findings = tuple(finding for finding in findings if _WEIGHT[finding.level] <= least)
        baseline = self.asked.baseline or settings.baseline
        if baseline or self.asked.take_baseline:
            findings = self._held(draft, findings, settings, baseline)
        return Checked(draft.given, draft.file, findings, problems, draft)

    def remarks(self) -> tuple[Problem, ...]:
        """After all files: allowances of the configurations that nothing needs, and what of a baseline is gone."""
        unused = [
            Problem(allow.source, allow.line, f"allow {allow.rule}", f"accepts nothing any more: “{allow.quote[:60]}”")
            for allow in self._due
            if allow not in self._used
        ]
        return (*unused, *(problem for key, gone in self._gone.items() for problem in _of_baseline(*key, gone)))

    def notes(self) -> tuple[str, ...]:
        """What to say beside the findings: rules of a pack that were not run, parts of a file that were not read."""
        packs = (note for settings in self._settings.made.values() for note in settings.notes)
        return tuple(dict.fromkeys((*self._doubts, *packs)))

    def applied(self) -> tuple[Rule, ...]:
        """The rules that any of the files was held against, by code."""
        found = {rule.code: rule for settings in self._settings.made.values() for rule in settings.applied}
        return tuple(found[code] for code in sorted(found))

    def format(self, folder: str) -> str | None:
        """The output format that the configuration of a folder asks for."""
        config = self.settings(folder).config
        return config.format if config else None

    # ------------------------------------------------------------------ what does not count

    def _allows(self, settings: Settings, file: str) -> tuple[Allow, ...]:
        """The allowances of the configuration that may hold for a file."""
        config = settings.config
        if config is None or not config.allow:
            return ()
        from amends.app.review.config import relative

        own = relative(file, os.path.dirname(config.file))
        found = tuple(entry for entry in config.allow if entry.file in ("", own) or _same(entry.file, own))
        spoken = {name for rule in settings.applied for name in (rule.code.lower(), rule.name)}
        self._due |= dict.fromkeys(entry for entry in found if entry.rule.strip().lower() in spoken)
        return found

    def _held(
        self, draft: Draft, findings: tuple[Finding, ...], settings: Settings, baseline: str | None
    ) -> tuple[Finding, ...]:
        from amends.app.review.config import relative
        from amends.review.baseline import held, taken

        file = self.asked.take_baseline or baseline or ""
        name = relative(draft.file, os.path.dirname(file))
        if self.asked.take_baseline:
            recorded = self._taken[name] = taken(draft, findings)
            return held(draft, findings, recorded)[0]
        marked, gone = held(draft, findings, self._recorded(file).get(name, {}))
        codes = {rule.code for rule in settings.applied}
        told = settings.level is None  # a finding below the level is not gone, only not looked at
        self._gone[file, name] = {key: count for key, count in gone.items() if told and key[0] in codes}
        return marked

    def _recorded(self, file: str) -> dict[str, Recorded]:
        if file not in self._baselines:
            from amends.app.files import LARGEST_TEXT, file_bytes
            from amends.review.baseline import read

            data, _ = file_bytes(file, None, LARGEST_TEXT)
            self._baselines[file], problems = read(data.decode("utf-8-sig", "replace"), file)
            if problems:
                raise Invalid(problems)
        return self._baselines[file]

    def write_baseline(self) -> int:
        """Write what was taken; gives how many findings. What is recorded of files not checked now is kept."""
        from pathlib import Path

        from amends.review.baseline import written
        from amends.store.folder import put

        file = self.asked.take_baseline or ""
        before = self._recorded(file) if os.path.exists(file) else {}
        put(Path(file), written(before | self._taken).encode("utf-8", "replace"))
        return sum(recorded.total() for recorded in self._taken.values())


def _same(written: str, own: str) -> bool:
    return os.path.normpath(written).replace(os.sep, "/") == own


def _of_baseline(file: str, name: str, gone: Mapping[tuple[str, str], int]) -> list[Problem]:
    """What a baseline still records and a letter no longer has."""
    entries = sorted(gone.items())
    found = [
        Problem(file, None, name, f"{rule} is gone from “{sentence[:60]}”; write the baseline anew, it shrinks")
        for (rule, sentence), _ in entries[:_MOST_GONE]
    ]
    if len(entries) > _MOST_GONE:
        found.append(Problem(file, None, name, f"and {len(entries) - _MOST_GONE} more are gone"))
    return found


def check_file(
    path: str, enforcement: str | None = None, stdin: BinaryIO | None = None, today: date | None = None
) -> Checked:
    """Check one text file the way `amends check` does, by the configuration nearest to it."""
    return Checking(Asked(type=enforcement, today=today)).file(path, stdin)
