/** What can be asked of the whole graph. A new question is added here and nowhere else. */
import { EditionQuestion } from "./edition.ts";
import { NodeQuestions } from "./node.ts";
import { searchQuestion } from "./search.ts";
import { ServiceLimitsQuestion } from "./serviceLimits.ts";

export const questions = (): (new () => object)[] => [
  EditionQuestion,
  NodeQuestions,
  searchQuestion(),
  ServiceLimitsQuestion,
];
