"""Persons as records hold them. Names, numbers, addresses are sealed; a figure never needs them."""
