// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import dev.atoll.e2e.Manifests;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Data in a database, stored and found by the service that owns it, as {@link DatabaseClient} does. */
public final class DatabaseSteps {
    private final Scene scene;
    private final Shell shell;
    private final Map<String, Keepsake> remembered = new HashMap<>();
    private String rows = "";

    /** Called by Cucumber. */
    public DatabaseSteps(Scene scene) {
        this.scene = scene;
        this.shell = new Shell(scene);
    }

    /** What outlives a ServiceDatabase: the identity of its volume's claim, and its credentials. */
    private record Keepsake(String claim, Map<String, String> credentials) {}

    @Given("^the nodes have the image of (PostgreSQL|MariaDB|MySQL|Valkey) ([0-9.]+)$")
    public void haveTheImage(String engine, String version) {
        scene.cluster().images().load(engine.toLowerCase(Locale.ROOT) + ":" + version);
    }

    @Given("the nodes have the image of the object store")
    public void haveTheObjectStore() {
        scene.cluster().images().load("s3:1.8.0");
    }

    /** As the status has it, and the image that runs. */
    @Then("the server of {string} is of version {string}")
    public void isOfVersion(String database, String version) {
        scene.waitUntil(database + " is of version " + version, () -> {
            var told = String.valueOf(
                    ObjectKind.ServiceDatabase.in(scene, database).require().<Object>get("status", "version"));
            var images = scene.pods(database).stream()
                    .filter(pod ->
                            "database".equals(pod.getMetadata().getLabels().get("app.kubernetes.io/component")))
                    .flatMap(pod -> pod.getSpec().getContainers().stream())
                    .map(Container::getImage)
                    .toList();
            return Seen.that(
                    told.equals(version)
                            && !images.isEmpty()
                            && images.stream().allMatch(image -> image.endsWith(":" + version)),
                    told + " " + images);
        });
    }

    @When("{string} stores {string} in {string}")
    public void stores(String owner, String what, String database) {
        scene.waitUntil(
                owner + " stores " + what + " in " + database,
                () -> client(database).store(shell, owner, database, what).printed(""));
    }

    @Then("{string} finds {string} in {string}")
    public void finds(String owner, String what, String database) {
        scene.waitUntil(
                owner + " finds " + what + " in " + database,
                () -> client(database).find(shell, owner, database, what).printed(what));
    }

    @Then("{string} does not find {string} in {string}")
    public void doesNotFind(String owner, String what, String database) {
        // A text that is found shows that it is not the connection that fails.
        stores(owner, "reached", database);
        var result = client(database).find(shell, owner, database, what);
        if (!result.succeeded() || !result.output().isBlank()) {
            throw scene.failure("%s finds %s in %s: %s".formatted(owner, what, database, result));
        }
    }

    @Then("{string} is refused {string} in {string}")
    public void isRefused(String owner, String statement, String database) {
        // A text that is found shows that it is not the connection that fails.
        stores(owner, "reached", database);
        var result = client(database).run(shell, owner, database, "", statement);
        if (result.succeeded()) {
            throw scene.failure("%s may %s in %s: %s".formatted(owner, statement, database, result));
        }
    }

    @Then("{string} cannot reach {string}")
    public void cannotReach(String owner, String database) {
        scene.waitUntil(owner + " cannot reach " + database, () -> {
            var result = client(database).rows(shell, owner, database);
            return Seen.that(!result.succeeded() && result.errors().contains("connection to server"), result);
        });
    }

    @Then("{int} databasebackup(s) of {string} is/are taken")
    public void areTaken(int number, String database) {
        scene.waitUntil(number + " databasebackups of " + database + " are taken", () -> {
            var taken = takenOf(database);
            return Seen.that(taken.size() == number, taken);
        });
    }

    @When("{string} fills {string} with {int} rows")
    public void fills(String owner, String database, int rows) {
        scene.waitUntil(
                owner + " fills " + database + " with " + rows + " rows",
                () -> client(database).fill(shell, owner, database, rows).printed(""));
    }

    @When("the rows of {string} are remembered for {string}")
    public void rowsAreRemembered(String database, String owner) {
        scene.waitUntil(owner + " reads " + database, () -> {
            var result = client(database).sum(shell, owner, database);
            rows = result.output().strip();
            return Seen.that(result.succeeded(), result);
        });
    }

    @Then("{string} has the remembered rows in {string}")
    public void hasTheRows(String owner, String database) {
        scene.waitUntil(
                owner + " has the rows " + rows + " in " + database,
                () -> client(database).sum(shell, owner, database).printed(rows));
    }

    @Then("{string} has no rows in {string}")
    public void hasNoRows(String owner, String database) {
        // A text that is found shows that it is not the connection that fails.
        stores(owner, "reached", database);
        var result = client(database).rows(shell, owner, database);
        if (result.succeeded()) {
            throw scene.failure("%s has rows in %s: %s".formatted(owner, database, result));
        }
    }

    @Then("another databasebackup of {string} takes the place of the first")
    public void anotherTakesItsPlace(String database) {
        var first = takenOf(database);
        scene.waitUntil("none of the databasebackups " + first + " is there, and another one is", () -> {
            var taken = takenOf(database);
            return Seen.that(!taken.isEmpty() && Collections.disjoint(taken, first), taken);
        });
    }

    @Then("servicedatabase {string} has restored a backup for trial")
    public void hasRestored(String database) {
        scene.waitUntil(database + " has restored a backup", () -> {
            Object verified = ObjectKind.ServiceDatabase.in(scene, database)
                    .require()
                    .get("status", "backup", "lastVerifiedRestore", "recoveryPoint");
            return Seen.that(verified != null, "recovery point " + verified);
        });
    }

    @Then("no volume is left but {string} and {string}")
    public void noVolumeIsLeft(String one, String other) {
        scene.waitUntil("no volume is left but " + one + " and " + other, () -> {
            var names =
                    scene
                            .client()
                            .persistentVolumeClaims()
                            .inNamespace(scene.namespace().name())
                            .list()
                            .getItems()
                            .stream()
                            .map(claim -> claim.getMetadata().getName())
                            .collect(Collectors.toSet());
            return Seen.that(names.equals(Set.of(one, other)), names);
        });
    }

    @Then("{string} has been backed up once at its end")
    public void hasBeenBackedUpOnce(String database) {
        var last = lastOf(database);
        if (last.size() != 1) {
            throw scene.failure(database + " has not one last backup, but " + last);
        }
    }

    /** The name of that backup has a part of the UID of a database that is gone. */
    @When("the last backup of {string} is restored as {string}")
    public void isRestored(String database, String name) {
        Manifests.apply(scene.namespace(), """
                apiVersion: atoll.dev/v1alpha1
                kind: DatabaseRestore
                metadata: {name: %s}
                spec: {database: %s, mode: Replace, backup: %s}
                """.formatted(
                        name, database, lastOf(database).getLast()));
        scene.somethingChanges();
    }

    private List<String> lastOf(String database) {
        return ObjectKind.DatabaseBackup.all(scene).stream()
                .filter(backup -> database.equals(backup.get("spec", "database")))
                .filter(backup -> backup.getMetadata().getAnnotations().containsKey("atoll.dev/last-backup"))
                .map(backup -> backup.getMetadata().getName())
                .toList();
    }

    private List<String> takenOf(String database) {
        return ObjectKind.DatabaseBackup.all(scene).stream()
                .filter(backup -> database.equals(backup.get("spec", "database")))
                .filter(backup -> backup.get("status", "folder") != null)
                .map(backup -> backup.getMetadata().getName())
                .toList();
    }

    /** As if it had crashed: it ends at once, without writing what it has in memory. */
    @When("the server of {string} crashes")
    public void theServerCrashes(String database) {
        int before = restarts(database);
        scene.cluster().nodes().killProcess(server(database));
        scene.somethingChanges();
        scene.waitUntil(
                "the server of " + database + " has been restarted",
                () -> Seen.that(restarts(database) > before, restarts(database) + " restarts"));
    }

    @Given("the volume and the credentials of {string} are remembered")
    public void areRemembered(String database) {
        remembered.put(database, keepsake(database));
    }

    @Then("{string} has the volume and the credentials that are remembered")
    public void hasWhatIsRemembered(String database) {
        // Equality is all that may be told: the credentials are in them.
        if (!keepsake(database).equals(Objects.requireNonNull(remembered.get(database)))) {
            throw scene.failure("The volume or the credentials of " + database + " are others than before.");
        }
    }

    private DatabaseClient client(String database) {
        return DatabaseClient.of(scene, database);
    }

    private Keepsake keepsake(String database) {
        var client = scene.client();
        var namespace = scene.namespace().name();
        return new Keepsake(
                client.persistentVolumeClaims()
                        .inNamespace(namespace)
                        .withName("data-" + database + "-0")
                        .require()
                        .getMetadata()
                        .getUid(),
                client.secrets()
                        .inNamespace(namespace)
                        .withName(database + "-binding")
                        .require()
                        .getData());
    }

    private int restarts(String database) {
        List<ContainerStatus> containers = server(database).getStatus().getContainerStatuses();
        return containers.stream().mapToInt(ContainerStatus::getRestartCount).sum();
    }

    private Pod server(String database) {
        return scene.client()
                .pods()
                .inNamespace(scene.namespace().name())
                .withName(database + "-0")
                .require();
    }
}
