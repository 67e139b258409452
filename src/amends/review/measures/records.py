"""What a measure leaves behind: words that say that somebody writes, signs, files or keeps something.

A list that is only read is none: "opens the returns report", "in the public register".
"""

from __future__ import annotations

from amends.review.language.words import MASKED, Lexicon

# Loosely, for what only asks whether a sentence may be a measure at all.
RECORD = Lexicon(
    "log|logs|logged|record*|register*|file|files|filed|archive*|keep|keeps|kept|save*|"
    "stored|spreadsheet*|sheet|sheets|"
    "checklist*|report|reports|sign|signs|signed|document*|folder*|tracker*|database|retain*|"
    "screenshot*|certificate*|minutes|ticket*|crm|"
    "note|notes|noted|quiz|photo*|photograph*|form|forms|initial|initials|calendar|protocol*|enter|"
    "enters|entered|writes|written"
)
_KEEPS = frozenset(
    "logged filed files archived archives archive saved saves stored stores signed signs sign countersigned "
    "countersigns "
    "initialled initialed initials noted notes recorded records records' written writes write wrote entered "
    "enters enter "
    "documented retained retains printed prints photographed photographs filmed films stamped stamps stamp "
    "chalked chalks "
    "ticked ticks dated scribbles jots booked punches scanned exported copied pasted attached attaches uploaded "
    "screenshot "
    "screenshots photo'd minuted minutes registered protocolled logs log tallies tallied kept keeps keep records "
    "saving "
    "filing signing noting logging recording storing archiving writing entering keeping documenting initialling "
    "countersigning photographing register registers".split()
)
_PAPERS = frozenset(
    "sheet sheets list lists log logs logbook book register file files folder folders form forms report reports "
    "spreadsheet record records database protocol protocols minutes ticket tickets note notes photo photos photograph "
    "photographs print printout export screenshot screenshots certificate certificates calendar tracker crm "
    "checklist checklists diary journal ledger scan scans video film archive drawer cupboard binder cabinet "
    "server cloud "
    "drive board chart slip tag stamp receipt receipts notebook workbook column row entry entries signature "
    "initials quiz test tests paper papers copy copies results result readings reading comment dms pim erp wms system "
    "sharepoint dropbox notion trello jira mailbox inbox trail excel csv pdf docket tally whiteboard dossier "
    "documents document documentation evidence proof count scores score".split()
)
_INTO = frozenset("in into to onto on under as by".split())
_READS = frozenset(
    "opens open reads read checks check checked looks look reviews review compares compare studies study sees seen see "
    "watches scans through from with against against questions consults consult asks downloads pulls inspects "
    "shows show "
    "searches search".split()
)
_ELSEWHERE = frozenset("public official supplier's maker's brand's their amazon's national european trade".split())
_STAYS = frozenset(
    "is are stay stays go goes lie lies live lives remain remains hang hangs kept filed stored saved in".split()
)
_LOOKS_AFTER = frozenset("up an eye on track watch to prices stock pace clean ready apart away out under".split())


# What somebody has to hand in stays behind: "a supplier hands in its licence and an invoice".
_HANDS = frozenset("hands submits presents delivers".split())
_HANDED = frozenset("license licence invoice certificate contract declaration letter copy permit passport".split())
_REACH = 9


def recorded(words: tuple[str, ...]) -> bool:
    """Whether something is written, signed, filed or kept."""
    for at, word in enumerate(words):
        before = words[max(0, at - 4) : at]
        if word in _HANDS and not _HANDED.isdisjoint(words[at + 1 : at + _REACH]):
            return True
        if word in _KEEPS and _in_verb_place(words, at):
            return True
        if word not in _PAPERS and word != MASKED:
            continue
        if not _READS.isdisjoint(before) or not _ELSEWHERE.isdisjoint(before[-2:]):
            continue
        after = words[at + 1 : at + 2]
        stays = bool(after) and after[0] in _STAYS and words[at + 2 : at + 3] not in (("out",), ("off",), ("away",))
        if stays or not _INTO.isdisjoint(before[-3:]):
            return True
    return False


_NOUNS_BEFORE = frozenset(
    "the a an each every this that its his her their our no any new of reads opens checks compares public".split()
)


def _in_verb_place(words: tuple[str, ...], at: int) -> bool:
    """Whether a word that may be a verb of keeping stands where one does, and of keeping a thing."""
    word, before, after = words[at], words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if before in _NOUNS_BEFORE:
        return False
    if word.startswith("keep") or word == "kept":
        return after not in _LOOKS_AFTER
    return not (word in ("writes", "write", "wrote") and after == "to")
