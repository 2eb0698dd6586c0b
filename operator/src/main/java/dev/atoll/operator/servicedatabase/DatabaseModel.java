// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.servicedatabase;

/** What the children of a ServiceDatabase are built from: those of a server that Atoll runs, or of one elsewhere. */
sealed interface DatabaseModel permits ServiceDatabaseModel, ExternalModel {}
