"""The process that answers: it takes jobs from standard input, one at a time, and is killed at a limit.

A query cannot be interrupted in its own process, and one that is too deep or too large takes its process
down with it; this one can be lost. It is started by `kg.serve.pool` as `python -m kg.serve.worker`.
"""

from __future__ import annotations

import io
import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import IO

from kg.errors import KgError, NotFound, QueryError, StoreError, UsageError
from kg.serve.formats import NotAcceptable
from kg.serve.frames import READY, Ended, Job, Sender, ending, frame
from kg.serve.kept import Kept
from kg.serve.rows import TooMany
from kg.store import Store

IDLE = 0.02  # seconds without a job, after which there is time to get ready for other kinds
DONE = object()
KILLED_WITH_PARENT = 1  # PR_SET_PDEATHSIG
Handler = Callable[[Store, Job, Sender], Ended]


def main() -> None:
    """Answer until standard input ends."""
    settings = json.loads(sys.argv[1])
    out = own_output()
    die_with_parent()
    jobs = read_jobs()
    kept = Kept(settings["address"])
    first_query(kept.store)
    bound_memory(settings["memory"])
    out.write(frame(READY, b""))
    out.flush()
    for job in with_leisure(jobs, warming(kept)):
        ended = answered(kept, job, Sender(out))
        out.write(ending(ended))
        out.flush()


def own_output() -> IO[bytes]:
    """The pipe to the server; what anything else prints, Oxigraph's last words included, goes nowhere."""
    pipe = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=1 << 16)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return pipe


def die_with_parent() -> None:
    """Have the kernel end this process when the server ends, however that happens."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(KILLED_WITH_PARENT, signal.SIGKILL)


def read_jobs() -> queue.Queue[Job]:
    """Jobs as they come in, read by a thread so that the end of the pipe is seen during a query too."""
    jobs: queue.Queue[Job] = queue.Queue()

    def read() -> None:
        for line in sys.stdin.buffer:
            jobs.put(json.loads(line))
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    return jobs


def with_leisure(jobs: queue.Queue[Job], steps: Iterator[None]) -> Iterator[Job]:
    """Jobs as they come; as long as none does, a step after the other."""
    todo = True
    while True:
        try:
            yield jobs.get(timeout=IDLE if todo else None)
        except queue.Empty:
            todo = leisurely(steps)


def leisurely(steps: Iterator[None]) -> bool:
    """Do the next step; whether there are more. A store that cannot be read just now ends them."""
    try:
        return next(steps, DONE) is not DONE
    except (StoreError, OSError):
        return False


def warming(kept: Kept) -> Iterator[None]:
    """Do a little of everything once, step by step: what is imported and compiled on first use is there then."""
    from kg.serve import things

    yield
    from kg.serve import pages  # noqa: F401

    yield
    from kg.serve.render import environment

    for template in environment().list_templates():
        environment().get_template(template)
        yield
    some = next(iter(kept.store.match()), None)  # the store of this moment: it is opened again after a writer
    for format in ("turtle", "jsonld", "ntriples"):
        things.write([some] if some else [], format, Sender(io.BytesIO()))
        yield


def first_query(store: Store) -> None:
    """Ask something, so that the first question finds everything that asking needs."""
    from kg.serve import answers

    job = {
        "query": "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1",
        "default": [],
        "named": [],
        "format": "",
        "accept": "",
    }
    answers.answer(store, {**job, "rows": 1}, Sender(io.BytesIO()))


def bound_memory(most: int) -> None:
    """Let this process take at most that many bytes more than it has now. No effect outside Unix."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if (now := pages_of_memory(0)) is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (now + most, hard))


def pages_of_memory(column: int) -> int | None:
    """Bytes of address space (0) or resident memory (1) of this process; None where nobody says."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a third of the time
            return int(file.read().split()[column]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


def answered(kept: Kept, job: Job, out: Sender) -> Ended:
    """Do a job; whatever goes wrong becomes a status and one line."""
    try:
        ended = HANDLERS[job["do"]](kept.current(), job, out)
    except TooMany as error:
        ended = Ended(422, error=str(error))
    except NotFound as error:
        ended = Ended(404, error=str(error))
    except NotAcceptable as error:
        ended = Ended(406, error=str(error))
    except (QueryError, UsageError, ValueError) as error:
        ended = Ended(400, error=str(error))
    except StoreError as error:
        kept.again()
        ended = Ended(503, error=str(error))
    except MemoryError:
        ended = Ended(507, error="the answer needs more memory than a question may take; ask for less")
    except KgError as error:
        ended = Ended(500, error=str(error))
    except OSError as error:
        kept.again()
        ended = Ended(503, error=f"the store cannot be read just now ({error.strerror or error}); ask again")
    except Exception as error:
        ended = Ended(500, error=f"the question could not be answered ({type(error).__name__})")
    return Ended(ended.status, ended.headers, " ".join(ended.error.split()), pages_of_memory(1) or 0)


def do_query(store: Store, job: Job, out: Sender) -> Ended:
    """SPARQL."""
    from kg.serve.answers import answer

    return answer(store, job, out)


def do_page(store: Store, job: Job, out: Sender) -> Ended:
    """A page, or the RDF behind it."""
    from kg.serve.pages import page

    return page(store, job, out)


def do_file(store: Store, job: Job, out: Sender) -> Ended:
    """The whole graph in a format."""
    from kg.serve.downloads import write

    return write(store, job, out)


def do_network(store: Store, job: Job, out: Sender) -> Ended:
    """The network page."""
    from kg.network import render

    html, _ = render(store)
    out.write(html.encode())
    return Ended(headers=(("content-type", "text/html; charset=utf-8"),))


HANDLERS: dict[str, Handler] = {
    "query": do_query,
    "page": do_page,
    "file": do_file,
    "network": do_network,
}

if __name__ == "__main__":
    main()
