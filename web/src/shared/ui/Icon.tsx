/** Line drawings on a 20 × 20 grid, always beside a word and therefore silent to a screen reader. */
const DRAWN = {
  home: 'M3 9.5 10 3.5l7 6M5 8v8.5h10V8M8.5 16.5v-5h3v5',
  purpose: 'M10 2.5v15M2.5 10h15M10 5.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  goals: 'M3 16.5h14M5 13.5v-3M8.5 13.5v-6M12 13.5v-4M15.5 13.5V4',
  library: 'M4 3.5h3v13H4zM8.5 3.5h3v13h-3zM13 4.3l2.6-.7 2 12.4-2.7.6z',
  activity: 'M2.5 10.5h3.2l2.2-6 3.8 11.5 2.3-5.5h3.5',
  people:
    'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.5 16.5c.3-3 2.2-4.6 5-4.6s4.7 1.6 5 4.6M13 9.2a2.4 2.4 0 1 0-.3-4.8M14.2 12.2c2 .3 3.1 1.8 3.3 4.3',
  mine: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.8 17c.5-3.3 2.8-5 6.2-5s5.7 1.7 6.2 5',
  account: 'M3 6.5h14v9.5H3zM3 9.5h14M6 13h4M5.5 6.5V4h9v2.5',
  health: 'M10 16.5 4 10.6a3.8 3.8 0 0 1 6-4.6 3.8 3.8 0 0 1 6 4.6Z',
  add: 'M10 4v12M4 10h12',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  more: 'M4 6h12M4 10h12M4 14h12',
  right: 'M4 10h11M11 5.5l4.5 4.5L11 14.5',
  check: 'M4 10.5 8.2 14.5 16 5.5',
  thanks: 'M10 16.5 4 10.6a3.8 3.8 0 0 1 6-4.6 3.8 3.8 0 0 1 6 4.6Z',
  light:
    'M10 6.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1',
} as const;

export type IconName = keyof typeof DRAWN;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d={DRAWN[name]} />
    </svg>
  );
}
