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
export type ReceivedInvitation = M['ReceivedInvitation'];
export type Alliance = M['Alliance'];
export type Organization = M['Organization'];
export type Invitation = M['Invitation'];
export type Person = M['Person'];
export type PersonDetail = M['PersonDetail'];
export type Inviting = M['Inviting'];

export type Purpose = P['Purpose'];
export type Draft = P['Draft'];
export type DraftChange = P['DraftChange'];
export type Proposal = P['Proposal'];
export type Elector = P['Elector'];
export type Choice = NonNullable<Elector['choice']>;
export type Goal = P['Goal'];
export type NewGoal = P['NewGoal'];
export type CheckIn = P['CheckIn'];

export type Contribution = C['Contribution'];
export type ContributionLine = C['ContributionLine'];
export type ContributionState = ContributionLine['state'];
export type NewContribution = C['NewContribution'];
export type Kind = NewContribution['kind'];
export type Activity = C['Activity'];
export type Need = C['Need'];
export type Link = C['Link'];

export type MyLedger = R['MyLedger'];
export type GroupLedger = R['GroupLedger'];
export type Entry = R['Entry'];
export type Thanks = R['Thanks'];
export type Health = R['Health'];
export type HealthYear = R['HealthYear'];
