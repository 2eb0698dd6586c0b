// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.kube;

import dev.atoll.operator.config.OperatorConfig;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which kinds of optional APIs the API server serves. A kind that is there is taken to stay; for one that is missing,
 * the API server is asked again, but not more often than once in {@code atoll.retry-interval} a group and version.
 */
@ApplicationScoped
public class ServedKinds {
    private final KubernetesClient client;
    private final Clock clock;
    private final Duration interval;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    ServedKinds(KubernetesClient client, Clock clock, OperatorConfig config) {
        this.client = client;
        this.clock = clock;
        this.interval = config.retryInterval();
    }

    /**
     * Whether a kind is served, in the version of its class.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API server is away
     */
    boolean contains(Class<? extends HasMetadata> kind) {
        var name = HasMetadata.getKind(kind);
        return answers.compute(
                        HasMetadata.getApiVersion(kind),
                        (version, before) -> isGoodEnough(before, name) ? before : ask(version))
                .kinds()
                .contains(name);
    }

    private boolean isGoodEnough(@Nullable Answer answer, String kind) {
        return answer != null
                && (answer.kinds().contains(kind)
                        || clock.instant().isBefore(answer.time().plus(interval)));
    }

    private Answer ask(String version) {
        var kinds = Optional.ofNullable(client.getApiResources(version)).map(APIResourceList::getResources).stream()
                .flatMap(resources -> resources.stream())
                .map(APIResource::getKind)
                .collect(Collectors.toUnmodifiableSet());
        return new Answer(clock.instant(), kinds);
    }

    private record Answer(Instant time, Set<String> kinds) {}
}
