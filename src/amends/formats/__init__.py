"""Formats of files from outside and of our own, each read in bounded time and memory: bytes in, plain data out."""
