"""Letters that ask for what is missing: from the case to the letters that it needs, each with why and with its gaps.

Nothing is invented: what the case does not know stands in the letter as a visible gap, and is listed.
"""

from amends.request.letters import Gap, Request, letter, letters

__all__ = ["Gap", "Request", "letter", "letters"]
