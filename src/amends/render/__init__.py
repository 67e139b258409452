"""Output: a letter as Markdown, plain text, form answers, DOCX and PDF; the bundle; a notice read out to a person."""
