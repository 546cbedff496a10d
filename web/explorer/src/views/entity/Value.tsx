/** A value of any type, as its type says: a date, words, a number, a link, or several of them. */
import type { ComponentChildren } from "preact";
import { EdtfDate, type Date } from "../../parts/EdtfDate.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { counted, sentenceCase, wordsOf } from "../../parts/words.ts";
import { unwrapped, type EntityTypes, type Field } from "../../schema/entityTypes.ts";
import { valueFields } from "./entityQuery.ts";

/** Whether a field has a value to show. */
export function hasValue(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** The most items of a list within a value that are shown at once. */
const most = 12;

export function Value({ types, type, value }: { types: EntityTypes; type: Field["type"]; value: unknown }) {
  if (!Array.isArray(value)) return <>{one(types, type, value)}</>;
  const items = value.map((each, index) => <li key={index}>{one(types, type, each)}</li>);
  if (items.length <= most) return <ul class="values">{items}</ul>;
  return (
    <>
      <ul class="values">{items.slice(0, most)}</ul>
      <details>
        <summary>
          {most} of {items.length}: show the others
        </summary>
        <ul class="values">{items.slice(most)}</ul>
      </details>
    </>
  );
}

function one(types: EntityTypes, type: Field["type"], value: unknown): ComponentChildren {
  const found = unwrapped(type);
  if (value === null || value === undefined) return null;
  if (found.kind === "ENUM") return wordsOf(value as string);
  if (found.name === "URL")
    return (
      <a href={value as string} rel="noopener noreferrer external">
        {value as string}
      </a>
    );
  if (found.name === "Duration") return <time dateTime={value as string}>{durationInWords(value as string)}</time>;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return Number.isInteger(value) ? value.toLocaleString("en") : String(value);
  if (typeof value !== "object") return value as string;
  if (found.name === "EDTFDate") return <EdtfDate date={value as Date} />;
  if (types.isEntity(found)) {
    const { id, name } = value as { id: string; name: string };
    return <EntityLink id={id}>{name}</EntityLink>;
  }
  const parts = value as Record<string, unknown>;
  return (
    <dl class="parts">
      {valueFields(types, found.name)
        .filter(({ name }) => hasValue(parts[name]))
        .map((field) => (
          <div key={field.name}>
            <dt>{sentenceCase(wordsOf(field.name))}</dt>
            <dd>
              <Value types={types} type={field.type} value={parts[field.name]} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** `PT2H30M` is 2 hours, 30 minutes. */
function durationInWords(duration: string): string {
  const [days = "", times = ""] = duration.slice(1).split("T");
  const units = (text: string, names: Record<string, string>): string[] =>
    [...text.matchAll(/([\d.]+)([A-Z])/g)].map(([, count, unit]) => counted(Number(count), names[unit!]!));
  return [
    ...units(days, { Y: "year", M: "month", W: "week", D: "day" }),
    ...units(times, { H: "hour", M: "minute", S: "second" }),
  ].join(", ");
}
