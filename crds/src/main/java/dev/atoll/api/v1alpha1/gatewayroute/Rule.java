// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.gatewayroute;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.atoll.api.v1alpha1.common.Defaults;
import dev.atoll.api.v1alpha1.common.Formats;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which requests go to which service. */
@ValidationRule(
        value =
                "[has(self.service), has(self.backends) && self.backends.size() > 0, has(self.external), has(self.redirect)]"
                        + ".exists_one(given, given)",
        message = "needs exactly one of service, backends, external and redirect; keep one")
@ValidationRule(
        value = "!has(self.rewrite) || !has(self.redirect)",
        fieldPath = ".rewrite",
        message =
                "is for what a service is asked; remove it, or remove redirect, which has hostname and path of its own")
@ValidationRule(
        value = "!has(self.backendTLS) || !has(self.redirect)",
        fieldPath = ".backendTLS",
        message = "is for what goes to a service; remove it, or remove redirect, which sends clients elsewhere")
@ValidationRule(
        value = "!has(self.external) || !has(self.backendTLS)",
        fieldPath = ".backendTLS",
        message = "is for the ports of services; remove it, and say scheme and caCertificate under external")
@ValidationRule(
        value = "!has(self.external) || !has(self.sessionAffinity)",
        fieldPath = ".sessionAffinity",
        message = "is for the pods of a service; remove it, or name a service instead of external")
@ValidationRule(
        value = "!has(self.external) || !has(self.grpc)",
        fieldPath = ".grpc",
        message = "is for calls to services; remove it, or name a service instead of external")
@ValidationRule(
        value = "!has(self.mirror) || !has(self.redirect)",
        fieldPath = ".mirror",
        message = "copies what goes to a service; remove it, or remove redirect, which sends clients elsewhere")
@ValidationRule(
        value = "!has(self.sessionAffinity) || !has(self.redirect)",
        fieldPath = ".sessionAffinity",
        message = "is for what goes to a service; remove it, or remove redirect, which sends clients elsewhere")
@ValidationRule(
        value = "!has(self.grpc) || !has(self.redirect) && !has(self.rewrite)",
        fieldPath = ".grpc",
        message = "names calls, which are not sent elsewhere by URL; remove redirect and rewrite, or remove grpc")
@ValidationRule(
        value = "self.pathType == 'Prefix' || !has(self.rewrite) || !has(self.rewrite.path) || "
                + "!has(self.rewrite.path.replacePrefixMatch)",
        fieldPath = ".rewrite.path.replacePrefixMatch",
        message = Rule.NEEDS_A_PREFIX)
@ValidationRule(
        value = "self.pathType == 'Prefix' || !has(self.redirect) || !has(self.redirect.path) || "
                + "!has(self.redirect.path.replacePrefixMatch)",
        fieldPath = ".redirect.path.replacePrefixMatch",
        message = Rule.NEEDS_A_PREFIX)
@ValidationRule(
        value = "!has(self.port) || has(self.service)",
        fieldPath = ".port",
        message = "belongs to service; with backends, give each its own port")
@ValidationRule(
        value = "!has(self.grpc) || self.path == '/' && (!has(self.methods) || self.methods.size() == 0)",
        fieldPath = ".grpc",
        message = "already says path and method; remove path and methods, or remove grpc")
@ValidationRule(
        value = "self.pathType == 'RegularExpression' || !self.path.matches(" + Rule.NO_PLAIN_PATH + ")",
        fieldPath = ".path",
        message = Rule.WRITE_PLAIN_PATH)
@ValidationRule(
        value = Retries.FIT_INTO_TIMEOUT,
        fieldPath = ".retries.perTryTimeout",
        message = "is longer than timeout, which covers all tries; lower it or raise timeout")
@ValidationRule(value = Rule.WHOLE_BYTES, fieldPath = ".maxBodySize", message = Rule.NO_BYTES)
public record Rule(
        @JsonPropertyDescription("Name of the rule, for messages and metrics.")
        @Size(min = 1, max = 63)
        @Pattern(Formats.DNS_LABEL)
        @Nullable
        String name,

        @JsonPropertyDescription("Path of the requests, without query; / if left out. No white space, quotes, braces, "
                + "semicolons or backslashes.")
        @Size(min = 1, max = 1024)
        @Pattern(Formats.PATH)
        @Default("/")
        String path,

        @JsonPropertyDescription("Prefix (the default: the path and everything below it, by whole segments), Exact or "
                + "RegularExpression (RE2, compared with all of the path).")
        @Default("Prefix")
        PathType pathType,

        @JsonPropertyDescription("Request methods. Left out: all.") @Size(max = 9)
        List<HttpMethod> methods,

        @JsonPropertyDescription("Headers that a request must all have.") @Size(max = 16)
        List<HeaderMatch> headers,

        @JsonPropertyDescription("Query parameters that a request must all have.") @Size(max = 16)
        List<QueryParamMatch> queryParams,

        @JsonPropertyDescription("gRPC calls instead of a path.") @Nullable
        GrpcMatch grpc,

        @JsonPropertyDescription("Name of the Microservice that answers, in the same namespace.")
        @Size(min = 1, max = 63)
        @Pattern(Formats.SERVICE_NAME)
        @Nullable
        String service,

        @JsonPropertyDescription("Name of the service's port. Left out: its first port.")
        @Size(min = 1, max = 15)
        @Pattern(Formats.PORT_NAME)
        @Nullable
        String port,

        @JsonPropertyDescription("Several services that share the requests by weight, instead of one service.")
        @Size(max = 16)
        List<Backend> backends,

        @JsonPropertyDescription(
                "A server outside of the cluster, instead of one service. The class of the gateway has to allow it.")
        @Nullable
        External external,

        @JsonPropertyDescription(
                "Encryption between the gateway and the service. It counts for the service's port, whatever rule or "
                        + "route leads there. Left out: what others say of the port, else plain HTTP.")
        @Nullable
        BackendTls backendTLS,

        @JsonPropertyDescription(
                "Another service that gets a copy of what may pass, without the client waiting for it. Left out: none.")
        @Nullable
        Mirror mirror,

        @JsonPropertyDescription("Who may pass, instead of what the route says.") @Nullable
        Auth auth,

        @JsonPropertyDescription("How often, instead of what the route says.") @Nullable
        RateLimit rateLimit,

        @JsonPropertyDescription("Which web pages may call, instead of what the route says.") @Nullable
        Cors cors,

        @JsonPropertyDescription("Addresses that may call, instead of what the route says; {} for all.") @Nullable
        ClientIPs clientIPs,

        @JsonPropertyDescription(
                "Requests that may be with a service at the same time, instead of what the route says; 0 for no limit.")
        @Min(0)
        @Max(1000000)
        @Nullable
        Integer maxConcurrentRequests,

        @JsonPropertyDescription("Largest body of a request, instead of what the route says; 0 for no limit.") @Nullable
        Quantity maxBodySize,

        @JsonPropertyDescription("Whether answers are compressed, instead of what the route says.") @Nullable
        Boolean compression,

        @JsonPropertyDescription(
                "Time for the whole answer, tries included, as a duration such as 2s; 0s for no limit. "
                        + "Left out: what the route says.")
        @Size(min = 2, max = 28)
        @Pattern(Formats.DURATION)
        @Nullable
        String timeout,

        @JsonPropertyDescription("Repetition of failed requests, instead of what the route says.") @Nullable
        Retries retries,

        @JsonPropertyDescription(
                "When a service that fails is left alone, instead of what the route says; {} for never.")
        @Nullable
        CircuitBreaker circuitBreaker,

        @JsonPropertyDescription("Sends all requests of a client to the same pod. Left out: each goes to any pod.")
        @Nullable
        SessionAffinity sessionAffinity,

        @JsonPropertyDescription(
                "What is changed about the headers of requests, instead of what the route says; {} for " + "nothing.")
        @Nullable
        HeaderModifier requestHeaderModifier,

        @JsonPropertyDescription(
                "What is changed about the headers of responses, instead of what the route says; {} for " + "nothing.")
        @Nullable
        HeaderModifier responseHeaderModifier,

        @JsonPropertyDescription("Headers by which browsers protect pages, instead of what the route says.") @Nullable
        SecurityHeaders securityHeaders,

        @JsonPropertyDescription("Where the client is sent, instead of a service that answers.") @Nullable
        Redirect redirect,

        @JsonPropertyDescription("What the service is asked instead. Left out: what the client asked.") @Nullable
        Rewrite rewrite)
        implements TreatmentFields {
    /** Regular expression in CEL for what a plain path does not contain. */
    static final String NO_PLAIN_PATH = "'//|/[.][.]?(/|$)|[^-A-Za-z0-9/._~!$&()*+,=:@%]|%2[eEfF]|%5[cC]|%[01]|%7[fF]|"
            + "%([^0-9a-fA-F]|$)|%[0-9a-fA-F]([^0-9a-fA-F]|$)'";

    /** Rule in CEL about maxBodySize: whole bytes, and no more than 1Ti. */
    public static final String WHOLE_BYTES =
            "!has(self.maxBodySize) || quantity(string(self.maxBodySize)).isInteger() && "
                    + "quantity(string(self.maxBodySize)).compareTo(quantity('0')) >= 0 && "
                    + "quantity(string(self.maxBodySize)).compareTo(quantity('1Ti')) <= 0";

    public static final String NO_BYTES =
            "must be a whole number of bytes from 0 (no limit) to 1Ti; write it like 500Ki or 10Mi";

    static final String WRITE_PLAIN_PATH =
            "may not contain '//', '/./', '/../', characters that no URL's path has, or an encoded slash, dot, backslash or "
                    + "control character; write it as a client sends it, without the query";

    static final String NEEDS_A_PREFIX =
            "replaces what a prefix matched; leave pathType at Prefix, or use replaceFullPath";

    public Rule {
        path = Defaults.or(path, "/");
        pathType = Defaults.or(pathType, PathType.Prefix);
        methods = Defaults.list(methods);
        headers = Defaults.list(headers);
        queryParams = Defaults.list(queryParams);
        backends = Defaults.list(backends);
    }
}
