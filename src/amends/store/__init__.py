"""Where cases live. The folder on disk is the default."""
