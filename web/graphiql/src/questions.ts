/** The queries of `operations/`, in the order of the guided tour. */
import tour from "../../../docs/questions.md?raw";

const files = import.meta.glob<string>("../../../operations/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

export interface Question {
  name: string;
  /** The first sentence of the comment at its top. */
  title: string;
  /** The rest of that comment. */
  explanation: string;
  text: string;
}

export const questions: Question[] = Object.entries(files)
  .map(([path, text]) => readQuestion(path.split("/").at(-1)!.replace(".graphql", ""), text))
  .sort((one, other) => place(one) - place(other));

function readQuestion(name: string, text: string): Question {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  const comment = lines
    .slice(0, end)
    .map((line) => line.replace(/^# ?/, ""))
    .join(" ");
  const [title = name] = /^.*?[.?:](?= |$)/.exec(comment) ?? [];
  return {
    name,
    title: title.replace(/[.:]$/, ""),
    explanation: capitalised(comment.slice(title.length).trim()),
    text,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function place({ name }: Question): number {
  const found = tour.indexOf(`operations/${name}.graphql`);
  return found < 0 ? tour.length : found;
}
