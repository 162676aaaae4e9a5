"""Joins services to adapters: the one place that knows which library does what.

Imports are inside the functions, so that a command loads only what it uses.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kgapp.bootstrap_files import bundle_makers as bundle_makers
from kgapp.bootstrap_files import picture_of as picture_of
from kgapp.bootstrap_files import read_workbook as read_workbook
from kgapp.bootstrap_files import save_answer_book as save_answer_book
from kgapp.bootstrap_files import save_document as save_document
from kgapp.bootstrap_files import save_dossier as save_dossier
from kgapp.bootstrap_files import save_forms as save_forms
from kgapp.bootstrap_files import save_gaps as save_gaps
from kgapp.bootstrap_files import student as student
from kgapp.domain.errors import ReadOnly
from kgapp.domain.history import Author, Revision
from kgapp.domain.terms import Iri

if TYPE_CHECKING:
    from kgapp.adapters.publish_states import PublishStates
    from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
    from kgapp.adapters.sparql_endpoint.updates import UpdateTarget
    from kgapp.domain.connections import Connection
    from kgapp.services.asking.history import History
    from kgapp.services.bundles.doors import Exchange
    from kgapp.services.drafts import DraftStore
    from kgapp.services.for_inspection import Shown
    from kgapp.services.ports import Engine, ProjectMeta, RdfFiles, Reasoner, RecordReader, ShapeChecker
    from kgapp.services.remote.connections import Connections
    from kgapp.services.updating import Updates
    from kgapp.services.verification import Verification
    from kgapp.services.workspace import Workspace

DEMO_BASE: Final = Iri("https://w3id.org/kgapp/demo/")
_INSPECTION: Final = "inspection"  # services.for_inspection.KIND, without loading it for every command
DEFAULT_BASE: Final = Iri("https://w3id.org/kgapp/project/")


def author() -> Author:
    """Who works here: ``KGAPP_USER``, else the name in the settings, else the system's account, named as such."""
    named = os.environ.get("KGAPP_USER", "").strip()
    if named:
        return Author(named, "KGAPP_USER")
    chosen = user_name()
    if chosen:
        return Author(chosen, "setting")
    try:
        account = getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user id without an account, as in some containers
        account = "an account without a name"
    return Author(account, "account of the operating system")


@contextmanager
def reading(target: Path | str) -> Iterator[Workspace]:
    """Open a project, or an endpoint by its address, for reading: never locks it, never alters it."""
    if isinstance(target, str):
        opened = open_server(connections().for_target(target))
    else:
        opened = _workspace(target, writable=False)
    with closing(opened) as workspace:
        yield workspace


@contextmanager
def writing(path: Path) -> Iterator[Workspace]:
    """Open a project for writing. Raises ``ReadOnly`` with the name of whoever writes it now."""
    with closing(_workspace(path, writable=True)) as workspace:
        yield workspace


def open_for_window(path: Path) -> Workspace:
    """Open for writing, or read-only when somebody else writes; the caller closes it."""
    try:
        return _workspace(path, writable=True)
    except ReadOnly as held:
        return _workspace(path, writable=False, because=held.sentence)


def query_history(meta: ProjectMeta) -> History:
    """What this user asked of a project or an endpoint before, on this computer."""
    from kgapp.adapters.query_history import QueryHistory
    from kgapp.services.asking.history import History

    return History(QueryHistory(_own_folder() / "queries"), meta)


def drafts() -> DraftStore:
    """Unsaved input of this user's windows: below ``KGAPP_HOME``, else where the system keeps the state of programs."""
    from kgapp.adapters.draft_files import DraftFiles

    return DraftFiles(_own_folder() / "drafts")


def query_texts() -> DraftStore:
    """The texts of the SPARQL editor of this user's windows, beside the drafts."""
    from kgapp.adapters.draft_files import DraftFiles

    return DraftFiles(_own_folder() / "queries")


def user_name() -> str:
    """The name that the user chose in the window; empty for none."""
    from kgapp.adapters.user_settings import UserSettings

    return UserSettings(_own_folder()).name


def keep_user_name(name: str) -> None:
    """Keep the name for every revision made from now on, here and on the command line. Raises ``BadInput``."""
    from kgapp.adapters.user_settings import UserSettings

    UserSettings(_own_folder()).keep_name(name)


def connections() -> Connections:
    """The endpoints that this user keeps by name, and their secrets."""
    from kgapp.adapters.connection_file import ConnectionFile
    from kgapp.adapters.secrets import Keyring
    from kgapp.services.remote.connections import Connections

    return Connections(ConnectionFile(_own_folder()), Keyring(), os.environ)


def open_server(connection: Connection, secret: str | None = None) -> Workspace:
    """An endpoint in the place of a project; nothing is asked yet, and the caller closes it.

    Without a ``secret`` it is taken from where it is kept. Raises ``BadInput`` and ``Missing``.
    """
    return _remote(connection, connections().secret(connection) if secret is None else secret)


def endpoint(target: str) -> SparqlEndpoint:
    """A kept connection or an address; the caller closes it. Raises ``NotFound``, ``BadInput``; ``Missing`` for a secret to ask for."""
    from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint

    kept = connections()
    connection = kept.for_target(target)
    return SparqlEndpoint(connection, kept.secret(connection))


def publish_target(target: str, *, over: str = "update", write_url: str = "") -> UpdateTarget:
    """A server to publish to, by the name of a kept connection or its address; the caller closes it.

    Raises ``NotFound``, ``BadInput`` and, when its secret has to be asked for, ``Missing``.
    """
    return publish_to(connections().for_target(target), over=over, write_url=write_url)


def publish_to(
    connection: Connection, secret: str | None = None, *, over: str = "update", write_url: str = ""
) -> UpdateTarget:
    """A server to publish to; nothing is asked yet, and the caller closes it.

    Without a ``secret`` it is taken from where it is kept. Raises ``BadInput`` and ``Missing``.
    """
    from kgapp.adapters.sparql_endpoint.updates import Over, UpdateTarget

    known = connections().secret(connection) if secret is None else secret
    return UpdateTarget(connection, known, over=Over(over), write_url=write_url)


def publish_states() -> PublishStates:
    """How far publications of this user came that are not finished."""
    from kgapp.adapters.publish_states import PublishStates

    return PublishStates(_own_folder() / "publishing")


def exchange() -> Exchange:
    """The keys of this user, and what bundles are written, opened and remembered with."""
    from kgapp.adapters import exchange_room

    return exchange_room.exchange(_own_folder(), author().name)


def crash_folder() -> Path:
    """Where reports of crashes are written."""
    return _own_folder() / "crashes"


def held_by(path: Path) -> str:
    """Who writes a project now, in words; empty when nobody does."""
    from kgapp.adapters.sqlite_record import lock

    return lock.held_by(path.resolve())


def create(path: Path, base: Iri = DEFAULT_BASE, prefix: str = "") -> None:
    """Make an empty project file. Raises ``ProjectProblem`` when something is there already."""
    from kgapp.adapters.sqlite_record import files

    files.create(path, base, ((prefix, base),) if prefix else ())


def rdf_files() -> RdfFiles:
    """RDF files on this computer, for imports and exports."""
    from kgapp.adapters.rdf_files.files import FileSystem

    return FileSystem()


def create_demo(path: Path) -> Revision | None:
    """Make a project with the shipped demo; the file appears when it is whole. Raises ``ProjectProblem`` as ``create``."""
    from kgapp.adapters.sqlite_record import files
    from kgapp.resources import shipped
    from kgapp.services import exchange

    with files.made_aside(path) as temporary:
        create(temporary, DEMO_BASE, "demo")
        with writing(temporary) as workspace:
            sources = sorted(shipped("data", "demo").glob("*.ttl"))
            done = exchange.import_files(workspace, rdf_files(), sources, why="The demo that comes with kgapp")
    return done.revision


def create_inspection(reader: RecordReader, path: Path, seq: int | None = None) -> Shown:
    """Make a copy of a project for an inspection, as of a revision; the file appears when it is whole.

    Raises ``ProjectProblem`` as ``create``, and what ``for_inspection.fill`` raises.
    """
    from kgapp.adapters.sqlite_record import files
    from kgapp.services import for_inspection

    meta = reader.meta()
    with files.made_aside(path) as temporary:
        files.create(temporary, meta.base, meta.prefixes)
        with writing(temporary) as copy:
            return for_inspection.fill(reader, copy, seq)


def inspection_folder() -> Path:
    """Where the window keeps the copy that is shown in an inspection."""
    return _own_folder() / "inspection"


def updates() -> Updates:
    """Runs SPARQL updates on copies of a project."""
    from kgapp.adapters.children.updates import ChildUpdates

    return ChildUpdates()


def shape_checker() -> ShapeChecker:
    """Checks against the shapes that are shipped, or others; the caller closes it."""
    from kgapp.adapters.children.checks import ChildChecker
    from kgapp.resources import shipped

    return ChildChecker(shipped("ontology", "shapes.ttl"), (*_model(), shipped("ontology", "propagation.ttl")))


def reasoner() -> Reasoner:
    """The OWL reasoner over the ontology that is shipped."""
    from kgapp.adapters.children.reasoner import HermiT

    return HermiT(_model())


def verify(path: Path) -> Verification:
    """Check that a project file is whole and unaltered. Raises ``ProjectProblem`` for what is no project file."""
    from kgapp.adapters.sqlite_record.verify import verify as check

    return check(path)


def open_window(project: Path | str | None) -> int:
    """Run the window until it is closed; returns the exit code. Raises ``Missing`` where no window can be shown."""
    from kgapp import bootstrap  # noqa: PLW0406 - this module by its name, so that types can be compared
    from kgapp.ui import display

    display.require(os.environ)
    try:
        from kgapp.ui.application import run
    except ImportError as error:
        raise display.missing_library(error) from error
    return run(project, bootstrap)


def _own_folder() -> Path:
    """The user's own folder: ``KGAPP_HOME``, else where the system keeps the state of programs."""
    named = os.environ.get("KGAPP_HOME", "").strip()
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_state_path("kgapp")


def _model() -> tuple[Path, ...]:
    from kgapp.resources import shipped

    return shipped("ontology", "kgapp.ttl"), shipped("ontology", "alignments.ttl")


def _workspace(path: Path, *, writable: bool, because: str = "") -> Workspace:
    from kgapp.adapters.sqlite_record import files
    from kgapp.services.workspace import Workspace

    writer = files.open_writer(path) if writable else None
    try:
        reader = files.open_reader(path)
        if writable:
            _refuse_inspection(reader)
    except BaseException:  # give the lock back whatever stopped us, then let it pass
        if writer is not None:
            writer.close()
        raise
    return Workspace(reader, writer, _engine(reader), author(), because)


def _remote(connection: Connection, secret: str) -> Workspace:
    """An endpoint in the place of a project. Its prefixes are the usual ones and, for its base, the last word of that."""
    from kgapp.adapters.sparql_endpoint.client import SparqlEndpoint
    from kgapp.adapters.sparql_endpoint.dataset import AllGraphs
    from kgapp.adapters.sparql_endpoint.engine import EndpointEngine
    from kgapp.adapters.sparql_endpoint.reader import EndpointReader
    from kgapp.services.remote.connections import UNNAMED
    from kgapp.services.workspace import Workspace

    engine = EndpointEngine(AllGraphs(SparqlEndpoint(connection, secret)))
    name = "" if connection.name == UNNAMED else connection.name
    reader = EndpointReader(engine, connection.url, default_base=DEFAULT_BASE, name=name)
    return Workspace(reader, None, engine, author(), "An endpoint is only read.", connection.url)


def _refuse_inspection(reader: RecordReader) -> None:
    """Raise ``ReadOnly``, the reader closed, for a copy for an inspection."""
    if reader.views(_INSPECTION):
        from kgapp.services import for_inspection

        shown = for_inspection.of(reader)
        assert shown is not None, "it is marked as a copy"
        reader.close()
        raise ReadOnly(shown.sentence, hint="Change the project itself, and make a new copy.")


@contextmanager
def engine_at(reader: RecordReader, seq: int) -> Iterator[Engine]:
    """An engine that answers as of revision ``seq``. Raises ``NotFound`` for one that does not exist."""
    from kgapp.adapters.children.engine import EngineClient
    from kgapp.services.assessments import past

    engine = EngineClient(past.snapshot(reader, seq))
    try:
        yield engine
    finally:
        engine.close()


def _engine(reader: RecordReader) -> Engine:
    from kgapp.adapters.children.engine import EngineClient

    return EngineClient(reader.snapshot)
