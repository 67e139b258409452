"""What others do in the ordinary course of trade, and what is beyond it: "opened by the courier", "merged our page"."""

from __future__ import annotations

from amends.review.language.verbs import ALIKE, is_participle, is_past
from amends.review.position.roles import is_habit

PLAIN = frozenset(
    "signed issued sent confirmed requested asked delivered supplied sold named notified informed suspended "
    "deactivated made produced manufactured provided given written stated shown listed required received returned "
    "ordered accepted approved paid bought used collected picked carried shipped printed invoiced reported "
    "counted measured tested checked inspected certified verified read owned run operated managed led followed "
    "done set taken kept reviewed filed raised opened mailed handed accompanied answered proposed offered "
    "described prescribed mentioned cited granted allowed permitted recommended booked quoted dated held seen "
    "found packed refunded trained compared entered signed-off photographed destroyed corrected closed".split()
)


def done_by(words: tuple[str, ...], first: int, deeds: frozenset[str] = frozenset()) -> bool:
    """Whether something out of the ordinary, or one of these deeds, was done by the party that begins here."""
    at = next((at for at in range(first - 1, max(-1, first - 5), -1) if words[at] == "by"), -1)
    if at < 1:
        return False
    done = words[at - 1] if not words[at - 1].endswith("ly") else words[at - 2]
    return done in deeds if deeds else is_participle(done) and done not in PLAIN


# What a party of the trade does on any day.
_ORDINARY = frozenset(
    "measured measures deactivates suspends waited waits waiting "
    "admits admit admitted delivered delivers deliver sent sends send shipped ships ship issued issues "
    "invoiced invoices confirmed confirms "
    "answered answers replied replies named names listed lists showed shows show stated states wrote writes written "
    "supplied supplies sold sells charged charges arrived arrives collected collects collect returned returns ordered "
    "orders received receives complained complains reported reports asked asks is are was were has have had will can "
    "signed signs checked checks informed told tells works worked started began joined left opened opens trained "
    "bought buys paid pays requested requests wanted wants removed suspended deactivated closed notified warned "
    "changed agreed agrees accepts accepted offers offered gives gave uses made makes does did do may need needs holds "
    "held keeps kept stays stayed said says found entered enters packed packs put puts printed prints took takes "
    "uploaded uploads listed posted counted counts scanned scans labelled labeled handed hands "
    "tested tests measured measures examined examines inspected inspects passed passes analysed "
    "analyzed reviewed reviews "
    "certified verified compared discontinued stopped stops went goes "
    "came comes come reissued reworked replaced repaired corrected confirm attached enclosed repeated relabelled "
    "recounted compare clarified translated produced produces based registered located owns owned".split()
)


def acts(zone: tuple[str, ...]) -> bool:
    """Whether a party, by the words behind it, does something out of the ordinary course of trade."""
    if zone[:1] and zone[0] in ("has", "have", "had") and "been" not in zone[1:4]:
        # "Has rejected" tells what "rejected" tells.
        deed = next((word for word in zone[1:4] if is_past(word) and word not in ("had", "been")), "")
        if deed:
            return deed not in _ORDINARY
    verb = next((w for w in zone[:5] if w in _ORDINARY or w in ALIKE or (is_past(w) and "-" not in w)), "")
    if verb:
        return verb not in _ORDINARY
    return bool(zone) and is_habit(zone[0]) and len(zone) > 1


def acts_oddly(zone: tuple[str, ...]) -> bool:
    """The same, or that it did not do what it does: "never answered", "could not tell"."""
    own = tuple(word for word in zone if word not in _RELATIVE)
    if not _AHEAD.isdisjoint(own[:2]):
        # "Amazon will not see this again" is a promise.
        return False
    return not _SHORT_OF.isdisjoint(own[:4]) or acts(own)


_AHEAD = frozenset(("will", "shall"))
_RELATIVE = frozenset(("who", "which", "that"))
_SHORT_OF = frozenset("not never no nobody hardly rarely seldom only".split())
