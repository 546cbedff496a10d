/** What can be asked of the whole graph. A new question is added here and nowhere else. */
import { GroupKeyFields } from "../graph/counts.ts";
import { CountryAsOf, HoldingFields, OfficialAsOf, PostAsOf, TenureAsOfDay } from "./asOf/offices.ts";
import { BilateralRelationAsOf, RelationAsOfFields } from "./asOf/relation.ts";
import { bilateralQuestions } from "./bilateral/bilateral.ts";
import { PairSourceFields } from "./bilateral/coverage.ts";
import { missionFields } from "./bilateral/missions.ts";
import { TopOfficialFields } from "./bilateral/officials.ts";
import { EncountersInMonthFields, PairMonthFields } from "./bilateral/series.ts";
import { MomentFields } from "./bilateral/timeline.ts";
import { commonQuestion } from "./paths/common.ts";
import { ContestedFactFields, ContestedValueFields, contestedQuestion } from "./contested.ts";
import { CoverageAnswerFields, CoverageQuestion, CoveringPartFields } from "./coverage/coverage.ts";
import { EditionQuestion, EntityChangeFields, editionQuestions } from "./edition.ts";
import { ErrorCodesQuestion } from "./errorCodes.ts";
import { neighborhoodQuestion } from "./paths/neighborhood.ts";
import { NodeQuestions } from "./node.ts";
import { pathsQuestion } from "./paths/paths.ts";
import { searchQuestion } from "./search/search.ts";
import { ServiceLimitsQuestion } from "./serviceLimits.ts";
import { suggestQuestions } from "./search/suggest.ts";

export const questions = (): (new () => object)[] => [
  BilateralRelationAsOf,
  ContestedFactFields,
  ContestedValueFields,
  CountryAsOf,
  CoverageAnswerFields,
  CoverageQuestion,
  CoveringPartFields,
  EditionQuestion,
  EncountersInMonthFields,
  EntityChangeFields,
  ErrorCodesQuestion,
  GroupKeyFields,
  HoldingFields,
  MomentFields,
  NodeQuestions,
  OfficialAsOf,
  PairMonthFields,
  PairSourceFields,
  PostAsOf,
  RelationAsOfFields,
  ServiceLimitsQuestion,
  TenureAsOfDay,
  TopOfficialFields,
  ...bilateralQuestions(),
  commonQuestion(),
  contestedQuestion(),
  ...editionQuestions(),
  missionFields(),
  neighborhoodQuestion(),
  pathsQuestion(),
  searchQuestion(),
  ...suggestQuestions(),
];
