// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Envoy Gateway's SecurityPolicy: who may pass a route. */
@Group("gateway.envoyproxy.io")
@Version("v1alpha1")
@Plural("securitypolicies")
public final class SecurityPolicy extends CustomResource<SecurityPolicy.Spec, PolicyStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** The one provider of tokens of a policy. */
    static final String PROVIDER = "token";

    static SecurityPolicy of(ObjectMeta metadata, Spec spec) {
        var policy = new SecurityPolicy();
        policy.setMetadata(metadata);
        policy.setSpec(spec);
        return policy;
    }

    /** The part of Envoy Gateway's schema that Atoll writes, with what the API server would fill in inside of lists. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spec(
            @Nullable List<PolicyTarget> targetRefs,
            @Nullable Cors cors,
            @Nullable Jwt jwt,
            @Nullable Oidc oidc,
            @Nullable BasicAuth basicAuth,
            @Nullable ApiKeyAuth apiKeyAuth,
            @Nullable ExtAuth extAuth,
            @Nullable Authorization authorization) {

        /** Whether it finds out who asks. */
        boolean isAuthenticating() {
            return Stream.of(jwt, oidc, basicAuth, apiKeyAuth, extAuth).anyMatch(Objects::nonNull);
        }

        Spec at(PolicyTarget target) {
            return new Spec(List.of(target), cors, jwt, oidc, basicAuth, apiKeyAuth, extAuth, authorization);
        }
    }

    /** Answers for web pages of other origins; an asterisk stands for any text. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Cors(
            List<String> allowOrigins,
            List<String> allowMethods,
            List<String> allowHeaders,
            List<String> exposeHeaders,
            @Nullable String maxAge,
            @Nullable Boolean allowCredentials) {}

    /** Lets pass whose token one of the providers has signed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Jwt(List<Provider> providers) {}

    /**
     * Who signs tokens.
     *
     * @param audiences for whom they have to be, one of them at least; empty for anybody
     * @param remoteJwks where the keys are fetched from; null where they are given
     * @param localJwks the keys; null where they are fetched
     * @param claimToHeaders headers of the request that come from the token, instead of the client's own
     * @param extractFrom where the token stands
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Provider(
            String name,
            String issuer,
            List<String> audiences,
            @JsonProperty("remoteJWKS") @Nullable RemoteJwks remoteJwks,
            @JsonProperty("localJWKS") @Nullable LocalJwks localJwks,
            List<ClaimToHeader> claimToHeaders,
            ExtractFrom extractFrom) {}

    /**
     * Keys that are fetched.
     *
     * @param backendRefs the Service that is asked; empty to ask the host of the URL
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RemoteJwks(String uri, String cacheDuration, List<BackendRef> backendRefs) {}

    /** Keys that are given. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LocalJwks(String type, String inline) {}

    /** A claim of the token that becomes a header. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ClaimToHeader(String header, String claim) {}

    /** The headers in which a token may stand. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExtractFrom(List<TokenHeader> headers) {}

    /** A header, and the text before the token. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TokenHeader(String name, String valuePrefix) {}

    /**
     * Sends to a login who has not logged in, and lets pass who has.
     *
     * @param clientSecret with the key client-secret
     * @param redirectUrl where the browser comes back to
     * @param logoutPath path that ends the login
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Oidc(
            OidcProvider provider,
            @JsonProperty("clientID") String clientId,
            SecretRef clientSecret,
            List<String> scopes,
            @JsonProperty("redirectURL") String redirectUrl,
            String logoutPath) {}

    /**
     * Where the login is.
     *
     * @param authorizationEndpoint where the browser is sent to
     * @param tokenEndpoint where Envoy fetches the token from
     * @param backendRefs the Service that is meant by that
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OidcProvider(
            String issuer, String authorizationEndpoint, String tokenEndpoint, List<BackendRef> backendRefs) {}

    /** Lets pass who gives the name and the password of a user. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record BasicAuth(SecretRef users) {}

    /** Lets pass who gives a key. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ApiKeyAuth(List<SecretRef> credentialRefs, List<KeyHeaders> extractFrom) {}

    /** The headers in which a key may stand. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record KeyHeaders(List<String> headers) {}

    /** A Secret of the policy's namespace. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SecretRef(String group, String kind, String name) {
        static SecretRef of(String name) {
            return new SecretRef("", "Secret", name);
        }
    }

    /**
     * Lets pass whom a service answers with 200; its other answers go to the client.
     *
     * @param headersToExtAuth headers of the request that it is told, beside Host and Authorization
     * @param failOpen whether everybody may pass while it does not answer
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExtAuth(HttpService http, List<String> headersToExtAuth, boolean failOpen) {}

    /**
     * A service that is asked.
     *
     * @param pathOverride path that is asked, whatever that of the request
     * @param headersToBackend headers of its answer that the request gets
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record HttpService(List<BackendRef> backendRefs, String pathOverride, List<String> headersToBackend) {}

    /**
     * Lets pass whom the first rule that is for a request lets pass.
     *
     * @param defaultAction Allow or Deny, where no rule is for it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Authorization(List<AuthorizationRule> rules, String defaultAction) {}

    /**
     * What becomes of the requests of some clients.
     *
     * @param action Allow or Deny
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AuthorizationRule(String action, Principal principal) {}

    /**
     * Clients that have one of these addresses, and such a token.
     *
     * @param clientCidrs null for all
     * @param jwt null for all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Principal(
            @JsonProperty("clientCIDRs") @Nullable List<String> clientCidrs,
            @Nullable Token jwt) {}

    /**
     * A token that says all of this.
     *
     * @param provider name of the provider that has signed it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Token(String provider, List<Claim> claims) {
        static Token of(List<Claim> claims) {
            return new Token(PROVIDER, claims);
        }
    }

    /**
     * What a token says.
     *
     * @param valueType String, which has to be one of the values, or StringArray, which has to contain one
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Claim(String name, String valueType, List<String> values) {}

    /** A port of a Service in the policy's namespace. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record BackendRef(String group, String kind, String name, int port, int weight) {
        static BackendRef of(Route.Target target) {
            return new BackendRef("", "Service", target.service(), target.portNumber(), 1);
        }
    }
}
