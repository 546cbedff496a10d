// docs/performance.md, from the results.
import { writeFileSync } from "node:fs";
import { format } from "prettier";
import { median, rounded } from "../measure/statistics.js";
import { drawCharts } from "./charts.js";
import { prose } from "./prose.js";
import { table } from "./table.js";

const page = new URL("../../../docs/performance.md", import.meta.url);
const names = {
  entente: "Entente",
  neo4jGraphql: "`@neo4j/graphql`",
  floor: "hand-written",
  fields: "query per field",
  ententeStrict: "Entente, which reuses answers as `strict`",
  ententeMaxAge: "Entente, which reuses answers as `max-age`",
};
const nameOf = (name) => names[name];
const figure = (value) => (value === undefined ? "" : value.toLocaleString("en"));

/** Writes it, with its charts. */
export async function writePage({ sizes }) {
  const parts = Object.entries(sizes).map(([size, found]) => sectionOf(Number(size), found));
  const text = [prose.start, ...parts, ...growth(sizes), prose.end].join("\n\n");
  writeFileSync(page, await format(text, { parser: "markdown", printWidth: 120, proseWrap: "preserve" }));
}

function sectionOf(size, found) {
  const { head, plan, nodes, memory, questions } = found;
  const [ratios, processor] = drawCharts(size, found);
  const all = Object.values(questions);
  const counted = all.filter(({ counts }) => counts);
  const middle = (reuse) =>
    plan.connections
      .map((count) => `${rounded(median(counted.map((each) => each.againstPeer[reuse][count])))} at ${count}`)
      .join(", ");
  const reusing = Object.keys(all[0].againstPeer).filter((name) => name !== "entente");
  const lost = all.filter(({ againstPeer }) => Object.values(againstPeer.entente).some((times) => times < 1));
  return [
    `## The record${size === 1 ? "" : `, ${size} times`}: ${figure(nodes)} nodes`,
    `${head.processor}, ${head.processors} processors, ${head.gigabytes} GB; Node ${head.node}; ${head.database}; commit ${head.commit}, ${head.date}. ${plan.rounds} rounds of ${plan.milliseconds} ms. ${shared(head)}`,
    `Against \`@neo4j/graphql\`, without reuse of answers, the median of the ${counted.length} questions is ${middle("entente")} connections.${reusing.map((name) => ` ${nameOf(name)}: ${middle(name)}.`).join("")}`,
    `![Throughput beside @neo4j/graphql](${ratios})`,
    `From light to dark: ${plan.connections.join(", ")} connections. The dashed line is twice the peer's throughput.`,
    table(
      [
        "question",
        ...plan.connections.map((count) => `/ peer, ${count}`),
        ...plan.connections.map((count) => `/ floor, ${count}`),
      ],
      all.map((each) => [
        each.title,
        ...plan.connections.map((count) => figure(each.againstPeer.entente[count])),
        ...plan.connections.map((count) => figure(each.againstFloor.entente[count])),
      ]),
    ),
    lost.length === 0
      ? "The peer wins nowhere."
      : `**Where the peer wins**: ${lost
          .map(
            ({ title, againstPeer }) =>
              `${title} (${Object.entries(againstPeer.entente)
                .map(([count, times]) => `${figure(times)} at ${count}`)
                .join(", ")})`,
          )
          .join("; ")}.`,
    ...reusing.flatMap((name) => [
      `### ${nameOf(name)}: the same question asked again`,
      table(
        ["question", ...plan.connections.map((count) => `/ peer, ${count}`)],
        all.map(({ title, againstPeer }) => [
          title,
          ...plan.connections.map((count) => figure(againstPeer[name][count])),
        ]),
      ),
    ]),
    "### What one answer costs",
    `![Processor time of one answer](${processor})`,
    "Orange is Node, blue the database.",
    costs(all, plan),
    "### How long it takes when requests arrive steadily",
    percentiles(all),
    `Resident memory after all of this, in MB: ${Object.entries(memory)
      .map(([name, megabytes]) => `${name === "database" ? "the database" : nameOf(name)} ${megabytes}`)
      .join(", ")}.`,
  ].join("\n\n");
}

function shared({ loadAverage, processors }) {
  return loadAverage > processors + 1
    ? `**The machine was shared**: its load average was ${loadAverage}. Ratios within a round hold; milliseconds and percentiles are longer than on a quiet machine.`
    : `The machine's load average was ${loadAverage}.`;
}

function costs(questions, { connections }) {
  const [least] = connections;
  return table(
    ["question", "who", "statements", "hits", "bytes", "answers a second", "Node ms", "database ms"],
    questions.flatMap(({ title, contestants }) =>
      Object.entries(contestants).map(([name, each], index) => {
        const { perSecond, node, database } = each.connections[connections.includes(8) ? 8 : least];
        return [
          index === 0 ? title : "",
          nameOf(name),
          ...[each.statements, each.hits, each.bytes, perSecond, node, database].map(figure),
        ];
      }),
    ),
  );
}

function percentiles(questions) {
  return table(
    ["question", "who", "half of its maximum: p50, p95, p99", "four fifths of it"],
    questions.flatMap(({ title, contestants }) =>
      Object.entries(contestants)
        .filter(([, { openLoop }]) => openLoop)
        .map(([name, { openLoop }], index) => [
          index === 0 ? title : "",
          nameOf(name),
          ...openLoop.map(
            ({ perSecond, p50, p95, p99 }) => `${[p50, p95, p99].map(figure).join(", ")} ms at ${figure(perSecond)}/s`,
          ),
        ]),
    ),
  );
}

/** The largest size beside the smallest, if there are several. */
function growth(sizes) {
  const [least, ...more] = Object.keys(sizes)
    .map(Number)
    .toSorted((a, b) => a - b);
  const most = more.at(-1);
  if (most === undefined) return [];
  const connections = sizes[most].plan.connections.includes(8) ? 8 : sizes[most].plan.connections[0];
  const rows = Object.entries(sizes[most].questions).flatMap(([name, large]) => {
    const small = sizes[least].questions[name];
    if (!small) return [];
    const of = (who) => {
      const [now, once] = [large.contestants[who], small.contestants[who]];
      const time = once.connections[connections]?.perSecond / now.connections[connections].perSecond;
      return [figure(rounded(now.hits / once.hits)), figure(rounded(time))];
    };
    return [[large.title, ...of("entente"), ...of("neo4jGraphql")]];
  });
  return [
    `## From ${least} to ${most} times the record`,
    "How many times dearer each question becomes: in database hits, and in time for an answer.",
    table(["question", "Entente: hits", "time", "peer: hits", "time"], rows),
  ];
}
