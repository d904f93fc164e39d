"""The command `kg` and where its commands live; a command's module is imported when it is used."""

from __future__ import annotations

import importlib
from typing import cast

import click

import kg

DEFAULT_STORE = "data/store"

# Each command in the order and groups of the help text: its module, and the first sentence of its help,
# written here too so that `kg --help` need not import them all (a test compares).
GROUPS: dict[str, dict[str, tuple[str, str]]] = {
    "Make the graph": {
        "build": ("make", "Make the graph from articles and write its page and exports."),
        "add": ("make", "Add articles to the graph."),
        "watch": ("sources", "Poll feeds and add what is new."),
        "structured": ("sources", "Add event tables and travel lists."),
        "remove": ("make", "Take an article out, and all that only it said."),
        "extract": ("extract", "Print what articles say, with the words that show it; needs no store."),
    },
    "Ask it": {
        "query": ("ask", "Ask with SPARQL or a named question."),
        "show": ("ask", "Show the card of an official, state, body, place or event."),
        "path": ("ask", "Show how two officials, states or bodies are connected."),
        "timeline": ("when", "List dated events in the order of time."),
        "stats": ("ask", "Count what the store holds."),
    },
    "See it and take it away": {
        "graph": ("take", "Write the interactive network page: one file that opens offline."),
        "calendar": ("when", "Write planned and held events as a calendar file (.ics)."),
        "export": ("take", "Write the graph in a format that others read."),
        "serve": ("serve", "Serve the graph over HTTP on this machine, for reading only."),
        "import": ("take", "Take claims and judgements back out of exports."),
    },
    "Judge it": {
        "merge": ("judge", "Say that two officials, or two events, are the same."),
        "split": ("judge", "Say that two officials, events or claims are not the same."),
        "judgements": ("judge", "List the judgements that stand."),
        "undo": ("judge", "Take a judgement back, as if it had never been made."),
        "review": ("judge", "Look at the least certain merges first, and accept or refuse them."),
        "resolve": ("judge", "Make the picture anew from all claims and judgements."),
    },
    "Check it": {
        "validate": ("take", "Check the graph against its shapes (SHACL)."),
        "evaluate": ("check", "Score the extractor, or its output, on annotated articles."),
    },
}
COMMANDS = {name: module for group in GROUPS.values() for name, (module, _) in group.items()}


class Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"kg.cli.{COMMANDS[name]}")
        found = getattr(module, name, None) or getattr(module, f"{name}_")  # `import_`: a word of Python
        return cast(click.Command, found)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=2, cutoff=0.6)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise click.UsageError(f"there is no command {args[0]!r}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, commands in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([(name, said) for name, (_, said) in commands.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(kg.__version__, message="kg %(version)s")
@click.option(
    "--store",
    envvar="KG_STORE",
    default=DEFAULT_STORE,
    show_default=True,
    metavar="PATH",
    help="The store: a folder, or an http(s) address. Also the variable KG_STORE.",
)
@click.pass_context
def cli(ctx: click.Context, store: str) -> None:
    """Who met whom, where, when, on behalf of which state, and which sentence of which article says so.

    \b
    Example:
      kg build                      read the articles in seeds/ and make the graph
      kg query who-met "Ahn Gyu-back"
      kg show Japan
    """
    ctx.obj = store
