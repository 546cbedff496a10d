/** The sentence for an entry of a timeline, with the names of the participants. */
import type { MomentKind } from "./timeline.ts";

const begun: Record<string, string> = {
  entered: "took up office as",
  presentedCredentials: "presented credentials as",
  arrived: "arrived as",
  appointed: "was appointed as",
};

/** @param words the data from the moment's file of `cypher/bilateral/moments/`. */
export function sentenceOf(kind: MomentKind, words: (string | null)[]): string {
  const [name, second, third, status] = words as [string, string, string | null, string | null];
  switch (kind) {
    case "MEETING":
      return ended(
        second === "CANCELLED"
          ? `${name}: it was cancelled`
          : second === "PLANNED" && !/planned/i.test(name)
            ? `${name}: it was planned`
            : name,
      );
    case "RELATION_EVENT":
      // The date is shown beside it.
      return ended(name.replace(/, \d{4}$/, ""));
    case "TENURE_BEGUN":
      return ended(`${name} ${begun[third!]!} ${officeOf(second, status)}`);
    case "TENURE_ENDED":
      return ended(`${name} ceased to be ${officeOf(second, status)}${third === null ? "" : `: ${lower(third)}`}`);
    case "STATEMENT":
      return ended(`${name}: ${second}`);
    case "POLICY_DISCUSSED":
      return ended(`${name} was discussed in a meeting: ${second}`);
  }
}

function officeOf(post: string, status: string | null): string {
  return status === "ACTING" ? `acting ${lower(post)}` : lower(post);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
