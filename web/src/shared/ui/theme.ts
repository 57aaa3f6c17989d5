import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import i18next from 'i18next';

/** The accent: a pine green whose shades 7 and 6 carry white words at more than 4.5:1. */
const pine: MantineColorsTuple = [
  '#eef5f3',
  '#d9e8e4',
  '#b3d1c9',
  '#86c3b4',
  '#5fa594',
  '#3f8a78',
  '#2c7465',
  '#1f5f53',
  '#184d44',
  '#103a33',
];

const SMALL = '0.8125rem';
const BODY = '0.9375rem';
const TITLE = '1.5rem';

export const theme = createTheme({
  colors: { pine },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontSizes: { xs: SMALL, sm: BODY, md: BODY, lg: BODY, xl: TITLE },
  lineHeights: { xs: '1.45', sm: '1.55', md: '1.55', lg: '1.55', xl: '1.25' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: '8px',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      // Asked each time, because people change their language.
      defaultProps: () => ({
        centered: true,
        radius: 12,
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': i18next.t('common.close') },
      }),
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});

const OURS = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-error': 'var(--stop)',
};

/** The components take their colours from the same few names as our own styles (global.css). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: OURS,
  dark: OURS,
});
