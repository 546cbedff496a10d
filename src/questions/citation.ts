/** Finished footnotes: of anything by its id, and of each claim. */
import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import { footnoteOf } from "../citations/footnote.ts";
import { recordsOf } from "../citations/records.ts";
import { styles, type StyleName } from "../citations/styles.ts";
import { Claim } from "../entities/Claim.ts";
import { Source } from "../entities/Source.ts";
import type { Context, Graph } from "../graph/graph.ts";
import { GlobalID } from "../graph/id.ts";
import { enumeration } from "../graph/model/declare.ts";
import { LeadsTo } from "./leadsTo.ts";

const CitationStyle = enumeration(
  "CitationStyle",
  "A style of footnotes, or of entries of a bibliography.",
  Object.fromEntries(Object.entries(styles).map(([name, { description }]) => [name, description])) as Record<
    StyleName,
    string
  >,
);

@ObjectType({ simpleResolvers: true, description: "A footnote or an entry of a bibliography, as it is printed." })
export class Citation {
  @Field(() => CitationStyle, { description: "The style." })
  style!: StyleName;
  @Field(() => String, { description: "As text." })
  text!: string;
  @Field(() => String, {
    description: "As HTML: escaped, with italics as `<i>` and no other markup that titles bring.",
  })
  html!: string;
  @LeadsTo("source", () => Source, "The source that it names.")
  readonly sourceId!: string;
  @LeadsTo("claim", () => Claim, "The claim whose record it names. Null if it names a source as a whole.", {
    nullable: true,
  })
  readonly claimId!: string | null;
}

const styleArgument = { defaultValue: "CHICAGO_NOTE", description: "The style." } as const;

@Resolver(() => Claim)
export class CitationQuestion {
  @Query(() => Citation, {
    nullable: true,
    description:
      "A finished citation of a source, of a claim's record, or, for any other entity, of the record that says most of what is shown of it. Null if the id is unknown or rests on no claim. The day of access is named only if it is known.",
  })
  citation(
    @Arg("id", () => GlobalID, { description: "The id of a source, a claim or any entity." }) id: string,
    @Arg("style", () => CitationStyle, styleArgument) style: StyleName,
    @Ctx() { graph }: Context,
  ): Promise<Citation | null> {
    return citationOf(graph, id, style);
  }

  @FieldResolver(() => Citation, {
    name: "citation",
    description: "A finished citation of the record that makes the claim.",
  })
  async citationOfClaim(
    @Root() { id }: Claim,
    @Arg("style", () => CitationStyle, styleArgument) style: StyleName,
    @Ctx() { graph }: Context,
  ): Promise<Citation> {
    return (await citationOf(graph, id, style))!;
  }
}

/** Batched: a statement for all claims of a list. */
function citationOf(graph: Graph, id: string, style: StyleName): Promise<Citation | null> {
  return graph.batched(`citation ${style}`, id, async (ids) => {
    const records = await recordsOf((text, parameters) => graph.read(text, parameters), ids);
    return Promise.all(
      ids.map(async (each) => {
        const record = records.get(each);
        if (!record) return null;
        const { claim: claimId, source } = record;
        return Object.assign(new Citation(), {
          style,
          ...(await footnoteOf(record, style)),
          sourceId: source.id,
          claimId,
        });
      }),
    );
  });
}
