// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"net/netip"
	"os/exec"
	"slices"
	"strings"
)

const table = "inet atoll-policies"

// filterOf is the rule set of one node, in nft's language: what its own pods may send and receive. It is asked about
// forwarded packets, after Services have become pods; so what the node itself sends, like probes, is not filtered.
func filterOf(node string, s state) string {
	var chains, senders, receivers strings.Builder
	for _, pod := range s.pods {
		if pod.Spec.NodeName != node {
			continue
		}
		address := pod.Status.PodIP
		suffix := strings.ReplaceAll(address, ".", "_")
		if egress := s.egressOf(pod); egress.isolated {
			fmt.Fprintf(&senders, "    ip saddr %s jump egress_%s\n", address, suffix)
			writeChain(&chains, "egress_"+suffix, "daddr", address, egress.rules)
		}
		if ingress := s.ingressOf(pod); ingress.isolated {
			fmt.Fprintf(&receivers, "    ip daddr %s jump ingress_%s\n", address, suffix)
			writeChain(&chains, "ingress_"+suffix, "saddr", address, ingress.rules)
		}
	}
	// Made so that it can be deleted, and all of it takes effect at once.
	return fmt.Sprintf("table %s\ndelete table %s\ntable %s {\n%s  chain forward {\n"+
		"    type filter hook forward priority filter; policy accept;\n    ct state established,related accept\n%s%s  }\n}\n",
		table, table, table, chains.String(), senders.String(), receivers.String())
}

// writeChain: the chain returns for what is allowed, so that the other side's rules are asked too. No policy keeps a pod
// from itself.
func writeChain(out *strings.Builder, name, side, own string, rules []rule) {
	fmt.Fprintf(out, "  chain %s {\n    ip %s %s return\n", name, side, own)
	for _, rule := range rules {
		fmt.Fprintf(out, "    %sreturn\n", condition(side, rule))
	}
	out.WriteString("    counter drop\n  }\n")
}

func condition(side string, r rule) string {
	var text strings.Builder
	if len(r.addresses) > 0 {
		fmt.Fprintf(&text, "ip %s { %s } ", side, strings.Join(elements(r.addresses), ", "))
	}
	for _, except := range r.except {
		fmt.Fprintf(&text, "ip %s != %s ", side, except)
	}
	protocol := strings.ToLower(string(r.protocol))
	switch {
	case r.protocol == "":
	case r.port == 0:
		fmt.Fprintf(&text, "meta l4proto %s ", protocol)
	case r.endPort > r.port:
		fmt.Fprintf(&text, "%s dport %d-%d ", protocol, r.port, r.endPort)
	default:
		fmt.Fprintf(&text, "%s dport %d ", protocol, r.port)
	}
	return text.String()
}

// elements of a set of nft's, which has none twice.
func elements(prefixes []netip.Prefix) []string {
	var texts []string
	for _, prefix := range prefixes {
		texts = append(texts, prefix.String())
	}
	slices.Sort(texts)
	return slices.Compact(texts)
}

// load replaces the node's rule set.
func load(filter string) error {
	command := exec.Command("nft", "--file", "-")
	command.Stdin = strings.NewReader(filter)
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("nft: %w: %s", err, output)
	}
	return nil
}
