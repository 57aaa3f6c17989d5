package org.commonweal.membership.applying;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.FrontDoor;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The front door: closed unless delegates open it, and then as much as they say. */
@RestController
@Tag(name = "applications")
class FrontDoorController {

    private final SetFrontDoor set;
    private final FrontDoors doors;
    private final OpenDoors open;
    private final RequestHash hash;
    private final Clock clock;

    FrontDoorController(
            SetFrontDoor set, FrontDoors doors, OpenDoors open, RequestHash hash, Clock clock) {
        this.set = set;
        this.doors = doors;
        this.open = open;
        this.hash = hash;
        this.clock = clock;
    }

    /** For everybody who is logged in; a closed door is not found. */
    @GetMapping("/api/front-doors/{slug}")
    Mono<ResponseEntity<FrontDoorView>> readFrontDoor(@PathVariable String slug) {
        return open.openAt(slug)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** For members; version 0 is a door that nobody has set yet. */
    @GetMapping("/api/alliances/{alliance}/applications/door")
    Mono<ResponseEntity<FrontDoor>> readOwnFrontDoor(Caller caller) {
        return doors.situation(caller, caller.alliance())
                .map(now -> ResponseEntity.ok(now.door()))
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/api/alliances/{alliance}/applications/door")
    Mono<ResponseEntity<FrontDoor>> setFrontDoor(
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody DoorRequest request) {
        return set.handle(
                        new SetFrontDoor.Command(
                                CommandId.of(key, clock),
                                hash.of("front-door", caller, request),
                                caller,
                                request.version(),
                                request.open(),
                                request.questions().stream().map(String::strip).toList()))
                .map(FrontDoorController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<FrontDoor> answer(SetFrontDoor.Outcome outcome) {
        return switch (outcome) {
            case SetFrontDoor.Outcome.Set(var door) -> ResponseEntity.ok(door);
            case SetFrontDoor.Outcome.IdTaken() -> Problem.idTaken().response();
            case SetFrontDoor.Outcome.NotADelegate() ->
                    ApplicationProblems.notADelegate().response();
            case SetFrontDoor.Outcome.ChangedMeanwhile() -> Problem.changedMeanwhile().response();
        };
    }

    /**
     * @param version the one that is changed, as it was read; 0 before the first
     */
    record DoorRequest(
            @Min(0) long version,
            boolean open,
            @NotNull @Size(max = FrontDoor.QUESTIONS_MOST)
                    List<@NotBlank @Size(max = 300) String> questions) {}
}
