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

type Level = 2 | 3;

/** All headings stand at one level: the outline of the page is ours; and none has an id, which could be one of ours. */
function shapeAt(level: Level) {
  const Tag = `h${level}` as const;
  const heading = ({ children }: { children?: ReactNode }) => <Tag>{children}</Tag>;
  return {
    disableParsingRawHTML: true,
    forceBlock: true,
    overrides: {
      a: OutwardLink,
      img: PictureWords,
      h1: heading,
      h2: heading,
      h3: heading,
      h4: heading,
      h5: heading,
      h6: heading,
    },
  };
}

const SHAPES = { 2: shapeAt(2), 3: shapeAt(3) };

export default function Markdown({ text, level = 2 }: { text: string; level?: Level }) {
  return <MarkdownToJsx options={SHAPES[level]}>{text}</MarkdownToJsx>;
}
