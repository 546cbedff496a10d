/** Cities of the United States that descriptions of visits name. */

/** As they are called with their state left out; the forms that records use before the bar, our name after it. */
const cities: [pattern: RegExp, name: string][] = (
  [
    ["Washington(?:, D\\.C\\.)?(?! (?:State|Declaration|Conference|Treaty|Post))", "Washington"],
    ["the White House", "Washington"],
    ["New York(?: City)?", "New York City"],
    ["Camp David", "Camp David"],
    ["Hyde Park", "Hyde Park"],
    ["Chicago", "Chicago"],
    ["San Francisco", "San Francisco"],
    ["Los Angeles", "Los Angeles"],
    ["Miami", "Miami"],
    ["Houston", "Houston"],
    ["Denver", "Denver"],
    ["Pittsburgh", "Pittsburgh"],
    ["Seattle", "Seattle"],
    ["Honolulu", "Honolulu"],
    ["Sea Island", "Sea Island"],
    ["San Antonio", "San Antonio"],
    ["New Orleans", "New Orleans"],
    ["Kennebunkport", "Kennebunkport"],
    ["Crawford", "Crawford"],
    ["Key West", "Key West"],
    ["Palm Springs", "Palm Springs"],
    ["San Clemente", "San Clemente"],
    ["Key Biscayne", "Key Biscayne"],
    ["Williamsburg", "Williamsburg"],
    ["Charleston", "Charleston"],
    ["Boston", "Boston"],
    ["Philadelphia", "Philadelphia"],
    ["Detroit", "Detroit"],
    ["Atlanta", "Atlanta"],
    ["Dallas", "Dallas"],
    ["El Paso", "El Paso"],
    ["San Diego", "San Diego"],
    ["Agana", "Agana"],
    ["Mar-a-Lago", "Palm Beach"],
    ["Palm Beach", "Palm Beach"],
    ["Sunnylands", "Rancho Mirage"],
    ["Rancho Mirage", "Rancho Mirage"],
    ["Claymont", "Claymont"],
    ["Point Loma", "San Diego"],
    ["White Sulphur Springs", "White Sulphur Springs"],
    ["Warm Springs", "Warm Springs"],
    ["Ogdensburg", "Ogdensburg"],
    ["Gettysburg", "Gettysburg"],
  ] as const
).map(([pattern, name]) => [new RegExp(`\\b(?:in|at|to) ${pattern}\\b`), name]);

// What came before or after the visit itself.
const besides =
  /\b(?:Afterwards?|Also|Later|Then|In U\.S\.|In the U\.S\.|Arrived|Departed|Left|Private visit (?:to|with)|Revisited|Stops included|Subsequently)\b.*$/s;
const ahead = /\b(?:while attending|before|after|following|en route|prior to)\b[^.;]*/g;

// A state, or a ranch: the visit was somewhere else than at the capital.
const elsewhere =
  /\b(?:Texas|Tex\.|TX|California|Calif\.|CA|Florida|Fla\.|FL|Hawaii|Maine|Me\.|Massachusetts|Mass\.|Ranch|Arizona|Colorado|Georgia|Guam|Alaska|Illinois|Wyoming|Michigan|Mich\.|Virginia|Va\.|Vermont|New York)/;

/** Whether a description puts the visit itself outside of the capital, without naming a city that is known here. */
export function isElsewhere(description: string): boolean {
  return elsewhere.test(description.replace(besides, "").replace(ahead, ""));
}

/** The cities at which the visit itself took place, as far as the description names them, in the order of the text. */
export function citiesNamed(description: string): string[] {
  const visit = description.replace(besides, "").replace(ahead, "");
  const found = cities.flatMap(([pattern, name]): [number, string][] => {
    const at = visit.search(pattern);
    return at < 0 ? [] : [[at, name]];
  });
  return [...new Set(found.sort(([a], [b]) => a - b).map(([, name]) => name))];
}
