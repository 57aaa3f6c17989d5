package org.commonweal.purpose.drafting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.IfMatch;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Beginning;
import org.commonweal.purpose.domain.PurposeId;
import org.commonweal.purpose.domain.Revision;
import org.commonweal.purpose.loading.ClassProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/purpose/drafts/{draft}")
@Tag(name = "purpose")
class DraftsController {

    private final DraftPurpose draftPurpose;
    private final ReviseDraft reviseDraft;
    private final Purposes purposes;
    private final RequestHash hashes;
    private final Clock clock;

    DraftsController(
            DraftPurpose draftPurpose,
            ReviseDraft reviseDraft,
            Purposes purposes,
            RequestHash hashes,
            Clock clock) {
        this.draftPurpose = draftPurpose;
        this.reviseDraft = reviseDraft;
        this.purposes = purposes;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(summary = "Begin a draft; any member may, and only the title is needed")
    @ApiResponse(responseCode = "201", description = "Begun", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<PurposeResponse>> draft(
            Caller caller, @PathVariable UUID draft, @Valid @RequestBody DraftRequest body) {
        var command =
                new DraftPurpose.Command(
                        caller,
                        new PurposeId(CommandId.of(draft, clock)),
                        body.text(),
                        hashes.of("draft", caller, body));
        return draftPurpose
                .handle(command)
                .flatMap(beginning -> answer(beginning, caller, draft))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<PurposeResponse>> answer(
            Beginning beginning, Caller caller, UUID draft) {
        return switch (beginning) {
            case BEGUN -> read(caller, draft, HttpStatus.CREATED);
            case REPEATED -> read(caller, draft, HttpStatus.OK);
            case ID_TAKEN -> Mono.just(Problem.idTaken().response());
            case CLASS_NOT_ALLOWED -> Mono.just(ClassProblems.membersAlone().response());
        };
    }

    @PatchMapping
    @Operation(
            summary = "Change a draft (merge patch); any member may, from the version in If-Match")
    @ApiResponse(responseCode = "200", description = "Changed", useReturnTypeSchema = true)
    Mono<ResponseEntity<PurposeResponse>> amendDraft(
            Caller caller,
            @PathVariable UUID draft,
            @RequestHeader("Idempotency-Key") UUID command,
            @RequestHeader("If-Match") String ifMatch,
            @Valid @RequestBody DraftChange body) {
        var revision =
                new ReviseDraft.Command(
                        caller,
                        CommandId.of(command, clock),
                        new PurposeId(draft),
                        IfMatch.version(ifMatch, "the ETag of the draft"),
                        body,
                        hashes.of("amend/" + draft + "/" + ifMatch, caller, body.asked()));
        return reviseDraft
                .handle(revision)
                .flatMap(decision -> answer(decision, caller, draft))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<PurposeResponse>> answer(
            Revision decision, Caller caller, UUID draft) {
        return switch (decision) {
            case Revision.Revised _, Revision.Repeated _ -> read(caller, draft, HttpStatus.OK);
            case Revision.Refused(Revision.Refusal refusal) ->
                    Mono.just(problem(refusal).response());
        };
    }

    private Mono<ResponseEntity<PurposeResponse>> read(
            Caller caller, UUID draft, HttpStatus status) {
        return purposes.one(caller, draft)
                .map(found ->
                        ResponseEntity.status(status)
                                .eTag(String.valueOf(found.version()))
                                .body(found));
    }

    private static Problem problem(Revision.Refusal refusal) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case CLASS_NOT_ALLOWED -> ClassProblems.membersAlone();
            case CHANGED_MEANWHILE ->
                    Problem.refusal(
                            HttpStatus.PRECONDITION_FAILED,
                            "changed-meanwhile",
                            "It changed meanwhile",
                            "Somebody else changed the draft. Read it again, then repeat.");
            case ON_A_BALLOT ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "purpose-already-proposed",
                            "The purpose is on a ballot",
                            "What is voted on stays as it is until the ballot has closed.");
            case ACTIVE ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "purpose-already-active",
                            "The purpose is active",
                            "A ratified purpose stays as it is. Begin a new draft instead.");
            case CLOSED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "purpose-closed",
                            "The purpose is closed",
                            "It is over. Begin a new draft instead.");
        };
    }
}
