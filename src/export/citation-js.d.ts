/** As much of citation-js as is used: it has no types of its own. */
declare module "@citation-js/core" {
  export const plugins: {
    output: { format(name: "bibtex" | "ris", data: object[], options: { format: "text" }): string };
    config: { get(name: string): Record<string, Record<string, unknown>> };
  };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
