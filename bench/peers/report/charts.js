// The charts of docs/performance.md, as SVG.
import { mkdirSync, writeFileSync } from "node:fs";
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

const folder = new URL("../../../docs/pictures/performance/", import.meta.url);
const looks = { background: "white", fontFamily: "system-ui, sans-serif", fontSize: "12px" };
const words = { neo4jGraphql: "@neo4j/graphql", floor: "hand-written", fields: "query per field", entente: "Entente" };

/** Draws the charts of one size. @returns their paths from docs/. */
export function drawCharts(size, { questions, plan }) {
  mkdirSync(folder, { recursive: true });
  const connections = plan.connections.includes(8) ? 8 : plan.connections[0];
  const all = Object.values(questions);
  const titles = all.map(({ title }) => title);
  return [
    draw(`ratios-${size}.svg`, {
      height: 70 + 26 * all.length,
      marginLeft: 440,
      marginBottom: 45,
      marginRight: 40,
      x: { type: "log", label: "times the throughput of @neo4j/graphql →", grid: true, tickFormat: "~g" },
      y: { label: null, domain: titles },
      marks: [
        Plot.ruleX([1], { stroke: "#888" }),
        Plot.ruleX([2], { stroke: "#2a7", strokeDasharray: "4 3" }),
        Plot.dot(
          all.flatMap(({ title, againstPeer }) =>
            Object.entries(againstPeer.entente).map(([count, times]) => ({ title, count: `${count}`, times })),
          ),
          { x: "times", y: "title", fill: "count", r: 4.5 },
        ),
        Plot.text(
          all.map(({ title, againstPeer }) => ({ title, times: againstPeer.entente[connections] })),
          { x: "times", y: "title", text: ({ times }) => times.toFixed(1), dy: -9, fontSize: 10 },
        ),
      ],
      color: { domain: plan.connections.map(String), range: ["#9ecae1", "#4292c6", "#08306b"] },
    }),
    draw(`processor-${size}.svg`, {
      height: 70 + 70 * all.length,
      marginLeft: 120,
      marginRight: 430,
      marginBottom: 45,
      x: { type: "sqrt", label: "processor milliseconds for one answer →", grid: true },
      y: { label: null },
      fy: { label: null, domain: titles },
      marks: [
        Plot.barX(
          all.flatMap(({ title, contestants }) =>
            Object.entries(contestants).flatMap(([name, each]) => {
              const { node, database } = each.connections[connections];
              return [
                { title, name: words[name] ?? name, part: "Node", from: 0, until: node },
                { title, name: words[name] ?? name, part: "database", from: node, until: node + database },
              ];
            }),
          ),
          { x1: "from", x2: "until", y: "name", fy: "title", fill: "part" },
        ),
      ],
      color: { domain: ["Node", "database"], range: ["#e6862e", "#3b6fa0"] },
    }),
  ];
}

function draw(name, options) {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = Plot.plot({ ...options, width: 920, document, style: looks });
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  writeFileSync(new URL(name, folder), `${svg.outerHTML}\n`);
  return `pictures/performance/${name}`;
}
