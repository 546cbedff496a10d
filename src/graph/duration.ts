import { GraphQLScalarType } from "graphql";
import { GraphQLDuration } from "graphql-scalars";

/** An ISO 8601 duration; the library's scalar with our own description. */
export const Duration = new GraphQLScalarType({
  ...GraphQLDuration.toConfig(),
  description: "An ISO 8601 duration: `PT2H30M` is two and a half hours, `P1D` a day.",
});
