import type { components as ContributionSchemas } from './generated/contribution';
import type { components as MembershipSchemas } from './generated/membership';
import type { components as PurposeSchemas } from './generated/purpose';
import type { components as RecognitionSchemas } from './generated/recognition';

type M = MembershipSchemas['schemas'];
type P = PurposeSchemas['schemas'];
type C = ContributionSchemas['schemas'];
type R = RecognitionSchemas['schemas'];

export type Me = M['Me'];
export type MyAlliance = M['MyAlliance'];
export type ReceivedInvitation = M['MyInvitation'];
export type Alliance = M['AllianceView'];
export type Organization = M['OrganizationView'];
export type Body = M['BodyView'];
export type FirmDescription = M['DescriptionRequest'];
export type FirmRoles = M['RolesRequest'];
export type Invitation = M['InvitationView'];
export type Person = M['PersonView'];
export type PersonDetail = M['PersonPage'];
export type Inviting = M['InvitationRequest'];
export type Founding = M['FoundingRequest'];
export type Enrolment = M['EnrolmentRequest'];

export type Purpose = P['Purpose'];
export type Draft = P['Draft'];
export type DraftChange = P['DraftChange'];
export type Decision = P['Decision'];
export type DecidedDeadline = P['DecidedDeadline'];
export type Proposal = P['Proposal'];
export type NewProposal = P['NewProposal'];
export type Rulebook = P['Rulebook'];
export type Charter = P['Charter'];
export type CharterTerms = P['CharterTerms'];
export type Elector = P['Elector'];
export type Choice = NonNullable<Elector['choice']>;
export type Goal = P['Goal'];
export type NewGoal = P['NewGoal'];
export type CheckIn = P['CheckIn'];

export type Contribution = C['Contribution'];
export type ContributionLine = C['ContributionLine'];
export type ContributionState = ContributionLine['state'];
export type NewContribution = C['SubmitContributionV1'];
export type Kind = NewContribution['kind'];
export type Activity = C['Activity'];
export type Need = C['Need'];
export type Link = C['NeedLink'];

export type MyLedger = R['MyLedgerV1'];
export type GroupLedger = R['GroupLedgerV1'];
export type Entry = R['LedgerEntryV1'];
export type Thanks = R['ThankYouV1'];
export type Health = R['HealthV1'];
export type HealthYear = R['FiguresV1'];
