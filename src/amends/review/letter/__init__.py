"""What a letter is made of: parts, blocks, items and statements, its own date, and the papers that it names."""
