"""Doors: each only translates between its world (a terminal, a browser, a protocol) and the verbs of `app`."""
