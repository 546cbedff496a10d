/** What is in sight as a file: a picture, a graph, tables, linked data. */
import { lineHeight } from "./drawing/names.ts";
import type { Camera } from "./address.ts";
import { draw } from "./drawing/draw.ts";
import type { Palette, Size, Surface } from "./drawing/surface.ts";
import type { Edition } from "./gather.ts";
import type { Kinds } from "./kinds.ts";
import type { Scene } from "./scene.ts";
import { CanvasSurface, escaped, SvgSurface } from "./drawing/surfaces.ts";

export interface Sight {
  title: string;
  scene: Scene;
  kinds: Kinds;
  edition: Edition | null;
  /** The whole address of the view. */
  address: string;
}

export interface Picture extends Sight {
  camera: Camera;
  size: Size;
  palette: Palette;
}

/** One line that names what is seen, for a footnote. */
export function citationOf({ title, edition, address }: Sight): string {
  const of = edition ? `, edition of ${edition.date} (${edition.digest.slice(0, 12)})` : "";
  return `${title}. Entente${of}. ${address}`;
}

interface Legend {
  kinds: string[];
  captions: string[];
  height: number;
  columns: number;
}

const captionWidth = 6.2;

function legendOf(picture: Picture): Legend {
  const { scene, kinds, size } = picture;
  const present = kinds.entities.filter(({ word }) => scene.nodes.some(({ kind }) => kind === word));
  const columns = Math.max(1, Math.floor((size.width - 20) / 170));
  const captions = wrapped(
    `${scene.nodes.length} entities, ${scene.steps.length} steps. Dashed: inferred by the editors. ${citationOf(picture)}`,
    Math.floor((size.width - 24) / captionWidth),
  );
  const height = Math.ceil(present.length / columns) * 20 + captions.length * lineHeight + 24;
  return { kinds: present.map(({ word }) => word), captions, height, columns };
}

function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ").flatMap((each) => each.match(new RegExp(`.{1,${width}}`, "g")) ?? []))
    if (`${lines.at(-1)!} ${word}`.length <= width) lines[lines.length - 1] = `${lines.at(-1)!} ${word}`.trim();
    else lines.push(word);
  return lines;
}

/** The scene, a legend and where it comes from. @returns its height. */
function drawPicture(surface: Surface, picture: Picture): number {
  const { scene, camera, size, palette, kinds } = picture;
  const { ink, muted, paper } = palette;
  const legend = legendOf(picture);
  draw(surface, scene, camera, size, palette, { chosen: null });
  legend.kinds.forEach((kind, index) => {
    const x = 16 + (index % legend.columns) * 170;
    const y = size.height + 14 + Math.floor(index / legend.columns) * 20;
    const { shape, colour } = kinds.markOf(kind);
    surface.marks(shape, [x, y, 6], palette.kinds[colour]!, paper, 1);
    surface.text([kinds.nameOf(kind)], x + 12, y + 4, { colour: ink, halo: paper, isLeft: true });
  });
  const height = size.height + legend.height;
  const top = height - legend.captions.length * lineHeight;
  surface.text(legend.captions, 12, top, { colour: muted, halo: paper, isLeft: true });
  return height;
}

/** The picture as SVG, with its names as text. */
export function svgOf(picture: Picture): string {
  const { title, palette, size } = picture;
  const surface = new SvgSurface();
  const height = drawPicture(surface, picture);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(citationOf(picture))}</desc>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    surface.content,
    "</svg>\n",
  ].join("\n");
}

/** The picture as PNG, with two points for each of the screen. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const { size, palette } = picture;
  const canvas = document.createElement("canvas");
  canvas.width = size.width * 2;
  canvas.height = (size.height + legendOf(picture).height) * 2;
  const context = canvas.getContext("2d")!;
  context.scale(2, 2);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  drawPicture(new CanvasSurface(context), picture);
  return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), "image/png"));
}

const nodeFields = ["label", "kind", "degree"] as const;
const stepFields = ["relation", "kind", "date", "basis", "sentence"] as const;

function rowsOf({ nodes, steps }: Scene) {
  return {
    nodes: nodes.map(({ id, label, kind, degree, x, y }) => ({ id, label, kind, degree: String(degree), x, y })),
    steps: steps.map(({ key, source, target, relation, kind, date, basis, sentence }) => ({
      key,
      source,
      target,
      relation,
      kind,
      date: date?.edtf ?? "",
      basis,
      sentence,
    })),
  };
}

/** For Gephi: GEXF 1.3, with places. */
export function gexfOf(sight: Sight): string {
  const { nodes, steps } = rowsOf(sight.scene);
  const values = (fields: readonly string[], row: Record<string, unknown>): string =>
    `<attvalues>${fields
      .map((name) => `<attvalue for="${name}" value="${escaped(String(row[name]))}"/>`)
      .join("")}</attvalues>`;
  const attributes = (of: string, fields: readonly string[]): string =>
    `<attributes class="${of}">${fields.map((name) => `<attribute id="${name}" title="${name}" type="string"/>`).join("")}</attributes>`;
  const shown = nodeFields.slice(1);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta${sight.edition ? ` lastmodifieddate="${sight.edition.date}"` : ""}><creator>Entente</creator><description>${escaped(citationOf(sight))}</description></meta>
<graph defaultedgetype="directed">
${attributes("node", shown)}
${attributes("edge", stepFields)}
<nodes>
${nodes.map((row) => `<node id="${escaped(row.id)}" label="${escaped(row.label)}">${values(shown, row)}<viz:position x="${row.x}" y="${-row.y}" z="0"/></node>`).join("\n")}
</nodes>
<edges>
${steps.map((row) => `<edge id="${escaped(row.key)}" source="${escaped(row.source)}" target="${escaped(row.target)}" kind="${escaped(row.relation)}" label="${escaped(row.sentence)}">${values(stepFields, row)}</edge>`).join("\n")}
</edges>
</graph>
</gexf>
`;
}

/** For programs that read GraphML. */
export function graphmlOf(sight: Sight): string {
  const { nodes, steps } = rowsOf(sight.scene);
  const keys = (of: string, fields: readonly string[]): string =>
    fields.map((name) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="string"/>`).join("\n");
  const data = (of: string, fields: readonly string[], row: Record<string, unknown>): string =>
    fields.map((name) => `<data key="${of}-${name}">${escaped(String(row[name]))}</data>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${escaped(citationOf(sight)).replaceAll("--", "- -")} -->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys("node", nodeFields)}
${keys("edge", stepFields)}
<graph edgedefault="directed">
${nodes.map((row) => `<node id="${escaped(row.id)}">${data("node", nodeFields, row)}</node>`).join("\n")}
${steps.map((row) => `<edge id="${escaped(row.key)}" source="${escaped(row.source)}" target="${escaped(row.target)}">${data("edge", stepFields, row)}</edge>`).join("\n")}
</graph>
</graphml>
`;
}

/** The entities as a table. */
export function entitiesCsvOf({ scene, edition }: Sight): string {
  return csvOf(["id", ...nodeFields], rowsOf(scene).nodes, edition);
}

/** The steps as a table. */
export function stepsCsvOf({ scene, edition }: Sight): string {
  return csvOf(["key", "source", "target", ...stepFields], rowsOf(scene).steps, edition);
}

function csvOf(fields: readonly string[], rows: readonly Record<string, unknown>[], edition: Edition | null): string {
  const cell = (value: string): string => (/[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const own = edition ? `${edition.date} ${edition.digest.slice(0, 12)}` : "";
  const lines = rows.map((row) => [...fields.map((name) => cell(String(row[name]))), own].join(","));
  return `${[[...fields, "edition"].join(","), ...lines].join("\r\n")}\r\n`;
}

/** The entities and the steps between them, as linked data that needs no other file. */
export function jsonldOf(sight: Sight): string {
  const { nodes, steps } = rowsOf(sight.scene);
  const iri = (id: string): string => `urn:entente:${id}`;
  return `${JSON.stringify(
    {
      "@context": {
        "@vocab": "urn:entente:term:",
        name: "https://schema.org/name",
        description: "https://schema.org/description",
        subject: { "@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject", "@type": "@id" },
        predicate: "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
        object: { "@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#object", "@type": "@id" },
      },
      "@graph": [
        { "@id": sight.address, name: sight.title, description: citationOf(sight) },
        ...nodes.map(({ id, label, kind, degree }) => ({ "@id": iri(id), name: label, kind, degree })),
        ...steps.map(({ key, source, target, relation, kind, date, basis, sentence }) => ({
          "@id": iri(`step:${encodeURIComponent(key)}`),
          "@type": "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement",
          subject: iri(source),
          predicate: relation,
          object: iri(target),
          kind,
          ...(date && { date }),
          basis,
          description: sentence,
        })),
      ],
    },
    null,
    1,
  )}\n`;
}
