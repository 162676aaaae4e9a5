"""The command line: a table of commands, loaded when used, and one place where errors become exit codes.

Exit codes: 0 done, 1 findings or a gate not met, 2 the user can act, 3 our error.
"""

from __future__ import annotations

import importlib
import sys
from typing import Final, NamedTuple

import click

from kgapp.cli.common import plain
from kgapp.cli.program import Program, program
from kgapp.domain.errors import UserError

FINDINGS: Final = 1
USER_ERROR: Final = 2
OUR_ERROR: Final = 3


class Entry(NamedTuple):
    """Where a command lives and what ``--help`` says of it without loading it."""

    module: str
    help: str


COMMANDS: Final = {
    "demo": Entry("kgapp.cli.demo", "Make a project with the CAR-T demo."),
    "new": Entry("kgapp.cli.new", "Make an empty project."),
    "open": Entry("kgapp.cli.open_", "Open a project in the window."),
    "import": Entry("kgapp.cli.import_", "Add RDF files to a project."),
    "export": Entry("kgapp.cli.export", "Write a project, or one graph of it, to a file."),
    "workbook": Entry("kgapp.cli.workbook", "Write workbooks to fill in; read parameter tables, FMEA, matrices …"),
    "batches": Entry("kgapp.cli.batches", "Read results of batches, chart them, compare two sites."),
    "ask": Entry("kgapp.cli.ask", "Ask one of the ready-made questions, or list them."),
    "query": Entry("kgapp.cli.query", "Ask in SPARQL."),
    "update": Entry("kgapp.cli.update", "Change a project in SPARQL, shown as a difference first."),
    "why": Entry("kgapp.cli.why", "Say why a statement holds: stated, or following by the ontology."),
    "connection": Entry("kgapp.cli.connection", "Keep endpoints by name, and how you sign in to them."),
    "pull": Entry("kgapp.cli.pull", "Copy things of an endpoint into a project."),
    "publish": Entry("kgapp.cli.publish", "Write a project into one graph of a server."),
    "find": Entry("kgapp.cli.find", "Find entities by words of their labels, ids and texts."),
    "show": Entry("kgapp.cli.show", "Show what is recorded about an entity."),
    "set": Entry("kgapp.cli.set_", "Replace the values of one property of an entity."),
    "unset": Entry("kgapp.cli.unset", "Remove values of one property of an entity."),
    "retire": Entry("kgapp.cli.retire", "Take an entity out of use; it stays readable."),
    "merge": Entry("kgapp.cli.merge", "Make one of two entities that are the same."),
    "attach": Entry("kgapp.cli.attach", "Keep a file with the entity it belongs to."),
    "impact": Entry("kgapp.cli.impact", "Say what a change touches, why, and how sure that is."),
    "assess": Entry("kgapp.cli.assess", "Open, judge, close and compare assessments of changes."),
    "compare-sites": Entry("kgapp.cli.compare_sites", "Compare two site processes, step by step."),
    "gaps": Entry("kgapp.cli.gaps", "List the gaps of a transfer, send them as a workbook and take it back."),
    "actions": Entry("kgapp.cli.actions", "List actions and questions, those that are due first."),
    "package": Entry("kgapp.cli.package", "List what a transfer package needs, what is missing first."),
    "coverage": Entry("kgapp.cli.coverage", "Say which effects on quality nobody has assessed."),
    "knowledge-risk": Entry("kgapp.cli.knowledge_risk", "Say which know-how is at risk, or what a departure takes."),
    "control-strategy": Entry("kgapp.cli.control_strategy", "Show what keeps each quality attribute within limits."),
    "rules": Entry("kgapp.cli.rules", "List, check or change the rules that an impact follows."),
    "validate": Entry("kgapp.cli.validate", "Check a project against the shapes."),
    "reason": Entry("kgapp.cli.reason", "Check a project for contradictions (OWL)."),
    "history": Entry("kgapp.cli.history", "Say who changed what, when and why."),
    "undo": Entry("kgapp.cli.undo", "Take a revision back, as a new revision."),
    "redo": Entry("kgapp.cli.redo", "Take the last undo back."),
    "diff": Entry("kgapp.cli.diff", "Show what changed between two revisions."),
    "inspection-copy": Entry("kgapp.cli.inspection_copy", "Make a read-only copy to show in an inspection."),
    "key": Entry("kgapp.cli.key", "Make your key, send its card, and say whose keys you trust."),
    "bundle": Entry("kgapp.cli.bundle", "Make, check and look into bundles for other companies."),
    "verify": Entry("kgapp.cli.verify", "Check that a project file is whole and unaltered."),
}


class _Lazy(click.Group):
    """Loads a command's module only when that command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = importlib.import_module(entry.module).command
        assert isinstance(command, click.Command)
        command.name = cmd_name
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A project in place of a command is opened in the window."""
        if args and args[0].endswith(".kgproject"):
            args = ["open", *args]
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


@click.group(cls=_Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kgapp")
@click.pass_context
def command(ctx: click.Context) -> int:
    """kgapp keeps the process knowledge of cell and gene therapies and says what a change touches.

    Without a command it opens the window. PROJECT is a *.kgproject file. kgapp supports decisions; it does not take them.
    """
    return program().open_window(None) if ctx.invoked_subcommand is None else 0


def run(arguments: list[str], doors: Program) -> int:
    """Run one command line; returns its exit code and never raises for what the user can act on."""
    try:
        answer = command(args=arguments, prog_name="kgapp", standalone_mode=False, obj=doors)
    except UserError as error:
        _say(error.sentence, *error.details(), error.hint)
        return USER_ERROR
    except click.exceptions.Abort:
        _say("Stopped.")
        return USER_ERROR
    except click.ClickException as error:
        error.show()
        return USER_ERROR
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: nothing more can be said
        return 0
    except KeyboardInterrupt:
        _say("Stopped. Nothing was changed.")
        return USER_ERROR
    except Exception:  # noqa: BLE001 - our own bug: the report must reach the user whole, with exit code 3
        import traceback

        traceback.print_exc()
        _say("This is an error of kgapp, not yours.", "Nothing half done was saved. Please send the lines above.")
        return OUR_ERROR
    return answer if isinstance(answer, int) else 0


def _say(sentence: str, *more: str) -> None:
    lines = "\n".join(filter(None, (sentence, *more))).split("\n")
    for at, line in enumerate(lines):
        click.echo(f"{'       ' if at else 'kgapp: '}{plain(line)}", err=True)
