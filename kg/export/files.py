"""Files that are written whole or not at all, compressed as their suffix says."""

from __future__ import annotations

import gzip
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from kg.errors import KgError, UsageError

ZSTD_LEVEL = 10  # 19 is 20 times slower for 5 % less; 3 gives files a fifth larger


@contextmanager
def writing(out: Path | str | IO[bytes]) -> Iterator[IO[bytes]]:
    """A place to write bytes to: a stream as it is, or a file that appears when it is complete.

    `.gz` and `.zst` compress; the same bytes in give the same bytes out. Raises KgError where the file
    cannot be written.

    >>> from io import BytesIO
    >>> stream = BytesIO()
    >>> with writing(stream) as out:
    ...     _ = out.write(b"x")
    >>> stream.getvalue()
    b'x'
    """
    if not isinstance(out, Path | str):
        yield out
        return
    path = Path(out)
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file to write")
    check_zstd(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise KgError(f"{path} cannot be written: {error.strerror}; name another file") from None
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as raw, compressed(path, raw) as stream:
            yield stream
        unfinished.chmod(0o666 & ~umask())
        unfinished.replace(path)
    except OSError as error:
        raise KgError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        unfinished.unlink(missing_ok=True)


def umask() -> int:
    """The process's file mode mask; mkstemp gives 0600 whatever it is."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def compressed(path: Path, raw: IO[bytes]) -> Iterator[IO[bytes]]:
    """The stream that compresses into `raw` as the path's suffix asks."""
    if path.suffix == ".gz":
        # No name and no time in the header: same content, same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as stream:
            yield cast(IO[bytes], stream)
    elif path.suffix == ".zst":
        import zstandard

        with zstandard.ZstdCompressor(level=ZSTD_LEVEL).stream_writer(raw, closefd=False) as stream:
            yield cast(IO[bytes], stream)
    else:
        yield raw


@contextmanager
def reading(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked as its suffix says. Raises KgError where it cannot be read."""
    check_zstd(path)
    try:
        with path.open("rb") as raw:
            if path.suffix == ".gz":
                with gzip.GzipFile(fileobj=raw) as stream:
                    yield cast(IO[bytes], stream)
            elif path.suffix == ".zst":
                import zstandard

                with zstandard.ZstdDecompressor().stream_reader(raw) as stream:
                    yield cast(IO[bytes], stream)
            else:
                yield raw
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or error
        raise KgError(f"{path} cannot be read: {reason}") from None


def check_zstd(path: Path) -> None:
    """Raise UsageError where `.zst` is asked for and the library is not there."""
    if path.suffix != ".zst":
        return
    try:
        import zstandard  # noqa: F401
    except ImportError:
        raise UsageError(
            f"{path.name} needs zstandard: pip install 'diplomatic-events[zstd]', or use .gz"
        ) from None


def format_suffix(path: Path) -> str:
    """The suffix that tells the format, under the one that tells the compression.

    >>> format_suffix(Path("graph.trig.gz"))
    '.trig'
    """
    return Path(path.stem).suffix if path.suffix in {".gz", ".zst"} else path.suffix
