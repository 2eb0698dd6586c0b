// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"net"

	"github.com/vishvananda/netlink"
	core "k8s.io/api/core/v1"
)

// routeTo sends what is meant for the pods of another node to that node.
func routeTo(node *core.Node) error {
	_, pods, err := net.ParseCIDR(node.Spec.PodCIDR)
	if err != nil {
		return err
	}
	gateway, err := addressOf(node)
	if err != nil {
		return err
	}
	return netlink.RouteReplace(&netlink.Route{Dst: pods, Gw: gateway})
}

func addressOf(node *core.Node) (net.IP, error) {
	for _, address := range node.Status.Addresses {
		if address.Type == core.NodeInternalIP {
			return net.ParseIP(address.Address), nil
		}
	}
	return nil, fmt.Errorf("has no internal address yet")
}
