// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.common;

/** The forms of strings that several fields share, as regular expressions for {@code @Pattern}. */
public final class Formats {
    private Formats() {}

    /** RFC 1123 label: the name of a namespace or a port. */
    public static final String DNS_LABEL = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

    /** RFC 1035 label: the name of a Service, so of a Microservice. */
    public static final String SERVICE_NAME = "^[a-z]([-a-z0-9]*[a-z0-9])?$";

    /** RFC 1123 subdomain: the name of most Kubernetes objects. */
    public static final String OBJECT_NAME = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

    /** IANA service name: lower-case letters, digits and single dashes, at least one letter. */
    public static final String PORT_NAME = "^([0-9]+-)*[0-9]*[a-z](-?[a-z0-9])*$";

    /** A duration as Gateway API writes it: {@code 500ms}, {@code 2s}, {@code 1m30s}. */
    public static final String DURATION = "^([0-9]{1,5}(h|m|s|ms)){1,4}$";

    /** A container image: no white space. */
    public static final String IMAGE = "^[^\\s]+$";

    /** An HTTP header's name (a token of RFC 9110). */
    public static final String HEADER_NAME = "^[A-Za-z0-9!#$%&'*+.^_|~-]+$";

    /**
     * A value for an HTTP header: printable ASCII, no space at either end, and neither {@code %} nor {@code $}, by which
     * gateways mark what they replace.
     */
    public static final String HEADER_VALUE = "^[!-#&-~]([ -#&-~]*[!-#&-~])?$";

    /** Printable ASCII, spaces included. */
    public static final String PRINTABLE = "^[ -~]+$";

    /** A lower-case host name. */
    public static final String HOST = "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?([.][a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$";

    /** The same, or everything below one, which begins with an asterisk as its first label. */
    public static final String HOST_OR_WILDCARD =
            "^([*][.])?[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?([.][a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$";

    /** A path of the gateway: printable ASCII, and nothing that a configuration language would read as its own. */
    public static final String PATH = "^/[!#-&(-:<-\\[\\]-_a-z|~]*$";

    /** An absolute https URL: host, port, path and query; no user, and no fragment. */
    public static final String HTTPS_URL =
            "^https://[a-zA-Z0-9]([-a-zA-Z0-9.]*[a-zA-Z0-9])?(:[0-9]{1,5})?([/?][-a-zA-Z0-9._~%!$&()*+,=:@/?]*)?$";

    /** Text without control characters. */
    public static final String TEXT = "^[^\\x00-\\x1f\\x7f-\\x9f\\x{2028}\\x{2029}]+$";

    /** An absolute file path inside a container. */
    public static final String FILE_PATH = "^/[^\\x00:]*$";
}
