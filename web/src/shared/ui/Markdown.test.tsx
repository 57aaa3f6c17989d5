// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import Markdown from './Markdown';

afterEach(cleanup);

const HOSTILE = [
  '<script>window.hurt = true</script>',
  '<img src=x onerror="window.hurt = true">',
  '[a](javascript:window.hurt=true)',
  '[a](JaVaScRiPt&#58;window.hurt=true)',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](https://elsewhere.example/seen.png)',
  '<iframe src="https://elsewhere.example"></iframe>',
  '<a href="vbscript:x" onclick="window.hurt=true">a</a>',
];

test.each(HOSTILE)('%s stays harmless', (text) => {
  const { container } = render(<Markdown text={text} />);
  expect(container.querySelector('script, iframe, img, object, embed, style')).toBeNull();
  for (const element of container.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      if (name === 'href') expect(value).toMatch(/^(https?:|mailto:|\/|#)/);
    }
});

test('a good link leads outward without telling from where', () => {
  const { container } = render(<Markdown text="[good](https://example.org/a)" />);
  const link = container.querySelector('a');
  expect(link?.getAttribute('href')).toBe('https://example.org/a');
  expect(link?.rel).toContain('noopener');
});

test('headings stay below that of the page and bring no ids', () => {
  const { container } = render(<Markdown text={'# main\n\n### two'} level={3} />);
  expect(container.querySelector('h1, h2, h4, h5, [id]')).toBeNull();
  expect(container.querySelectorAll('h3')).toHaveLength(2);
});
