/** The vocabularies for `elsewhere`: schema.org, PROV, ORG, SKOS. */

/** The prefixes in use. Our own ids and terms are names, not URLs. */
export const prefixes = {
  entente: "urn:entente:",
  schema: "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  org: "http://www.w3.org/ns/org#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  edtf: "http://id.loc.gov/datatypes/edtf/",
} as const;
