/** What is known of the world beside what a source says: YAML files beside their readers, which anyone can correct. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { Problems } from "./problems.ts";
import { readText } from "./forms/readText.ts";
import { checkForm, parseYaml } from "./forms/yamlForm.ts";

const expected = "a map with the words of its kind";
const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * A file beside its reader, read when it is first asked for and once.
 * @param beside the reader's `import.meta.url`.
 * @param form of the file; all values in it are texts.
 * @returns what gives its content.
 * @throws BundleError, when asked, with the file and the line of all that isn't of the form.
 */
export function worldFile<Form extends z.ZodType>(name: string, beside: string, form: Form): () => z.infer<Form> {
  let content: z.infer<Form> | undefined;
  return () => (content ??= readWorldFile(fileURLToPath(new URL(name, beside)), form));
}

/**
 * Reads one.
 * @throws BundleError with the file and the line of all that isn't of the form.
 */
export function readWorldFile<Form extends z.ZodType>(file: string, form: Form): z.infer<Form> {
  const problems = new Problems();
  const text = readText(file, problems);
  const yaml =
    text === undefined ? undefined : parseYaml(named(file), text, problems, expected, { schema: "failsafe" });
  const content =
    yaml && checkForm(yaml, form, problems, () => "is no word that is read here: correct it, or leave it out.");
  problems.settle();
  return content!;
}

// What is built is a copy: the file to correct is that of the source.
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

/** A map from words to something, in the order of the file. */
export function table<Value extends z.ZodType>(value: Value): z.ZodType<ReadonlyMap<string, z.infer<Value>>> {
  return z.record(words, value).transform((entries) => new Map(Object.entries(entries)));
}

/** A map from words to lists of words, turned: which one each of the listed words belongs to. It may belong to one only. */
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

/** A regular expression, of which a text may hold a match. */
export function pattern(flags = ""): z.ZodType<RegExp> {
  return words.transform((source, context) => compiled(source, flags, context, []));
}

/** A map from regular expressions to what a text means that holds a match, in the order of the file. */
export function meanings(flags = ""): z.ZodType<[RegExp, string][]> {
  return z
    .record(words, words)
    .transform((entries, context) =>
      Object.entries(entries).map(([source, means]) => [compiled(source, flags, context, [source]), means]),
    );
}

/** What a text means by the first expression that it matches; undefined when it matches none. */
export function meaningOf(text: string, known: [RegExp, string][]): string | undefined {
  return known.find(([each]) => each.test(text))?.[1];
}

/** One expression for several. @param around the source of the whole, `*` for the several. */
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
