/** The facts of an entity, each with the mark that opens what says so. */
import { Citation, type Claim } from "../../parts/Citation.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { fieldNameOf, sentenceCase, wordsOf } from "../../parts/words.ts";
import type { EntityTypes, Field } from "../../schema/entityTypes.ts";
import { hasValue, Value } from "./Value.tsx";
import type { Found } from "./entityView.tsx";
import type { Evidence } from "./evidence.ts";

/** A fact with its number and evidence, as the page and its notes show it. */
export interface Fact extends Evidence {
  field: Field;
  number: number;
}

export function Facts({ types, entity, facts }: { types: EntityTypes; entity: Found; facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact, index) => (
        <FactRow
          key={fact.field.name}
          types={types}
          entity={entity}
          fact={fact}
          note={noteBeside(fact, facts[index - 1])}
        />
      ))}
    </dl>
  );
}

/** The note in the margin, in short if it is that of the fact above. */
function noteBeside({ claims }: Fact, above: Fact | undefined): string {
  const note = noteOf(claims);
  return above && noteOf(above.claims) === note ? "Ibid." : note;
}

function FactRow(props: { types: EntityTypes; entity: Found; fact: Fact; note: string }) {
  const { types, entity, fact, note } = props;
  const { field, number, claims, others } = fact;
  const what = wordsOf(field.name);
  return (
    <div class="fact">
      <dt title={field.description}>{sentenceCase(what)}</dt>
      <dd class="value">
        <ValueOrNone types={types} entity={entity} field={field} />
        <Citation number={number} what={what} claims={claims} />
        {others.length > 0 && <Contested shown={claims} others={others} />}
      </dd>
      {claims.length > 0 && (
        <dd class="margin" aria-hidden="true">
          <span class="number">{number}</span> {note}
        </dd>
      )}
    </div>
  );
}

function ValueOrNone({ types, entity, field }: { types: EntityTypes; entity: Found; field: Field }) {
  const value = entity[field.name];
  const name = fieldNameOf(field.name);
  if (hasValue(value)) return <Value types={types} type={field.type} value={value} />;
  if (entity.someValue.includes(name)) return <em>there is one, which no source names</em>;
  if (entity.noValue.includes(name)) return <em>none, according to a source</em>;
  return <em>unknown</em>;
}

/** The sources in short, once each with their first place. */
export function noteOf(claims: readonly Claim[]): string {
  const places = new Map<string, string>();
  for (const { source, locator } of claims) if (!places.has(source.name)) places.set(source.name, locator);
  return [...places].map(([name, locator]) => `${name}, ${locator}`).join("; ");
}

/** The values on which sources disagree, side by side: the one shown first. */
function Contested({ shown, others }: { shown: readonly Claim[]; others: readonly Claim[] }) {
  const rows = [...shown.filter((claim) => claim.shown), ...others];
  return (
    <div class="contested">
      <p>Sources disagree.</p>
      <div class="scroll" tabIndex={0} role="region" aria-label="The values, side by side">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Value</th>
              <th scope="col">Source</th>
              <th scope="col">Why it is shown, or not</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((claim) => (
              <tr key={claim.id} class={claim.shown ? "shown" : ""}>
                <td data-label="value">
                  {valueIn(claim)}
                  {claim.given && claim.given !== claim.value && (
                    <>
                      {" "}
                      <q>{claim.given}</q>
                    </>
                  )}
                </td>
                <td data-label="source">
                  <EntityLink id={claim.source.id}>{claim.source.name}</EntityLink>, {claim.locator}
                </td>
                <td data-label="why">
                  {claim.rank === "DEPRECATED" && "Known to be wrong: "}
                  {sentenceCase(claim.rankReason ?? (claim.shown ? "shown" : "not shown"))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function valueIn({ valueKind, valueEntity, value }: Claim) {
  if (valueEntity) return <EntityLink id={valueEntity.id}>{valueEntity.name}</EntityLink>;
  if (valueKind === "NO_VALUE") return <em>none</em>;
  if (valueKind === "SOME_VALUE") return <em>one that isn’t named</em>;
  return /^[A-Z][A-Z_]+$/.test(value ?? "") ? wordsOf(value!) : value;
}
