"""Archives and packed files: zip, tar, gz, bz2, xz; what is in them is read as if it lay in a folder."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from kg.errors import NotAnArticle, ReadError, TooLarge
from kg.model import Article
from kg.read.limits import Readable, metered
from kg.read.records import Failure, Options, Source, stem, suffix_of

IN_MEMORY = 20_000_000  # bytes of an inner archive kept in memory; more goes to a temporary file
PACKED = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}


def read_zip(source: Source, options: Options) -> Iterator[Article | Failure]:
    """All that the files of a zip archive hold."""
    deeper(source, options)
    try:
        with zipfile.ZipFile(seekable(source)) as archive:
            entries = [e for e in archive.infolist() if not e.is_dir()]
            if len(entries) > options.max_members:
                raise TooLarge(f"more than {options.max_members} files in it; split it")
            names = [e for e in entries if is_wanted(e.filename)]
            if not names:
                raise NotAnArticle("an archive with nothing readable in it")
            for entry in names:
                if entry.flag_bits & 1:
                    yield Failure(
                        inside(source, entry.filename),
                        ReadError("protected by a password; pack it without one"),
                    )
                    continue
                yield from zip_member(archive, entry, source, options)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise ReadError(f"a damaged zip archive ({one_line(error)}); fetch it again") from None


def zip_member(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: Source, options: Options
) -> Iterator[Article | Failure]:
    try:
        stream = archive.open(entry)
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        yield Failure(
            inside(source, entry.filename), ReadError(f"damaged in the archive ({one_line(error)})")
        )
        return
    with stream:
        yield from member(cast(Readable, stream), entry.filename, source, options)


def read_tar(source: Source, options: Options) -> Iterator[Article | Failure]:
    """All that the files of a tar archive hold, in its order, read as a stream."""
    import tarfile

    deeper(source, options)
    found = 0
    try:
        with tarfile.open(fileobj=source.stream, mode="r|") as archive:
            for number, entry in enumerate(archive):
                if number > options.max_members:
                    raise TooLarge(f"more than {options.max_members} files in it; split it")
                if entry.isfile() and is_wanted(entry.name) and (stream := archive.extractfile(entry)):
                    found += 1
                    yield from member(cast(Readable, stream), entry.name, source, options)
    except tarfile.TarError as error:
        raise ReadError(f"a damaged tar archive ({one_line(error)}); fetch it again") from None
    if not found:
        raise NotAnArticle("an archive with nothing readable in it")


def read_packed(source: Source, options: Options) -> Iterator[Article | Failure]:
    """What a packed file holds: `a.txt.gz` is read as `a.txt`."""
    from kg.read.formats import read_source

    stream = unpacker(source.head(), source.stream)
    last = suffix_of(source.name)
    inner = PACKED.get(last) or (suffix_of(source.id) if last in (".gz", ".bz2", ".xz") else "")
    name = stem(source.id) if suffix_of(source.id) else source.id
    unpacked = Source(
        source.name,
        name,
        metered(stream, source.allowance),
        inner,
        source.known,
        source.depth,
        source.allowance,
    )
    yield from read_source(unpacked, options, whole=False)


def unpacker(head: bytes, stream: BinaryIO) -> Readable:
    """The stream without its packing. Raises ReadError where it is not packed."""
    if head.startswith(b"\x1f\x8b"):
        import gzip

        return cast(Readable, gzip.GzipFile(fileobj=stream, mode="rb"))
    if head.startswith(b"BZh"):
        import bz2

        return cast(Readable, bz2.BZ2File(stream))
    if head.startswith(b"\xfd7zXZ"):
        import lzma

        return cast(Readable, lzma.LZMAFile(stream))
    raise ReadError("not packed, whatever its name says; give it the suffix of what it is")


def member(stream: Readable, name: str, source: Source, options: Options) -> Iterator[Article | Failure]:
    """What one file of an archive holds."""
    from kg.read.formats import read_source

    inner = Source(
        inside(source, name),
        stem(name),
        metered(stream, source.allowance),
        suffix_of(name),
        depth=source.depth + 1,
        allowance=source.allowance,
    )
    before = source.allowance.left
    for one in read_source(inner, options):
        yield one
        if isinstance(one, Failure) and source.allowance.left < 0:
            raise one.error  # a bomb: what else is in the archive is left
    if before < 0:
        raise TooLarge("unpacks to far more than its size")


def deeper(source: Source, options: Options) -> None:
    """Raise TooLarge for an archive that lies in too many others."""
    if source.depth >= options.max_depth:
        raise TooLarge(f"archives in archives, more than {options.max_depth} deep; unpack the outer ones")


def seekable(source: Source) -> BinaryIO:
    """The stream, or its copy in memory or a temporary file where it cannot go back."""
    if source.stream.seekable():
        return source.stream
    copy = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed with its last reference
    while chunk := source.stream.read(1 << 20):
        copy.write(chunk)
    copy.seek(0)
    return cast(
        BinaryIO, io.BufferedReader(cast(io.RawIOBase, copy)) if not hasattr(copy, "seekable") else copy
    )


def inside(source: Source, name: str) -> str:
    """How messages name a file in an archive."""
    return f"{source.name}: {one_line(name)[:200]}"


def is_wanted(name: str) -> bool:
    """Whether a file of an archive or folder is read: of a known suffix, not hidden, no README.

    >>> is_wanted("a/b.txt"), is_wanted("README.md"), is_wanted("__MACOSX/._b.txt"), is_wanted("a.png")
    (True, False, False, False)
    """
    from kg.read.formats import FORMATS

    path = PurePosixPath(name)
    hidden = any(
        (part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in path.parts
    )
    return not hidden and path.stem.lower() != "readme" and suffix_of(name) in FORMATS


def one_line(what: object) -> str:
    """Words on one line, without characters that a terminal obeys."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(what)).split())
