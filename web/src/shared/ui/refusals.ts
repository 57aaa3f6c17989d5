import type { TFunction } from 'i18next';
import { Refusal, Unreachable } from '../api/refusal';
import type en from '../text/en.json';

type RefusalText = keyof typeof en.refusal;

/** The one table of refusals: what each means for a person. `detail` adds the server's own words (limits, names). */
export const REFUSALS: Record<string, { text: RefusalText; detail?: true }> = {
  'not-found': { text: 'notFound' },
  erased: { text: 'erased' },
  'erasure-not-confirmed': { text: 'erasureNotConfirmed' },
  'id-taken': { text: 'idTaken' },
  'id-out-of-time': { text: 'stale' },
  'invitation-reason-missing': { text: 'invitationReasonMissing' },
  'invitation-identical': { text: 'invitationIdentical', detail: true },
  'organization-unknown': { text: 'organizationUnknown' },
  'slug-taken': { text: 'slugTaken' },
  'class-not-allowed': { text: 'classNotAllowed', detail: true },
  'call-mismatch': { text: 'callMismatch' },
  'already-member': { text: 'alreadyMember' },
  'purpose-incomplete': { text: 'purposeIncomplete' },
  'ballot-too-short': { text: 'ballotTooShort', detail: true },
  'purpose-already-active': { text: 'purposeAlreadyActive' },
  'purpose-already-proposed': { text: 'purposeAlreadyProposed' },
  'deadline-not-later': { text: 'deadlineNotLater' },
  'charter-already-proposed': { text: 'charterAlreadyProposed' },
  'charter-unchanged': { text: 'charterUnchanged' },
  'ballot-minimum-out-of-range': { text: 'ballotMinimumOutOfRange' },
  'purpose-not-ratified': { text: 'purposeNotRatified' },
  'application-open': { text: 'applicationOpen' },
  'application-closed': { text: 'applicationClosed' },
  'application-refused-lately': { text: 'applicationRefusedLately', detail: true },
  'application-reason-missing': { text: 'applicationReasonMissing', detail: true },
  'application-ask-missing': { text: 'applicationAskMissing', detail: true },
  'other-way-in': { text: 'otherWayIn' },
  'questions-changed': { text: 'questionsChanged' },
  'questions-unanswered': { text: 'questionsUnanswered' },
  'agreement-outdated': { text: 'agreementOutdated' },
  'agreement-not-accepted': { text: 'agreementNotAccepted', detail: true },
  'agreement-superseded': { text: 'agreementSuperseded' },
  'agreement-changes-missing': { text: 'agreementChangesMissing' },
  'agreement-date-past': { text: 'agreementDatePast' },
  'agreements-full': { text: 'agreementsFull', detail: true },
  'not-a-delegate': { text: 'notADelegate' },
  'not-an-administrator': { text: 'notAnAdministrator' },
  'not-a-mail-domain': { text: 'notAMailDomain' },
  'domain-of-all': { text: 'domainOfAll' },
  'domain-of-a-mail-service': { text: 'domainOfAMailService' },
  'domain-named': { text: 'domainNamed' },
  'domain-of-another-firm': { text: 'domainOfAnotherFirm' },
  'domains-too-many': { text: 'domainsTooMany', detail: true },
  'domain-proved': { text: 'domainProved' },
  'domain-mails-too-many': { text: 'domainMailsTooMany' },
  'domain-code-unknown': { text: 'domainCodeUnknown' },
  'address-of-another-firm': { text: 'addressOfAnotherFirm' },
  'provider-incomplete': { text: 'providerIncomplete', detail: true },
  'provider-retired': { text: 'providerRetired' },
  'provider-live': { text: 'providerLive' },
  'provider-not-connected': { text: 'providerNotConnected' },
  'provider-not-tested': { text: 'providerNotTested' },
  'no-mail-domain': { text: 'noMailDomain' },
  'last-administrator': { text: 'lastAdministrator' },
  'last-delegate': { text: 'lastDelegate' },
  'exit-unconfirmed': { text: 'exitUnconfirmed' },
  'last-day-out-of-reach': { text: 'lastDayOutOfReach' },
  'firm-not-leaving': { text: 'firmNotLeaving' },
  'still-a-member': { text: 'stillAMember' },
  'firm-not-away': { text: 'firmNotAway' },
  'seats-taken': { text: 'seatsTaken' },
  'seats-below-members': { text: 'seatsBelowMembers' },
  'not-an-official': { text: 'notAnOfficial' },
  'move-of-no-member': { text: 'moveOfNoMember' },
  'move-within-firm': { text: 'moveWithinFirm' },
  'move-reason-missing': { text: 'moveReasonMissing', detail: true },
  'move-offered': { text: 'moveOffered' },
  'move-answered': { text: 'moveAnswered' },
  'move-expired': { text: 'moveExpired' },
  'move-other-way-in': { text: 'moveOtherWayIn' },
  'move-code-told': { text: 'moveCodeTold' },
  'no-own-provider': { text: 'noOwnProvider' },
  'login-code-told': { text: 'loginCodeTold' },
  'login-code-used': { text: 'loginCodeUsed' },
  'login-code-expired': { text: 'loginCodeExpired' },
  'login-code-same': { text: 'loginCodeSame' },
  'login-code-other-way-in': { text: 'loginCodeOtherWayIn' },
  'login-known-as-another': { text: 'loginKnownAsAnother' },
  'deputy-no-colleague': { text: 'deputyNoColleague' },
  'deputy-is-delegate': { text: 'deputyIsDelegate' },
  'deputy-dates': { text: 'deputyDates', detail: true },
  'deputy-named': { text: 'deputyNamed' },
  'deputy-over': { text: 'deputyOver' },
  'not-in-electorate': { text: 'notInElectorate' },
  'ballot-closed': { text: 'ballotClosed' },
  'not-the-owner': { text: 'notTheOwner' },
  'goal-missing': { text: 'goalMissing' },
  'goal-unknown': { text: 'goalUnknown' },
  'acknowledgement-by-own-firm': { text: 'acknowledgementByOwnFirm' },
  'refusal-by-own-firm': { text: 'refusalByOwnFirm' },
  'contribution-declined': { text: 'contributionDeclined' },
  'contribution-acknowledged': { text: 'contributionAcknowledged' },
  'refusal-reason-missing': { text: 'refusalReasonMissing' },
  'thanks-to-self': { text: 'thanksToSelf' },
  'contribution-unknown': { text: 'contributionUnknown' },
  'already-acknowledged-by-you': { text: 'alreadyAcknowledgedByYou' },
  'ballot-too-long': { text: 'ballotTooLong', detail: true },
  'changed-meanwhile': { text: 'changedMeanwhile' },
  'check-in-in-the-future': { text: 'checkInInTheFuture' },
  'contribution-historical': { text: 'contributionHistorical' },
  'provider-not-told': { text: 'providerNotTold' },
  'session-ended': { text: 'sessionEnded' },
  'csrf-token-missing': { text: 'sessionRenewed' },
  'invitation-answered': { text: 'invitationAnswered' },
  'invitation-expired': { text: 'invitationExpired' },
  'nobody-may-vote': { text: 'nobodyMayVote' },
  'other-firm': { text: 'otherFirm' },
  'owner-not-a-member': { text: 'ownerNotAMember' },
  'purpose-closed': { text: 'purposeClosed' },
  'purpose-unknown': { text: 'purposeUnknown' },
  'removal-reason-missing': { text: 'removalReasonMissing' },
  'standings-stale': { text: 'standingsStale' },
  'target-is-baseline': { text: 'targetIsBaseline' },
  'too-many-requests': { text: 'tooManyRequests' },
  'query-out-of-range': { text: 'queryOutOfRange' },
};

/** What to tell a person about an error, in their language where we have words for it. */
export function explain(error: unknown, t: TFunction): string {
  if (error instanceof Unreachable) return t('trouble.unreachable');
  if (!(error instanceof Refusal)) return t('trouble.unknown');
  const known = REFUSALS[error.kind];
  const theirs = error.problem.detail ?? error.problem.title ?? t('trouble.unknown');
  if (known) {
    const ours = t(`refusal.${known.text}`);
    return known.detail && error.problem.detail ? `${ours} ${error.problem.detail}` : ours;
  }
  if (error.status === 404) return t('refusal.notFound');
  if (error.status === 503) return t('trouble.busy');
  return theirs;
}

/** The server's words about one field, found by the end of its JSON pointer. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof Refusal)) return undefined;
  return error.problem.errors?.find((one) => one.pointer.split('/').pop() === field)?.message;
}
