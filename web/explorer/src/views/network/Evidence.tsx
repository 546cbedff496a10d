/** What says so of a step: asked when it is opened. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ClaimDetails, type Claim } from "../../parts/Citation.tsx";
import { askServer } from "../../site/ask.ts";
import type { Step } from "./gather.ts";
import claim from "../../parts/claim.graphql?raw";
import evidence from "./evidence.graphql?raw";

const document = `${evidence}\n${claim}`;

export function Evidence({ step, isOpen = false }: { step: Step; isOpen?: boolean }) {
  const claims = useSignal<Claim[] | null>(null);
  const problem = useSignal("");
  const read = async (): Promise<void> => {
    if (claims.value) return;
    try {
      const { data } = await askServer<{ neighborhood: { edges: { key: string; claims: Claim[] }[] } }>(document, {
        of: [{ id: step.source }, { id: step.target }],
        through: [step.kind],
      });
      claims.value = data.neighborhood.edges.find(({ key }) => key === step.key)?.claims ?? [];
      problem.value = "";
    } catch (error) {
      problem.value = (error as Error).message;
    }
  };
  useEffect(() => {
    if (isOpen) void read();
  }, [step.key]);
  return (
    <details
      class="step-evidence"
      open={isOpen}
      onToggle={(event) => (event.currentTarget as HTMLDetailsElement).open && void read()}
    >
      <summary aria-label={`What says so: ${step.sentence}`}>What says so</summary>
      <div class="evidence">
        {claims.value?.map((claim) => (
          <ClaimDetails key={claim.id} claim={claim} />
        ))}
        {claims.value?.length === 0 && <p>Its evidence is on the pages of both.</p>}
        {!claims.value && <p>{problem.value || "Asking…"}</p>}
      </div>
    </details>
  );
}
