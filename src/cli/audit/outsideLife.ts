/** Facts about a state on days on which it didn't exist. */
import type { Properties } from "../../ingest/changes.ts";
import { dayAfter } from "../../graph/edtf.ts";
import { beginningOf, textOf } from "./days.ts";
import type { Fault, Finding, Nodes } from "./audit.ts";

/** For so many days after its end, and before its founding, envoys and visitors may act for a state. */
const slack = 31;

export const outsideLife: Fault = {
  name: "outside-life",
  words: "a fact about a state before its founding or after its end",
  find(nodes) {
    const found: Finding[] = [];
    const check = (id: string, country: unknown, first: string | null, last: string | null): void => {
      const state = typeof country === "string" ? nodes("Country").get(country) : undefined;
      if (!state || first === null || last === null) return;
      const [founded, dissolved] = [textOf(state, "foundedFirst"), textOf(state, "dissolvedLast")];
      if (founded !== null && last < dayAfter(founded, -slack))
        found.push({ id, words: `${last} is before ${String(country)} was founded, ${founded}` });
      if (dissolved !== null && first > dayAfter(dissolved, slack))
        found.push({ id, words: `${first} is after the end of ${String(country)}, ${dissolved}` });
    };
    for (const [id, fact] of dated(nodes)) for (const [country, first, last] of fact) check(id, country, first, last);
    return found;
  },
};

type Stay = [country: unknown, first: string | null, last: string | null];

/** The states of each fact, with its first and its last possible day. */
function* dated(nodes: Nodes): Generator<[id: string, Stay[]]> {
  const daysOf = (node: Properties): [string | null, string | null] => [
    textOf(node, "dateFirst"),
    textOf(node, "dateLast") ?? textOf(node, "dateFirst"),
  ];
  for (const [id, meeting] of nodes("Meeting")) yield [id, [[meeting.hostId, ...daysOf(meeting)]]];
  for (const [id, part] of nodes("Participation")) {
    const days = daysOf(nodes("Meeting").get(part.meetingId as string) ?? {});
    yield [
      id,
      [
        [part.countryId, ...days],
        [part.onBehalfOfId, ...days],
      ],
    ];
  }
  for (const [id, event] of nodes("RelationEvent"))
    yield [
      id,
      [
        [event.actorId, ...daysOf(event)],
        [event.towardId, ...daysOf(event)],
      ],
    ];
  for (const [id, tenure] of nodes("Tenure")) {
    const post = nodes("Post").get(tenure.postId as string) ?? {};
    const { first, last } = beginningOf(tenure) ?? { first: null, last: null };
    const end = textOf(tenure, "endedFirst") ?? first;
    yield [
      id,
      [post.countryId, post.accreditedToId, tenure.residentAtId].flatMap((state): Stay[] => [
        [state, first, last],
        [state, end, end && "9999-12-31"],
      ]),
    ];
  }
}
