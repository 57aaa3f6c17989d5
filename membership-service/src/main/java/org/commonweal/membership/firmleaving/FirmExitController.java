package org.commonweal.membership.firmleaving;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A whole firm's way out: read beforehand, decided by its own administrator alone. */
@RestController
@RequestMapping("/api/alliances/{alliance}/organizations/{id}/exit")
@Tag(name = "organizations")
class FirmExitController {

    private final LeaveAsFirm leave;
    private final PreviewExit preview;
    private final RequestHash hash;
    private final Clock clock;

    FirmExitController(LeaveAsFirm leave, PreviewExit preview, RequestHash hash, Clock clock) {
        this.leave = leave;
        this.preview = preview;
        this.hash = hash;
        this.clock = clock;
    }

    /** What would end; {@code people} is the number to confirm. */
    @GetMapping
    Mono<ResponseEntity<FirmExitPreview>> previewFirmExit(@PathVariable UUID id, Caller caller) {
        return preview.of(caller, id)
                .map(FirmExitController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<FirmExitPreview> answer(PreviewExit.Outcome outcome) {
        return switch (outcome) {
            case PreviewExit.Outcome.Preview(var found) -> ResponseEntity.ok(found);
            case PreviewExit.Outcome.Refused(var reason) -> FirmExitProblems.of(reason).response();
        };
    }

    /** Leaves at once, or says a last day. */
    @PutMapping
    Mono<ResponseEntity<LeaveAsFirm.ExitView>> leaveAsFirm(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody FirmExitRequest request) {
        var command = command(id, caller, key, hash.of("firm-exit/" + id, caller, request));
        return leave.leave(command, request.people(), request.lastDay())
                .map(FirmExitController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** Takes back the last day; the firm stays. */
    @PutMapping("/withdrawal")
    Mono<ResponseEntity<LeaveAsFirm.ExitView>> stayAsFirm(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command(id, caller, key, hash.of("firm-stays/" + id, caller, ""));
        return leave.stay(command)
                .map(FirmExitController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private LeaveAsFirm.Command command(UUID id, Caller caller, UUID key, String hashed) {
        return new LeaveAsFirm.Command(CommandId.of(key, clock), hashed, caller, id);
    }

    private static ResponseEntity<LeaveAsFirm.ExitView> answer(LeaveAsFirm.Outcome outcome) {
        return switch (outcome) {
            case LeaveAsFirm.Outcome.Done(var exit) -> ResponseEntity.ok(exit);
            case LeaveAsFirm.Outcome.Refused(var reason) -> FirmExitProblems.of(reason).response();
            case LeaveAsFirm.Outcome.IdTaken() -> Problem.idTaken().response();
            case LeaveAsFirm.Outcome.ChangedMeanwhile() -> Problem.changedMeanwhile().response();
        };
    }

    /**
     * A firm's leaving.
     *
     * @param people how many memberships end with the firm's, as it was read beforehand
     * @param lastDay the last day on which the firm is here; absent for at once
     */
    record FirmExitRequest(@Min(1) @Max(1_000_000) long people, @Nullable LocalDate lastDay) {}
}
