// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.atoll.operator.architecture.OperatorClasses.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rules about code that no other check of the build knows. */
class CodeRulesTest {
    private static final DescribedPredicate<JavaMethodCall> READS_A_CLOCK =
            DescribedPredicate.describe("reads a clock of the system", call -> {
                var owner = call.getTargetOwner().getFullName();
                var name = call.getName();
                return (owner.startsWith("java.time.") && name.equals("now"))
                        || (owner.equals("java.time.Clock") && name.startsWith("system"))
                        || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
            });

    private static final DescribedPredicate<JavaMethodCall> HAS_NO_ORDER =
            DescribedPredicate.describe("makes a map without an order", call -> {
                int oneEntry = 2;
                boolean hasSeveral = call.getName().equals("ofEntries")
                        || (call.getName().equals("of")
                                && call.getTarget().getRawParameterTypes().size() > oneEntry);
                return call.getTargetOwner().isEquivalentTo(Map.class) && hasSeveral;
            });

    @Test
    void timeIsInjected() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".runtime..")
                .should()
                .callMethodWhere(READS_A_CLOCK)
                .because("tests set the clock")
                .check(OperatorClasses.ALL);
    }

    @Test
    void randomnessIsInjected() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".runtime..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .because("equal input gives equal children")
                .check(OperatorClasses.ALL);
    }

    /** Map.of iterates differently in every JVM. */
    @Test
    void childrenAreBuiltFromMapsWithAnOrder() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..desired..")
                .or()
                .resideInAPackage(ROOT + ".gateway..")
                .or()
                .haveSimpleNameEndingWith("Model")
                .or()
                .haveSimpleNameEndingWith("Plan")
                .should()
                .callMethodWhere(HAS_NO_ORDER)
                .because("what is rendered twice must be the same twice")
                .check(OperatorClasses.ALL);
    }

    @Test
    void classesAreNamedByWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Processor|Impl)(\\$.*)?")
                .check(OperatorClasses.ALL);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields().should().beAnnotatedWith(Inject.class).check(OperatorClasses.ALL);
    }

    @Test
    void thereIsNoGlobalState() {
        fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(OperatorClasses.ALL);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(OperatorClasses.ALL.getDefaultPackage().getPackage(ROOT).getSubpackagesInTree())
                .filteredOn(found -> !found.getClasses().isEmpty())
                .filteredOn(
                        found -> !found.tryGetAnnotationOfType(NullMarked.class).isPresent())
                .extracting(JavaPackage::getName)
                .isEmpty();
    }
}
