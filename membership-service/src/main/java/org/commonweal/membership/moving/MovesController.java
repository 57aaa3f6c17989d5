package org.commonweal.membership.moving;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Move;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Offering a member of another firm a place, and reading what was offered. */
@RestController
@RequestMapping("/api/alliances/{alliance}/moves")
@Tag(name = "moves")
class MovesController {

    private final OfferMove offer;
    private final Moves moves;
    private final RequestHash hash;
    private final Clock clock;

    MovesController(OfferMove offer, Moves moves, RequestHash hash, Clock clock) {
        this.offer = offer;
        this.moves = moves;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<MoveView>> offerMove(
            @PathVariable UUID id, Caller caller, @Valid @RequestBody MoveRequest request) {
        var command =
                new OfferMove.Command(
                        CommandId.of(id, clock),
                        hash.of("offer-move", caller, request),
                        caller,
                        request.kindOrMove(),
                        request.person(),
                        request.reason());
        return offer.handle(command)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<MoveView>> answer(
            OfferMove.Outcome outcome, OfferMove.Command command) {
        return switch (outcome) {
            case OfferMove.Outcome.Offered(var isNew) ->
                    moves.one(command.caller(), command.id())
                            .map(view ->
                                    ResponseEntity.status(
                                                    isNew ? HttpStatus.CREATED : HttpStatus.OK)
                                            .body(view));
            case OfferMove.Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case OfferMove.Outcome.Refused(var reason) ->
                    Mono.just(MoveProblems.of(reason).response());
        };
    }

    /** Those for the caller, and for its officials those of the caller's firm. */
    @GetMapping
    Mono<ResponseEntity<Page<MoveView>>> listMoves(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return moves.page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<MoveView>> readMove(@PathVariable UUID id, Caller caller) {
        return moves.one(caller, id)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /**
     * For the caller's own firm.
     *
     * @param kind to come over, or to work for the firm besides the present one; to come over when
     *     nothing is said
     * @param person a member of another firm
     * @param reason why the firm wants this person, in the offerer's own words
     */
    record MoveRequest(
            Move.@Nullable Kind kind,
            @NotNull UUID person,
            @NotNull @Size(max = Move.REASON_MOST) String reason) {

        Move.Kind kindOrMove() {
            return kind == null ? Move.Kind.MOVE : kind;
        }
    }
}
