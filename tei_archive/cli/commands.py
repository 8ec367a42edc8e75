"""The group of all commands: it turns errors into a message and an exit code."""

import io
import os
import sys
from contextlib import suppress

import click

from tei_archive.cli.interrupts import INTERRUPTED
from tei_archive.cli.lazy_group import LazyGroup
from tei_archive.errors import Location, TeiArchiveError
from tei_archive.reporting import failure, visible

COULD_NOT_RUN = 2
PIPE_CLOSED = 141

# Raised by click from 8.2 on for a command line without any words.
_NO_WORDS: type[click.UsageError] | tuple[()] = getattr(click.exceptions, "NoArgsIsHelpError", ())


class Commands(LazyGroup):
    """A group whose commands may raise `TeiArchiveError`, or what the system raises of a path or of the output.

    Everything else that is raised is a bug and looks like one.

    It inherits because click offers no other place where all commands pass.
    """

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Read the options before the command."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise _shown(error) from error
        except OSError as error:
            raise _refused(error) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; give back what it gives back."""
        _escape_what_the_terminal_lacks()
        try:
            return super().invoke(ctx)
        except TeiArchiveError as error:
            click.echo(failure(error), err=True)
            ctx.exit(COULD_NOT_RUN)
        except click.UsageError as error:
            raise _shown(error) from error
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # Whoever read our output has enough, as `head` has; the interpreter must not try to flush at the end.
            _drop_output()
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            raise _refused(error) from error


def _escape_what_the_terminal_lacks() -> None:
    """Write out the characters that the encoding of standard output lacks, as Python does on standard error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _refused(error: OSError) -> Exception:
    """Show what the system refuses: a path that it cannot have, or output for which there is no room."""
    if error.filename is None:
        _drop_output()
        found = TeiArchiveError(f"the output cannot be written: {error.strerror}", hint="is there room left for it?")
    else:
        where = Location(os.fsdecode(error.filename))
        found = TeiArchiveError(f"{error.strerror}", where, hint="check the path and its permissions")
    with suppress(OSError):
        click.echo(failure(found), err=True)
    return click.exceptions.Exit(COULD_NOT_RUN)


def _drop_output() -> None:
    """Send away what is still to be written to standard output: the interpreter would try it again at its end."""
    with suppress(io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _shown(error: click.UsageError) -> Exception:
    """Show an error of the command line as all others are shown; without any words, the help says it all."""
    if isinstance(error, _NO_WORDS):
        return error
    command = error.ctx.command_path if error.ctx else "tei-archive"
    if error.ctx:
        click.echo(error.ctx.get_usage(), err=True)
    click.echo(f"error: {visible(error.format_message())}", err=True)
    click.echo(f"  hint: see `{command} --help`", err=True)
    return click.exceptions.Exit(COULD_NOT_RUN)
