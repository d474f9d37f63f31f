import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Mark, Scene } from '../core/plot/scene';

/**
 * Draws what core laid out. Colours come from the classes; `label` is what a screen reader says instead of the marks.
 */
export function drawScene(scene: Scene, label: string, over?: SVGTemplateResult): TemplateResult {
  return html`<svg
    class="scene"
    role="img"
    aria-label=${label}
    width=${scene.width}
    height=${scene.height}
    viewBox="0 0 ${scene.width} ${scene.height}"
  >
    ${scene.marks.map(drawMark)}${over ?? nothing}
  </svg>`;
}

function drawMark(mark: Mark): SVGTemplateResult {
  const classes = mark.series === undefined ? mark.role : `${mark.role} series-${mark.series % 6}`;
  const opacity = mark.strength ?? nothing;
  const id = mark.id ?? nothing;
  const title = mark.title === undefined ? nothing : svg`<title>${mark.title}</title>`;
  switch (mark.kind) {
    case 'path':
      return svg`<path class=${classes} d=${mark.d} opacity=${opacity} data-id=${id} stroke-width=${mark.width ?? nothing}>${title}</path>`;
    case 'line':
      return svg`<line class=${classes} x1=${mark.x1} y1=${mark.y1} x2=${mark.x2} y2=${mark.y2} opacity=${opacity} stroke-width=${mark.width ?? nothing}>${title}</line>`;
    case 'rect':
      return svg`<rect class=${classes} x=${mark.x} y=${mark.y} width=${mark.width} height=${mark.height} opacity=${opacity} data-id=${id}>${title}</rect>`;
    case 'circle':
      return svg`<circle class=${classes} cx=${mark.x} cy=${mark.y} r=${mark.r} opacity=${opacity} data-id=${id}>${title}</circle>`;
    case 'text':
      return svg`<text class=${classes} x=${mark.x} y=${mark.y} text-anchor=${mark.anchor ?? 'start'} font-size=${mark.size ?? 11} data-id=${id}>${title}${mark.text}</text>`;
  }
}

/** The id of the mark that an event happened on. */
export function markId(event: Event): string | undefined {
  const target = event.composedPath()[0];
  return target instanceof SVGElement ? (target.closest<SVGElement>('[data-id]')?.dataset.id ?? undefined) : undefined;
}
