// SPDX-License-Identifier: Apache-2.0

package main

import (
	core "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// port is a port of a policy: a number, a range, a name, or with the zero protocol, every port.
type port struct {
	protocol    core.Protocol
	number, end int32
	name        string
}

// portsOf: a policy without ports means every port.
func portsOf(given []networking.NetworkPolicyPort) []port {
	if len(given) == 0 {
		return []port{{}}
	}
	ports := make([]port, 0, len(given))
	for _, one := range given {
		result := port{protocol: core.ProtocolTCP}
		if one.Protocol != nil {
			result.protocol = *one.Protocol
		}
		if one.Port != nil && one.Port.Type == intstr.String {
			result.name = one.Port.StrVal
		} else if one.Port != nil {
			result.number = one.Port.IntVal
		}
		if one.EndPort != nil {
			result.end = *one.EndPort
		}
		ports = append(ports, result)
	}
	return ports
}

// numberAt is the port's number at a pod, which may not know its name.
func (p port) numberAt(pod *core.Pod) (number int32, known bool) {
	if p.name == "" {
		return p.number, true
	}
	for _, container := range pod.Spec.Containers {
		for _, candidate := range container.Ports {
			protocol := candidate.Protocol
			if protocol == "" {
				protocol = core.ProtocolTCP
			}
			if candidate.Name == p.name && protocol == p.protocol {
				return candidate.ContainerPort, true
			}
		}
	}
	return 0, false
}
