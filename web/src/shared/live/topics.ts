import type { Topic } from '../api/keys';

/** What a fact of this kind can have changed on a page. Unknown kinds refresh the activity alone. */
const CHANGES: Record<string, readonly Topic[]> = {
  'membership.alliance-founded': ['alliance'],
  'membership.organization-enrolled': ['organizations'],
  'membership.organization-changed': ['organizations'],
  'membership.seats-set': ['organizations'],
  'membership.roles-changed': ['people', 'organizations'],
  'membership.scim-token-made': ['organizations'],
  'membership.login-provider-changed': ['organizations'],
  'membership.eligibility-changed': ['organizations'],
  'membership.organization-imported': ['organizations'],
  'membership.person-imported': ['people'],
  'membership.invitation-sent': ['invitations'],
  'membership.invitation-declined': ['invitations'],
  'membership.front-door-set': ['applications'],
  'membership.application-sent': ['applications'],
  'membership.application-decided': ['applications', 'invitations'],
  'membership.application-withdrawn': ['applications'],
  'membership.member-joined': ['people', 'organizations', 'invitations'],
  'membership.member-left': ['people', 'organizations'],
  'membership.standing-changed': ['people', 'organizations'],
  'purpose.drafted': ['purpose'],
  'purpose.proposal-opened': ['proposals', 'purpose', 'needs'],
  'purpose.vote-cast': ['proposals', 'needs'],
  'purpose.proposal-closed': ['proposals', 'purpose', 'needs'],
  'purpose.ratified': ['purpose', 'goals'],
  'purpose.deadline-reached': ['purpose', 'needs'],
  'purpose.renewed': ['purpose', 'proposals', 'needs'],
  'purpose.closed': ['purpose', 'proposals', 'goals', 'needs'],
  'purpose.charter-changed': ['purpose', 'proposals'],
  'purpose.goal-set': ['goals'],
  'purpose.goal-checked-in': ['goals', 'needs'],
  'purpose.need-opened': ['needs'],
  'purpose.need-closed': ['needs'],
  'contribution.submitted': ['contributions', 'needs'],
  'contribution.acknowledged': ['contributions', 'needs', 'ledger', 'health'],
  'contribution.declined': ['contributions', 'needs'],
  'contribution.reminded': ['contributions', 'needs'],
  'contribution.escalated': ['contributions', 'needs'],
  'contribution.need-opened': ['needs'],
  'contribution.need-closed': ['needs'],
  'recognition.credited': ['ledger'],
  'recognition.thanked': ['thanks'],
};

export function topicsOf(type: string): readonly Topic[] {
  const fact = type.replace(/\.v\d+$/, '');
  return [...(CHANGES[fact] ?? []), 'activity'];
}
