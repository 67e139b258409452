"""What a reader is shown of the evidence: copies with marks, copies without prices, the cover sheet, one PDF of all.

Everything here is a copy. An original is read, never written; each copy says which original it is of, by its hash.
"""
