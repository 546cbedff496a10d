/** What the bars of the lanes mean. */

export function LaneLegend() {
  return (
    <ul class="legend">
      <li>
        <svg width="40" height="12" aria-hidden="true">
          <rect x="2" y="2" width="36" height="8" class="lane-sure" />
        </svg>{" "}
        certain
      </li>
      <li>
        <svg width="40" height="12" aria-hidden="true">
          <defs>
            <linearGradient id="lane-fade">
              <stop offset="0" class="lane-fade-full" />
              <stop offset="1" class="lane-fade-none" />
            </linearGradient>
          </defs>
          <rect x="2" y="2" width="14" height="8" class="lane-sure" />
          <rect x="16" y="2" width="22" height="8" fill="url(#lane-fade)" />
        </svg>{" "}
        fading: the day isn’t known, or the end isn’t
      </li>
      <li>
        <svg width="40" height="12" aria-hidden="true">
          <rect x="2" y="2" width="28" height="8" class="lane-sure" />
          <path d="M38 6 l-8 -6 v12 z" class="lane-sure" />
        </svg>{" "}
        not ended, as far as sources tell
      </li>
      <li>
        <svg width="40" height="12" aria-hidden="true">
          <rect x="2.5" y="2.5" width="35" height="7" class="lane-unreal" />
        </svg>{" "}
        planned, cancelled, or an office not taken up
      </li>
    </ul>
  );
}
