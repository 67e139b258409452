"""The signs, one file each; `amends.evidence.sign` finds them."""
