package org.commonweal.recognition.crediting;

import java.util.List;
import java.util.UUID;
import org.commonweal.recognition.domain.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The group's account.
 *
 * @param organizations in the order of their ids, on purpose not of their amounts; at most 1,000
 */
record GroupLedgerV1(
        long balance,
        String unit,
        List<PartV1> organizations,
        List<LedgerEntryV1> entries,
        @Nullable String next) {

    static GroupLedgerV1 of(LedgerAccounts.Account account) {
        return new GroupLedgerV1(
                account.balance(),
                Unit.CREDIT.code(),
                account.parts(),
                account.page().items(),
                account.page().next());
    }

    /** What the group gained by the work of one organization's people. */
    record PartV1(UUID organization, long amount) {}
}
