/** The way to another address of the site, for parts that change the address themselves. */

let way = (target: string): void => location.assign(target);

/** Opens another address. */
export function goTo(target: string): void {
  way(target);
}

/** @param given how addresses open from now on. */
export function goBy(given: (target: string) => void): void {
  way = given;
}
