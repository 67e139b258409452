"""A letter held against its case: what the case says, in which words, and what it does not know."""
