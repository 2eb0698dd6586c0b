// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.atoll.operator.architecture.OperatorClasses.ROOT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.atoll.operator.kube.ResourceApplier;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layers of the operator: what may know what. */
class LayerTest {
    private static final List<String> FEATURES = List.of(
            "microservice",
            "gatewayroute",
            "gatewaydefaults",
            "scalingpolicy",
            "servicedatabase",
            "databasebackup",
            "databaserestore",
            "registry");

    /** The part of the line between reading and writing, and what it is made of. */
    private static final DescribedPredicate<JavaClass> PURE = describe("pure", type -> {
        var name = outermost(type).getSimpleName();
        return resideInAnyPackage(
                                ROOT + ".meta..",
                                ROOT + ".status..",
                                ROOT + ".line..",
                                ROOT + ".gateway..",
                                ROOT + ".engine..",
                                ROOT + "..desired..")
                        .test(type)
                || name.matches(".+(Model|Checks|Desired|Statuses)");
    });

    @Test
    void theMiddleOfTheLineIsPure() {
        classes()
                .that(PURE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "com.fasterxml.jackson..",
                                "com.cronutils..",
                                "io.fabric8.kubernetes.api.model..",
                                "io.fabric8.kubernetes.api.builder..",
                                "io.fabric8.kubernetes.model.annotation..",
                                "dev.atoll.api..",
                                ROOT + ".meta..",
                                ROOT + ".status..",
                                ROOT + ".line..",
                                ROOT + ".gateway..",
                                ROOT + ".engine..",
                                ROOT + ".microservice..",
                                ROOT + ".gatewayroute..",
                                ROOT + ".gatewaydefaults..",
                                ROOT + ".scalingpolicy..",
                                ROOT + ".servicedatabase..",
                                ROOT + ".databasebackup..",
                                ROOT + ".databaserestore..",
                                ROOT + ".registry..")
                        // The base class of every type of custom resource; it sends nothing.
                        .or(type(CustomResource.class)))
                .because("render, plan and the tests run it without a cluster")
                .check(OperatorClasses.ALL);
    }

    @Test
    void onlyKubeTalksToTheCluster() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".kube..", ROOT + ".runtime..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.fabric8.kubernetes.client..")
                        // The base class of the custom resources, the mapping of objects to JSON, and the default of an
                        // annotation: none of them sends a request.
                        .and(DescribedPredicate.not(type(CustomResource.class)))
                        .and(DescribedPredicate.not(type(ItemStore.class)))
                        .and(DescribedPredicate.not(type(KubernetesSerialization.class))))
                .because("nobody else is to read or write a cluster")
                .check(OperatorClasses.ALL);
    }

    @Test
    void onlyReconcilersApply() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".kube..")
                .and()
                .haveSimpleNameNotEndingWith("Reconciler")
                .should()
                .dependOnClassesThat(type(ResourceApplier.class))
                .because("only the line's own arrow writes")
                .check(OperatorClasses.ALL);
    }

    @Test
    void onlyConfigReadsConfiguration() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".config..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.eclipse.microprofile.config..", "io.smallrye.config.."))
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .because("every setting is to be found in one place")
                .check(OperatorClasses.ALL);
    }

    @Test
    void kindsDoNotKnowEachOther() {
        for (var feature : FEATURES) {
            var others = FEATURES.stream()
                    .filter(other -> !other.equals(feature))
                    .map(other -> ROOT + "." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + feature + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others))
                    .because("what two kinds share belongs into meta, status, line or kube")
                    .check(OperatorClasses.ALL);
        }
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OperatorClasses.ALL);
    }

    @Test
    void nothingButTheProgramItselfKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".cli..", "picocli.."))
                .check(OperatorClasses.ALL);
    }

    @Test
    void reconcilersExtendNothing() {
        classes()
                .that()
                .implement(Reconciler.class)
                .should()
                .haveSimpleNameEndingWith("Reconciler")
                .andShould(new ExtendsNothing())
                .because("they are composed")
                .check(OperatorClasses.ALL);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(LayerTest::outermost).orElse(type);
    }
}
