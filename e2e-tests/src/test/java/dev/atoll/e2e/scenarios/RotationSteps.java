// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Credentials of a database that are exchanged while a service uses them, which writes down what it has tried. */
public final class RotationSteps {
    private static final String ATTEMPTS = "select count(*) from attempts;";
    private static final String FAILURES = "select coalesce(sum(failed), 0) from attempts;";

    private final Scene scene;
    private final Shell shell;
    private String user = "";
    private String password = "";
    private String failures = "";
    private @Nullable PodEnds ends;

    /** Called by Cucumber. */
    public RotationSteps(Scene scene) {
        this.scene = scene;
        this.shell = new Shell(scene);
    }

    @When("servicedatabase {string} is asked for other credentials")
    public void areAskedFor(String database) {
        scene.somethingChanges();
        ObjectKind.ServiceDatabase.in(scene, database).edit(resource -> {
            var annotations = new HashMap<>(resource.getMetadata().getAnnotations());
            annotations.put("atoll.dev/rotate-credentials", Instant.now().toString());
            resource.getMetadata().setAnnotations(annotations);
            return resource;
        });
    }

    /** As people do in a server that Atoll does not run. */
    @When("{string} sets its password in {string} to {string}")
    public void setsItsPassword(String owner, String database, String value) {
        scene.somethingChanges();
        var result = client(database).run(shell, owner, database, value, "alter role current_user password :'what';");
        if (!result.succeeded()) {
            throw scene.failure("%s cannot set its password in %s: %s".formatted(owner, database, result));
        }
    }

    @Then("{string} logs in to {string} as {string} with {string}")
    public void logsIn(String owner, String database, String name, String value) {
        scene.waitUntil(owner + " logs in to " + database + " as " + name, () -> {
            var result = client(database).login(shell, owner, database, name, value);
            return Seen.that(result.succeeded(), result);
        });
    }

    @Given("the login of {string} is remembered")
    public void isRemembered(String database) {
        var data = scene.client()
                .secrets()
                .inNamespace(scene.namespace().name())
                .withName(database + "-binding")
                .require()
                .getData();
        user = text(Objects.requireNonNull(data.get("username")));
        password = text(Objects.requireNonNull(data.get("password")));
    }

    @Then("the remembered login is refused by {string} to {string}")
    public void isRefused(String database, String owner) {
        // The owner's own login shows that it is not the connection that fails.
        scene.waitUntil(owner + " reaches " + database, () -> {
            var result = client(database).store(shell, owner, database, "reached");
            return Seen.that(result.succeeded(), result);
        });
        if (client(database).login(shell, owner, database, user, password).succeeded()) {
            throw scene.failure(user + " can still log in to " + database + " with its former password");
        }
    }

    @Given("{string} goes on connecting to {string}")
    public void goesOn(String owner, String database) {
        int before = attempts(owner, database);
        scene.waitUntil(owner + " has connected ten times more", () -> {
            int now = attempts(owner, database);
            return Seen.that(now >= before + 10, (now - before) + " times");
        });
    }

    /** Those from before the database was there. */
    @Given("what of the connections of {string} to {string} has failed is remembered")
    public void failuresAreRemembered(String owner, String database) {
        goesOn(owner, database);
        failures = ask(owner, database, FAILURES);
        close();
        ends = new PodEnds(scene, owner);
    }

    /** Ends what has been watched. */
    @After
    public void close() {
        if (ends != null) {
            ends.close();
        }
    }

    @Then("no other connection of {string} to {string} has failed")
    public void noneHasFailed(String owner, String database) {
        var now = ask(owner, database, FAILURES);
        if (!now.equals(failures)) {
            throw scene.failure("%s connections of %s to %s have failed, and it were %s before"
                    .formatted(now, owner, database, failures));
        }
        everyPodHasEndedWell(owner);
    }

    /** A pod that could no longer log in before it ended has had nowhere to write that down, and so has failed. */
    private void everyPodHasEndedWell(String owner) {
        var watched = Objects.requireNonNull(ends);
        scene.waitUntil("all former pods of " + owner + " are gone", () -> {
            long leaving = scene.pods(owner).stream()
                    .filter(pod -> pod.getMetadata().getDeletionTimestamp() != null)
                    .count();
            return Seen.that(
                    leaving == 0 && !watched.ended().isEmpty(), leaving + " leaving, gone: " + watched.ended());
        });
        var badly = watched.ended().stream().filter(end -> !end.isGood()).toList();
        if (!badly.isEmpty()) {
            throw scene.failure("Pods of %s ended other than with exit code 0: %s".formatted(owner, badly));
        }
    }

    private int attempts(String owner, String database) {
        return Integer.parseInt(ask(owner, database, ATTEMPTS));
    }

    private String ask(String owner, String database, String question) {
        var answer = new StringBuilder();
        scene.waitUntil(owner + " asks " + database, () -> {
            var result = client(database).run(shell, owner, database, "", question);
            answer.setLength(0);
            answer.append(result.output().strip());
            return Seen.that(result.succeeded(), result);
        });
        return answer.toString();
    }

    private DatabaseClient client(String database) {
        return DatabaseClient.of(scene, database);
    }

    private static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
