"""The documents of a case: taken in, verified, marked and copied, asked for; and Amazon's own reports."""
