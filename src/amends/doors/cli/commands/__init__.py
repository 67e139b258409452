"""One file a verb: a docstring with an example, `arguments(parser)` and `run(options) -> exit status`."""
