"""The bad twin of every sample: cut off, of another type, a bomb, under a password, in a wrong charset, huge.

`make` writes them into a folder and says for each what its line must speak of. The huge ones are sparse
files or made of one repeated block, so that they take little room.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import tarfile
import zipfile
import zlib
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
HUGE = 200_000_000  # bytes
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]><rss><channel><title>&m;</title></channel></rss>"
)


def make(folder: Path) -> dict[str, str]:
    """Write all twins; the words that must stand in each one's line, by file name."""
    expected: dict[str, str] = {}
    for maker in (others, huge, texts, documents, tables, lists, archives, bombs):
        expected |= maker(folder)
    return expected


def put(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def others(folder: Path) -> dict[str, str]:
    """A picture under the name of every format."""
    said = {
        "txt": "binary", "html": "binary", "md": "binary", "csv": "binary", "json": "binary", "jsonl": "binary",
        "pdf": "not a PDF", "docx": "DOCX", "eml": "not an e-mail", "parquet": "not a Parquet", "rss": "feed",
        "atom": "feed", "xml": "no XML", "opml": "damaged", "warc": "not a WARC", "zip": "zip", "tar": "tar",
        "gz": "not packed", "tgz": "not packed", "bz2": "not packed", "xz": "not packed",
    }  # fmt: skip
    for suffix in said:
        put(folder, f"picture.{suffix}", PNG)
    return {f"picture.{suffix}": words for suffix, words in said.items()}


def huge(folder: Path) -> dict[str, str]:
    """200 MB under the name of every format that is read whole, and two tables of one endless line."""
    starts = {
        "txt": b"Ministers met. ", "html": b"<!DOCTYPE html><p>", "md": b"# Ministers", "pdf": b"%PDF-1.7\n",
        "docx": b"PK\x03\x04", "eml": b"From: a@b.example\n\n", "json": b"[", "rss": b"<rss><channel>",
        "opml": b"<opml><body>",
    }  # fmt: skip
    for suffix, start in starts.items():
        with (folder / f"huge.{suffix}").open("wb") as file:
            file.write(start)
            file.truncate(HUGE)
    for suffix in ("csv", "jsonl"):
        with (folder / f"huge.{suffix}").open("wb") as file:
            file.write(b"text,title\n" if suffix == "csv" else b"")
            for _ in range(HUGE // 1_000_000):
                file.write(b"word " * 200_000)
    return {f"huge.{suffix}": "larger than 20 MB" for suffix in (*starts, "csv", "jsonl")}


def texts(folder: Path) -> dict[str, str]:
    words = "Министры иностранных дел встретились в Риме в понедельник и говорили о море и о торговле. " * 20
    put(folder, "koi8.txt", words.encode("koi8-r"))
    put(folder, "koi8.html", f"<html><body><article><p>{words}</p></article></body></html>".encode("koi8-r"))
    put(folder, "deep.html", b"<!DOCTYPE html><body>" + b"<div>" * 200_000 + b"x")
    put(folder, "cut.html", sample("lima.html")[:500])
    put(folder, "lists.md", b"- " * 50_000)
    return {
        "koi8.txt": "not in English",
        "koi8.html": "not in English",
        "deep.html": "article",
        "cut.html": "no article",
        "lists.md": "",
    }


def documents(folder: Path) -> dict[str, str]:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=SAMPLES / "maputo.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    with (folder / "secret.pdf").open("wb") as file:
        writer.write(file)
    put(folder, "cut.pdf", sample("maputo.pdf")[:700])
    blank = pypdf.PdfWriter()
    blank.add_blank_page(200, 200)
    with (folder / "scan.pdf").open("wb") as file:
        blank.write(file)
    put(folder, "cut.docx", sample("turku.docx")[:20_000])
    put(folder, "secret.docx", OLE)
    put(folder, "old.doc", OLE)
    put(folder, "empty.eml", b"From: a@b.example\nSubject: Nothing\n\n")
    put(
        folder,
        "secret.eml",
        b"From: a@b.example\nContent-Type: application/pkcs7-mime; name=a.p7m\n\nMIAGCSqGSI",
    )
    nested = b"From: a@b.example\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000)
    )
    put(folder, "nested.eml", nested)
    return {
        "secret.pdf": "password", "cut.pdf": "", "scan.pdf": "no text", "cut.docx": "DOCX", "secret.docx": "password",
        "old.doc": "old .doc", "empty.eml": "no text", "secret.eml": "encrypted", "nested.eml": "",
    }  # fmt: skip


def tables(folder: Path) -> dict[str, str]:
    put(folder, "names.csv", b"day,number\n1,2\n")
    put(folder, "rowless.csv", b"text,title\n")
    put(folder, "cut.json", sample("response.json")[:600])
    put(folder, "deep.json", b"[" * 200_000)
    put(folder, "numbers.json", b"[1, 2, 3]")
    put(folder, "damaged.jsonl", sample("articles.jsonl").splitlines()[0] + b"\n{broken\n[1]\n")
    put(folder, "cut.parquet", sample("articles.parquet")[:3000])
    put(folder, "tail.parquet", sample("articles.parquet")[:-40] + b"\xff" * 40)
    return {
        "names.csv": "no column holds the text", "rowless.csv": "without rows", "cut.json": "no valid JSON",
        "deep.json": "", "numbers.json": "no list", "damaged.jsonl": "no JSON", "cut.parquet": "Parquet",
        "tail.parquet": "Parquet",
    }  # fmt: skip


def lists(folder: Path) -> dict[str, str]:
    for name in ("laughs.rss", "laughs.opml", "laughs.xml"):
        put(folder, name, LAUGHS)
    put(folder, "empty.rss", b"<rss><channel><title>Nothing</title></channel></rss>")
    put(folder, "empty.opml", b"<opml><body></body></opml>")
    put(folder, "inner.opml", b'<opml><body><outline xmlUrl="http://127.0.0.1:9/feed"/></body></opml>')
    put(folder, "unknown.xml", b"<svg></svg>")
    put(folder, "page.rss", sample("lima.html"))
    return {
        "laughs.rss": "entities", "laughs.opml": "entities", "laughs.xml": "entities", "empty.rss": "without entries",
        "empty.opml": "without addresses", "inner.opml": "this machine", "unknown.xml": "unknown kind", "page.rss": "",
    }  # fmt: skip


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def archives(folder: Path) -> dict[str, str]:
    text = sample("turku.txt")
    put(folder, "cut.zip", sample("bundle.zip")[:900])
    put(folder, "cut.tar", sample("bundle.tar")[:700])
    put(folder, "cut.tar.gz", sample("bundle.tar.gz")[:600])
    put(folder, "cut.txt.gz", gzip.compress(text)[:-60])
    put(folder, "cut.txt.bz2", bz2.compress(text)[:-60])
    put(folder, "cut.warc.gz", sample("crawl.warc.gz")[:1500])
    put(folder, "pictures.zip", zipped({"a.png": PNG}))
    put(
        folder,
        "broken.zip",
        zipped({"a.txt": text}).replace(text[:0] + b"a.txt", b"a.txt", 1)[:40] + b"\xff" * 300,
    )
    locked = bytearray(zipped({"a.txt": text}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    put(folder, "secret.zip", bytes(locked))
    deep = zipped({"a.txt": text})
    for _ in range(5):
        deep = zipped({"deeper.zip": deep})
    put(folder, "deep.zip", deep)
    return {
        "cut.zip": "zip", "cut.tar": "", "cut.tar.gz": "", "cut.txt.gz": "cut off", "cut.txt.bz2": "cut off",
        "cut.warc.gz": "", "pictures.zip": "nothing readable", "broken.zip": "zip", "secret.zip": "password",
        "deep.zip": "deep",
    }  # fmt: skip


def packed_zeros(size: int, block: bytes = bytes(1_000_000)) -> bytes:
    """So many bytes, gzip-packed to a thousandth."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()


def bombs(folder: Path) -> dict[str, str]:
    put(folder, "bomb.txt.gz", packed_zeros(300_000_000, b"word " * 200_000))
    put(folder, "bomb.jsonl.gz", packed_zeros(300_000_000, (b" " * 9_999 + b"\n") * 100))
    put(folder, "rows.jsonl.gz", packed_zeros(150_000_000, b'{"text": "x"}\n' * 100_000))
    put(folder, "bomb.tar.gz", gzip.compress(tar_of(30, b"word " * 3_000_000), 1))
    put(folder, "bomb.zip", zip_of_streams(12, 50))
    put(folder, "bomb.docx", zip_of_streams(1, 400, "word/document.xml"))
    put(folder, "bomb.pdf", pdf_with(zlib.compress(b"BT (word) Tj ET " * 10_000_000)))
    put(folder, "bomb.warc.gz", packed_zeros(1000) + gzip.compress(warc_bomb()))
    put(folder, "lines.json", json.dumps([{"text": "x"}] * 3).encode())
    return {
        "bomb.txt.gz": "larger than 20 MB", "bomb.jsonl.gz": "bomb", "rows.jsonl.gz": "one after the other", "bomb.tar.gz": "bomb", "bomb.zip": "bomb",
        "bomb.docx": "bomb", "bomb.pdf": "", "bomb.warc.gz": "", "lines.json": "no words",
    }  # fmt: skip


def tar_of(count: int, data: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for number in range(count):
            entry = tarfile.TarInfo(f"{number}.zip.txt")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def zip_of_streams(files: int, megabytes: int, name: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(files):
            with archive.open(name or f"{number}.jsonl", "w") as member:
                for _ in range(megabytes):
                    member.write((b" " * 9_999 + b"\n") * 100)
    return out.getvalue()


def pdf_with(content: bytes) -> bytes:
    """A PDF of one page whose content is packed."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def warc_bomb() -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + b"<p>word " * 4_000_000
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bomb.example/\r\nContent-Type: application/http\r\n"
    return head + b"Content-Length: %d\r\n\r\n" % len(page) + page + b"\r\n\r\n"
