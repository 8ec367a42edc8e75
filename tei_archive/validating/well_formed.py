"""The first layer: is the file XML that can be read safely? What passes is parsed, once for all layers."""

from dataclasses import replace

from tei_archive.model import Finding
from tei_archive.validating.batch import Batch, Outcome, XmlFile
from tei_archive.validating.parsing import parse


def check_well_formed(batch: Batch) -> Outcome:
    """Parse what was given. Only well-formed files go on to the next layer."""
    findings: list[Finding] = []
    files: list[XmlFile] = []
    large: list[XmlFile] = []
    for given in batch.given:
        for result in parse(given):
            if isinstance(result, XmlFile):
                (large if result.is_head else files).append(result)
            else:
                findings.append(result)
    return Outcome(tuple(findings), replace(batch, files=tuple(files), large=tuple(large)))
