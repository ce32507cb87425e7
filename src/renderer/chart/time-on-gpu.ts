import { type Layer, LayerExtension } from '@deck.gl/core';
import type { Rgb } from './palette.ts';

export interface TimeProps {
  /** The time that is meant, its end left out; all of it by default. */
  readonly timeRange?: readonly [from: number, to: number];
  /** What notes of another time look like: red, green, blue and how much of it, 0..255. */
  readonly timeFaded?: readonly [...Rgb, number];
}

const ALWAYS = [-1e30, 1e30] as const;
const BLACK = [0, 0, 0, 255] as const;

/** Fades points by a number each has (`getTime`), on the graphics card: while time goes by, two numbers change. */
export class TimeOnGpu extends LayerExtension {
  static override extensionName = 'TimeOnGpu';
  static override defaultProps = { getTime: { type: 'accessor', value: 0 } };

  override getShaders() {
    return {
      modules: [MODULE],
      inject: { 'vs:#decl': 'in float noteTimes;\n', 'vs:DECKGL_FILTER_COLOR': FILTER },
    };
  }

  override initializeState(this: Layer): void {
    this.getAttributeManager()!.add({ noteTimes: { size: 1, accessor: 'getTime', defaultValue: 0 } });
  }

  override draw(this: Layer<TimeProps>): void {
    const { timeRange = ALWAYS, timeFaded = BLACK } = this.props;
    const part = (value: number) => value / 255;
    this.setShaderModuleProps({ noteTime: { range: [...timeRange], faded: timeFaded.map(part) } });
  }
}

const UNIFORMS = `layout(std140) uniform noteTimeUniforms {
  vec2 range;
  vec4 faded;
} noteTime;
`;

const MODULE = {
  name: 'noteTime',
  vs: UNIFORMS,
  uniformTypes: { range: 'vec2<f32>', faded: 'vec4<f32>' },
} as const;

const FILTER = `
if (noteTimes < noteTime.range.x || noteTimes >= noteTime.range.y)
  color = vec4(noteTime.faded.rgb, min(color.a, noteTime.faded.a));
`;
