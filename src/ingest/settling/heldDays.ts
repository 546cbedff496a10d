/** When an entity was in effect or took place, from its settled properties: see `graph/model/derived.ts`. */
import { beforeAll, open, unknown } from "../../graph/model/derived.ts";
import { isEdtf, readEdtf } from "../../graph/edtf.ts";
import { beginningsOf, inheritedTime, propertyOf } from "../../graph/model/model.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { withoutNulls } from "../claims.ts";
import { isDated } from "../fields.ts";

/** The derived time properties of an entity, from its own. Empty without a time, or with an inherited one. */
export function heldOf(type: EntityType, properties: Record<string, unknown>): Record<string, unknown> {
  const { from, until, never = [], shown, except } = type.time;
  if (from === undefined || inheritedTime(type)) return {};
  const datedBy = beginningsOf(type).find((name) => properties[name] != null);
  if (never.includes(properties.status as string)) return withoutNulls({ datedBy });
  const event = from === "sortKey";
  const dates = event ? type.order.filter((name) => hasDates(type, name)) : [from];
  const first = daysOf(properties, [dates.find((name) => properties[name] != null)]);
  const last = daysOf(properties, [until ?? datedBy]);
  const all = daysOf(properties, [...dates, shown]);
  const endless = until !== undefined && ((properties.noValue ?? []) as string[]).includes(until);
  return withoutNulls({
    datedBy,
    heldFirst: first.first ?? (event && first.last === undefined ? unknown : beforeAll),
    heldLast: last.last ?? (endless || last.open ? open : unknown),
    shownLast: until === undefined ? null : (last.last ?? all.last),
    pauses: except === undefined ? null : pausesOf(properties[except] as string[] | undefined),
  });
}

/** The days around each interruption on which the entity may still or again have been in effect. */
function pausesOf(interruptions: string[] = []): string[] | null {
  const pauses = interruptions.flatMap((interval) => {
    const [from = "", to = ""] = interval.split("/");
    if (!isEdtf(from) || !isEdtf(to)) return [];
    const [last, first] = [readEdtf(from).lastDay, readEdtf(to).firstDay];
    return last === null || first === null ? [] : [`${last}/${first}`];
  });
  return pauses.length > 0 ? pauses : null;
}

function hasDates({ class: cls }: EntityType, name: string): boolean {
  const property = propertyOf(cls, name);
  return property !== undefined && isDated(property);
}

/** The first and the last day of some dates and lists of dates together, and whether one of them has no end. */
function daysOf(
  properties: Record<string, unknown>,
  names: (string | undefined)[],
): { first: string | undefined; last: string | undefined; open: boolean } {
  const dates = names.flatMap((name) => (name === undefined ? [] : ((properties[name] ?? []) as string | string[])));
  const days = dates.map((each) => readEdtf(each));
  return {
    first: days.flatMap(({ firstDay }) => firstDay ?? []).sort()[0],
    last: days
      .flatMap(({ lastDay }) => lastDay ?? [])
      .sort()
      .at(-1),
    open: dates.some((each) => each.endsWith("..")),
  };
}
