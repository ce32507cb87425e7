import mermaid from 'mermaid';
import type { DrawAnswer, DrawRequest } from './protocol.ts';

/** The page in the frame: draws what it is sent. It has no origin, no network and no storage. */

const tell = (answer: DrawAnswer) => parent.postMessage(answer, '*');

const COLOURS = {
  light: {
    background: '#fbf9f4',
    primaryColor: '#f4f1e9',
    primaryTextColor: '#1f2a33',
    primaryBorderColor: '#8f8775',
    lineColor: '#52606b',
    secondaryColor: '#f3e2d9',
    tertiaryColor: '#e6edf1',
    noteBkgColor: '#fbeecb',
  },
  dark: {
    background: '#101a24',
    primaryColor: '#172431',
    primaryTextColor: '#dfe6ea',
    primaryBorderColor: '#5e7485',
    lineColor: '#a5b4be',
    secondaryColor: '#33302f',
    tertiaryColor: '#1f2f3d',
    noteBkgColor: '#2b3138',
  },
} as const;

const FONT = '"Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif';

async function draw({ id, code, theme }: DrawRequest): Promise<void> {
  try {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      // A picture holds no HTML.
      htmlLabels: false,
      flowchart: { htmlLabels: false },
      theme: 'base',
      themeVariables: { ...COLOURS[theme], darkMode: theme === 'dark', fontFamily: FONT, fontSize: '14px' },
      fontFamily: FONT,
      suppressErrorRendering: true,
      // What a diagram may not set about itself.
      secure: [
        'secure',
        'securityLevel',
        'startOnLoad',
        'htmlLabels',
        'themeCSS',
        'fontFamily',
        'maxTextSize',
        'maxEdges',
      ],
    });
    const { svg } = await mermaid.render(`d${id}`, code);
    const box = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) [\d.]+"/.exec(svg);
    // Of its own size, which an image does not take from a width of 100 %.
    const width = Math.ceil(Number(box?.[1] ?? 0));
    tell({ portolan: 'drawn', id, svg: sized(svg, box), width });
  } catch (error) {
    tell({ portolan: 'not-drawn', id, reason: error instanceof Error ? error.message : String(error) });
  }
}

function sized(svg: string, box: RegExpExecArray | null): string {
  if (!box) return svg;
  const [, width] = box;
  const height = /viewBox="[-\d.]+ [-\d.]+ [\d.]+ ([\d.]+)"/.exec(svg)?.[1];
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = parsed.documentElement;
  // Labels with line breaks make HTML in it; XML wants them closed.
  const source = root.querySelector('parsererror')
    ? new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')!
    : root;
  source.setAttribute('width', String(width));
  if (height) source.setAttribute('height', height);
  return new XMLSerializer().serializeToString(source);
}

addEventListener('message', (event: MessageEvent<DrawRequest>) => {
  if (event.source === parent && event.data?.portolan === 'draw') void draw(event.data);
});
tell({ portolan: 'frame-ready' });
