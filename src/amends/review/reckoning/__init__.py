"""The figures and days of a letter, and whether they come out and agree with each other."""
