"""A streaming RELAX NG validator, for any schema and any XML.

>>> schema = Schema.read("letter.rng")        # or letter.rnc
>>> for violation in schema.validate("n012.xml"):
...     print(violation.line, violation.column, violation.message)

How a schema becomes a verdict: `reading` or `compact` make nodes of a file, which `syntax` checks; `loading` finds the
files that it refers to; `grammars` and `simplification` make `patterns` of it, which `restrictions` checks;
`derivatives` say what is left of a pattern after each part of a document, `automaton` remembers that, and `validation`
follows a document through it. `faults` has the words for what is wrong.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
