"""A folder of letters reviewed on all cores, in shares that workers take."""
