import { describe, expect, it } from 'vitest';
import { presentSvg } from './svg.ts';

const drawn = `<svg width="640" height="240" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 240">
<text style="font-size:12px;font-family:inherit;" class="zr0-cls-0">0</text>
<g clip-path="url(#zr0-c0)"><path ecmeta_ssr_type="chart" pointer-events="visible" d="M1 0"></path></g>
<defs><clipPath id="zr0-c0"></clipPath></defs>
<style ><![CDATA[ .zr0-cls-0:hover { pointer-events:none; } ]]></style>
</svg>`;

describe('a drawing for a page', () => {
  const svg = presentSvg(drawn, { id: 'window', title: '进度 <甲>', description: '累计 3 人' });

  it('carries no style attribute, no style element and no hook', () => {
    expect(svg).not.toMatch(/style|class=|ecmeta|pointer-events/);
    expect(svg).toContain('<text font-size="12" font-family="inherit">');
  });

  it('says what it shows, with text escaped', () => {
    expect(svg).toContain('<title>进度 &lt;甲&gt;</title><desc>累计 3 人</desc>');
    expect(svg).toContain('role="img" aria-label="进度 &lt;甲&gt;。累计 3 人"');
  });

  it('has ids of its own and follows the width of its column', () => {
    expect(svg).toContain('url(#window-c0)');
    expect(svg).toContain('id="window-c0"');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 640 240" width="100%"/);
  });
});
