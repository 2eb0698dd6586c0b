// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class whose only superclass is Object. */
final class ExtendsNothing extends ArchCondition<JavaClass> {

    ExtendsNothing() {
        super("extend nothing");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        boolean extendsNothing = item.getRawSuperclass()
                .filter(parent -> !parent.isEquivalentTo(Object.class))
                .isEmpty();
        events.add(new SimpleConditionEvent(
                item, extendsNothing, item.getDescription() + " extends " + item.getRawSuperclass()));
    }
}
