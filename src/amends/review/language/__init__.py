"""The words of a letter: tokens, word classes and patterns, verb forms and clauses, slips of the pen."""
