"""The tokens of a schema in compact syntax, as a parser takes them one after the other."""

from typing import NoReturn

from tei_archive.relaxng.compact_tokens import Form, Token
from tei_archive.relaxng.schema_error import wrong


class Stream:
    """Tokens, and the place that has been reached. Annotations are passed over unless one asks for them."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0

    def now(self) -> Token:
        """The token that comes next."""
        while self._tokens[self._at].form is Form.ANNOTATION:
            self._at += 1
        return self._tokens[self._at]

    def following(self) -> Token:
        """The token after that, be it an annotation."""
        self.now()
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    def move_on(self) -> Token:
        """Take the next token, whatever it is; the end stays."""
        token = self.now()
        if token.form is not Form.END:
            self._at += 1
        return token

    def take(self, form: Form, what: str) -> Token:
        """Take a token of a form. Raises `SchemaError` where another comes."""
        if self.now().form is not form:
            self.refuse(f"{what} is expected")
        return self.move_on()

    def comes(self, text: str, form: Form = Form.SIGN) -> bool:
        """Say whether a certain token comes next."""
        token = self.now()
        return token.form is form and token.text == text

    def take_if(self, text: str, form: Form = Form.SIGN) -> bool:
        """Take a certain token where it comes next, and say whether it did."""
        if not self.comes(text, form):
            return False
        self.move_on()
        return True

    def demand(self, sign: str) -> None:
        """Take a sign. Raises `SchemaError` where another token comes."""
        if not self.take_if(sign):
            self.refuse(f"{sign} is expected")

    def name(self, what: str) -> str:
        """Take a name; a backslash before it only says that it is no keyword."""
        return self.take(Form.NAME, what).text.lstrip("\\")

    def literal(self) -> str:
        """Take a text, which may be joined from several."""
        words = self.take(Form.LITERAL, "a text in quotation marks").text
        while self.take_if("~"):
            words += self.take(Form.LITERAL, "a text in quotation marks").text
        return words

    def skip_following_annotations(self) -> None:
        """Skip annotations that come after what they annotate: `>> name [ … ]`."""
        while self.take_if(">>"):
            self.move_on()

    def refuse(self, message: str) -> NoReturn:
        """Say what is expected in place of the next token. Raises `SchemaError`."""
        token = self.now()
        shown = repr(token.text) if token.text else "the end of the file"
        raise wrong(f"{message}, not {shown}", token.where, "see the RELAX NG compact syntax")
