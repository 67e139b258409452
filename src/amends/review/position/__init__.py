"""Where a letter stands: what it is for, what it admits or denies, and whom it blames."""
