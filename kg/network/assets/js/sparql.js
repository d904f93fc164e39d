// The question behind what is shown, to be asked again with `kg query`.

const PREFIXES = `PREFIX kg: <BASEns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

/** A SELECT of the events of a selection (a record, a pair of records, or null for all) that pass the filters. */
export function toSparql(base, selection, filters) {
  const lines = ["?event a kg:Event ; rdfs:label ?label ; kg:kind ?kind ; kg:status ?status ; kg:articles ?articles ."];
  for (const record of selection || []) lines.push(about(base, record));
  if (filters.states.length)
    lines.push(
      `VALUES ?state { ${filters.states.map((code) => quoted(code)).join(" ")} }`,
      "?event kg:party/kg:code ?state .",
    );
  if (filters.officials.length)
    lines.push(
      `VALUES ?official { ${filters.officials.map((name) => iri(base, `official/${name}`)).join(" ")} }`,
      "?event sem:hasActor ?official .",
    );
  if (filters.kinds.length)
    lines.push(
      `VALUES ?kind { ${filters.kinds.map((kind) => `kg:${kind[0].toUpperCase()}${kind.slice(1)}`).join(" ")} }`,
    );
  if (filters.statuses.length)
    lines.push(`VALUES ?status { ${filters.statuses.map((status) => `kg:${status}`).join(" ")} }`);
  if (filters.sources > 1) lines.push(`FILTER(?articles >= ${filters.sources})`);
  const dated = filters.from || filters.to;
  lines.push(
    dated ? "?event kg:begin ?begin ." : "OPTIONAL { ?event kg:begin ?begin }",
    "OPTIONAL { ?event kg:end ?end }",
  );
  if (filters.from) lines.push(`FILTER(STR(COALESCE(?end, ?begin)) >= ${quoted(filters.from)})`);
  if (filters.to) lines.push(`FILTER(STR(?begin) < ${quoted(`${filters.to}~`)})`); // "~" sorts after "-": the whole month counts
  if (filters.text) lines.push(`# the page also looked for the words ${JSON.stringify(filters.text)}`);
  lines.push("OPTIONAL { ?event sem:hasPlace/rdfs:label ?place }");
  const select = "SELECT DISTINCT ?event ?label ?kind ?status ?begin ?end ?place ?articles";
  return `${PREFIXES.replace("BASE", base)}${select} WHERE {\n  ${lines.join("\n  ")}\n} ORDER BY ?begin ?event\n`;
}

function about(base, record) {
  const name = iri(base, record.id);
  if (record.type === "official") return `?event sem:hasActor ${name} .`;
  if (record.type === "place") return `?event sem:hasPlace ${name} .`;
  if (record.type === "event") return `FILTER(?event = ${name})`;
  return `?event kg:party ${name} .`;
}

function iri(base, id) {
  return `<${(base + id).replace(/[\u0000-\u0020<>"{}|\\^`]/g, encodeURIComponent)}>`;
}

function quoted(text) {
  return JSON.stringify(text);
}
