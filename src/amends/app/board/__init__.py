"""Many cases: where they lie, what each stands at, and the work that waits for one."""
