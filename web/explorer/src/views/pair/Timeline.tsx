/** What happened between two states, in one chronological list, each entry with what says so. */
import { Citation } from "../../parts/Citation.tsx";
import { EdtfDate } from "../../parts/EdtfDate.tsx";
import { EntityLink } from "../../parts/links.tsx";
import { Pager } from "../../parts/Pager.tsx";
import { wordsOf } from "../../parts/words.ts";
import type { Pair } from "./pairAnswer.ts";

/** The number of entries on a page. */
export const timelineSize = 25;

export function Timeline({ address, timeline, start }: { address: URL; timeline: Pair["timeline"]; start: number }) {
  if (timeline.nodes.length === 0) return <p>The graph has no dated entry for these two.</p>;
  return (
    <>
      <ol class="timeline" start={start}>
        {timeline.nodes.map(({ kind, sentence, date, entity, claims }, index) => (
          <li key={`${entity.id} ${kind}`}>
            <span class="when">
              <EdtfDate date={date} />
            </span>
            <span class="what">
              <EntityLink id={entity.id}>{sentence}</EntityLink> <span class="kind">{wordsOf(kind)}</span>
              <Citation number={start + index} what={sentence} claims={claims} />
            </span>
          </li>
        ))}
      </ol>
      <Pager
        address={address}
        pageInfo={timeline.pageInfo}
        start={start}
        shown={timeline.nodes.length}
        size={timelineSize}
        total={timeline.totalCount}
        of="the timeline"
      />
    </>
  );
}
