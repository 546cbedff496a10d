/** The entities of the graph. Register a new one here only. */
import { BilateralRelation } from "./BilateralRelation.ts";
import { Claim } from "./Claim.ts";
import { Country } from "./Country.ts";
import { Flow } from "./Flow.ts";
import { Identity } from "./Identity.ts";
import { Meeting } from "./Meeting.ts";
import { MigrationRoute } from "./MigrationRoute.ts";
import { Mission } from "./Mission.ts";
import { Official } from "./Official.ts";
import { Organization } from "./Organization.ts";
import { Participation } from "./Participation.ts";
import { Place } from "./Place.ts";
import { Policy } from "./Policy.ts";
import { Post } from "./Post.ts";
import { RelationEvent } from "./RelationEvent.ts";
import { Source } from "./Source.ts";
import { Statement } from "./Statement.ts";
import { Tenure } from "./Tenure.ts";
import { Topic } from "./Topic.ts";

export const entities = [
  BilateralRelation,
  Claim,
  Country,
  Flow,
  Identity,
  Meeting,
  MigrationRoute,
  Mission,
  Official,
  Organization,
  Participation,
  Place,
  Policy,
  Post,
  RelationEvent,
  Source,
  Statement,
  Tenure,
  Topic,
];
