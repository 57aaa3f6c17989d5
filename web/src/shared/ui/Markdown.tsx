import MarkdownToJsx from 'markdown-to-jsx';
import type { ComponentProps, ReactNode } from 'react';

function OutwardLink({ href, children }: ComponentProps<'a'>) {
  const safe = href && /^(https?:|mailto:|\/|#)/i.test(href);
  return safe ? (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  ) : (
    children
  );
}

/** A picture would tell its host who reads; its words stand in its place. */
function PictureWords({ alt }: ComponentProps<'img'>) {
  return <em>{alt}</em>;
}

/** Two levels lower, because the page owns h1 and h2; and without an id, which could be one of the page's own. */
function lowered(Tag: 'h3' | 'h4' | 'h5' | 'h6') {
  return ({ children }: { children?: ReactNode }) => <Tag>{children}</Tag>;
}

const SHAPE = {
  disableParsingRawHTML: true,
  forceBlock: true,
  overrides: {
    a: OutwardLink,
    img: PictureWords,
    h1: lowered('h3'),
    h2: lowered('h4'),
    h3: lowered('h5'),
    h4: lowered('h6'),
    h5: lowered('h6'),
    h6: lowered('h6'),
  },
};

export default function Markdown({ text }: { text: string }) {
  return <MarkdownToJsx options={SHAPE}>{text}</MarkdownToJsx>;
}
