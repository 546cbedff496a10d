/** One way as a drawing: entities from top to bottom, and between them what leads from one to the next. */
import { entityAddress } from "../../parts/links.tsx";
import { wordsOf } from "../../parts/words.ts";
import type { Path } from "./pathsAnswer.ts";

const width = 236;
const left = 12;
const lineHeight = 17;
const letters = 28;
/** Of what leads to the next, in smaller letters. */
const smallLetters = 36;

export function Way({ path, number }: { path: Path; number: number }) {
  const { steps } = path;
  const entities = [steps[0]!.from, ...steps.map(({ to }) => to)];
  let y = 16;
  const rows = entities.map((entity, index) => {
    const name = wrapped(entity.name);
    const row = { entity, name, y, step: steps[index] };
    // The name, its kind, and room for the step to the next.
    y += (name.length + 1) * lineHeight + 44;
    return row;
  });
  const height = y - 44;
  return (
    <svg
      class="way"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-label={`Way ${number}`}
      role="group"
    >
      {rows.map(({ y: at, step }, index) => {
        const next = rows[index + 1];
        if (!step || !next) return null;
        return (
          <g key={step.key}>
            <line
              x1={left}
              x2={left}
              y1={at + 8}
              y2={next.y - 8}
              class={step.basis === "INFERRED" ? "inferred" : undefined}
            />
            <text class="step" x={left + 16} y={next.y - 20}>
              {cut(`${wordsOf(step.kind)}${step.date ? `, ${step.date.edtf}` : ""}`, smallLetters)}
            </text>
          </g>
        );
      })}
      {rows.map(({ entity, name, y: at }, index) => (
        <a key={entity.id} href={entityAddress(entity.id)} aria-label={entity.name}>
          {index === 0 || index === rows.length - 1 ? (
            <rect class="end" x={left - 6} y={at - 6} width="12" height="12" />
          ) : (
            <circle cx={left} cy={at} r="6" />
          )}
          <text class="name" y={at + 5}>
            {name.map((line, row) => (
              <tspan key={row} x={left + 16} dy={row === 0 ? 0 : lineHeight}>
                {line}
              </tspan>
            ))}
          </text>
          <text class="step" x={left + 16} y={at + 5 + name.length * lineHeight}>
            {wordsOf(entity.__typename)}
          </text>
        </a>
      ))}
    </svg>
  );
}

/** A name in at most four lines. */
function wrapped(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= 4
    ? lines.map((line) => cut(line))
    : [...lines.slice(0, 3), lines.slice(3).join(" ")].map((line) => cut(line));
}

function cut(text: string, most = letters): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
