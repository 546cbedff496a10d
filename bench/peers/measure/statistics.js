/** The value below which that share of the values lies. */
export function rank(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** The middle value. */
export function median(values) {
  return rank(values, 0.5);
}

/** To three significant digits. */
export function rounded(value) {
  return Number(value.toPrecision(3));
}
