import type { IconName } from '@/shared/ui/Icon';

type Word =
  | 'home'
  | 'purpose'
  | 'goals'
  | 'library'
  | 'activity'
  | 'people'
  | 'mine'
  | 'account'
  | 'health';

export interface Place {
  word: Word;
  to: string;
  icon: IconName;
  exact?: boolean;
}

/** Where one can go in an alliance, in the order of how often people do. */
export const PLACES: Place[] = [
  { word: 'home', to: '/a/$slug', icon: 'home', exact: true },
  { word: 'purpose', to: '/a/$slug/purpose', icon: 'purpose' },
  { word: 'goals', to: '/a/$slug/goals', icon: 'goals' },
  { word: 'library', to: '/a/$slug/library', icon: 'library' },
  { word: 'activity', to: '/a/$slug/activity', icon: 'activity' },
  { word: 'people', to: '/a/$slug/people', icon: 'people' },
  { word: 'mine', to: '/a/$slug/mine', icon: 'mine' },
  { word: 'account', to: '/a/$slug/account', icon: 'account' },
  { word: 'health', to: '/a/$slug/health', icon: 'health' },
];

/** Those that stay in reach of a thumb. */
export const BAR: Word[] = ['home', 'goals', 'library', 'people'];
