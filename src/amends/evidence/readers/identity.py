"""Identity documents: only until when they hold. No name, no number, no date of birth is read or kept."""

from __future__ import annotations

from collections.abc import Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.readers._form import Wanted, best, fields, paper_of

KINDS = ("identity-document",)

_FORM = {
    "valid_until": Wanted(
        "day",
        "date of expiry | expiry date | expiration date | expires | exp | 4b | valid until | gultig bis | "
        "date of expiration | date d expiration | "
        "fecha de caducidad | valido hasta | scadenza | geldig tot | data waznosci",
    )
}


def read(pages: Sequence[Page]) -> Read:
    """The day of expiry."""
    return Read(tuple(field._replace(quote=field.value) for field in best(list(fields(paper_of(pages), _FORM)))))
