"""amends answers an Amazon enforcement notice: every sentence stands on a fact, every fact has a source."""

__version__ = "0.1.0"
