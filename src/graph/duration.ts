import { GraphQLScalarType } from "graphql";
import { GraphQLDuration } from "graphql-scalars";

/** A length of time in ISO 8601; the library's scalar under a description of our own. */
export const Duration = new GraphQLScalarType({
  ...GraphQLDuration.toConfig(),
  description: "An ISO 8601 duration: `PT2H30M` is two and a half hours, `P1D` a day.",
});
