// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

import io.fabric8.kubernetes.api.model.OwnerReference;

/**
 * Who a set of children belongs to.
 *
 * @param namespace the custom resource's, and therefore its children's
 * @param name the custom resource's
 * @param application the application that it is part of
 * @param component what it is within the application: {@link #SERVICE}, {@link #DATABASE}, ...
 * @param owner the controller reference that its children carry
 */
public record Identity(String namespace, String name, String application, String component, OwnerReference owner) {
    public static final String SERVICE = "service";
    public static final String DATABASE = "database";
    public static final String BACKUP = "backup";
    public static final String RESTORE = "restore";
    public static final String CREDENTIALS = "credentials";
    public static final String INITIALIZATION = "initialization";
    public static final String MIGRATION = "migration";
    public static final String GATEWAY = "gateway";
    public static final String SCALING = "scaling";
    public static final String REGISTRY = "registry";
}
