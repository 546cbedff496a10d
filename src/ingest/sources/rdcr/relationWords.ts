/** Words of the headings of the guide, and what they mean, by what they tell of. */
import * as z from "zod";
import { meanings, worldFile } from "../../worldFile.ts";

export const relationWords = worldFile(
  "relationWords.yaml",
  import.meta.url,
  z.strictObject({
    treaties: meanings("i"),
    subjects: meanings("i"),
    missions: meanings("i"),
    changes: meanings("i"),
    otherStates: meanings(),
  }),
);
