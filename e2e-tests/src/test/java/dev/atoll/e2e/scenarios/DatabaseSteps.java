// SPDX-License-Identifier: Apache-2.0
package dev.atoll.e2e.scenarios;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Data in a PostgreSQL database, stored and found by the service that owns it: over the network, with the Service
 * Binding in its pod, which has PostgreSQL's client.
 */
public final class DatabaseSteps {
    private static final String CLIENT = "PGCONNECT_TIMEOUT=5 psql \"$(cat \"$SERVICE_BINDING_ROOT/$1/uri\")\""
            + " --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --set=what=\"$2\" <<<\"$3\"";

    private final Scene scene;
    private final Shell shell;
    private final Map<String, Keepsake> remembered = new HashMap<>();

    /** Called by Cucumber. */
    public DatabaseSteps(Scene scene) {
        this.scene = scene;
        this.shell = new Shell(scene);
    }

    /** What outlives a ServiceDatabase: the identity of its volume's claim, and its credentials. */
    private record Keepsake(String claim, Map<String, String> credentials) {}

    @Given("the nodes have the image of PostgreSQL {int}")
    public void haveTheImage(int version) {
        scene.cluster().images().load("postgresql:" + version);
    }

    @When("{string} stores {string} in {string}")
    public void stores(String owner, String what, String database) {
        var sql = "create table if not exists kept (what text primary key);"
                + " insert into kept values (:'what') on conflict do nothing;";
        scene.waitUntil(
                owner + " stores " + what + " in " + database,
                () -> client(owner, database, what, sql).printed(""));
    }

    @Then("{string} finds {string} in {string}")
    public void finds(String owner, String what, String database) {
        var sql = "select what from kept where what = :'what';";
        scene.waitUntil(
                owner + " finds " + what + " in " + database,
                () -> client(owner, database, what, sql).printed(what));
    }

    /** As if it had crashed: it ends at once, without writing what it has in memory. */
    @When("the server of {string} crashes")
    public void theServerCrashes(String database) {
        int before = restarts(database);
        shell.run(database, "bash", "-c", "kill -QUIT 1");
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

    private Shell.Result client(String owner, String database, String what, String sql) {
        return shell.run(owner, "bash", "-c", CLIENT, "bash", database, what, sql);
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
        List<ContainerStatus> containers = scene.client()
                .pods()
                .inNamespace(scene.namespace().name())
                .withName(database + "-0")
                .require()
                .getStatus()
                .getContainerStatuses();
        return containers.stream().mapToInt(ContainerStatus::getRestartCount).sum();
    }
}
