"""Values: what a source, a document, a claim and a finding are. No reading, no writing, no patterns."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
