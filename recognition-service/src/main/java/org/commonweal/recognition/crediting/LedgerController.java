package org.commonweal.recognition.crediting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Problem;
import org.commonweal.recognition.crediting.LedgerAccounts.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reading the ledger: the own account, and the group's. Nobody is ranked, here or anywhere. */
@RestController
@RequestMapping("/api/alliances/{alliance}/ledger")
@Tag(name = "ledger")
class LedgerController {

    private final LedgerAccounts accounts;

    LedgerController(LedgerAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/mine")
    @Operation(summary = "What I am owed thanks for, newest first")
    Mono<ResponseEntity<MyLedgerV1>> readMyLedger(
            @PathVariable UUID alliance,
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return accounts.read(caller, Whose.MINE, cursor, Limit.of(limit))
                .map(account -> ResponseEntity.ok(MyLedgerV1.of(account)))
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/group")
    @Operation(summary = "What the members gained together, newest first, with each firm's part")
    Mono<ResponseEntity<GroupLedgerV1>> readGroupLedger(
            @PathVariable UUID alliance,
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return accounts.read(caller, Whose.GROUP, cursor, Limit.of(limit))
                .map(account -> ResponseEntity.ok(GroupLedgerV1.of(account)))
                .defaultIfEmpty(Problem.notFound().response());
    }
}
