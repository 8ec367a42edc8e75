"""Numbers in Roman figures."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def read_roman(number: str) -> int | None:
    """Give back what a number in Roman figures counts; None if it has other letters, or none."""
    values = [_VALUES.get(letter, 0) for letter in number.upper()]
    if not values or 0 in values:
        return None
    return sum(-value if value < after else value for value, after in zip(values, (*values[1:], 0), strict=True))
