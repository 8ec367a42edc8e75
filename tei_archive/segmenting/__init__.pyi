from .engine_rules import ENGINE_RULES
from .ids import Known
from .pipeline import segment_sources
from .profiles import choose_profile
from .volumes import Outside

__all__ = ["ENGINE_RULES", "Known", "Outside", "choose_profile", "segment_sources"]
