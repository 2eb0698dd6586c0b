// SPDX-License-Identifier: Apache-2.0

package main

import (
	"testing"
	"time"

	core "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func TestAnAddressBelongsToThePodThatGotItLast(t *testing.T) {
	pod := func(name, address string, born int64) *core.Pod {
		return &core.Pod{
			ObjectMeta: meta.ObjectMeta{Name: name, CreationTimestamp: meta.NewTime(time.Unix(born, 0))},
			Status:     core.PodStatus{Phase: core.PodRunning, PodIP: address},
		}
	}
	leaving, arrived, other := pod("a", "10.244.1.75", 1), pod("b", "10.244.1.75", 2), pod("c", "10.244.1.76", 1)
	for _, pods := range [][]*core.Pod{{leaving, arrived, other}, {other, arrived, leaving}} {
		found := map[string]bool{}
		for _, each := range latest(pods) {
			found[each.Name] = true
		}
		if len(found) != 2 || !found["b"] || !found["c"] {
			t.Errorf("latest(%v) are %v, want b and c", pods, found)
		}
	}
}
