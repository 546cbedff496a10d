/** People of one state who bore one title and one last name at different times: a father and a son, or two strangers. */

/** By state, office and last name, the days from which it is the next one; any day between the two serves. */
const turns: Record<string, string[]> = {
  "ar president peron": ["1974-07-01"],
  "ar president fernandez": ["2018"],
  "bw president khama": ["2000"],
  "ca prime-minister trudeau": ["2000"],
  "cd president kabila": ["2001-01-17"],
  "cl president alessandri": ["1950"],
  "cl president frei": ["1985"],
  "co president lopez": ["1960"],
  "co president ospina": ["1930"],
  "co president pastrana": ["1990"],
  "cr president figueres": ["1990"],
  "dk prime-minister rasmussen": ["2001-11-27", "2009-04-05"],
  "ga president bongo": ["2009-06-09"],
  "gr prime-minister karamanlis": ["2000"],
  "gr prime-minister mitsotakis": ["2000"],
  "gr prime-minister papandreou": ["1975", "2005"],
  "ht president duvalier": ["1971-04-21"],
  "in prime-minister gandhi": ["1984-10-31"],
  "in prime-minister singh": ["2000"],
  "jm prime-minister manley": ["1970"],
  "jp prime-minister fukuda": ["2000"],
  "ke president kenyatta": ["2000"],
  "kr president kim": ["1998-02-25"],
  "kr president lee": ["2020"],
  "kr president park": ["2000"],
  "kr president roh": ["2000"],
  "lb prime-minister hariri": ["2006"],
  "lk prime-minister bandaranaike": ["1959-09-26"],
  "my prime-minister razak": ["2000"],
  "ni president somoza": ["1956-09-29", "1967-05-01"],
  "np prime-minister koirala": ["1970", "2010"],
  "pa president arosemena": ["1920"],
  "pa president chiari": ["1950"],
  "ph president aquino": ["2000"],
  "ph president marcos": ["2000"],
  "pk prime-minister bhutto": ["1985"],
  "pk prime-minister sharif": ["2020"],
  "sg prime-minister lee": ["2000"],
  "sy president assad": ["2000-06-10"],
  "tw president chiang": ["1978"],
  "uy president batlle": ["1990"],
  "uy president lacalle": ["2010"],
};

/** States in which few last names serve many: below the president each year is taken for another person. */
const fewNames = new Set(["kr"]);

/**
 * What tells the homonyms of an office apart, in an id.
 * @param country the second half of the country's id.
 * @param office a slug: `president`.
 * @param name a slug.
 * @param day the first day, month or year of the record; empty when it has none.
 * @returns empty for the first who bore the name, or for one without homonyms.
 */
export function homonymAt(country: string, office: string, name: string, day: string): string {
  if (fewNames.has(country) && office !== "president") return day.slice(0, 4);
  const turn = turns[`${country} ${office} ${name}`]?.findLast((each) => each <= day);
  return turn?.slice(0, 4) ?? "";
}
