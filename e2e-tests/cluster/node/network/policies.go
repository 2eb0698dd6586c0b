// SPDX-License-Identifier: Apache-2.0

package main

import (
	"net/netip"

	core "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// state is what the cluster has of all that policies speak of.
type state struct {
	pods       []*core.Pod
	namespaces map[string]labels.Set
	policies   []*networking.NetworkPolicy
}

// rule is one kind of connection that a policy allows.
type rule struct {
	// Any of them; none means every address.
	addresses []netip.Prefix
	// But none of these.
	except []netip.Prefix
	// Zero protocol means every port of every protocol.
	protocol core.Protocol
	// Zero means every port of the protocol.
	port, endPort int32
}

// allowed is what a pod may receive or send; isolated is false where no policy speaks of it, and then everything is.
type allowed struct {
	isolated bool
	rules    []rule
}

// ingressOf tells what pod may receive.
func (s state) ingressOf(pod *core.Pod) allowed {
	var result allowed
	for _, policy := range s.policies {
		if !has(policy, networking.PolicyTypeIngress) || !s.selects(policy, pod) {
			continue
		}
		result.isolated = true
		for _, ingress := range policy.Spec.Ingress {
			for _, port := range portsOf(ingress.Ports) {
				number, known := port.numberAt(pod)
				if !known {
					continue
				}
				result.rules = append(result.rules, s.rulesFor(policy.Namespace, ingress.From, port, number)...)
			}
		}
	}
	return result
}

// egressOf tells what pod may send.
func (s state) egressOf(pod *core.Pod) allowed {
	var result allowed
	for _, policy := range s.policies {
		if !has(policy, networking.PolicyTypeEgress) || !s.selects(policy, pod) {
			continue
		}
		result.isolated = true
		for _, egress := range policy.Spec.Egress {
			for _, port := range portsOf(egress.Ports) {
				if port.name == "" {
					result.rules = append(result.rules, s.rulesFor(policy.Namespace, egress.To, port, port.number)...)
				} else {
					result.rules = append(result.rules, s.rulesByName(policy.Namespace, egress.To, port)...)
				}
			}
		}
	}
	return result
}

// rulesFor allows a port of the peers; without peers, of everybody.
func (s state) rulesFor(namespace string, peers []networking.NetworkPolicyPeer, port port, number int32) []rule {
	base := rule{protocol: port.protocol, port: number, endPort: port.end}
	if len(peers) == 0 {
		return []rule{base}
	}
	var rules []rule
	for _, peer := range peers {
		allowed := base
		if peer.IPBlock != nil {
			allowed.addresses, allowed.except = prefixes(peer.IPBlock.CIDR), prefixes(peer.IPBlock.Except...)
		}
		for _, pod := range s.podsOf(namespace, peer) {
			allowed.addresses = append(allowed.addresses, addressOfPod(pod))
		}
		// A peer that nobody is allows nothing.
		if len(allowed.addresses) > 0 {
			rules = append(rules, allowed)
		}
	}
	return rules
}

// prefixes leaves out what is not of IPv4, which no pod here has an address of.
func prefixes(texts ...string) []netip.Prefix {
	var result []netip.Prefix
	for _, text := range texts {
		if prefix, err := netip.ParsePrefix(text); err == nil && prefix.Addr().Is4() {
			result = append(result, prefix.Masked())
		}
	}
	return result
}

// addressOfPod: of one that isConnected.
func addressOfPod(pod *core.Pod) netip.Prefix {
	return netip.PrefixFrom(netip.MustParseAddr(pod.Status.PodIP), 32)
}

// rulesByName: a named port is whatever number each pod that is sent to gives it.
func (s state) rulesByName(namespace string, peers []networking.NetworkPolicyPeer, port port) []rule {
	targets := s.pods
	if len(peers) > 0 {
		targets = nil
		for _, peer := range peers {
			targets = append(targets, s.podsOf(namespace, peer)...)
		}
	}
	var rules []rule
	for _, pod := range targets {
		if number, known := port.numberAt(pod); known {
			rules = append(rules, rule{
				addresses: []netip.Prefix{addressOfPod(pod)}, protocol: port.protocol, port: number,
			})
		}
	}
	return rules
}

// podsOf are the pods that a peer of a policy in that namespace means.
func (s state) podsOf(namespace string, peer networking.NetworkPolicyPeer) []*core.Pod {
	if peer.IPBlock != nil {
		return nil
	}
	var pods []*core.Pod
	for _, pod := range s.pods {
		if peer.NamespaceSelector == nil && pod.Namespace != namespace {
			continue
		}
		if peer.NamespaceSelector != nil && !matches(peer.NamespaceSelector, s.namespaces[pod.Namespace]) {
			continue
		}
		if peer.PodSelector != nil && !matches(peer.PodSelector, pod.Labels) {
			continue
		}
		pods = append(pods, pod)
	}
	return pods
}

func (s state) selects(policy *networking.NetworkPolicy, pod *core.Pod) bool {
	return policy.Namespace == pod.Namespace && matches(&policy.Spec.PodSelector, pod.Labels)
}

// matches: a selector that cannot be read, which the API server refuses, matches nothing.
func matches(selector *meta.LabelSelector, set labels.Set) bool {
	parsed, err := meta.LabelSelectorAsSelector(selector)
	return err == nil && parsed.Matches(set)
}

// has: the API server fills in the types of a policy that names none.
func has(policy *networking.NetworkPolicy, wanted networking.PolicyType) bool {
	for _, given := range policy.Spec.PolicyTypes {
		if given == wanted {
			return true
		}
	}
	return false
}

// isConnected tells whether policies may speak of a pod: it has an address of its own, and has not ended.
func isConnected(pod *core.Pod) bool {
	if pod.Spec.HostNetwork || pod.Status.Phase == core.PodSucceeded || pod.Status.Phase == core.PodFailed {
		return false
	}
	address, err := netip.ParseAddr(pod.Status.PodIP)
	return err == nil && address.Is4()
}
