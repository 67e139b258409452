"""What the words of a statement mean: fields of meaning, who is spoken of, and what about."""
