/** The fields that facts may state for a type, and how their values are stored. */
import { isScalarType } from "graphql";
import { ZodError } from "zod";
import { EDTFDate, readEdtf } from "../graph/edtf.ts";
import { didYouMean } from "../graph/errors.ts";
import { nearest } from "../graph/id.ts";
import { statedFields } from "../graph/model/fieldName.ts";
import { propertyOf, relationOf } from "../graph/model/model.ts";
import type { EntityType, Property, Relation } from "../graph/model/declarations.ts";
import { once } from "../graph/once.ts";

/** A field that facts state: a property, or a relation on its owning side. */
export type StatedField = { property: Property; relation?: undefined } | { relation: Relation; property?: undefined };

/** The fields of a type by name. */
export const fieldsOf = once((type: EntityType): Map<string, StatedField> => {
  const fieldOf = (name: string): StatedField => {
    const property = propertyOf(type.class, name);
    return property ? { property } : { relation: relationOf(type.class, name)! };
  };
  return new Map(statedFields(type).map((name) => [name, fieldOf(name)]));
});

/**
 * A value as stored in the graph. Texts are composed (NFC), so that one letter is one, however it was typed.
 * @param given a text from a file or a claim; for the kind `json` possibly a structure.
 * @throws an error that says what was expected.
 */
export function storedValue(property: Property, given: unknown): string | number | boolean {
  if (given === null || given === undefined)
    throw new Error("got nothing. Leave the field out, or give someValue or noValue.");
  if (property.datatype === "json") return JSON.stringify(ofShape(property, given)).normalize("NFC");
  if (typeof given !== "string") throw new Error("expected one value; got a structure.");
  const value = given.normalize("NFC");
  const unreadable = faultIn(value);
  if (unreadable !== undefined) throw new Error(unreadable);
  if (value.trim() === "") throw new Error("got an empty text. Leave the field out, or give someValue or noValue.");
  const expected = (what: string): never => {
    throw new Error(`expected ${what}; got "${value}".`);
  };
  switch (property.datatype) {
    case "enumeration":
      if (property.values!.includes(value)) return value;
      throw new Error(
        `"${value}" is not one of ${property.values!.join(", ")}${didYouMean(nearest(value, property.values!)) || "."}`,
      );
    case "integer":
      return /^-?\d+$/.test(value) && Math.abs(Number(value)) < 2 ** 31 ? Number(value) : expected("a whole number");
    case "float":
      return value.trim() !== "" && Number.isFinite(Number(value))
        ? (ofScalar(property, Number(value)) as number)
        : expected("a number");
    case "boolean":
      return value === "true" || value === "false" ? value === "true" : expected("true or false");
    case "date":
      return readEdtf(value).edtf;
    case "texts":
      if (isListOf(property, EDTFDate)) return readEdtf(value).edtf;
      return ofScalar(property, value) as string;
    case "text":
      return ofScalar(property, value) as string;
  }
}

/**
 * What no one writes: characters that a wrong encoding leaves behind, and invisible controls.
 * @returns what was found, where, and what to do; undefined for a sound text.
 */
export function faultIn(text: string): string | undefined {
  const found = /(?![\t\n\r])[\p{Control}\p{Surrogate}\ufffd]/u.exec(text);
  if (!found) return undefined;
  const [character] = found;
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  const isReplacement = character === "\ufffd";
  const what = isReplacement
    ? "which stands for a letter that was lost by a wrong encoding"
    : /\p{Surrogate}/u.test(character)
      ? "half of a letter"
      : "an invisible control character";
  const before = text.slice(Math.max(0, found.index - 20), found.index);
  return `has ${code}, ${what}, after "${before}". ${isReplacement ? "Save the source again in UTF-8." : "Remove it, or write the letter that was meant."}`;
}

/** A value as the text of its claim. */
export function textOfValue(value: string | number | boolean): string {
  return value.toString();
}

/** The value of a claim's text. Structures stay JSON. */
export function valueOfText(property: Property, text: string): string | number | boolean {
  switch (property.datatype) {
    case "integer":
    case "float":
      return Number(text);
    case "boolean":
      return text === "true";
    default:
      return text;
  }
}

function ofShape(property: Property, value: unknown): unknown {
  try {
    return property.parse ? property.parse(value) : value;
  } catch (error) {
    const [first] = error instanceof ZodError ? error.issues : [];
    throw new Error(
      first ? `${[property.name, ...first.path].join(".")}: ${first.message}.` : (error as Error).message,
      { cause: error },
    );
  }
}

/** Whether the values of a property are dates. */
export function isDated(property: Property): boolean {
  return property.datatype === "date" || isListOf(property, EDTFDate);
}

/** Whether a property was declared as a list of a type. */
export function isListOf(property: Property, cls: unknown): boolean {
  const type = property.type();
  return Array.isArray(type) && type[0] === cls;
}

// A value of a scalar type, such as a URL, a duration or a latitude, is parsed by that scalar.
function ofScalar(property: Property, value: string | number): unknown {
  const type = property.type();
  const scalar: unknown = Array.isArray(type) ? type[0] : type;
  if (isScalarType(scalar)) scalar.parseValue(value);
  return value;
}
