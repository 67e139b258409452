"""`python -m amends` is the same as `amends`."""

from amends.doors.cli import main

main()
