"""Drafting: a case and its playbook become the written answer; each sentence knows what it stands on."""

from amends.plan.draft import draft

__all__ = ["draft"]
