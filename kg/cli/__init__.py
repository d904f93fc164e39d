"""The command line: each command parses, calls the method of the same name, and prints.

Exit codes: 0 done; 1 it could not be done; 2 the command or query was wrong; 3 done, but some inputs could
not be read or a check found faults; 130 stopped by Ctrl-C; 141 the reader of the output went away.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from kg.errors import KgError

STOPPED = 130  # 128 + SIGINT, as shells count
NO_READER = 141  # 128 + SIGPIPE


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command line and leave the process with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; errors become one line on standard error. Returns the exit code."""
    import click

    from kg.cli.root import cli

    try:
        with cli.make_context("kg", list(sys.argv[1:] if arguments is None else arguments)) as context:
            code = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:  # --help and --version
        return end.exit_code
    except KgError as error:
        return fail(str(error), error.exit_code)
    except click.UsageError as error:
        hint = f"; see `{error.ctx.command_path} --help`" if error.ctx else ""
        return fail(error.format_message().rstrip(".") + hint, error.exit_code)
    except click.ClickException as error:
        return fail(error.format_message(), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return fail("stopped; what was reported done is kept, the same command goes on from there", STOPPED)
    except BrokenPipeError:
        quiet_stdout()
        return NO_READER
    return code if isinstance(code, int) else 0


def fail(message: str, code: int) -> int:
    """Say in one line on standard error what went wrong."""
    print("kg:", " ".join(message.split()), file=sys.stderr)
    return code


def quiet_stdout() -> None:
    """Point standard output nowhere, so that Python's own last flush cannot fail."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
