"""Event tables and travel lists become claims whose quotes stand in the row as it is written out."""

from __future__ import annotations

import gzip
import zipfile
from datetime import date
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.model import ArticleClaims, Quote
from kg.read import Failure
from kg.resolve import update
from kg.structured import structured
from kg.structured.tables import GDELT, GDELT_COLUMNS


def gdelt_line(**given: str) -> str:
    cells = [""] * GDELT_COLUMNS
    usual = {
        "id": "1", "day": "20250311", "code1": "FINGOV", "name1": "FINLAND", "country1": "FIN", "type1": "GOV",
        "code2": "EST", "name2": "ESTONIA", "country2": "EST", "type2": "", "root": "1", "code": "042",
        "articles": "4", "geo": "4", "place": "Turku, Varsinais-Suomi, Finland", "latitude": "60.45",
        "longitude": "22.27", "added": "20250312001500", "url": "https://harbour-gazette.example/a",
    }  # fmt: skip
    for name, value in (usual | given).items():
        cells[GDELT[name]] = value
    return "\t".join(cells)


def claims(path: Path, kind: str, mapping: Path | None = None) -> list[ArticleClaims]:
    found = list(structured(path, kind, mapping_file=mapping))
    assert not [one for one in found if isinstance(one, Failure)], found
    return [one for one in found if isinstance(one, ArticleClaims)]


def quotes(one: ArticleClaims) -> list[Quote]:
    found = [q for o in one.officials for q in o.quotes]
    for event in one.events:
        found += [*event.quotes, *(p.quote for p in event.participations)]
        found += [x.quote for x in (event.place, event.when) if x and x.quote]
        found += [event.topic_quote] if event.topic_quote else []
    return found


def check(one: ArticleClaims) -> None:
    """Every quote stands where it says, and what it shows is there."""
    assert quotes(one)
    for quote in quotes(one):
        assert quote.exact
        assert one.article.text[quote.start : quote.end] == quote.exact


def test_gdelt(tmp_path: Path) -> None:
    lines = [
        gdelt_line(),
        gdelt_line(id="2", code="0311"),  # no event of ours
        gdelt_line(id="3", type2="MED"),  # the press is no government
        gdelt_line(id="4", country2="FIN"),
        gdelt_line(id="5", code="036", geo="1"),
        gdelt_line(id="6", code="057", country2="EST", place="Tallinn, Harjumaa, Estonia"),
    ]
    (tmp_path / "export.CSV").write_text("\n".join(lines) + "\n")
    visit, intent, agreement = claims(tmp_path / "export.CSV", "gdelt")
    for one in (visit, intent, agreement):
        check(one)
    (event,) = visit.events
    assert (event.kind, event.status, event.countries) == ("visit", "held", ("EE", "FI"))
    assert {(p.country, p.capacity) for p in event.participations} == {("FI", "visitor"), ("EE", "host")}
    assert event.when is not None
    assert (event.when.edtf, event.when.basis) == ("2025-03-11", "stated")
    assert event.place is not None
    assert (event.place.name, event.place.country, event.place.latitude) == ("Turku", "FI", 60.45)
    assert (visit.article.published, visit.article.url) == (
        date(2025, 3, 12),
        "https://harbour-gazette.example/a",
    )
    assert (intent.events[0].kind, intent.events[0].status, intent.events[0].place) == (
        "meeting",
        "planned",
        None,
    )
    assert agreement.events[0].kind == "agreement"
    assert visit.extractor == "gdelt/1"


@pytest.mark.parametrize("packed", ["gz", "zip"])
def test_gdelt_packed(tmp_path: Path, packed: str) -> None:
    data = (gdelt_line() + "\n").encode()
    path = tmp_path / f"export.CSV.{packed}"
    if packed == "gz":
        path.write_bytes(gzip.compress(data))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("export.CSV", data)
    assert len(claims(path, "gdelt")) == 1


def test_icews(tmp_path: Path) -> None:
    (tmp_path / "icews.csv").write_text(
        "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,"
        "Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude\n"
        '7,2013-05-02,Aino Salmela,"Executive,Foreign Ministry",Finland,Make a visit,42,1.9,Government (Estonia),Government,Estonia,'
        "1,1,Harbour Gazette,Tallinn,,Harjumaa,Estonia,59.43,24.75\n"
        "8,2013-05-02,Citizen (Finland),General Population,Finland,Consult,40,1,Citizen (Estonia),General Population,Estonia,1,1,X,,,,,,\n"
    )
    (one,) = claims(tmp_path / "icews.csv", "icews")
    check(one)
    (official,) = one.officials
    assert (official.name, official.country) == ("Aino Salmela", "FI")
    assert official.quotes[0].exact == "Aino Salmela"
    assert one.events[0].place is not None
    assert one.events[0].place.name == "Tallinn"


def test_polecat(tmp_path: Path) -> None:
    (tmp_path / "polecat.csv").write_text(
        "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tPrimary Actor Sector\tActor Title\tActor Country\t"
        "Recipient Name\tPrimary Recipient Sector\tRecipient Title\tRecipient Country\tCity\tCountry\tLatitude\tLongitude\t"
        "GeoNames ID\tSource\tPublication Date\n"
        "A1\t2023-01-05\tCONSULT\tphone\tClaire Fontaine\tGOV\tForeign Minister\tCAN\tDanylo Hrytsenko\tGOV\tNone\tUKR\t"
        "None\t\t\t\t\tPrairie Standard\t2023-01-06\n"
        "A2\t2023-01-05\tPROTEST\t\tX\tGOV\t\tCAN\tY\tGOV\t\tUKR\t\t\t\t\t\tP\t2023-01-06\n"
    )
    (one,) = claims(tmp_path / "polecat.csv", "polecat")
    check(one)
    assert [(o.name, o.role, o.country) for o in one.officials] == [
        ("Claire Fontaine", "Foreign Minister", "CA"),
        ("Danylo Hrytsenko", None, "UA"),
    ]
    assert (one.events[0].kind, one.events[0].mode) == ("call", "phone")


TOML = """publisher = "Protocol Office"
row = "trip"
[fixed]
state = "Finland"
[columns]
person = "{0}Name"
role = "Post"
to = "Country"
place = "City"
begin = "From"
end = "Until"
remarks = "Purpose"
published = "Entered"
"""


def test_travel_as_csv(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(TOML.format(""))
    (tmp_path / "trips.csv").write_text(
        "Name;Post;Country;City;From;Until;Purpose;Entered\n"
        "Aino Salmela;Foreign Minister;Estonia;Tallinn;2025-05-06;2025-05-08;Cables and ferries;2025-05-20\n"
        "Aino Salmela;Foreign Minister;Norway;Oslo;2025-07-01;;Fishing;2025-05-20\n"
        "Aino Salmela;Foreign Minister;Finland;Oulu;2025-08-01;;At home;2025-08-02\n"
    )
    first, second = claims(tmp_path / "trips.csv", "travel", tmp_path / "map.toml")
    check(first)
    check(second)
    (event,) = first.events
    assert (event.kind, event.status, event.topic) == ("visit", "held", "Cables and ferries")
    assert event.when is not None
    assert event.when.edtf == "2025-05-06/2025-05-08"
    assert event.place is not None
    assert (event.place.country, event.place.geonames) == ("EE", 588409)
    assert second.events[0].status == "planned"


def test_travel_as_xml_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(TOML.format("@"))
    (tmp_path / "trips.xml").write_text(
        '<?xml version="1.0"?><trips><trip Name="Aino Salmela"><Post>Foreign Minister</Post><Country>Estonia</Country>'
        "<City>Tallinn</City><From>2025-05-06</From><Until>2025-05-08</Until></trip></trips>"
    )
    (one,) = claims(tmp_path / "trips.xml", "travel", tmp_path / "map.toml")
    check(one)
    assert [(o.name, o.role, o.country) for o in one.officials] == [
        ("Aino Salmela", "Foreign Minister", "FI")
    ]


def test_rows_end_in_a_graph_that_conforms(tmp_path: Path) -> None:
    (tmp_path / "export.CSV").write_text(gdelt_line() + "\n")
    (tmp_path / "map.toml").write_text(TOML.format(""))
    (tmp_path / "trips.csv").write_text(
        "Name;Post;Country;City;From;Until;Purpose;Entered\n"
        "Aino Salmela;Foreign Minister;Estonia;Tallinn;2025-05-06;2025-05-08;Cables;2025-05-20\n"
    )
    found = claims(tmp_path / "export.CSV", "gdelt") + claims(
        tmp_path / "trips.csv", "travel", tmp_path / "map.toml"
    )
    with KnowledgeGraph(":memory:") as graph:
        update(graph.writable, added=found)
        report = graph.validate()
        assert report.conforms, report.faults
        assert graph.stats().total_events == 2
        assert "Tallinn" in str(graph.show("Aino Salmela"))


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", "gdelt", "empty"),
        (b"\x89PNG\x00\x00" * 50, "icews", "binary"),
        (b"a\tb\n", "gdelt", "2 columns instead of 61"),
        (b"a,b\n1,2\n", "polecat", "no column 'Event ID'"),
        (gzip.compress(b"x" * 5000)[:20], "gdelt", "cut off"),
        (b"PK\x03\x04broken", "icews", "cut off or damaged"),
    ],
)
def test_bad_files_are_one_line(tmp_path: Path, content: bytes, kind: str, words: str) -> None:
    (tmp_path / "t").write_bytes(content)
    (failure,) = structured(tmp_path / "t", kind)
    assert isinstance(failure, Failure)
    assert words in str(failure)
    assert "\n" not in str(failure)


def test_a_bad_row_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "t").write_text(gdelt_line() + "\nbroken\n" + gdelt_line(id="2") + "\n")
    found = list(structured(tmp_path / "t", "gdelt"))
    assert [type(one) for one in found] == [ArticleClaims, Failure, ArticleClaims]


def test_mapping_files_are_checked(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a,b\n")
    (tmp_path / "m.toml").write_text("[columns]\nwho = 'a'\n")
    with pytest.raises(UsageError, match="'who' is none of"):
        list(structured(tmp_path / "t.csv", "travel", mapping_file=tmp_path / "m.toml"))
    with pytest.raises(UsageError, match="needs a mapping file"):
        list(structured(tmp_path / "t.csv", "travel"))
    with pytest.raises(UsageError, match="no structured source"):
        list(structured(tmp_path / "t.csv", "acled"))
