import { ScatterplotLayer } from '@deck.gl/layers';
import { Model } from '@luma.gl/engine';

/**
 * Round points with a line around them, as the scatterplot draws them, from one corner each instead of a square's four:
 * a graphics card hardly notices, but a processor that draws in its place needs far less time for many points. Sizes and
 * lines are in pixels. What picks, filters or transforms the scatterplot's points does so with these too.
 */
export class PointsLayer<Data = unknown, Extra extends object = object> extends ScatterplotLayer<
  Data,
  Extra
> {
  static override layerName = 'PointsLayer';

  override getShaders() {
    return { ...super.getShaders(), vs: VERTEX, fs: FRAGMENT };
  }

  override initializeState(): void {
    this.getAttributeManager()!.add({
      pointPositions: { size: 2, accessor: 'getPosition' },
      pointRadii: { size: 1, accessor: 'getRadius', defaultValue: 1 },
      pointColors: { size: 4, type: 'unorm8', accessor: 'getFillColor', defaultValue: [0, 0, 0, 255] },
      lineColors: { size: 4, type: 'unorm8', accessor: 'getLineColor', defaultValue: [0, 0, 0, 255] },
      lineWidths: { size: 1, accessor: 'getLineWidth', defaultValue: 1 },
    });
  }

  override draw(options: Parameters<ScatterplotLayer<Data>['draw']>[0]): void {
    this.state.model?.setVertexCount(this.getNumInstances());
    super.draw(options);
  }

  protected override _getModel(): Model {
    return new Model(this.context.device, {
      ...this.getShaders(),
      id: this.props.id,
      bufferLayout: this.getAttributeManager()!.getBufferLayouts({ isInstanced: false }),
      topology: 'point-list',
      isInstanced: false,
    });
  }
}

const VERTEX = `#version 300 es
#define SHADER_NAME points-vertex
in vec2 pointPositions;
in float pointRadii;
in vec4 pointColors;
in vec4 lineColors;
in float lineWidths;
out vec4 vFill;
out vec4 vLine;
out float vReach;
out float vInner;
void main(void) {
  vec3 place = vec3(pointPositions, 0.0);
  geometry.worldPosition = place;
  geometry.pickingColor = picking_getPickingColorFromIndex(float(gl_VertexID));
  float outer = pointRadii * scatterplot.radiusScale + lineWidths / 2.0;
  vec3 size = vec3(outer + SMOOTH_EDGE_RADIUS, 0.0, 0.0);
  DECKGL_FILTER_SIZE(size, geometry);
  // The chart is flat: none of what deck.gl can do with the earth is needed for it.
  geometry.position = vec4(pointPositions - project.coordinateOrigin.xy, 0.0, 1.0);
  gl_Position = project.viewProjectionMatrix * geometry.position + project.center;
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  vReach = size.x;
  vInner = outer - lineWidths;
  gl_PointSize = 2.0 * vReach * project.devicePixelRatio;
  vFill = vec4(pointColors.rgb, pointColors.a * layer.opacity);
  DECKGL_FILTER_COLOR(vFill, geometry);
  vLine = vec4(lineColors.rgb, lineColors.a * layer.opacity);
  DECKGL_FILTER_COLOR(vLine, geometry);
}
`;

const FRAGMENT = `#version 300 es
#define SHADER_NAME points-fragment
precision highp float;
in vec4 vFill;
in vec4 vLine;
in float vReach;
in float vInner;
out vec4 fragColor;
void main(void) {
  geometry.uv = 2.0 * gl_PointCoord - 1.0;
  float far = length(geometry.uv) * vReach;
  float within = smoothedge(far, vReach - SMOOTH_EDGE_RADIUS);
  if (within == 0.0) discard;
  fragColor = mix(vFill, vLine, smoothedge(vInner, far));
  fragColor.a *= within;
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`;
