package org.commonweal.purpose.dialogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}/dialogue")
@Tag(name = "dialogue")
class DialogueController {

    private final Conversations conversations;

    DialogueController(Conversations conversations) {
        this.conversations = conversations;
    }

    @GetMapping
    @Operation(summary = "What was said about a proposal: its texts, positions, concerns, answers")
    Mono<ResponseEntity<DialogueResponse>> dialogue(Caller caller, @PathVariable UUID proposal) {
        return conversations
                .of(caller, proposal)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }
}
