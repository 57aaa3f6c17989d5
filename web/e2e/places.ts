/** Things of the demo alliance that pages are about. */
export interface Things {
  proposal: string;
  goal: string;
  contribution: string;
  person: string;
  firm: string;
  pool: string;
}

const IN_MERIDIAN = '/a/meridian';

/** An address for every route of the client: `tests/places.test.ts` holds this list to the router's. */
export const PLACES: Record<string, (things: Things) => string> = {
  '/': () => '/',
  '/found': () => '/found',
  '/me': () => '/me',
  '/me/data': () => '/me/data',
  '/me/sessions': () => '/me/sessions',
  '/apply/$slug': () => '/apply/meridian',
  '/i/$invitation': ({ goal }) => `/i/${goal}`,
  '/m/$alliance/$move': ({ goal, person }) => `/m/${goal}/${person}`,
  '/l/$alliance': ({ goal }) => `/l/${goal}`,
  '/login-tested/$test': ({ goal }) => `/login-tested/${goal}`,
  '/a/$slug': () => IN_MERIDIAN,
  '/a/$slug/purpose': () => `${IN_MERIDIAN}/purpose`,
  '/a/$slug/rulebook': () => `${IN_MERIDIAN}/rulebook`,
  '/a/$slug/purpose/drafts/$draft': () => `${IN_MERIDIAN}/purpose/drafts/new`,
  '/a/$slug/purpose/wording': () => `${IN_MERIDIAN}/purpose/wording`,
  '/a/$slug/forks/$fork': () => `${IN_MERIDIAN}/forks/new`,
  '/a/$slug/brought': () => `${IN_MERIDIAN}/brought`,
  '/a/$slug/proposals/$proposal': ({ proposal }) => `${IN_MERIDIAN}/proposals/${proposal}`,
  '/a/$slug/goals': () => `${IN_MERIDIAN}/goals`,
  '/a/$slug/goals/$goal': ({ goal }) => `${IN_MERIDIAN}/goals/${goal}`,
  '/a/$slug/contributions/new': () => `${IN_MERIDIAN}/contributions/new`,
  '/a/$slug/contributions/$contribution': ({ contribution }) =>
    `${IN_MERIDIAN}/contributions/${contribution}`,
  '/a/$slug/library': () => `${IN_MERIDIAN}/library`,
  '/a/$slug/activity': () => `${IN_MERIDIAN}/activity`,
  '/a/$slug/people': () => `${IN_MERIDIAN}/people`,
  '/a/$slug/people/invite': () => `${IN_MERIDIAN}/people/invite`,
  '/a/$slug/people/applications': () => `${IN_MERIDIAN}/people/applications`,
  '/a/$slug/agreements': () => `${IN_MERIDIAN}/agreements`,
  '/a/$slug/people/enrol': () => `${IN_MERIDIAN}/people/enrol`,
  '/a/$slug/people/$person': ({ person }) => `${IN_MERIDIAN}/people/${person}`,
  '/a/$slug/firms/$firm': ({ firm }) => `${IN_MERIDIAN}/firms/${firm}`,
  '/a/$slug/firms/$firm/login': ({ firm }) => `${IN_MERIDIAN}/firms/${firm}/login`,
  '/a/$slug/mine': () => `${IN_MERIDIAN}/mine`,
  '/a/$slug/mine/leaving': () => `${IN_MERIDIAN}/mine/leaving`,
  '/a/$slug/account': () => `${IN_MERIDIAN}/account`,
  '/a/$slug/pools': () => `${IN_MERIDIAN}/pools`,
  '/a/$slug/pools/$pool': ({ pool }) => `${IN_MERIDIAN}/pools/${pool}`,
  '/a/$slug/health': () => `${IN_MERIDIAN}/health`,
};
