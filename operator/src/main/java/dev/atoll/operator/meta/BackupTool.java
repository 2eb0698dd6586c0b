// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.meta;

/**
 * The program that keeps backups and brings them back: the operator's own.
 *
 * @param image its image
 * @param pullPolicy when that is pulled
 */
public record BackupTool(String image, String pullPolicy) {}
