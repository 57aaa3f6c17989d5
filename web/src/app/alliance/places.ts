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

/** In the order of how often people go there. */
const PLACES: Place[] = [
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

/** An imported history serves no purpose of its own and has no goals. */
const NOT_IN_HISTORY: Word[] = ['purpose', 'goals'];

/** Where one can go in an alliance. */
export function placesOf(history: boolean): Place[] {
  return PLACES.filter((place) => !history || !NOT_IN_HISTORY.includes(place.word));
}

/** Those that stay in reach of a thumb. */
export function inReach(history: boolean): Word[] {
  return history
    ? ['home', 'library', 'activity', 'people']
    : ['home', 'goals', 'library', 'people'];
}
