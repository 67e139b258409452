"""The plan of a case: drafted, kept in versions, packed into a bundle, recorded as sent."""
