"""Cases in a database, by Django: SQLite in the user's data folder, or PostgreSQL.

Evidence and other files that never change lie beside it by their SHA-256 (`blobs.py`); all else is in tables.
"""
