/** With what a network begins. */
import { goTo } from "../../site/goTo.ts";
import { SearchBox } from "../search/SearchBox.tsx";
import { addressOf } from "./address.ts";
import { emptyState } from "./state.ts";

export function Beginning() {
  return (
    <article class="network">
      <header>
        <h1 tabIndex={-1}>The network</h1>
        <p class="lead">
          Begin with an official, a state, a meeting or anything else, and follow what leads on from it: with the
          numbers before anything is drawn, and what says so at every step.
        </p>
      </header>
      <SearchBox label="Begin with" onChoose={({ entityId }) => goTo(addressOf(emptyState([entityId])))} />
      <p>
        Or with <a href="/network?of=meeting:mexico-city-2023-12-27">the talks of December 2023</a>, or{" "}
        <a href="/network?of=country:mx">Mexico</a>. Two names? <a href="/paths">How are they connected?</a>
      </p>
    </article>
  );
}
