"""The checks, one file each; `check.py` says how one is written."""
