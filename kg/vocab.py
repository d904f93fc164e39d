"""IRIs: the namespaces, the words of our ontology, and how the IRIs of things are made.

Plain strings, so that importing this costs nothing; `kg.store` turns them into terms.
"""

from __future__ import annotations

BASE = "https://kg.example/"  # .example is reserved: the IRIs are names; `kg serve` answers them locally
NS = BASE + "ns#"

PREFIXES: dict[str, str] = {
    "kg": NS,
    "article": BASE + "article/",
    "event": BASE + "event/",
    "official": BASE + "official/",
    "place": BASE + "place/",
    "state": BASE + "state/",
    "body": BASE + "body/",
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# Codes of inter-governmental bodies, beside ISO 3166-1 alpha-2 codes of states (XK Kosovo, PS Palestine).
BODIES: frozenset[str] = frozenset(
    "AFU ASEAN BRICS CARICOM CPLP ECOWAS EU GCC IAEA IMF LAS MERCOSUR NATO OAS OIC OPEC OSCE PIF SADC SCO UN "
    "UNASUR WB WHO WTO".split()
)  # LAS: the Arab League, AFU: the African Union. The annotation guide writes AL and AU, which are the ISO codes
# of Albania and Australia: only --json writes them so

# PLOVER and CAMEO codes by (kind, mode): CAMEO 036 intent to meet, 040 consult, 041 by phone, 042 visit,
# 043 host, 044 meet at a third place, 045 mediate, 046 negotiate, 057 sign formal agreement.
PLOVER: dict[str, str] = {"meeting": "CONSULT", "call": "CONSULT", "visit": "CONSULT", "agreement": "AGREE"}
CAMEO: dict[str, str] = {"meeting": "040", "call": "041", "visit": "042", "agreement": "057"}


def expand(curie: str) -> str:
    """The IRI of a prefixed name.

    >>> expand("kg:status")
    'https://kg.example/ns#status'
    """
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


def party(code: str) -> str:
    """The IRI of a state or inter-governmental body.

    >>> party("KR"), party("NATO")
    ('https://kg.example/state/KR', 'https://kg.example/body/NATO')
    """
    return BASE + ("body/" if code in BODIES else "state/") + code
