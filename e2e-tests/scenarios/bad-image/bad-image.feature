# SPDX-License-Identifier: Apache-2.0
Feature: A bad image

  @operator-killed-meanwhile
  Scenario: A bad image is reported truthfully, and the old version keeps serving
    Given the manifests in "web.yaml"
    And microservice "web" is Ready
    And the pods of "web" are remembered
    And a stream of requests to "web:8080" starts
    # Nothing listens there, so the kubelet knows at once; a registry that does not answer takes it a minute.
    When microservice "web" is patched with:
      """
      spec: {image: "localhost:1/atoll/actor:mistyped"}
      """
    Then microservice "web" says Ready=False with reason "ImagePullFailed" and a message containing "actor:mistyped"
    And the time this took is reported (aim: 10 s)
    And deployment "web" has 2 ready pods
    And no remembered pod of "web" was replaced or restarted
    When microservice "web" is patched with:
      """
      spec: {image: "registry.example.com/atoll/actor:2"}
      """
    Then microservice "web" is Ready
    And every remembered pod of "web" is gone
    And every stream saw versions "1" and "2"
    And no stream saw a failed request
