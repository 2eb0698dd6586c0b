// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The operator's own classes, read once for all rules. */
final class OperatorClasses {
    static final String ROOT = "dev.atoll.operator";

    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private OperatorClasses() {}
}
