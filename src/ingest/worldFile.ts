/** Background knowledge: YAML files beside their readers, which anyone can correct. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { Problems } from "./problems.ts";
import { readText } from "./forms/readText.ts";
import { checkForm, parseYaml } from "./forms/yamlForm.ts";

const expected = "a map with the words of its kind";
const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * A file beside its reader, read once on first use.
 * @param beside the reader's `import.meta.url`.
 * @param form of the file; all values in it are texts.
 * @returns a function that returns its content.
 * @throws BundleError, on use, with file and line of all mistakes.
 */
export function worldFile<Form extends z.ZodType>(name: string, beside: string, form: Form): () => z.infer<Form> {
  let content: z.infer<Form> | undefined;
  return () => (content ??= readWorldFile(fileURLToPath(new URL(name, beside)), form));
}

/**
 * Reads one.
 * @throws BundleError with file and line of all mistakes.
 */
export function readWorldFile<Form extends z.ZodType>(file: string, form: Form): z.infer<Form> {
  const problems = new Problems();
  const text = readText(file, problems);
  const yaml =
    text === undefined ? undefined : parseYaml(named(file), text, problems, expected, { schema: "failsafe" });
  const content = yaml && checkForm(yaml, form, problems, () => "is not a known word: correct it, or leave it out.");
  problems.settle();
  return content!;
}

// The build has a copy: the file to correct is the source's.
function named(file: string): string {
  const below = path.relative(root, file);
  return below.startsWith("..") ? file : path.join("src", below);
}

/** A text that isn't empty. */
export const words = z.string().min(1, "expected a text");

/** Words with spaces between them. */
export function wordSet(): z.ZodType<ReadonlySet<string>> {
  return words.transform((text) => new Set(text.split(/\s+/)));
}

/** A map from words to values, in file order. */
export function table<Value extends z.ZodType>(value: Value): z.ZodType<ReadonlyMap<string, z.infer<Value>>> {
  return z.record(words, value).transform((entries) => new Map(Object.entries(entries)));
}

/** An inverted map from words to lists of words: the key of each listed word, which must be unique. */
export function belonging(): z.ZodType<ReadonlyMap<string, string>> {
  return z.record(words, z.array(words)).transform((entries, context) => {
    const owners = new Map<string, string>();
    for (const [owner, owned] of Object.entries(entries))
      for (const [index, word] of owned.entries()) {
        const other = owners.get(word);
        const message = `expected each word once; "${word}" belongs to "${other}" already`;
        if (other !== undefined) context.addIssue({ code: "custom", path: [owner, index], message });
        owners.set(word, owner);
      }
    return owners;
  });
}

/** A regular expression to search in a text. */
export function pattern(flags = ""): z.ZodType<RegExp> {
  return words.transform((source, context) => compiled(source, flags, context, []));
}

/** A map from regular expressions to the meaning of a matching text, in file order. */
export function meanings(flags = ""): z.ZodType<[RegExp, string][]> {
  return z
    .record(words, words)
    .transform((entries, context) =>
      Object.entries(entries).map(([source, means]) => [compiled(source, flags, context, [source]), means]),
    );
}

/** The meaning of a text by the first expression that matches, or undefined. */
export function meaningOf(text: string, known: [RegExp, string][]): string | undefined {
  return known.find(([each]) => each.test(text))?.[1];
}

/** Joins expressions into one. @param around the source of the whole, `*` for the alternatives. */
export function anyOf(patterns: RegExp[], around: string): RegExp {
  return new RegExp(around.replace("*", () => `(?:${patterns.map(({ source }) => source).join("|")})`));
}

function compiled(source: string, flags: string, context: z.RefinementCtx, path: string[]): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    context.addIssue({ code: "custom", path, message: `expected a regular expression: ${(error as Error).message}` });
    return z.NEVER;
  }
}
