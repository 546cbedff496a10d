/** Asks for a day, and keeps it in the address. Without script it is a plain form. */
import { withParameters } from "./links.tsx";
import { goTo } from "../site/goTo.ts";

export function AsOf({ address, label }: { address: URL; label: string }) {
  const day = address.searchParams.get("asOf") ?? "";
  const others = [...address.searchParams].filter(([name]) => !["asOf", "after", "before", "from"].includes(name));
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    const wanted = new FormData(event.target as HTMLFormElement).get("asOf") as string;
    goTo(withParameters(address, { asOf: wanted || null, after: null, before: null, from: null }));
  };
  return (
    <form class="as-of" action={address.pathname} onSubmit={onSubmit}>
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        {label} <input type="date" name="asOf" min="1000-01-01" max="9999-12-31" value={day} required />
      </label>
      <button type="submit">Show</button>
      {day && <a href={withParameters(address, { asOf: null, after: null, before: null, from: null })}>Any day</a>}
    </form>
  );
}
