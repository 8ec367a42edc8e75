"""The library's public face: segment, validate, export, explain and score an edition, chains, profiles, codes."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
