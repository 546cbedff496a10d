/** `/pair/<a>/<b>`: two states on a page, by one request; `/pair` asks which two. */
import { placeIn } from "../../parts/Pager.tsx";
import { missing } from "../../site/missing.tsx";
import type { View } from "../../site/page.ts";
import { Choice } from "./Choice.tsx";
import { Pair } from "./Pair.tsx";
import type { Pair as Found } from "./pairAnswer.ts";
import { timelineSize } from "./Timeline.tsx";
import claim from "../../parts/claim.graphql?raw";
import pair from "./pair.graphql?raw";

const document = `${pair}\n${claim}`;

/** How many years of months are asked for; those before the first number are left out. */
const yearsOfMonths = 30;

/** The view of two states. */
export const pairView: View = async (address, ask) => {
  const [, , a, b] = address.pathname.split("/").map(decodeURIComponent);
  if (!a || !b)
    return {
      title: "Two states · Entente",
      description: "Choose two states to see their relation, meetings, policies and encounters.",
      canonical: "/pair",
      body: (
        <article class="pair">
          <header>
            <h1 tabIndex={-1}>Two states</h1>
            <p class="lead">Choose two, to see their relation, their meetings and what is said about both.</p>
          </header>
          <Choice a={a} />
        </article>
      ),
    };
  const today = new Date().toISOString().slice(0, 10);
  const year = Number(today.slice(0, 4));
  const { start, page } = placeIn(address, timelineSize);
  const variables = {
    a: { slug: a },
    b: { slug: b },
    day: address.searchParams.get("asOf") ?? today,
    months: `${year - yearsOfMonths}/${year}`,
    ...page,
  };
  const { data } = await ask<{ bilateral: Found | null }>(document, variables);
  if (!data.bilateral) return missing(`${a}, ${b}`);
  const [first, second] = data.bilateral.countries;
  const canonical = `/pair/${[first, second].map(({ id }) => id.slice(id.indexOf(":") + 1)).join("/")}`;
  return {
    title: `${first.name} and ${second.name} · Entente`,
    description: `The relation of ${first.name} and ${second.name}: meetings, policies, encounters, and what covers them.`,
    canonical,
    body: <Pair address={address} pair={data.bilateral} day={variables.day} start={start} />,
    question: { document, variables },
  };
};
