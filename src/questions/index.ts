/** What can be asked of the whole graph. A new question is added here and nowhere else. */
import {
  BilateralRelationAsOf,
  CountryAsOf,
  HoldingFields,
  OfficialAsOf,
  PostAsOf,
  RelationAsOfFields,
  TenureAsOfDay,
} from "./asOf.ts";
import { GroupKeyFields } from "../graph/counts.ts";
import { bilateralQuestions } from "./bilateral/bilateral.ts";
import { PairSourceFields } from "./bilateral/coverage.ts";
import { missionFields } from "./bilateral/missions.ts";
import { TopOfficialFields } from "./bilateral/officials.ts";
import { EncountersInMonthFields, PairMonthFields } from "./bilateral/series.ts";
import { MomentFields } from "./bilateral/timeline.ts";
import { EditionQuestion } from "./edition.ts";
import { NodeQuestions } from "./node.ts";
import { PathQuestion, PathStepFields } from "./path.ts";
import { searchQuestion } from "./search.ts";
import { ServiceLimitsQuestion } from "./serviceLimits.ts";

export const questions = (): (new () => object)[] => [
  BilateralRelationAsOf,
  CountryAsOf,
  ...bilateralQuestions(),
  EditionQuestion,
  EncountersInMonthFields,
  GroupKeyFields,
  missionFields(),
  MomentFields,
  HoldingFields,
  NodeQuestions,
  OfficialAsOf,
  PathQuestion,
  PairMonthFields,
  PairSourceFields,
  PathStepFields,
  PostAsOf,
  RelationAsOfFields,
  searchQuestion(),
  ServiceLimitsQuestion,
  TenureAsOfDay,
  TopOfficialFields,
];
