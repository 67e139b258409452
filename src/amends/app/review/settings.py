"""What holds for the files of a folder: the command line over the nearest configuration, and the rules of packs."""

from __future__ import annotations

import os

from amends.app import knowledge
from amends.app.review.config import PACKS_VARIABLE, near, nearest
from amends.errors import Invalid, Unknown, Unreadable
from amends.review import rules
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from amends.app.review.packs import Pack
    from amends.config import Config
    from amends.formats.tomlfile import Document
    from amends.model import Severity
    from amends.review import Rule


class Asked(NamedTuple):
    """What a door asks for; it wins over the configuration. Paths are seen from where the call is made.

    `stdin_name` stands for the name of standard input. With `take_baseline` the findings are recorded, and count no
    more.
    """

    type: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: Severity | None = None
    baseline: str | None = None
    take_baseline: str | None = None
    packs: tuple[str, ...] = ()
    stdin_name: str = ""
    today: date | None = None
    earlier: tuple[str, ...] = ()


class Settings(NamedTuple):
    """What holds for the files of a folder. `known` are all rules there are, `applied` those of the review."""

    known: tuple[Rule, ...]
    applied: tuple[Rule, ...]
    config: Config | None = None
    level: Severity | None = None
    notes: tuple[str, ...] = ()

    @property
    def baseline(self) -> str | None:
        """The baseline that the configuration names."""
        return self._beside(self.config.baseline) if self.config and self.config.baseline else None

    @property
    def earlier(self) -> tuple[str, ...]:
        """The folders of earlier plans that the configuration names: those within its own folder.

        A configuration that came with a letter must not have other folders of the machine read.
        """
        if self.config is None:
            return ()
        home = os.path.realpath(os.path.dirname(self.config.file) or ".")
        named = map(self._beside, self.config.earlier)
        return tuple(folder for folder in named if os.path.commonpath((home, os.path.realpath(folder))) == home)

    def _beside(self, path: str) -> str:
        return os.path.join(os.path.dirname(self.config.file if self.config else ""), path)


class AllSettings:
    """The settings of every folder that one call touches; each configuration and pack is read once."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.made: dict[str | None, Settings] = {}
        self._found: dict[str, str | None] = {}
        self._packs: dict[tuple[str, bool], Pack] = {}

    def of(self, folder: str) -> Settings:
        """What holds for the files of a folder. Raises `Invalid` with every mistake of its configuration."""
        if folder not in self._found:
            self._found[folder] = nearest(folder or ".")
        place = self._found[folder]
        if place not in self.made:
            self.made[place] = self._made(place)
        return self.made[place]

    def _made(self, place: str | None) -> Settings:
        asked = self.asked
        if place is None and not (asked.packs or asked.select or asked.ignore or os.environ.get(PACKS_VARIABLE)):
            return Settings(rules(), rules(), level=asked.level)
        from amends.review.selection import at_levels, chosen

        document = _document(place)
        config = _config(document)
        packs = self._packs_of(config, document)
        known = rules()
        if packs:
            from amends.app.review.packs import joined

            known = joined(packs)
        self._check_words(known, packs, config, document)
        layers = [(config.select, config.ignore)] if config else []
        applied = chosen(at_levels(known, config.levels if config else ()), [*layers, (asked.select, asked.ignore)])
        level = asked.level or (config.level if config else None)
        return Settings(known, applied, config, level, tuple(map(_left_out, filter(lambda p: p.left_out, packs))))

    def _packs_of(self, config: Config | None, document: Document | None) -> list[Pack]:
        """The packs that the command line and the environment name, which may run, and those of a configuration."""
        if not (self.asked.packs or os.environ.get(PACKS_VARIABLE) or (config and config.packs)):
            return []
        from amends.app.review.packs import load, of_environment

        named = dict.fromkeys(os.path.abspath(root) for root in (*self.asked.packs, *of_environment()))
        for root in named:
            if (root, True) not in self._packs:
                self._packs[root, True] = load(near(root), run=True)
        found = [self._packs[root, True] for root in named]
        if config is None or document is None:
            return found
        from amends.config import table_of

        for number, written in enumerate(config.packs):
            root = os.path.abspath(os.path.join(os.path.dirname(config.file), written))
            if root in named:
                continue
            try:
                self._packs[root, False] = self._packs.get((root, False)) or load(near(root), run=False)
                found.append(self._packs[root, False])
            except Unreadable as error:
                document.fault((*table_of(document), "packs", number), str(error))
        return found

    def _check_words(
        self, known: tuple[Rule, ...], packs: list[Pack], config: Config | None, document: Document | None
    ) -> None:
        """Hold every word that must name a rule against the rules; those of rules that were left out pass."""
        from amends.review.selection import names, nearest

        left_out: frozenset[str] = frozenset().union(*(pack.names_left_out for pack in packs))
        with_families, alone = names(known) | left_out, names(known, families=False) | left_out
        for word in (*self.asked.select, *self.asked.ignore):
            if word.strip().lower() not in with_families:
                raise Unknown(f"{nearest(word, with_families)}.")
        if config is not None and document is not None:
            from amends.config import rule_words

            for word, path, family in rule_words(document):
                if word.strip().lower() not in (with_families if family else alone):
                    document.fault(path, nearest(word, with_families if family else alone))
            _check_choices(config, document)
            if document.problems:
                raise Invalid(sorted(document.problems, key=lambda problem: problem.line or 0))


def _document(place: str | None) -> Document | None:
    from amends.app.review import config

    return None if place is None else config.read(place)


def _config(document: Document | None) -> Config | None:
    from amends.config import read

    return None if document is None else read(document)


def _check_choices(config: Config, document: Document) -> None:
    """Hold the enforcement and the format that a configuration names against those that there are."""
    from amends.config import nearest, table_of
    from amends.render.findings import formats

    at = table_of(document)
    if config.format and config.format not in formats():
        document.fault((*at, "format"), f"there is no format “{config.format}”; there are {', '.join(formats())}")
    known = tuple(knowledge().playbooks) if config.type else ()
    if config.type and config.type not in known:
        hint = nearest(config.type, known)
        document.fault((*at, "type"), f"there is no playbook “{config.type}”{hint}; `amends playbooks` lists them")


def _left_out(pack: Pack) -> str:
    number = len(pack.left_out)
    rules_of = "a rule in Python was" if number == 1 else f"{number} files with rules in Python were"
    return (
        f"{rules_of} left out: a program runs only when you name its pack, not because a configuration does. "
        f"To run: --pack {pack.root}"
    )
