"""TEI: the only place that reads or builds it. Writing proves that no text is lost; reading takes TEI of any shape."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
