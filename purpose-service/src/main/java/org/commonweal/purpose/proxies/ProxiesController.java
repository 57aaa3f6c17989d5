package org.commonweal.purpose.proxies;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Cursors;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Giving;
import org.commonweal.purpose.domain.ProxyAnswer;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/proxies")
@Tag(name = "proxies")
class ProxiesController {

    private final GiveProxy giveProxy;
    private final AnswerProxy answerProxy;
    private final ProxyLists lists;
    private final RequestHash hashes;
    private final Cursors cursors;
    private final Clock clock;

    ProxiesController(
            GiveProxy giveProxy,
            AnswerProxy answerProxy,
            ProxyLists lists,
            RequestHash hashes,
            Cursors cursors,
            Clock clock) {
        this.giveProxy = giveProxy;
        this.answerProxy = answerProxy;
        this.lists = lists;
        this.hashes = hashes;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The proxies of my firm, and those that I gave or was given, newest first")
    Mono<ResponseEntity<Page<ProxyResponse>>> proxies(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        var most = Limit.of(limit);
        return lists.page(caller, cursors.below(cursor), most)
                .map(found -> Page.of(found, most, last -> cursors.encode(last.id())))
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @PutMapping("/{proxy}")
    @Operation(
            summary = "Give my firm's vote, or my own, to another member for a while",
            description =
                    "Refusals: not-a-delegate, class-not-allowed, proxy-holder-unknown,"
                            + " proxy-holder-votes-anyhow, proxies-full, proposal-unknown,"
                            + " ballot-closed, ballot-anonymous, proxy-dates, proxy-given, standings-stale")
    Mono<ResponseEntity<ProxyResponse>> giveProxy(
            Caller caller, @PathVariable UUID proxy, @Valid @RequestBody ProxyRequest body) {
        var command =
                new GiveProxy.Command(
                        caller,
                        CommandId.of(proxy, clock),
                        body.holder(),
                        body.body(),
                        body.proposal(),
                        body.end(),
                        hashes.of("give-proxy", caller, body));
        return giveProxy
                .handle(command)
                .flatMap(decided -> answer(decided, caller, proxy))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProxyResponse>> answer(Giving giving, Caller caller, UUID proxy) {
        return switch (giving) {
            case Giving.Given _ -> read(caller, proxy, HttpStatus.CREATED);
            case Giving.Repeated _ -> read(caller, proxy, HttpStatus.OK);
            case Giving.Refused(var refusal) -> Mono.just(ProxyProblems.of(refusal).response());
        };
    }

    @PutMapping("/{proxy}/acceptance")
    @Operation(
            summary = "Hold a vote that I am given",
            description = "Refusals: not-the-holder, proxies-full, proxy-over, standings-stale")
    Mono<ResponseEntity<ProxyResponse>> acceptProxy(
            Caller caller, @PathVariable UUID proxy, @RequestHeader("Idempotency-Key") UUID key) {
        return said(caller, proxy, key, State.ACCEPTED);
    }

    @PutMapping("/{proxy}/declination")
    @Operation(
            summary = "Hold no vote that I am given",
            description = "Refusals: not-the-holder, proxy-over, standings-stale")
    Mono<ResponseEntity<ProxyResponse>> declineProxy(
            Caller caller, @PathVariable UUID proxy, @RequestHeader("Idempotency-Key") UUID key) {
        return said(caller, proxy, key, State.DECLINED);
    }

    @PutMapping("/{proxy}/revocation")
    @Operation(
            summary = "Take a vote back that was given, or hand one back that I hold",
            description = "Refusals: not-a-delegate, proxy-over, standings-stale")
    Mono<ResponseEntity<ProxyResponse>> revokeProxy(
            Caller caller, @PathVariable UUID proxy, @RequestHeader("Idempotency-Key") UUID key) {
        return said(caller, proxy, key, State.REVOKED);
    }

    private Mono<ResponseEntity<ProxyResponse>> said(
            Caller caller, UUID proxy, UUID key, State said) {
        var command =
                new AnswerProxy.Command(
                        caller,
                        CommandId.of(key, clock),
                        proxy,
                        said,
                        hashes.of(said + "-proxy/" + proxy, caller, ""));
        return answerProxy
                .handle(command)
                .flatMap(decided -> answer(decided, caller, proxy))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProxyResponse>> answer(
            ProxyAnswer answer, Caller caller, UUID proxy) {
        return switch (answer) {
            case ProxyAnswer.Said _, ProxyAnswer.Repeated _ -> read(caller, proxy, HttpStatus.OK);
            case ProxyAnswer.Refused(var refusal) ->
                    Mono.just(ProxyProblems.of(refusal).response());
        };
    }

    private Mono<ResponseEntity<ProxyResponse>> read(Caller caller, UUID proxy, HttpStatus status) {
        return lists.one(caller, proxy).map(found -> ResponseEntity.status(status).body(found));
    }
}
