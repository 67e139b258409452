"""How a letter explains what happened: its causes, what they leave out, and where they stand."""
