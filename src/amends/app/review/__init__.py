"""Drafts reviewed: one, a folder of them, or that of a case; with the user's settings and rule packs."""
