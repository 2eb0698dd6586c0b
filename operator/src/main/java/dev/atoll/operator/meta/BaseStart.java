// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

/**
 * Where the server's log is needed from on, to make something of a base backup.
 *
 * @param server the identifier that the server has had since its data was made
 * @param segment the name of the first segment
 */
public record BaseStart(String server, String segment) {}
