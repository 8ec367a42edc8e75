"""Reading what a scholar brings: source texts and the settings of an edition; and the ledger of a run."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
