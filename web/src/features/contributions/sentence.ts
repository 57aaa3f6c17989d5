import type en from '@/shared/text/en.json';

type SentenceKey = keyof typeof en.event;

/** Which sentence tells a fact. A kind of fact that this client does not know yet is told plainly. */
const SENTENCES: Record<string, SentenceKey> = {
  'membership.alliance-founded': 'allianceFounded',
  'membership.organization-enrolled': 'organizationEnrolled',
  'membership.organization-imported': 'organizationEnrolled',
  'membership.organization-changed': 'organizationChanged',
  'membership.seats-set': 'seatsSet',
  'membership.organization-left': 'organizationLeft',
  'membership.leaving-announced': 'leavingAnnounced',
  'membership.leaving-withdrawn': 'leavingWithdrawn',
  'membership.roles-changed': 'rolesChanged',
  'membership.mail-domain-proved': 'mailDomainProved',
  'membership.mail-domain-ended': 'mailDomainEnded',
  'membership.front-door-set': 'frontDoorSet',
  'membership.agreement-written': 'agreementWritten',
  'membership.member-joined': 'memberJoined',
  'membership.member-left': 'memberLeft',
  'membership.member-moved': 'memberMoved',
  'membership.member-seconded': 'memberSeconded',
  'membership.secondment-ended': 'secondmentEnded',
  'membership.deputy-changed': 'deputyChanged',
  'membership.person-erased': 'personErased',
  'membership.alumnus-changed': 'alumnusChanged',
  'purpose.drafted': 'drafted',
  'purpose.proposal-opened': 'proposalOpened',
  'purpose.vote-cast': 'voteCast',
  'purpose.elector-left': 'electorLeft',
  'purpose.proposal-closed': 'proposalClosed',
  'purpose.ratified': 'ratified',
  'purpose.deadline-reached': 'deadlineReached',
  'purpose.renewed': 'renewed',
  'purpose.closed': 'purposeClosed',
  'purpose.rulebook-changed': 'rulebookChanged',
  'purpose.dialogue-opened': 'dialogueOpened',
  'purpose.proposal-expired': 'proposalExpired',
  'purpose.goal-set': 'goalSet',
  'purpose.goal-checked-in': 'goalCheckedIn',
  'contribution.submitted': 'submitted',
  'contribution.imported': 'submitted',
  'contribution.acknowledged': 'acknowledged',
  'contribution.acknowledgement-imported': 'acknowledged',
  'contribution.declined': 'declined',
  'contribution.reminded': 'reminded',
  'contribution.handed-over': 'handedOver',
  'contribution.escalated': 'escalated',
  'recognition.credited': 'credited',
  'recognition.credit-imported': 'credited',
  'recognition.thanked': 'thanked',
};

export function sentenceOf(type: string): SentenceKey {
  return SENTENCES[type.replace(/\.v\d+$/, '')] ?? 'other';
}
