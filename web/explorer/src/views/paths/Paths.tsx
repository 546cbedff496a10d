/** The ways from one entity to another: drawn side by side, as sentences with evidence, and what was searched. */
import { Citation } from "../../parts/Citation.tsx";
import { EntityLink, withParameters } from "../../parts/links.tsx";
import { counted } from "../../parts/words.ts";
import { Choice } from "./Choice.tsx";
import { sizes, type Found, type Path } from "./pathsAnswer.ts";
import { Way } from "./Way.tsx";

export function Paths(props: { address: URL; found: Found; first: number; during: string | null; hubs: string }) {
  const { address, found, first, during, hubs } = props;
  const { from, to, paths } = found;
  const ids = [...new Set(paths.flatMap(({ steps }) => steps.flatMap((step) => [step.from.id, step.to.id])))];
  let number = 0;
  return (
    <article class="paths">
      <header>
        <p class="kicker">How are they connected?</p>
        <h1 tabIndex={-1}>
          <EntityLink id={from.id}>{from.name}</EntityLink> and <EntityLink id={to.id}>{to.name}</EntityLink>
        </h1>
        <p class="lead">{paths[0]?.sentence ?? nothingFound(found, during)}</p>
      </header>
      {paths.length > 0 && (
        <section aria-labelledby="side-by-side">
          <h2 id="side-by-side">
            {paths.length === 1 ? "One way" : `${paths.length} ways, side by side`}
            {during !== null && `, in ${during.replace("/", " to ")}`}
          </h2>
          <div class="ways">
            {paths.map((path, index) => (
              <Way key={index} number={index + 1} path={path} />
            ))}
          </div>
          <p>
            <a href={`/network?${ids.map((id) => `of=${encodeURI(id)}`).join("&")}`}>All of them in the network</a>
          </p>
        </section>
      )}
      {paths.map((path, index) => {
        const start = number;
        number += path.steps.filter(({ claims }) => claims.length > 0).length;
        return <Steps key={index} path={path} way={index + 1} start={start} />;
      })}
      <Searched {...{ found, first, during, hubs, address }} />
      <section aria-labelledby="two-others">
        <h2 id="two-others">Other ways and other names</h2>
        <Years address={address} during={during} />
        <Choice from={from.id} to={to.id} names={[from.name, to.name]} during={during} />
      </section>
    </article>
  );
}

function Steps({ path, way, start }: { path: Path; way: number; start: number }) {
  let number = start;
  return (
    <section class="way-steps" aria-labelledby={`way-${way}`}>
      <h2 id={`way-${way}`}>
        Way {way} <span class="count">{counted(path.length, "step")}</span>
      </h2>
      <ol>
        {path.steps.map((step) => (
          <li key={step.key}>
            {step.sentence}
            {step.claims.length > 0 && <Citation number={++number} what={step.sentence} claims={step.claims} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function nothingFound({ from, to, truncated, searched }: Found, during: string | null): string {
  const when = during === null ? "" : ` in ${during.replace("/", " to ")}`;
  if (truncated) return `No way from ${from.name} to ${to.name} was found${when} before the search had to stop.`;
  return `There is no way from ${from.name} to ${to.name}${when}, of those that were searched: up to ${counted(searched.length, "step")}.`;
}

/** What was looked at, what wasn't, and why. */
function Searched(props: { address: URL; found: Found; first: number; during: string | null; hubs: string }) {
  const { found, first, during, hubs, address } = props;
  const { searched, truncated, reason, paths } = found;
  return (
    <section class="searched" aria-labelledby="searched">
      <h2 id="searched">What was searched</h2>
      <ul>
        <li>
          {counted(searched.entities, "entity was", "entities were")} reached over {counted(searched.steps, "step")};
          the search is complete for ways of up to {counted(searched.length, "step")}.
        </li>
        {truncated && (
          <li>
            It stopped early, for {reason === "TIME" ? "lack of time" : "there were too many steps"}: there may be more
            ways.
          </li>
        )}
        <li>
          {counted(searched.hubs, "step was", "steps were")} not followed, since they lead to a hub, through which
          everything is connected with everything. {hubs && `Hubs are ${hubs}.`}
        </li>
        <li>Numbers, such as encounters at a border, lead nowhere: no way passes through them.</li>
        {during !== null && (
          <li>What is dated outside {during.replace("/", " to ")} was left out; what is undated was not.</li>
        )}
        {paths.length === first && first < sizes.most && (
          <li>
            These are the best {first}.{" "}
            <a href={withParameters(address, { ways: String(sizes.most) })}>Show up to {sizes.most}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Restricts the ways to some years. Works without script. */
function Years({ address, during }: { address: URL; during: string | null }) {
  return (
    <form class="years" action="/paths">
      {["from", "to", "ways"].map((name) => {
        const value = address.searchParams.get(name);
        return value && <input key={name} type="hidden" name={name} value={value} />;
      })}
      <label>
        Only in the years{" "}
        <input
          name="during"
          size={10}
          pattern="\d{4}(/\d{4})?"
          title="A year such as 1914, or two: 1914/1918"
          placeholder="1914/1918"
          value={during ?? ""}
        />
      </label>{" "}
      <button type="submit">Search</button>{" "}
      {during !== null && <a href={withParameters(address, { during: null })}>Any time</a>}
    </form>
  );
}
