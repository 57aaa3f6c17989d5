package org.commonweal.recognition.pools;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.recognition.domain.Money;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Money that is put into a pool; it counts when a delegate of another organization says so. */
@RestController
@RequestMapping("/api/alliances/{alliance}/pools/{pool}/deposits")
@Tag(name = "pools")
class DepositsController {

    private final KeepDeposit keep;
    private final PoolLists lists;
    private final RequestHash hash;
    private final Clock clock;

    DepositsController(KeepDeposit keep, PoolLists lists, RequestHash hash, Clock clock) {
        this.keep = keep;
        this.lists = lists;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping("/{deposit}")
    @Operation(summary = "Write down what the own organization puts into the pool")
    Mono<ResponseEntity<PoolV1>> recordDeposit(
            @PathVariable UUID pool,
            @PathVariable UUID deposit,
            Caller caller,
            @Valid @RequestBody DepositRequest request) {
        var act =
                new Act(
                        CommandId.of(deposit, clock),
                        hash.of("deposit/" + pool, caller, request),
                        caller,
                        Act.Kind.RECORD,
                        deposit);
        return PoolsController.answer(
                keep.record(act, pool, request.amountMinor()), act, lists.one(caller, pool));
    }

    @PutMapping("/{deposit}/confirmation")
    @Operation(summary = "Confirm what another organization has put in, as a delegate")
    Mono<ResponseEntity<PoolV1>> confirmDeposit(
            @PathVariable UUID pool,
            @PathVariable UUID deposit,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key) {
        var act = act("confirm-deposit/", Act.Kind.CONFIRM, deposit, caller, key);
        return PoolsController.answer(keep.answer(act, pool), act, lists.one(caller, pool));
    }

    @PutMapping("/{deposit}/withdrawal")
    @Operation(summary = "Take back a deposit that nobody has confirmed")
    Mono<ResponseEntity<PoolV1>> withdrawDeposit(
            @PathVariable UUID pool,
            @PathVariable UUID deposit,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key) {
        var act = act("withdraw-deposit/", Act.Kind.WITHDRAW, deposit, caller, key);
        return PoolsController.answer(keep.answer(act, pool), act, lists.one(caller, pool));
    }

    private Act act(String operation, Act.Kind kind, UUID deposit, Caller caller, UUID key) {
        return new Act(
                CommandId.of(key, clock),
                hash.of(operation + deposit, caller, ""),
                caller,
                kind,
                deposit);
    }

    /**
     * @param amountMinor in minor units of the pool's currency
     */
    record DepositRequest(@Min(1) @Max(Money.MOST) long amountMinor) {}
}
