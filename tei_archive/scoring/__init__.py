"""Scoring: how far a machine's encoding agrees with one that was corrected by hand, and where the two differ."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
