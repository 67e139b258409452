"""Made-up invoices to measure on, with the truth of each beside it, and what becomes of them in a scanner or a phone.

Seeded: the same number gives the same files. Nothing in them is real. `world` has the names and the goods, `customs`
how a country writes dates and amounts, `matter` draws what an invoice says, a module of `layouts` how it looks, `scans`
what a scanner makes of it. Layouts are found by scanning the folder.
"""
