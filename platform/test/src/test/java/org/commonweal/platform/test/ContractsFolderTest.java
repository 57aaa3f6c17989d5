package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsFolderTest {

    private static final String GIVEN = "events/contribution/given.v1";

    private final ContractsFolder ours =
            new ContractsFolder(Repository.root().resolve("contracts"));

    @TempDir Path folder;

    @Test
    void every_contract_is_whole() {
        assertThat(ours.events()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(ours.unpaired()).isEmpty();
        assertThat(ours.loose()).isEmpty();
        assertThat(ours.poorExamples()).isEmpty();
        assertThat(ours.asyncApiGaps()).isEmpty();
    }

    @Test
    void no_released_file_has_changed() {
        assertThat(ours.changedAfterRelease()).isEmpty();
    }

    @Test
    void a_sound_folder_has_nothing_wrong() throws IOException {
        var sound = sound();
        assertThat(sound.events()).hasSize(1);
        assertThat(sound.unpaired()).isEmpty();
        assertThat(sound.loose()).isEmpty();
        assertThat(sound.poorExamples()).isEmpty();
        assertThat(sound.asyncApiGaps()).isEmpty();
    }

    @Test
    void a_schema_without_an_example_is_found() throws IOException {
        var contracts = sound();
        Files.delete(folder.resolve(GIVEN + ".example.json"));
        assertThat(contracts.unpaired()).singleElement().asString().contains("given.v1.schema");
    }

    @Test
    void a_stray_file_is_found() throws IOException {
        var contracts = sound();
        Files.writeString(folder.resolve("events/contribution/notes.txt"), "x");
        assertThat(contracts.unpaired()).singleElement().asString().contains("notes.txt");
    }

    @Test
    void an_open_or_misnamed_schema_is_found() throws IOException {
        var contracts = sound();
        change(".schema.json", "\"additionalProperties\": false,", "");
        assertThat(contracts.loose()).singleElement().asString().contains("additionalProperties");
        change(".schema.json", "event:contribution.given", "event:contribution.taken");
        assertThat(contracts.loose()).hasSize(2);
    }

    @Test
    void an_example_that_does_not_fit_or_repeats_itself_is_found() throws IOException {
        var contracts = sound();
        change(".example.json", "\"gift\": \"book\"", "\"gift\": \"pen\"");
        assertThat(contracts.poorExamples()).singleElement().asString().contains("repeats");
        change(".example.json", "\"gift\": \"pen\"", "\"gift\": 7");
        assertThat(contracts.poorExamples()).singleElement().asString().contains("/gift");
    }

    @Test
    void an_event_that_asyncapi_does_not_name_is_found_and_a_message_without_event()
            throws IOException {
        var contracts = sound();
        var api = folder.resolve("asyncapi.yaml");
        Files.writeString(api, Files.readString(api).replace("given.v1", "taken.v1"));
        assertThat(contracts.asyncApiGaps())
                .anyMatch(gap -> gap.contains("given.v1 is missing"))
                .anyMatch(gap -> gap.contains("names no schema"));
    }

    @Test
    void a_message_in_no_channel_is_found() throws IOException {
        var contracts = sound();
        var api = folder.resolve("asyncapi.yaml");
        Files.writeString(api, Files.readString(api).replace("messages: {given", "messages: {x"));
        assertThat(contracts.asyncApiGaps()).singleElement().asString().contains("no channel");
    }

    @Test
    void a_released_file_that_changes_or_goes_is_found() throws IOException {
        var contracts = sound();
        var schema = folder.resolve(GIVEN + ".schema.json");
        var line = ContractsFolder.sha256(schema) + "  " + GIVEN + ".schema.json\n";
        Files.writeString(folder.resolve("RELEASED"), "# header\n" + line);
        assertThat(contracts.changedAfterRelease()).isEmpty();
        Files.writeString(schema, Files.readString(schema) + " ");
        assertThat(contracts.changedAfterRelease())
                .singleElement()
                .asString()
                .contains("given.v1.schema.json");
        Files.delete(schema);
        assertThat(contracts.changedAfterRelease()).hasSize(1);
    }

    private ContractsFolder sound() throws IOException {
        return SoundContracts.in(folder);
    }

    private void change(String ending, String from, String to) throws IOException {
        var file = folder.resolve(GIVEN + ending);
        var before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }
}
