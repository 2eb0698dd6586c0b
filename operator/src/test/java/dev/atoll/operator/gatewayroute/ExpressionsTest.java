// SPDX-License-Identifier: Apache-2.0
package dev.atoll.operator.gatewayroute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atoll.operator.status.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    @Test
    void everyExpressionIsNamedByItsField() {
        assertThat(violations("""
                        hosts: [a.example.com], rules: [
                          {service: x, path: "/a(b", pathType: RegularExpression},
                          {service: x, headers: [{name: A, value: "[a"}, {name: B, value: "*", type: RegularExpression}]},
                          {service: x, queryParams: [{name: p, value: "a{1,", type: Exact},
                                                     {name: q, value: "(?=a)", type: RegularExpression}]}]"""))
                .extracting(Violation::field)
                .containsExactly(
                        "spec.rules[0].path", "spec.rules[1].headers[1].value", "spec.rules[2].queryParams[1].value");
    }

    @Test
    void theMessageSaysWhatIsWrongAndWhatToDo() {
        assertThat(Expressions.problem("/a(b", 100))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("no regular expression in RE2's syntax", "missing closing )", "correct it"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/[0-9]+",
                "([0-9]{1,3}[.]){3}[0-9]{1,3}",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "(?i)application/(json|xml).*",
                "a{1000}",
                "\\Qa+b\\E|\\d+"
            })
    void whatPeopleWriteIsTaken(String expression) {
        assertThat(Expressions.problem(expression, 4096)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=a)",
                "(?!a)b",
                "(a)\\1",
                "a++",
                "(?>a)",
                "\\Cx",
                "a)|(b",
                "a)$|^(?:.*",
                "\\p{L}+",
                "(a{100}){100}",
                "((a{40}){40}){40}",
                "(.*a{500}){40}",
                "a{99999999999}"
            })
    void whatAGatewayCouldNotCompileIsRefused(String expression) {
        assertThat(Expressions.problem(expression, 4096)).isPresent();
    }

    @Test
    void groupsDoNotNestWithoutEnd() {
        assertThat(Expressions.problem("(".repeat(101) + ")".repeat(101), 4096)).isPresent();
    }

    @Test
    void thereIsRoomForWhatMakesItAnExpressionForAll() {
        assertThat(Expressions.problem("a".repeat(1018), 1018)).isEmpty();
        assertThat(Expressions.problem("a".repeat(1019), 1018))
                .hasValueSatisfying(problem -> assertThat(problem).contains("1018"));
    }

    private static List<Violation> violations(String spec) {
        return Expressions.violations(Example.route("shop", "gateway: {name: public}, " + spec)
                        .getSpec())
                .toList();
    }
}
