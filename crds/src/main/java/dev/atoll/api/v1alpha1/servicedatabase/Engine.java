// SPDX-License-Identifier: Apache-2.0
package dev.atoll.api.v1alpha1.servicedatabase;

/** The database's software. */
public enum Engine {
    PostgreSQL,
    MariaDB,
    MySQL,
    Valkey
}
