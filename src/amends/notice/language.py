"""Which language a text is in, by its script and its commonest words. Enough to say whether we read it well."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af]"),
    ("zh", r"[\u4e00-\u9fff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("ru", r"[\u0400-\u04ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"),
)
_COMMON = {
    "en": "the and of to your you we is are that this have has been for not with our will",
    "de": "der die das und ist nicht sie wir ihr ihre ihren für mit auf wurde haben von zu den bitte eine dass oder",
    "fr": "le la les et est pas vous nous votre vos pour avec des une que dans sur cette avons été du au",
    "es": "el la los las y es no su sus para con una que por hemos ha del al de en este esta usted",
    "it": "il lo gli e è non tuo tua per con una che di del della abbiamo nel sono alla questo tuoi",
    "nl": "de het een en is niet u uw we wij voor met van op zijn hebben dat deze te aan",
    "pt": "o os as e é não seu sua para com uma que por foi do da em você nós este esta",
    "pl": "i w na nie jest się do z że twoje twój konto prosimy został zostało oraz przez",
    "sv": "och att det är inte du din ditt vi för med som på av har ett den vårt",
    "tr": "ve bir bu için ile değil sizin hesabınız lütfen olarak olan satıcı",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def language(text: str, words: list[str], hint: str | None = None) -> str:
    """The ISO 639-1 code of the language of most of the text; `hint` or "en" when the text is too short to tell."""
    sample = text[:20000]
    letters = sum(character.isalpha() for character in sample) or 1
    for code, script in () if sample.isascii() else _SCRIPTS:
        share = len(re.findall(script, sample)) / letters
        if share > (0.12 if code == "ja" else 0.25):
            return code
    counted = words[:3000]
    scores = {code: sum(word in common for word in counted) for code, common in _WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    if scores[best] < 3 or scores[best] * 25 < len(counted):
        return (hint or "en")[:2].lower()
    return "en" if scores["en"] == scores[best] else best
