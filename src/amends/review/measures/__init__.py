"""Actions and measures: where each begins, who answers for it and when, and what it only promises."""
