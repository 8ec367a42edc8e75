"""Source texts → documents, in stages; the order of the stages stands in `pipeline`."""

from tei_archive.segmenting.engine_rules import ENGINE_RULES
from tei_archive.segmenting.ids import Known
from tei_archive.segmenting.pipeline import segment_sources
from tei_archive.segmenting.profiles import choose_profile
from tei_archive.segmenting.volumes import Outside

__all__ = ["ENGINE_RULES", "Known", "Outside", "choose_profile", "segment_sources"]
