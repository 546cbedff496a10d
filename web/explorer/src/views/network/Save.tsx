/** The view as a file, the address, and a file of the state where the address would be too long. */
import { useSignal } from "@preact/signals";
import { isShareable } from "./address.ts";
import type { Picture } from "./files.ts";

const formats = [
  { name: "SVG", ending: "svg" },
  { name: "PNG", ending: "png" },
  { name: "GEXF", ending: "gexf" },
  { name: "GraphML", ending: "graphml" },
  { name: "CSV of entities", ending: "entities.csv" },
  { name: "CSV of steps", ending: "steps.csv" },
  { name: "JSON-LD", ending: "jsonld" },
] as const;
type Ending = (typeof formats)[number]["ending"];

export function Save({ picture, address }: { picture: () => Picture; address: string }) {
  const said = useSignal("");
  const save = async (ending: Ending): Promise<void> => {
    download(`entente-network.${ending}`, await contentOf(ending, picture()));
    said.value = `Saved entente-network.${ending}.`;
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.origin + address);
      said.value = "The address is copied.";
    } catch {
      said.value = "This browser doesn’t allow copying: take the address from its bar.";
    }
  };
  const isLong = !isShareable(address);
  return (
    <details class="save">
      <summary>Save and share</summary>
      <ul class="inline">
        {formats.map(({ name, ending }) => (
          <li key={ending}>
            <button type="button" onClick={() => void save(ending)}>
              {name}
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => void copy()} disabled={isLong}>
            Copy the address
          </button>
        </li>
        <li>
          <button
            type="button"
            onClick={() => download("entente-network.view.json", JSON.stringify({ ententeNetwork: address }))}
          >
            File of this view
          </button>
        </li>
        <li>
          <label class="button">
            Open a file of a view{" "}
            <input
              type="file"
              accept=".json"
              onChange={(event) => void openFile(event.currentTarget, (text) => (said.value = text))}
            />
          </label>
        </li>
      </ul>
      {isLong && <p class="note">The address has become too long for some programs: share the file of this view.</p>}
      <p role="status" class="note">
        {said}
      </p>
    </details>
  );
}

async function contentOf(ending: Ending, picture: Picture): Promise<string | Blob> {
  const files = await import("./files.ts");
  switch (ending) {
    case "svg":
      return files.svgOf(picture);
    case "png":
      return await files.pngOf(picture);
    case "gexf":
      return files.gexfOf(picture);
    case "graphml":
      return files.graphmlOf(picture);
    case "entities.csv":
      return files.entitiesCsvOf(picture);
    case "steps.csv":
      return files.stepsCsvOf(picture);
    case "jsonld":
      return files.jsonldOf(picture);
  }
}

function download(name: string, content: string | Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content instanceof Blob ? content : new Blob([content]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function openFile(input: HTMLInputElement, say: (text: string) => void): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  try {
    const { ententeNetwork: address } = JSON.parse(await file.text()) as { ententeNetwork?: unknown };
    if (typeof address !== "string" || !address.startsWith("/network?")) throw new Error();
    sessionStorage.setItem("network", address);
    location.assign("/network?file");
  } catch {
    say("This is no file of a view: choose one that was saved here.");
  }
}
