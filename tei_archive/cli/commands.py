"""The group of all commands: it turns errors into a message and an exit code."""

import io
import os
import sys

import click

from tei_archive.errors import TeiArchiveError
from tei_archive.reporting import failure

COULD_NOT_RUN = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


class Commands(click.Group):
    """A group whose commands may raise `TeiArchiveError`. Everything else that is raised is a bug and looks like one.

    It inherits because click offers no other place where all commands pass.
    """

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; give back what it gives back."""
        _escape_what_the_terminal_lacks()
        try:
            return super().invoke(ctx)
        except TeiArchiveError as error:
            click.echo(failure(error), err=True)
            ctx.exit(COULD_NOT_RUN)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # Whoever read our output has enough, as `head` has; the interpreter must not try to flush at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PIPE_CLOSED)


def _escape_what_the_terminal_lacks() -> None:
    """Write out the characters that the encoding of standard output lacks, as Python does on standard error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
