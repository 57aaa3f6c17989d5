package org.commonweal.recognition.crediting;

import java.util.List;
import org.commonweal.recognition.domain.Unit;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
record MyLedgerV1(long balance, String unit, List<LedgerEntryV1> entries, @Nullable String next) {

    static MyLedgerV1 of(LedgerAccounts.Account account) {
        var page = account.page();
        return new MyLedgerV1(account.balance(), Unit.CREDIT.code(), page.items(), page.next());
    }
}
