import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Broken } from './Broken';
import { NotFound } from './NotFound';
import { Root } from './Root';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./start/StartPage'), 'StartPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/i/$invitation',
  component: lazyRouteComponent(() => import('./start/InvitationPage'), 'InvitationPage'),
});
const move = createRoute({
  getParentRoute: () => root,
  path: '/m/$alliance/$move',
  component: lazyRouteComponent(() => import('./start/MovePage'), 'MovePage'),
});
const takeOver = createRoute({
  getParentRoute: () => root,
  path: '/l/$alliance',
  component: lazyRouteComponent(() => import('./start/TakeOverPage'), 'TakeOverPage'),
});
const apply = createRoute({
  getParentRoute: () => root,
  path: '/apply/$slug',
  component: lazyRouteComponent(() => import('./start/ApplyPage'), 'ApplyPage'),
});
const loginTested = createRoute({
  getParentRoute: () => root,
  path: '/login-tested/$test',
  component: lazyRouteComponent(() => import('./start/LoginTestedPage'), 'LoginTestedPage'),
});
const founding = createRoute({
  getParentRoute: () => root,
  path: '/found',
  validateSearch: (search): { from?: string; fork?: string; name?: string } =>
    typeof search.from === 'string' && typeof search.fork === 'string'
      ? { from: search.from, fork: search.fork, name: String(search.name ?? '') }
      : {},
  component: lazyRouteComponent(() => import('./start/FoundingPage'), 'FoundingPage'),
});
const profile = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('./start/MePage'), 'MePage'),
});
const myData = createRoute({
  getParentRoute: () => root,
  path: '/me/data',
  component: lazyRouteComponent(() => import('./start/MePage'), 'MeDataPage'),
});
const mySessions = createRoute({
  getParentRoute: () => root,
  path: '/me/sessions',
  component: lazyRouteComponent(() => import('./start/MySessionsPage'), 'MySessionsPage'),
});
const alliance = createRoute({
  getParentRoute: () => root,
  path: '/a/$slug',
  component: lazyRouteComponent(() => import('./alliance/AllianceShell'), 'AllianceShell'),
});

const home = createRoute({
  getParentRoute: () => alliance,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/HomePage'), 'HomePage'),
});
const purpose = createRoute({
  getParentRoute: () => alliance,
  path: '/purpose',
  component: lazyRouteComponent(() => import('@/features/purposes/PurposePage'), 'PurposePage'),
});
const rulebook = createRoute({
  getParentRoute: () => alliance,
  path: '/rulebook',
  component: lazyRouteComponent(() => import('@/features/purposes/Rules'), 'RulebookPage'),
});
const wording = createRoute({
  getParentRoute: () => alliance,
  path: '/purpose/wording',
  component: lazyRouteComponent(() => import('@/features/purposes/WordingPage'), 'WordingPage'),
});
const fork = createRoute({
  getParentRoute: () => alliance,
  path: '/forks/$fork',
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedFork'),
});
const brought = createRoute({
  getParentRoute: () => alliance,
  path: '/brought',
  component: lazyRouteComponent(
    () => import('@/features/contributions/BroughtPage'),
    'BroughtPage',
  ),
});
const draft = createRoute({
  getParentRoute: () => alliance,
  path: '/purpose/drafts/$draft',
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedDraft'),
});
const proposal = createRoute({
  getParentRoute: () => alliance,
  path: '/proposals/$proposal',
  validateSearch: (search): { follows?: string } =>
    typeof search.follows === 'string' ? { follows: search.follows } : {},
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedProposal'),
});
const goals = createRoute({
  getParentRoute: () => alliance,
  path: '/goals',
  component: lazyRouteComponent(() => import('@/features/purposes/GoalsPage'), 'GoalsPage'),
});
const goal = createRoute({
  getParentRoute: () => alliance,
  path: '/goals/$goal',
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedGoal'),
});
const newContribution = createRoute({
  getParentRoute: () => alliance,
  path: '/contributions/new',
  validateSearch: (search): { goal?: string } =>
    typeof search.goal === 'string' ? { goal: search.goal } : {},
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedNewContribution'),
});
const contribution = createRoute({
  getParentRoute: () => alliance,
  path: '/contributions/$contribution',
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedContribution'),
});
const library = createRoute({
  getParentRoute: () => alliance,
  path: '/library',
  component: lazyRouteComponent(
    () => import('@/features/contributions/LibraryPage'),
    'LibraryPage',
  ),
});
const activity = createRoute({
  getParentRoute: () => alliance,
  path: '/activity',
  component: lazyRouteComponent(
    () => import('@/features/contributions/ActivityPage'),
    'ActivityPage',
  ),
});
const people = createRoute({
  getParentRoute: () => alliance,
  path: '/people',
  component: lazyRouteComponent(() => import('@/features/membership/PeoplePage'), 'PeoplePage'),
});
const invite = createRoute({
  getParentRoute: () => alliance,
  path: '/people/invite',
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedInvite'),
});
const applications = createRoute({
  getParentRoute: () => alliance,
  path: '/people/applications',
  component: lazyRouteComponent(
    () => import('@/features/membership/ApplicationsPage'),
    'ApplicationsPage',
  ),
});
const agreements = createRoute({
  getParentRoute: () => alliance,
  path: '/agreements',
  component: lazyRouteComponent(
    () => import('@/features/membership/AgreementsPage'),
    'AgreementsPage',
  ),
});
const enrol = createRoute({
  getParentRoute: () => alliance,
  path: '/people/enrol',
  component: lazyRouteComponent(() => import('@/features/membership/EnrolPage'), 'EnrolPage'),
});
const person = createRoute({
  getParentRoute: () => alliance,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedPerson'),
});
const firm = createRoute({
  getParentRoute: () => alliance,
  path: '/firms/$firm',
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedFirm'),
});
const firmLogin = createRoute({
  getParentRoute: () => alliance,
  path: '/firms/$firm/login',
  validateSearch: (search): { domain?: string; code?: string } =>
    typeof search.domain === 'string' && typeof search.code === 'string'
      ? { domain: search.domain, code: search.code }
      : {},
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedFirmLogin'),
});
const mine = createRoute({
  getParentRoute: () => alliance,
  path: '/mine',
  component: lazyRouteComponent(() => import('./pages/MinePage'), 'MinePage'),
});
const leaving = createRoute({
  getParentRoute: () => alliance,
  path: '/mine/leaving',
  component: lazyRouteComponent(() => import('./pages/LeavingPage'), 'LeavingPage'),
});
const account = createRoute({
  getParentRoute: () => alliance,
  path: '/account',
  component: lazyRouteComponent(() => import('@/features/recognition/Ledger'), 'AccountPage'),
});
const pools = createRoute({
  getParentRoute: () => alliance,
  path: '/pools',
  component: lazyRouteComponent(() => import('@/features/recognition/PoolsPage'), 'PoolsPage'),
});
const pool = createRoute({
  getParentRoute: () => alliance,
  path: '/pools/$pool',
  component: lazyRouteComponent(() => import('./pages/routed'), 'RoutedPool'),
});
const health = createRoute({
  getParentRoute: () => alliance,
  path: '/health',
  component: lazyRouteComponent(() => import('@/features/recognition/HealthPage'), 'HealthPage'),
});

const pagesOfAlliance = [
  home,
  purpose,
  rulebook,
  wording,
  fork,
  brought,
  draft,
  proposal,
  goals,
  goal,
  newContribution,
  contribution,
  library,
  activity,
  people,
  invite,
  applications,
  agreements,
  enrol,
  person,
  firm,
  firmLogin,
  mine,
  leaving,
  account,
  pools,
  pool,
  health,
] as const;

const tree = root.addChildren([
  start,
  invitation,
  move,
  takeOver,
  apply,
  founding,
  profile,
  myData,
  loginTested,
  mySessions,
  alliance.addChildren([...pagesOfAlliance]),
]);

export function createAppRouter() {
  return createRouter({
    routeTree: tree,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: Broken,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
