/** A page as JSON-LD for search engines; the entity itself, with its claims, is linked as the export's. */
import type { Found } from "./entityView.tsx";

/** @param canonical the address of the page, from the root. */
export function linkedData(entity: Found, canonical: string): object {
  const sources = new Map(entity.claims.nodes.map(({ source }) => [source.id, source.name]));
  return {
    "@context": "https://schema.org",
    "@type": "WebPage",
    "@id": canonical,
    name: entity.name,
    ...(entity.summary && { description: entity.summary }),
    mainEntity: { "@id": `urn:entente:${entity.id}`, name: entity.name },
    citation: [...sources].map(([id, name]) => ({ "@type": "CreativeWork", "@id": `urn:entente:${id}`, name })),
    encoding: {
      "@type": "MediaObject",
      encodingFormat: "application/ld+json",
      contentUrl: `/export/${entity.id}.jsonld`,
    },
  };
}
