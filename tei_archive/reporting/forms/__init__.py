"""Forms of findings, for people and for other programs. A new form is one new line in the stub, and one in `table`."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
