"""Invoices of any layout: labels find their values by where they stand, columns by the words above them.

`words/` has the words of invoices, a file a language; everything else here knows only places.
"""
