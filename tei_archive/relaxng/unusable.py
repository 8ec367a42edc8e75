"""A datatype that a schema asks for and that cannot be had."""


class UnusableDatatypeError(Exception):
    """No such datatype, no such parameter, or not with this value. The schema's reader adds the place."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint
