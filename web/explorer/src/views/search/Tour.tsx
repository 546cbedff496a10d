/** A short tour: what each room of the site answers, beginning with the meeting of a first visit. */

const stops = [
  {
    href: "/entity/meeting:mexico-city-2023-12-27",
    name: "A fact and its source",
    line: "Open the meeting, and a number beside a fact: which source says it, where, and how to cite it.",
  },
  {
    href: "/entity/official:blinken-antony-j?asOf=2023-12-27",
    name: "In office on a day",
    line: "What held on 27 December 2023, and how sure that is. Any day can be set.",
  },
  {
    href: "/pair/us/mx",
    name: "Two states, two centuries",
    line: "Relations, meetings, missions and policies on a page. Hatching is time that no source covers.",
  },
  {
    href: "/paths?from=official:blinken-antony-j&to=official:barcena-alicia",
    name: "How are two connected?",
    line: "The shortest ways between Antony Blinken and Alicia Bárcena, with what says each step.",
  },
  {
    href: "/network?of=meeting:mexico-city-2023-12-27",
    name: "What leads on",
    line: "The network around the meeting: how many steps there are before any is drawn.",
  },
  { href: "/map", name: "Where", line: "Meetings, missions and the migration route that was talked about." },
  { href: "/coverage", name: "What is here", line: "The sources, how far each reaches, and what they don’t agree on." },
];

export function Tour() {
  return (
    <nav class="tour" aria-labelledby="tour">
      <h2 id="tour">A short tour</h2>
      <ol>
        {stops.map(({ href, name, line }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <span class="line">{line}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
