// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
)

// Where the container runtime looks for the one network of its pods.
const runtimeConfig = "/etc/cni/net.d/10-atoll.conflist"

// configureRuntime makes the node Ready: until this file is there, the runtime says that it has no network. Every pod
// gets a pair of interfaces of its own, without a bridge, and an address of the node's range.
func configureRuntime(podCIDR string) error {
	wanted, err := json.Marshal(map[string]any{
		"cniVersion": "1.0.0",
		"name":       "atoll",
		"plugins": []any{
			map[string]any{
				"type":   "ptp",
				"ipMasq": false,
				"ipam": map[string]any{
					"type": "host-local",
					// Forgotten when the node restarts, as its pods' addresses are.
					"dataDir": "/run/atoll-addresses",
					"ranges":  []any{[]any{map[string]any{"subnet": podCIDR}}},
					"routes":  []any{map[string]any{"dst": "0.0.0.0/0"}},
				},
			},
			map[string]any{"type": "portmap", "capabilities": map[string]any{"portMappings": true}},
		},
	})
	if err != nil {
		return err
	}
	present, err := os.ReadFile(runtimeConfig)
	if err == nil && bytes.Equal(present, wanted) {
		return nil
	}
	// Renamed into place, so that the runtime never reads half of it.
	temporary := filepath.Join(filepath.Dir(runtimeConfig), ".atoll")
	if err := os.WriteFile(temporary, wanted, 0o644); err != nil {
		return err
	}
	return os.Rename(temporary, runtimeConfig)
}
